import { isRole, may, type Permission } from '#src/domain/disclosure/roles.ts'
import {
  checkBy,
  countsUntil,
  WRITTEN_KINDS,
  WRITTEN_ROLES,
  type MentionState,
  type WrittenKind,
  type WrittenRole,
} from '#src/domain/networks/written.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
  type Problem,
} from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import {
  findCaseId,
  findMentionRow,
  insertMention,
  listMentionRows,
  seesReport,
  updateMention,
  type FileId,
  type MentionRow,
} from './mention-queries.ts'
import { tokensOf } from './tokens.ts'

export type Mention = {
  readonly id: string
  readonly kind: WrittenKind
  readonly role: WrittenRole
  /** Undefined: its key was destroyed. */
  readonly value: string | undefined
  readonly source: string | undefined
  readonly saidOn: Date | undefined
  readonly writtenAt: Date
  readonly state: MentionState
  readonly expiresAt: Date
  readonly version: number
  readonly caseCode: string | undefined
  readonly reportId: string | undefined
  readonly orgName: string
  readonly own: boolean
}

export type MentionForm = {
  readonly kind: string
  readonly role: string
  readonly value: string
  readonly source: string
  /** `2026-11-21` or empty. */
  readonly saidOn: string
  /** The case by its code, or the tip by its id. */
  readonly caseCode: string
  readonly reportId: string
}

export const MENTIONS_PAGE = 25
const LONGEST = { value: 300, source: 2000 } as const

export function allowed(ctx: StaffContext, permission: Permission): void {
  if (!may(ctx.actor.roles.filter(isRole), permission)) throw new NotAllowedError('network.not-yours')
}

/** Writes down what a case or a tip says of a recruiter. It counts half a year unless somebody else checks it. */
export async function addMention(ctx: StaffContext, form: MentionForm): Promise<string> {
  allowed(ctx, 'network.edit')
  const kind = WRITTEN_KINDS.find((each) => each === form.kind)
  const role = WRITTEN_ROLES.find((each) => each === form.role)
  const tokens = kind && tokensOf(ctx.platform, kind, form.value)
  const saidOn = dayOf(form.saidOn)
  const problems: readonly Problem[] = [
    ...(kind ? [] : [{ path: 'kind', code: 'missing' }]),
    ...(role ? [] : [{ path: 'role', code: 'missing' }]),
    ...(form.value.trim() === '' ? [{ path: 'value', code: 'missing' }] : []),
    ...(form.value.trim() !== '' && kind && !tokens ? [{ path: 'value', code: 'too-little' }] : []),
    ...(form.value.length > LONGEST.value ? [{ path: 'value', code: 'too-long' }] : []),
    ...(form.source.trim() === '' ? [{ path: 'source', code: 'missing' }] : []),
    ...(form.source.length > LONGEST.source ? [{ path: 'source', code: 'too-long' }] : []),
    ...(saidOn === 'wrong' || (saidOn && saidOn > ctx.now) ? [{ path: 'saidOn', code: 'wrong-day' }] : []),
  ]
  if (problems.length > 0 || !kind || !role || !tokens || saidOn === 'wrong')
    throw new InvalidInputError(problems)
  const file = await fileOf(ctx, form)
  const id = ctx.newId()
  const key = await createKey(ctx, 'network', id)
  await insertMention(ctx, {
    id,
    file,
    kind,
    role,
    saidOn,
    tokens,
    key,
    valueSealed: key.sealJson(`network_mentions.value_sealed/${id}`, form.value.trim()),
    sourceSealed: key.sealJson(`network_mentions.source_sealed/${id}`, form.source.trim()),
    expiresAt: countsUntil('reported', ctx.now),
  })
  await writeJournal(ctx, {
    verb: 'network.mentioned',
    subjectKind: 'network-mention',
    subjectId: id,
    ...('caseId' in file ? { caseId: file.caseId } : { reportId: file.reportId }),
    details: { kind, role },
  })
  await lookAnew(ctx)
  return id
}

function dayOf(text: string): Date | 'wrong' | undefined {
  if (text === '') return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) ? day : 'wrong'
}

async function fileOf(ctx: StaffContext, form: MentionForm): Promise<FileId> {
  if (form.caseCode !== '') {
    const caseId = await findCaseId(ctx, form.caseCode)
    if (caseId === undefined) throw new NotFoundError('case.not-found')
    return { caseId }
  }
  if (!(await seesReport(ctx, form.reportId))) throw new NotFoundError('report.not-found')
  return { reportId: form.reportId }
}

