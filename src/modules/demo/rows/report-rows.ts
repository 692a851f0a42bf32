import type { DemoMessage, DemoReport } from '#src/domain/demo/demo-world.ts'
import { firstResponseDeadline } from '#src/domain/deadlines/clock.ts'
import { partWay } from '#src/domain/kernel/instant.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import type { ContactOutcome } from '#src/domain/cases/codes.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { CLOSED_AS } from '#src/modules/intake/index.ts'
import { pickDesk } from '#src/modules/desks/index.ts'
import {
  clearFacts,
  codeOfKey,
  consentsOf,
  hashOfCode,
  hashOfKey,
  readIdempotencyKey,
  tokensOf,
  type IdempotencyKey,
} from '#src/modules/reports/index.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Platform } from '#src/platform/platform.ts'
import type { Account, Body, Scenery } from '../scenery.ts'
import type { Batch } from '../batch.ts'
import { demoId } from '../demo-id.ts'

/** What became of it at the desk. */
export type Fate =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'taken'; readonly by: Account; readonly at: Date }
  | { readonly kind: 'closed'; readonly by: Account; readonly at: Date; readonly outcome: ContactOutcome }
  | {
      readonly kind: 'in-case'
      readonly by: Account
      readonly at: Date
      readonly caseId: string
      readonly urgency: Urgency
      readonly types: readonly string[]
    }

export type Arrived = Pick<DemoReport, 'key' | 'desk' | 'receivedAt' | 'draft' | 'movedFrom'> & {
  readonly signals?: readonly string[]
}
export type StoredReport = {
  readonly id: string
  readonly key: DataKey
  readonly joinedAs: 'concerned' | 'other'
}

/** The key that code and PIN come from: the same at every start of this installation, and in no other. */
export function demoKeyOf(platform: Pick<Platform, 'keys'>, reportKey: string): IdempotencyKey {
  const bytes = keyedHash(platform.keys.requests, `demonstration ${reportKey}`)
  return readIdempotencyKey(Buffer.from(bytes).toString('base64url'))
}

export function reportIdOf(report: Pick<DemoReport, 'key' | 'receivedAt'>): string {
  return demoId(`report ${report.key}`, report.receivedAt)
}

export function addReport(batch: Batch, scenery: Scenery, report: Arrived, fate: Fate): StoredReport {
  const id = reportIdOf(report)
  const at = report.receivedAt
  const desk = scenery.body(report.desk)
  const key = batch.key('report', id, at)
  const stay = stayOf(scenery, report, desk, fate)
  const facts = clearFacts(report.draft, partialDateOf(at.toISOString().slice(0, 10)))
  const urgency = fate.kind === 'in-case' ? fate.urgency : facts.urgency
  const joinedAs = report.draft.about === 'myself' ? 'concerned' : 'other'
  batch.add('app.reports', {
    id,
    created_at: at,
    channel: report.draft.channel,
    about: report.draft.about,
    language: report.draft.language,
    org_id: desk.id,
    desk_since: stay.since,
    respond_by: firstResponseDeadline(urgency, stay.since, desk.workPlace).dueAt,
    moved_count: stay.before === undefined ? 0 : 1,
    danger: facts.danger,
    urgency_suggested: facts.urgency,
    urgency,
    urgency_set_by: urgency === facts.urgency || fate.kind === 'waiting' ? null : fate.by.id,
    case_types: [...(fate.kind === 'in-case' ? fate.types : facts.caseTypes)],
    signals: [...new Set([...facts.signals, ...(report.signals ?? [])])],
    country: facts.country,
    district: facts.district,
    people_count: facts.peopleCount,
    anonymous: facts.anonymous,
    do_not_call: facts.doNotCall,
    touches_child: facts.touchesChild,
    kept_from_orgs: keptFrom(scenery, report.draft, desk),
    kept_from_kinds: [...facts.keptFromKinds],
    key_id: key.id,
    sealed: key.sealJson(`reports.sealed/${id}`, report.draft),
    demo: true,
    ...fateColumns(fate, joinedAs),
  })
  addCode(batch, scenery, report, id)
  addTrail(batch, report, id, desk, stay)
  addReportConsents(batch, report, id, desk)
  for (const token of tokensOf(scenery.platform.keys.tokens, report.draft))
    batch.add('app.search_tokens', {
      ...token,
      subject_id: id,
      subject_kind: 'report',
      org_id: desk.id,
      case_id: null,
      created_at: at,
    })
  tellLife(batch, report, { id, desk, stay, fate, urgency })
  return { id, key, joinedAs }
}

