import { readCase } from '#src/modules/cases/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { exportPerson, personOf } from './export-person.ts'
import { sealPersonExport } from './person-export.ts'
import {
  findCaseHead,
  findHold,
  findReportCase,
  findRequest,
  listOrgNames,
  listReceivers,
  listRequestRows,
  listScope,
  nameScope,
  putExport,
  releaseExport,
  updateRequest,
  type RequestRow,
} from './request-queries.ts'
import type { Identified, RefusalBasis, RightKind, RightState } from './right.ts'

export type RequestItem = {
  readonly id: string
  readonly kind: RightKind
  readonly state: RightState
  readonly via: string
  readonly identified: Identified
  readonly askedAt: Date
  readonly dueAt: Date
  readonly pausedAt: Date | null
  readonly answeredAt: Date | null
}

/** The desk of one's own body; officers see those of reports and cases that they may open. */
export async function listRequests(ctx: Context): Promise<readonly RequestItem[]> {
  asStaff(ctx)
  const rows = await listRequestRows(ctx)
  await writeAudit(ctx, {
    verb: 'rights.listed',
    subjectKind: 'rights-request',
    details: { count: rows.length },
  })
  return rows.map(itemOf)
}

function itemOf(
  row: Pick<
    RequestRow,
    'id' | 'kind' | 'state' | 'via' | 'identified_how' | 'created_at' | 'due_at' | 'paused_at' | 'answered_at'
  >,
): RequestItem {
  return {
    id: row.id,
    kind: row.kind as RightKind,
    state: row.state as RightState,
    via: row.via,
    identified: row.identified_how as Identified,
    askedAt: row.created_at,
    dueAt: row.due_at,
    pausedAt: row.paused_at,
    answeredAt: row.answered_at,
  }
}

export type OpenedRequest = RequestItem & {
  readonly words: string
  readonly version: number
  readonly hold: string | undefined
  readonly told: readonly string[]
  readonly preparedBy: string | null
  readonly decidedBy: string | null
  /** What the request covers, as kinds and dates. */
  readonly scope: readonly { readonly kind: string; readonly since: Date }[]
  readonly caseId: string | null
  readonly reportId: string | null
}

/** The person's words and the state of the work. Nothing of the case is here. */
export async function openRequest(ctx: Context, id: string): Promise<OpenedRequest> {
  const row = await getRequest(ctx, id)
  const key = await loadKey(ctx, row.key_id)
  await writeAudit(ctx, {
    verb: 'rights.opened',
    subjectKind: 'rights-request',
    subjectId: id,
    reportId: row.report_id,
    caseId: row.case_id,
  })
  return {
    ...itemOf(row),
    words: key.openText(`rights_requests.words_sealed/${id}`, row.words_sealed),
    version: row.version,
    hold: (await findHold(ctx, row.case_id))?.reason,
    told: await listOrgNames(ctx, row.told_orgs),
    preparedBy: row.prepared_by,
    decidedBy: row.decided_by,
    scope: (await listScope(ctx, id)).map((each) => ({ kind: each.subject_kind, since: each.created_at })),
    caseId: row.case_id,
    reportId: row.report_id,
  }
}

async function getRequest(ctx: Context, id: string): Promise<RequestRow> {
  const row = await findRequest(ctx, id)
  if (!row) throw new NotFoundError('rights.not-found')
  return row
}

async function change(
  ctx: Context,
  row: RequestRow,
  seen: number,
  set: Parameters<typeof updateRequest>[2],
  verb: string,
): Promise<void> {
  if (!(await updateRequest(ctx, { id: row.id, version: seen }, set)))
    throw new StaleVersionError('rights.changed-meanwhile', await findRequest(ctx, row.id))
  await writeJournal(ctx, {
    verb: `rights.${verb}`,
    subjectKind: 'rights-request',
    subjectId: row.id,
    reportId: row.report_id,
    caseId: row.case_id,
    details: { kind: row.kind },
  })
}

/**
 * The part of the desk that may read the case: makes the sealed export (access), names what an erasure covers, or says
 * that the correction, withdrawal or restriction is done. RefusedError where a case concerns several persons and none is named.
 */
export async function prepareRequest(
  ctx: Context,
  id: string,
  seen: number,
  personId?: string,
): Promise<void> {
  const { actor } = asStaff(ctx)
  const row = await getRequest(ctx, id)
  if (row.state !== 'new' && row.state !== 'ready') throw new RefusedError('rights.not-open')
  const caseId =
    row.report_id === null
      ? row.case_id
      : ((await findReportCase(ctx, row.report_id))?.case_id ?? row.case_id)
  const receivers = caseId === null ? [] : await listReceivers(ctx, caseId)
  await change(
    ctx,
    row,
    seen,
    {
      state: 'ready',
      prepared_by: actor.staffId,
      prepared_at: ctx.now,
      case_id: caseId,
      told_orgs: [...new Set(receivers.map((each) => each.to_org))],
    },
    'prepared',
  )
  if (row.kind === 'access') await prepareExport(ctx, { ...row, case_id: caseId }, personId)
  if (row.kind === 'erasure') await nameErasure(ctx, { ...row, case_id: caseId }, personId)
}

async function prepareExport(ctx: Context, row: RequestRow, personId: string | undefined): Promise<void> {
  const { actor } = asStaff(ctx)
  const document = await exportPerson(ctx, {
    reportId: row.report_id,
    caseId: row.case_id,
    ...(personId !== undefined && { personId }),
  })
  const key = await loadKey(ctx, row.key_id)
  await putExport(ctx, {
    requestId: row.id,
    orgId: actor.orgId,
    staffId: actor.staffId,
    keyId: key.id,
    ...sealPersonExport(key, row.id, document),
  })
}

