// Reads the lists of the demonstration from seeds/demo and checks that every code in them is one of ours.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { CASE_TYPES } from '#src/domain/cases/case-types.ts'
import {
  CONTACT_OUTCOMES,
  EVIDENCE_KINDS,
  NEED_KINDS,
  NOTE_CLASSES,
  PHASES,
  SECTORS,
} from '#src/domain/cases/codes.ts'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { BODY_KINDS } from '#src/domain/competence/bodies.ts'
import type { DemoMaterial } from '#src/domain/demo/demo-material.ts'
import { ROLES } from '#src/domain/disclosure/roles.ts'
import { EXCEPTION_GROUNDS } from '#src/domain/referrals/exception.ts'
import {
  CANCELLATION_REASONS,
  FAILURE_REASONS,
  HOLD_REASONS,
  REJECTION_REASONS,
} from '#src/domain/referrals/lifecycle.ts'
import type { Reference } from './reference.ts'

const FOLDER = new URL('../../seeds/demo/', import.meta.url)

const Words = z.array(z.string().min(1)).min(1)
const Bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const header = z.strictObject({ origin: z.string(), licence: z.string() })

const Stories = z.strictObject({
  header,
  stories: z.array(
    z.strictObject({
      id: z.string(),
      types: z.array(z.enum(CASE_TYPES)).min(1),
      urgency: z.enum(URGENCIES),
      phase: z.enum(PHASES),
      by: z.enum(['self', 'family', 'other']),
      sex: z.enum(['P', 'L', 'any']),
      sector: z.enum(SECTORS),
      at: Words,
      needs: z.array(z.enum(NEED_KINDS)).min(1),
      language: z.enum(['id', 'en', 'jv', 'mad']),
      text: z.string().min(20),
      events: Words,
    }),
  ),
})
const People = z.strictObject({
  header,
  styles: z.array(
    z.strictObject({
      style: z.string(),
      districts: Words,
      female: Words,
      male: Words,
      secondFemale: Words,
      secondMale: Words,
      one: z.number().min(0).max(1),
      villages: Words,
    }),
  ),
  employers: z.record(z.string(), Words),
  recruiters: Words,
  companies: Words,
  agencies: Words,
  vessels: Words,
})
const Places = z.strictObject({
  header,
  places: z.array(
    z.strictObject({
      iso: z.string(),
      currency: z.string(),
      wage: z.tuple([z.int(), z.int()]),
      cities: Words,
      zone: z.string(),
    }),
  ),
  arrivals: Words,
})
const Service = z.strictObject({
  name: Bilingual,
  forWhom: Bilingual,
  languages: Words,
  cost: z.literal('free'),
  hours: z.string(),
  documents: z.array(z.string()),
})
const Organisations = z.strictObject({
  header,
  organisations: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(BODY_KINDS),
      name: Bilingual,
      timeZone: z.string(),
      countries: Words,
      regions: z.array(z.string()),
      place: z.string(),
      services: z.array(Service),
    }),
  ),
  staff: z.array(
    z.strictObject({
      key: z.string(),
      signIn: z.string().regex(/^[a-z.0-9]+$/),
      name: z.string(),
      organisation: z.string(),
      roles: z.array(z.enum(ROLES)).min(1),
      title: Bilingual,
      firstChoice: z.boolean(),
    }),
  ),
})
const reasons = <C extends string>(codes: readonly C[]) =>
  z.array(z.strictObject({ reason: z.enum(codes), text: z.string() }))
const Lines = z.strictObject({
  header,
  openings: Words,
  endings: Words,
  spellings: z.array(z.strictObject({ proper: z.string(), typed: z.string() })),
  notes: z.array(z.strictObject({ class: z.enum(NOTE_CLASSES), text: z.string() })),
  messages: z.array(z.strictObject({ from: z.enum(['reporter', 'staff']), text: z.string() })),
  tasks: Words,
  rejections: reasons(REJECTION_REASONS),
  holds: reasons(HOLD_REASONS),
  failures: reasons(FAILURE_REASONS),
  cancellations: reasons(CANCELLATION_REASONS),
  parts: Words,
  results: z.array(z.strictObject({ needs: z.array(z.enum(NEED_KINDS)), text: z.string() })).min(1),
  protections: Words,
  screenings: z.strictObject({
    act: z.string(),
    means: z.string(),
    purpose: z.string(),
    contrary: z.string(),
    by: z.string(),
    reasons: z.strictObject({ yes: z.string(), no: z.string(), unclear: z.string() }),
  }),
  closingWords: Words,
  attempts: Words,
  evidence: z.array(z.strictObject({ kind: z.enum(EVIDENCE_KINDS), text: z.string() })),
  consentless: z.array(z.strictObject({ ground: z.enum(EXCEPTION_GROUNDS), text: z.string() })),
  contacts: z.array(z.strictObject({ outcome: z.enum(CONTACT_OUTCOMES), text: z.string() })),
  incidents: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      country: z.string(),
      story: z.string(),
      claims: Words,
    }),
  ),
})

/** Reads the lists anew at each call; the demonstration is made once in the life of a database. */
export function loadDemoMaterial(reference: Reference): DemoMaterial {
  const people = read('people', People)
  const places = read('places', Places)
  const bodies = read('organisations', Organisations)
  return {
    stories: read('stories', Stories).stories,
    styles: people.styles,
    employers: people.employers,
    recruiters: people.recruiters,
    companies: people.companies,
    agencies: people.agencies,
    vessels: people.vessels,
    places: places.places,
    arrivals: places.arrivals,
    organisations: bodies.organisations,
    staff: bodies.staff,
    lines: read('lines', Lines),
    districts: reference.districts,
    countries: reference.countryNames,
  }
}

function read<S extends z.ZodType>(name: string, schema: S): z.infer<S> {
  const result = schema.safeParse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')))
  if (!result.success) throw new Error(`seeds/demo/${name}.json: ${z.prettifyError(result.error)}`)
  return result.data
}