function fateColumns(fate: Fate, joinedAs: 'concerned' | 'other') {
  switch (fate.kind) {
    case 'waiting':
      return { state: 'waiting' }
    case 'taken':
      return { state: 'taken', opened_at: fate.at, taken_at: fate.at, taken_by: fate.by.id }
    case 'closed':
      return {
        state: 'not-a-case',
        opened_at: fate.at,
        closed_as: CLOSED_AS[fate.outcome],
        closed_at: fate.at,
      }
    case 'in-case':
      return {
        state: 'in-case',
        opened_at: fate.at,
        taken_at: fate.at,
        taken_by: fate.by.id,
        case_id: fate.caseId,
        joined_as: joinedAs,
      }
    default:
      return fate satisfies never
  }
}

type Stay = { readonly since: Date; readonly before: Body | undefined }

/** A waiting report whose first desk let its clock run out lies with the next one, where the clock began anew. */
function stayOf(scenery: Scenery, report: Arrived, desk: Body, fate: Fate): Stay {
  const { until } = scenery.world
  const end = fate.kind === 'waiting' ? until : fate.at
  const named = report.movedFrom === undefined ? undefined : scenery.body(report.movedFrom)
  if (fate.kind !== 'waiting')
    return named === undefined || named.id === desk.id
      ? { since: report.receivedAt, before: undefined }
      : { since: partWay(report.receivedAt, end, 0.5), before: named }
  const due = (since: Date): Date => firstResponseDeadline(dangerOf(report), since, desk.workPlace).dueAt
  if (due(report.receivedAt) > until) return { since: report.receivedAt, before: undefined }
  const other = named !== undefined && named.id !== desk.id ? named : otherDesk(scenery, desk)
  const tries = [0.5, 0.8, 0.95, 0.99, 0.999].map((share) => partWay(report.receivedAt, until, share))
  return { since: tries.find((since) => due(since) > until) ?? until, before: other }
}

function dangerOf(report: Arrived): Urgency {
  return clearFacts(report.draft, partialDateOf(report.receivedAt.toISOString().slice(0, 10))).urgency
}

function otherDesk(scenery: Scenery, desk: Body): Body {
  const wanted = desk.demo.kind === 'mission' ? 'kbri-kuala-lumpur' : 'kp2mi-pusat'
  const other = scenery.body(wanted)
  return other.id === desk.id ? scenery.body('kemlu-pwni') : other
}

function keptFrom(scenery: Scenery, draft: ReportDraft, desk: Body): string[] {
  return (pickDesk(scenery.desks, draft)?.keptFromOrgs ?? []).filter((id) => id !== desk.id)
}

function addCode(batch: Batch, scenery: Scenery, report: Arrived, id: string): void {
  const { platform } = scenery
  const key = demoKeyOf(platform, report.key)
  batch.add('app.report_codes', {
    code_hash: Buffer.from(hashOfCode(platform, codeOfKey(platform, key))),
    created_at: report.receivedAt,
    report_id: id,
    holder: 'first',
  })
  batch.add('app.report_requests', {
    key_hash: Buffer.from(hashOfKey(platform, key)),
    created_at: report.receivedAt,
    report_id: id,
  })
}