const lookAnew = (ctx: StaffContext): Promise<void> =>
  enqueue(ctx, 'networks.find', {}, { jobKey: 'networks-find' })

export async function listMentions(
  ctx: StaffContext,
  asked: { readonly kind?: string | undefined; readonly state?: string | undefined; readonly page: number },
): Promise<{ readonly mentions: readonly Mention[]; readonly more: boolean }> {
  allowed(ctx, 'network.read')
  const rows = await listMentionRows(ctx, {
    kind: WRITTEN_KINDS.find((kind) => kind === asked.kind),
    state: asked.state,
    limit: MENTIONS_PAGE + 1,
    offset: asked.page * MENTIONS_PAGE,
  })
  await writeAudit(ctx, {
    verb: 'network.listed',
    subjectKind: 'network-mention',
    details: { shown: rows.length },
  })
  return { mentions: await openAll(ctx, rows.slice(0, MENTIONS_PAGE)), more: rows.length > MENTIONS_PAGE }
}

/** Those of these that the reader may open: of the own body, or given by their owner. */
export async function openMentions(ctx: StaffContext, ids: readonly string[]): Promise<readonly Mention[]> {
  if (ids.length === 0) return []
  return openAll(ctx, await listMentionRows(ctx, { ids, limit: ids.length, offset: 0 }))
}

async function openAll(ctx: StaffContext, rows: readonly MentionRow[]): Promise<readonly Mention[]> {
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map((row): Mention => {
    const key = keys.get(row.key_id)
    const own = row.org_id === ctx.actor.orgId
    return {
      id: row.id,
      kind: row.kind as WrittenKind,
      role: row.role as WrittenRole,
      value: key?.openJson(`network_mentions.value_sealed/${row.id}`, row.value_sealed) as string | undefined,
      source: key?.openJson(`network_mentions.source_sealed/${row.id}`, row.source_sealed) as
        string | undefined,
      saidOn: row.said_on ?? undefined,
      writtenAt: row.created_at,
      state: row.state as MentionState,
      expiresAt: row.expires_at,
      version: row.version,
      // The number of another body's case is its own.
      caseCode: own ? (row.case_code ?? undefined) : undefined,
      reportId: own ? (row.report_id ?? undefined) : undefined,
      orgName: row.org_name ?? '',
      own,
    }
  })
}

export const MENTION_ACTS = ['check', 'refute', 'extend'] as const
export type MentionAct = (typeof MENTION_ACTS)[number]

/** Checks, refutes or renews a mention of the own body. A refuted one leaves every link at once. */
export async function judgeMention(
  ctx: StaffContext,
  asked: { readonly id: string; readonly version: number; readonly act: MentionAct },
): Promise<void> {
  allowed(ctx, 'network.edit')
  const row = await findMentionRow(ctx, asked.id)
  if (!row || row.org_id !== ctx.actor.orgId) throw new NotFoundError('network.not-found')
  const changed = await updateMention(ctx, row.id, asked.version, nextOf(ctx, row, asked.act))
  if (!changed) throw new StaleVersionError('network.stale', { version: row.version })
  await writeJournal(ctx, {
    verb: JUDGED[asked.act],
    subjectKind: 'network-mention',
    subjectId: row.id,
    ...(row.case_id && { caseId: row.case_id }),
    ...(row.report_id && { reportId: row.report_id }),
  })
  await lookAnew(ctx)
}

const JUDGED = {
  check: 'network.checked',
  refute: 'network.refuted',
  extend: 'network.extended',
} as const

function nextOf(ctx: StaffContext, row: MentionRow, act: MentionAct) {
  const state = row.state as MentionState
  switch (act) {
    case 'check': {
      const check = checkBy(ctx.actor.staffId, {
        state,
        writtenBy: row.by_staff,
        checkedBy: row.checked_by ?? undefined,
      })
      if (check.kind === 'refused') throw new RefusedError(check.code)
      const by = check.to === 'checked' ? 'checked_by' : 'confirmed_by'
      return { state: check.to, [by]: ctx.actor.staffId, expires_at: countsUntil(check.to, ctx.now) }
    }
    case 'refute':
      return { state: 'refuted', expires_at: row.expires_at }
    case 'extend':
      if (state === 'refuted') throw new RefusedError('network.refuted')
      return { expires_at: countsUntil(state, ctx.now) }
    default:
      return act satisfies never
  }
}
