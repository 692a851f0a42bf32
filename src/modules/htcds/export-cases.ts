import type { ConsentItem } from '#src/domain/cases/codes.ts'
import { itemsFor, type Reader } from '#src/domain/disclosure/consent.ts'
import { needsAbroadGround } from '#src/domain/disclosure/abroad.ts'
import { bodyKindsOf } from '#src/domain/disclosure/reader-kind.ts'
import { valueOf } from '#src/domain/kernel/answer.ts'
import { BASE_ITEM, gateRecord, type ExportType } from '#src/domain/htcds/gate.ts'
import type { HtcdsLayout } from '#src/domain/htcds/layouts.ts'
import { uniqueLosses, type Loss } from '#src/domain/htcds/losses.ts'
import type { HtcdsRecord } from '#src/domain/htcds/record.ts'
import { toHtcds, type CaseForHtcds } from '#src/domain/htcds/to-htcds.ts'
import { layoutLosses } from '#src/domain/htcds/write-cells.ts'
import { READER_KINDS, type ReaderKind } from '#src/domain/reports/report.ts'
import {
  CASES_PAGE,
  listCases,
  readCase,
  type CaseFile,
  type CaseFilter,
  type CasePerson,
} from '#src/modules/cases/index.ts'
import {
  listOrgs,
  listReferralsOfCase,
  readCaseConsents,
  readerOf,
  type OrgRow,
} from '#src/modules/referrals/index.ts'
import { readRounds } from '#src/modules/screening/index.ts'
import { requireAgreement } from '#src/modules/sharing/index.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { listRecordsOfCase } from './import-queries.ts'

/** More than this goes out in parts: each file is looked at by a person. */
const MOST_EXPORTED = 200

export const EXPORT_FILTERS = ['org', 'closed'] as const satisfies readonly CaseFilter[]
export type ExportFilter = (typeof EXPORT_FILTERS)[number]

export type ExportQuestion = {
  readonly filter: ExportFilter
  readonly type: ExportType
  readonly country?: string
  /** Id of a body of this installation, or `kind:police` for one that is not here. */
  readonly receiver: string
  readonly layout: HtcdsLayout
}

export type ExportedRecord = {
  readonly code: string
  readonly record: HtcdsRecord
  readonly losses: readonly Loss[]
  /** Fields that the person has not opened to this receiver: for the sender's eyes, in no file. */
  readonly held: number
}

export type HtcdsExport = {
  readonly records: readonly ExportedRecord[]
  /** Persons who have not said yes to this receiver, or said not to tell it. */
  readonly closed: number
  /** Cases that do not fit in one file. */
  readonly left: number
  readonly receiver: Receiver
}

export type Receiver = {
  readonly reader: Reader
  readonly orgName?: string
  readonly bodyKinds: readonly string[]
  /** What the agreement with this body covers; absent for a body that is not here, whose agreement nobody can look up. */
  readonly covered?: ReadonlySet<string>
}

/**
 * What would go out, person by person: only cases that the own body leads and the reader may open, only items that the person
 * opened to this receiver. Every case that is looked at is recorded as opened for export. Throws InvalidInputError.
 */
export async function gatherHtcds(
  ctx: StaffContext,
  question: ExportQuestion,
  purpose: 'look' | 'download',
): Promise<HtcdsExport> {
  const orgs = await listOrgs(ctx)
  const receiver = await receiverOf(ctx, orgs, question.receiver)
  const { codes, left } = await codesFor(ctx, question)
  const records: ExportedRecord[] = []
  let closed = 0
  for (const code of codes) {
    const file = await readCase(ctx, code, 'export', 'htcds')
    if (file.row.lead_org !== ctx.actor.orgId) continue
    const open = await openItems(ctx, file, receiver)
    for (const person of file.persons.filter(({ roles }) => roles.includes('concerned'))) {
      const exported = open.has(BASE_ITEM) ? await exportPerson(ctx, { file, person, open, orgs }) : undefined
      if (exported) records.push(withLayout(exported, question.layout))
      else closed += 1
    }
  }
  await writeAudit(ctx, {
    verb: purpose === 'download' ? 'htcds.exported' : 'htcds.previewed',
    subjectKind: 'htcds-export',
    details: {
      layout: question.layout,
      receiver: receiver.reader.kind,
      records: records.length,
      closed,
    },
  })
  return { records, closed, left, receiver }
}