function addTrail(batch: Batch, report: Arrived, id: string, desk: Body, stay: Stay): void {
  const why = desk.demo.kind === 'kp2mi' ? 'head-office' : 'place'
  const first = stay.before ?? desk
  batch.add('app.report_desks', {
    id: demoId(`trail ${id} 1`, report.receivedAt),
    created_at: report.receivedAt,
    report_id: id,
    org_id: first.id,
    why,
    until: stay.before === undefined ? null : stay.since,
    next_org_id: stay.before === undefined ? null : desk.id,
  })
  if (stay.before === undefined) return
  batch.add('app.report_desks', {
    id: demoId(`trail ${id} 2`, stay.since),
    created_at: stay.since,
    report_id: id,
    org_id: desk.id,
    why: 'silent',
  })
}

function addReportConsents(batch: Batch, report: Arrived, id: string, desk: Body): void {
  for (const given of consentsOf(report.draft.mayShare))
    batch.add('app.consents', {
      id: demoId(`consent ${id} ${given.item} ${given.reader}`, report.receivedAt),
      created_at: report.receivedAt,
      report_id: id,
      org_id: desk.id,
      item: given.item,
      reader_kind: given.reader,
      answer: given.answer,
      given_by: report.draft.about === 'myself' ? 'self' : 'reporter',
      how: report.draft.channel,
      language: report.draft.language,
    })
}

type Life = {
  readonly id: string
  readonly desk: Body
  readonly stay: Stay
  readonly fate: Fate
  readonly urgency: string
}

function tellLife(batch: Batch, report: Arrived, { id, desk, stay, fate, urgency }: Life): void {
  const about = { subjectKind: 'report', subjectId: id, reportId: id }
  const first = stay.before ?? desk
  batch.tell({
    ...about,
    at: report.receivedAt,
    by: { kind: 'public', orgId: first.id },
    verb: 'report.received',
    details: { channel: report.draft.channel, urgency, desk: 'place' },
  })
  if (stay.before !== undefined)
    for (const orgId of [first.id, desk.id])
      batch.tell({
        ...about,
        at: stay.since,
        by: { kind: 'job', orgId },
        verb: 'report.moved',
        details: { from: first.id, to: desk.id, why: 'silent' },
      })
  if (fate.kind === 'waiting') return
  batch.tell({ ...about, at: fate.at, by: fate.by, verb: 'report.opened' })
  batch.tellAudit({ ...about, at: fate.at, by: fate.by, verb: 'report.opened' })
  if (fate.kind === 'closed')
    batch.tell({
      ...about,
      at: fate.at,
      by: fate.by,
      verb: 'report.closed-as-no-case',
      details: { closedAs: CLOSED_AS[fate.outcome] },
    })
  else batch.tell({ ...about, at: fate.at, by: fate.by, verb: 'report.taken' })
  if (fate.kind === 'in-case')
    batch.tell({ ...about, at: fate.at, by: fate.by, verb: 'report.in-case', caseId: fate.caseId })
}

/** The two-way box; words lie under the key of the report. */
export function addMessages(
  batch: Batch,
  scenery: Scenery,
  box: {
    readonly report: StoredReport
    readonly caseId: string
    readonly orgId: string
    readonly messages: readonly DemoMessage[]
  },
): void {
  const { until } = scenery.world
  for (const [place, message] of box.messages.entries()) {
    if (message.at > until) continue
    const id = demoId(`message ${box.report.id} ${place}`, message.at)
    const staff = message.by === undefined ? undefined : scenery.account(message.by)
    const recent = until.getTime() - message.at.getTime() < 3 * 24 * 3600_000
    batch.add('app.messages', {
      id,
      created_at: message.at,
      report_id: box.report.id,
      case_id: box.caseId,
      org_id: box.orgId,
      sender: message.from,
      staff_id: staff?.id ?? null,
      key_id: box.report.key.id,
      sealed: box.report.key.sealText(`messages.sealed/${id}`, message.text),
      read_at: message.from === 'staff' || recent ? null : new Date(message.at.getTime() + 3600_000),
    })
    batch.tell({
      at: message.at,
      by: staff ?? { kind: 'public', orgId: box.orgId },
      verb: staff ? 'message.sent' : 'message.received',
      subjectKind: staff ? 'case' : 'message',
      subjectId: staff ? box.caseId : id,
      caseId: box.caseId,
      reportId: box.report.id,
    })
  }
}