/** The report, the person, and the whole case only where it concerns nobody else and this body leads it. */
async function nameErasure(ctx: Context, row: RequestRow, personId: string | undefined): Promise<void> {
  const staff = asStaff(ctx)
  const head = row.case_id === null ? undefined : await findCaseHead(ctx, row.case_id)
  const report = row.report_id === null ? [] : [{ kind: 'report' as const, id: row.report_id }]
  if (!head) return nameScope(ctx, row.id, report)
  const file = await readCase(staff, head.code, 'export', 'rights')
  const own = personOf(file, personId)
  if (!own && file.persons.length > 1) throw new RefusedError('rights.which-person')
  const alone = file.persons.every((each) => each.person_id === own?.person_id)
  return nameScope(ctx, row.id, [
    ...report,
    ...(own ? [{ kind: 'person' as const, id: own.person_id }] : []),
    ...(alone && head.lead_org === staff.actor.orgId ? [{ kind: 'case' as const, id: head.id }] : []),
  ])
}

export type Decision =
  | { readonly result: 'done'; readonly answer: string }
  | { readonly result: 'refused'; readonly answer: string; readonly basis: RefusalBasis }

/** The data-protection officer answers. An erasure then waits for a second person; an export is released unread. */
export async function decideRequest(
  ctx: Context,
  id: string,
  seen: number,
  decision: Decision,
): Promise<void> {
  const { actor } = asStaff(ctx)
  const row = await getRequest(ctx, id)
  if (decision.answer.trim() === '') throw new InvalidInputError([{ path: 'answer', code: 'answer.missing' }])
  const key = await loadKey(ctx, row.key_id)
  const base = {
    decided_by: actor.staffId,
    decided_at: ctx.now,
    answer_sealed: key.sealText(`rights_requests.answer_sealed/${id}`, decision.answer.trim()),
  }
  if (decision.result === 'refused')
    return change(
      ctx,
      row,
      seen,
      { ...base, state: 'refused', refusal_basis: decision.basis, answered_at: ctx.now },
      'refused',
    )
  if (row.state !== 'ready') throw new RefusedError('rights.not-prepared')
  if (row.kind === 'erasure') {
    await refuseHeld(ctx, row)
    return change(ctx, row, seen, { ...base, state: 'confirming' }, 'erasure-decided')
  }
  if (row.kind === 'access' && !(await releaseExport(ctx, id))) throw new RefusedError('rights.not-prepared')
  await change(ctx, row, seen, { ...base, state: 'answered', answered_at: ctx.now }, 'answered')
  if (row.told_orgs.length > 0) await enqueue(ctx, 'rights.tell-bodies', { requestId: id })
}

async function refuseHeld(ctx: Context, row: RequestRow): Promise<void> {
  const hold = await findHold(ctx, row.case_id)
  if (hold) throw new RefusedError('rights.legal-hold', [hold.reason])
}

/** The second person of an erasure, a supervisor who did not decide it. Only this lets the job destroy keys. */
export async function confirmErasure(ctx: Context, id: string, seen: number): Promise<void> {
  const { actor } = asStaff(ctx)
  const row = await getRequest(ctx, id)
  if (row.state !== 'confirming') throw new RefusedError('rights.not-decided')
  if (row.decided_by === actor.staffId) throw new RefusedError('rights.second-person')
  await refuseHeld(ctx, row)
  await change(
    ctx,
    row,
    seen,
    { state: 'erasing', confirmed_by: actor.staffId, confirmed_at: ctx.now },
    'erasure-confirmed',
  )
  await enqueue(ctx, 'rights.erase', { requestId: id })
}

/** Only an erasure may wait: its clock is our own target. A clock of the law does not stand still. */
export async function pauseRequest(ctx: Context, id: string, seen: number): Promise<void> {
  const row = await getRequest(ctx, id)
  if (row.kind !== 'erasure') throw new RefusedError('rights.legal-clock', [], 'UU 27/2022')
  if (row.paused_at !== null) return
  await change(ctx, row, seen, { paused_at: ctx.now }, 'paused')
}

/** The time that it stood still is added to the end. */
export async function resumeRequest(ctx: Context, id: string, seen: number): Promise<void> {
  const row = await getRequest(ctx, id)
  if (row.paused_at === null) return
  const stood = ctx.now.getTime() - row.paused_at.getTime()
  await change(ctx, row, seen, { paused_at: null, due_at: new Date(row.due_at.getTime() + stood) }, 'resumed')
}

/** A restriction that was granted ends: the person asked for it again to be used, or its reason is gone. */
export async function endRestriction(ctx: Context, id: string, seen: number): Promise<void> {
  const row = await getRequest(ctx, id)
  if (row.kind !== 'restriction' || row.state !== 'answered' || row.ended_at !== null)
    throw new RefusedError('rights.not-open')
  await change(ctx, row, seen, { ended_at: ctx.now }, 'restriction-ended')
}

/** Whom an officer may name where a case concerns several persons. Opens the case and is recorded as such. */
export async function listPersonsOf(
  ctx: Context,
  id: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const row = await getRequest(ctx, id)
  const head = row.case_id === null ? undefined : await findCaseHead(ctx, row.case_id)
  if (!head) return []
  const file = await readCase(asStaff(ctx), head.code, 'export', 'rights')
  return file.persons.map((each, at) => ({
    id: each.person_id,
    name: each.person?.facts?.names[0] ?? String(at + 1),
  }))
}