async function codesFor(ctx: StaffContext, { filter, type, country }: ExportQuestion) {
  const codes: string[] = []
  let total = 0
  for (let offset = 0; offset < MOST_EXPORTED; offset += CASES_PAGE) {
    const page = await listCases(ctx, {
      filter,
      sort: 'code',
      order: 'ascending',
      type,
      country,
      offset,
      limit: CASES_PAGE,
    })
    codes.push(...page.items.map((item) => item.code))
    total = page.total
    if (page.items.length < CASES_PAGE) break
  }
  return { codes, left: Math.max(0, total - codes.length) }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Lists that go out again and again need an agreement of the two bodies (UU 27/2022 art 18). Abroad goes only a hand-over, with a
 * ground of art 56 for each person: never a list.
 */
async function receiverOf(ctx: StaffContext, orgs: readonly OrgRow[], wanted: string): Promise<Receiver> {
  const kind = READER_KINDS.find((each) => wanted === `kind:${each}`)
  if (kind === 'foreign-authority') throw new InvalidInputError([{ path: 'receiver', code: 'htcds.abroad' }])
  if (kind !== undefined && kind !== 'family')
    return { reader: { bodyId: NOBODY, kind }, bodyKinds: bodyKindsOf(kind) }
  const own = orgs.find(({ id }) => id === ctx.actor.orgId)
  const org = orgs.find((each) => each.id === wanted && each.id !== own?.id)
  if (!org || !own) throw new InvalidInputError([{ path: 'receiver', code: 'htcds.receiver' }])
  if (needsAbroadGround(own, org)) throw new InvalidInputError([{ path: 'receiver', code: 'htcds.abroad' }])
  const agreement = await requireAgreement(ctx, {
    withOrg: org.id,
    purpose: 'exchange',
    at: ctx.now,
    ofOrg: own.id,
  })
  return {
    reader: readerOf(org),
    orgName: org.short_name,
    bodyKinds: [org.kind],
    ...(agreement && { covered: new Set<string>(agreement.items) }),
  }
}

async function openItems(
  ctx: StaffContext,
  file: CaseFile,
  receiver: Receiver,
): Promise<ReadonlySet<ConsentItem>> {
  const { consents, suspects, isKeptFrom } = await readCaseConsents(ctx, file.row.id)
  const { reader, bodyKinds } = receiver
  if (bodyKinds.some((kind) => isKeptFrom({ id: reader.bodyId, kind }))) return new Set()
  const open = itemsFor({ consents, suspects, reader, at: ctx.now })
  return new Set([...open].filter((item) => receiver.covered?.has(item) ?? true))
}

type Place = {
  readonly file: CaseFile
  readonly person: CasePerson
  readonly open: ReadonlySet<ConsentItem>
  readonly orgs: readonly OrgRow[]
}

async function exportPerson(ctx: StaffContext, place: Place): Promise<ExportedRecord | undefined> {
  const source = await sourceOf(ctx, place)
  const { record, losses } = toHtcds(source)
  const several = place.file.persons.filter(({ roles }) => roles.includes('concerned')).length > 1
  const gated = gateRecord(record, several ? [...losses, { code: 'several-persons' }] : losses, place.open)
  if (gated.kind === 'closed') return undefined
  return { code: place.file.row.code, record: gated.record, losses: gated.losses, held: gated.held }
}

function withLayout(exported: ExportedRecord, layout: HtcdsLayout): ExportedRecord {
  return {
    ...exported,
    losses: uniqueLosses([...exported.losses, ...layoutLosses(exported.record, layout)]),
  }
}

const DECIDERS: Readonly<Partial<Record<ReaderKind, string>>> = {
  police: 'Police',
  organisation: 'NGO',
  'social-services': 'NonPoliceGovernmentalOrganization',
  mission: 'NonPoliceGovernmentalOrganization',
  'protection-ministry': 'NonPoliceGovernmentalOrganization',
  'labour-office': 'NonPoliceGovernmentalOrganization',
  village: 'NonPoliceGovernmentalOrganization',
}

async function sourceOf(ctx: StaffContext, { file, person, orgs }: Place): Promise<CaseForHtcds> {
  const rounds = await readRounds(ctx, file.row.id, person.person_id)
  const newest = rounds.at(-1)
  const referrals = await listReferralsOfCase(ctx, file.row.id)
  const own = orgs.find(({ id }) => id === file.orgId)
  const nameOf = (id: string): string => orgs.find((each) => each.id === id)?.short_name ?? ''
  const day = (at: Date): string => at.toISOString().slice(0, 10)
  const sent = referrals.filter((each) => each.from_org === file.orgId)
  const got = referrals.find((each) => each.to_org === file.orgId)
  const outcome = newest?.round.outcome_agreed ?? undefined
  const reported = await reportedOf(ctx, file.row.id, person.person_id)
  return {
    person: personFor(person),
    state: file.row.state === 'closed' ? 'closed' : 'open',
    ...(file.row.closed_result !== null && { closedReason: file.row.closed_result }),
    types: file.row.case_types,
    answers: newest?.sheet.answers ?? {},
    ...(outcome !== undefined && { screened: outcome }),
    ...(own && { decidedBy: DECIDERS[readerOf(own).kind] ?? 'Other' }),
    chain: file.chain.map(({ kind, words }) => ({
      kind,
      name: words?.name ?? '',
      where: words?.where ?? '',
    })),
    events: file.timeline.flatMap(({ words, org_id: org }) =>
      words === undefined || org !== file.orgId || words.text.startsWith('HTCDS 2.0 · ')
        ? []
        : [{ text: words.text, ...(words.date !== undefined && { date: words.date }) }],
    ),
    referred: sent.map((each) => ({ to: nameOf(each.to_org), on: day(each.created_at) })),
    ...(got && { referredBy: { from: nameOf(got.from_org), on: day(got.decided_at ?? got.created_at) } }),
    suspects: file.persons.filter(({ roles }) => roles.includes('suspect')).length,
    ...(reported && { reported }),
  }
}

function personFor({ person, roles, sector }: CasePerson): CaseForHtcds['person'] {
  const facts = person?.facts
  const born = facts && valueOf(facts.born)
  const address = facts && valueOf(facts.address)
  return {
    names: facts?.names ?? [],
    sex: person?.sex ?? 'unknown',
    nationality: person?.nationality ?? null,
    ...(born !== undefined && { born }),
    numbers: facts?.numbers ?? [],
    documents: facts?.documents ?? [],
    ...(address !== undefined && { address }),
    languages: facts?.languages ?? [],
    sector,
    deceased: roles.includes('deceased') ? 'yes' : 'unknown',
  }
}

async function reportedOf(
  ctx: StaffContext,
  caseId: string,
  personId: string,
): Promise<HtcdsRecord | undefined> {
  const rows = (await listRecordsOfCase(ctx, caseId)).filter((row) => row.person_id === personId)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  const [row] = rows
  return row && keys.get(row.key_id)?.openJson<HtcdsRecord>(`htcds_records.sealed/${row.id}`, row.sealed)
}
