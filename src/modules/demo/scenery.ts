import type { IntermediaryKind, NeedKind } from '#src/domain/cases/codes.ts'
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { DemoMaterial, DemoOrganisation } from '#src/domain/demo/demo-material.ts'
import type { DemoPerson, DemoWorld } from '#src/domain/demo/demo-world.ts'
import type { WorkPlace } from '#src/domain/deadlines/clock.ts'
import { workPlaceOf, type Desk } from '#src/modules/desks/index.ts'
import type { Platform } from '#src/platform/platform.ts'
import type { Teller } from './batch.ts'
import { markOf } from './body-marks.ts'
import { demoId } from './demo-id.ts'

export type Body = {
  readonly id: string
  readonly demo: DemoOrganisation
  readonly prefix: string
  readonly slug: string
  readonly country: string
  readonly workPlace: WorkPlace
}
export type Account = Extract<Teller, { readonly kind: 'staff' }>

/** Sentences that come in from the texts: what bodies write to each other, in Indonesian. */
export type DemoWords = {
  need(kind: NeedKind): string
  intermediary(kind: IntermediaryKind): string
  date(date: PartialDate): string
  /** Through whom the person is reached. */
  through(body: string): string
}

/** The made world with the ids under which it is stored. */
export type Scenery = {
  readonly platform: Platform
  readonly words: DemoWords
  readonly world: DemoWorld
  readonly material: DemoMaterial
  /** Before anything happened: when the bodies came in. */
  readonly since: Date
  body(key: string): Body
  account(key: string): Account
  /** A supervisor of the body, if it has one. */
  supervisor(body: string): Account | undefined
  readonly bodies: readonly Body[]
  readonly desks: readonly Desk[]
  person(key: string): DemoPerson
  /** JHB-2026-0412: each asking takes the next number. */
  nextCaseCode(body: Body, year: number): string
  nextReferralCode(body: Body, year: number): string
  readonly numbers: Readonly<Record<'case' | 'referral', ReadonlyMap<string, number>>>
}

export type Stage = { readonly platform: Platform; readonly words: DemoWords }

const TAKES_REPORTS = ['mission', 'kemlu', 'bp3mi', 'kp2mi', 'ngo', 'disnaker-district', 'polri']

export function takesReports(body: Body): boolean {
  return TAKES_REPORTS.includes(body.demo.kind)
}

export function makeScenery(
  { platform, words }: Stage,
  material: DemoMaterial,
  world: DemoWorld,
  since: Date,
): Scenery {
  const bodies = world.organisations.map((demo) => bodyOf(demo, since))
  const byKey = new Map(bodies.map((body) => [body.demo.key, body]))
  const accounts = new Map(
    world.staff.map((staff) => [
      staff.key,
      {
        kind: 'staff' as const,
        id: demoId(`staff ${staff.key}`, since),
        orgId: got(byKey, staff.organisation).id,
      },
    ]),
  )
  const people = new Map(world.people.map((person) => [person.key, person]))
  const numbers = { case: new Map<string, number>(), referral: new Map<string, number>() }
  const next = (kind: 'case' | 'referral', body: Body, year: number): string => {
    const number = (numbers[kind].get(`${body.demo.key} ${year}`) ?? 0) + 1
    numbers[kind].set(`${body.demo.key} ${year}`, number)
    return `${body.prefix}-${year}-${String(number).padStart(4, '0')}`
  }
  return {
    platform,
    words,
    world,
    material,
    since,
    bodies,
    numbers,
    body: (key) => got(byKey, key),
    account: (key) => got(accounts, key),
    supervisor: (key) => {
      const staff = world.staff.find((each) => each.organisation === key && each.roles.includes('supervisor'))
      return staff && got(accounts, staff.key)
    },
    desks: bodies.filter(takesReports).map(deskOf),
    person: (key) => got(people, key),
    nextCaseCode: (body, year) => next('case', body, year),
    nextReferralCode: (body, year) => `R-${next('referral', body, year)}`,
  }
}

function bodyOf(demo: DemoOrganisation, since: Date): Body {
  const { prefix, slug } = markOf(demo.key)
  const country = demo.kind === 'mission' ? (demo.countries[0] ?? 'ID') : 'ID'
  return {
    demo,
    prefix,
    slug,
    country,
    id: demoId(`organisation ${demo.key}`, since),
    workPlace: workPlaceOf({ country, timeZone: demo.timeZone }),
  }
}

function deskOf(body: Body): Desk {
  return {
    id: body.id,
    slug: body.slug,
    kind: body.demo.kind,
    nameId: body.demo.name.id,
    nameEn: body.demo.name.en,
    country: body.country,
    timeZone: body.demo.timeZone,
    demo: true,
    covers: [],
  }
}

function got<T>(map: ReadonlyMap<string, T>, key: string): T {
  const found = map.get(key)
  if (found === undefined) throw new Error(`the demonstration names ${key}, which is not in it`)
  return found
}

/** Nothing in the demonstration lies after its own last moment. */
export function notAfter(at: Date, latest: Date): Date {
  return at > latest ? latest : at
}
