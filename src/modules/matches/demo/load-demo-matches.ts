import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { addNewPerson, createCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS, type PersonFacts, type PersonMarks } from '#src/modules/people/index.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { compareJob } from '../compare/compare-job.ts'
import { listFound, recordFamilyWish } from '../missing/missing.ts'
import { findDemoStaff, hasMatches } from './demo-queries.ts'

const born = (text: string): PersonFacts['born'] => known(partialDateOf(text))

type DemoPerson = { readonly facts: Partial<PersonFacts>; readonly marks: Partial<PersonMarks> }

const WOMAN = { sex: 'female', nationality: 'ID' } as const

/** Two spellings of one name; one number under two identities; a joined name. All invented. */
const PAIRS: readonly (readonly [DemoPerson, DemoPerson])[] = [
  [
    {
      facts: { names: ['Rosmawati Yulianti'], born: born('1994-03-12'), village: known('Tanjungsari') },
      marks: { ...WOMAN, originDistrict: '35.05' },
    },
    {
      facts: { names: ['Rosmawaty Julianti'], born: born('1994-03'), village: known('Desa Tanjung Sari') },
      marks: { originDistrict: '35.05' },
    },
  ],
  [
    {
      facts: { names: ['Sri Handayani'], born: born('1990-05-02'), documents: ['X0000171'] },
      marks: { ...WOMAN, originDistrict: '33.05' },
    },
    {
      facts: { names: ['Kartika Melati'], born: born('1983-11-20'), documents: ['X 000 0171'] },
      marks: { ...WOMAN, originDistrict: '52.02' },
    },
  ],
  [
    {
      facts: { names: ['Abdul Rochman'], born: born('1987-08-09'), numbers: ['+44 7700 900171'] },
      marks: { sex: 'male', nationality: 'ID', originDistrict: '32.12' },
    },
    {
      facts: { names: ['Abdurrahman'], born: born('1987-09-08'), numbers: ['+44 7700 900171'] },
      marks: { sex: 'male', originDistrict: '32.12' },
    },
  ],
]

const LOST: readonly { readonly search: Partial<ReportDraft>; readonly found: DemoPerson }[] = [
  {
    search: {
      names: ['Sulastriningrum'],
      born: born('1985'),
      village: known('Karangwuni'),
      reporterName: known('Ibu Warsinem'),
    },
    found: {
      facts: { names: ['Sulastri Ningrum'], born: born('1985-06-01'), village: known('Karangwuni') },
      marks: WOMAN,
    },
  },
  {
    search: {
      names: ['Murtiningsih'],
      born: born('1979-04'),
      village: known('Wonosari'),
      reporterName: known('Bapak Kasdi'),
    },
    found: {
      facts: { names: ['Murti Ningsih'], born: born('1979-04-18'), village: known('Wonosari') },
      marks: WOMAN,
    },
  },
]

/** Fills the search for persons of the demonstration, through the same use cases and jobs as everything else. */
export async function loadDemoMatches(platform: Platform): Promise<void> {
  const people = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasMatches(ctx))
      ? undefined
      : [await findDemoStaff(ctx, OFFICER), await findDemoStaff(ctx, SUPERVISOR)],
  )
  const [officer, supervisor] = people ?? []
  if (!officer || !supervisor) return
  const worker = actorOf(officer, ['caseworker'])
  const boss = actorOf(supervisor, ['supervisor'])
  for (const pair of PAIRS) for (const person of pair) await meet(platform, worker, person)
  for (const { search, found } of LOST) {
    await look(platform, search)
    await meet(platform, worker, found)
  }
  await runAs(platform, boss, (ctx) => askOne(ctx as StaffContext))
}

const OFFICER = 'kasus.johor'
const SUPERVISOR = 'atasan'

const actorOf = (
  row: { readonly id: string; readonly org_id: string },
  roles: readonly string[],
): StaffActor => ({ kind: 'staff', staffId: row.id, orgId: row.org_id, roles })

async function meet(platform: Platform, worker: StaffActor, { facts, marks }: DemoPerson): Promise<void> {
  const id = await runAs(platform, worker, async (ctx) => {
    const staff = ctx as StaffContext
    const { code } = await createCase(staff, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'Datang ke kantor. Gaji belum dibayar. Orang dan cerita ini rekaan.',
      assignee: worker.staffId,
      demo: true,
    })
    return addNewPerson(staff, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(), ...facts },
      marks: { ...NO_MARKS, ...marks },
    })
  })
  await compareJob.handle(platform, { kind: 'person', id })
}

async function look(platform: Platform, search: Partial<ReportDraft>): Promise<void> {
  const key = newIdempotencyKey()
  const draft: ReportDraft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    about: 'seeking-family',
    reporterRelation: known('parent'),
    place: known({ country: 'MY' }),
    danger: known('no'),
    story: 'Anak saya lama tidak memberi kabar. Orang dan cerita ini rekaan.',
    ...search,
  }
  const { reportId } = await runAs(platform, reporterActor(platform, key), (ctx) =>
    receiveReport(ctx, draft, key),
  )
  await compareJob.handle(platform, { kind: 'report', id: reportId })
}

/** One of the two who were found was asked and wishes only this; the other was not asked yet. */
async function askOne(ctx: StaffContext): Promise<void> {
  const found = (await listFound(ctx)).find((each) => each.subject.names[0] === 'Sulastri Ningrum')
  if (!found) return
  await recordFamilyWish(ctx, {
    id: found.id,
    wish: 'tell-alive',
    how: 'in-person',
    listened: 'alone',
    knowsSeeker: 'yes',
    words: 'Bilang saja saya hidup dan selamat. Jangan beri alamat saya.',
  })
}
