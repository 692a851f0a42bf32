import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { readPersonExport, type PersonExport } from './person-export.ts'
import {
  findHeldReport,
  findOwnExport,
  findReportCase,
  insertRequest,
  listOwn,
  type NewRequest,
} from './request-queries.ts'
import { dueAt, RIGHT_KINDS, type Identified, type RightKind, type RightState } from './right.ts'

export const LONGEST_WORDS = 2000

export function isRightKind(text: string): text is RightKind {
  return (RIGHT_KINDS as readonly string[]).includes(text)
}

function checkWords(words: string): string {
  const text = words.trim()
  if (text.length > LONGEST_WORDS)
    throw new InvalidInputError([{ path: 'words', code: 'text.too-long', params: { max: LONGEST_WORDS } }])
  return text
}

/** The holder of the first code asks about own data; words are optional. Returns the id of the request. */
export async function askForRight(ctx: Context, kind: RightKind, words: string): Promise<string> {
  const text = checkWords(words)
  const held = await findHeldReport(ctx)
  if (!held) throw new NotFoundError('report.not-found')
  if (held.holder !== 'first') throw new NotAllowedError('report.second-holder-may-not')
  return store(ctx, text, {
    orgId: held.org_id,
    reportId: held.id,
    caseId: held.case_id,
    kind,
    via: 'follow-page',
    identified: 'code-and-pin',
  })
}

/** By telephone, at the desk or through the API: about a report or a case that the writer may open. */
export async function recordRequest(
  ctx: Context,
  input: {
    readonly reportId?: string
    readonly caseId?: string
    readonly kind: RightKind
    readonly words: string
    readonly identified: Exclude<Identified, 'code-and-pin'>
  },
): Promise<string> {
  const { actor } = asStaff(ctx)
  const report = input.reportId === undefined ? undefined : await findReportCase(ctx, input.reportId)
  if (input.reportId !== undefined && !report) throw new NotFoundError('report.not-found')
  return store(ctx, checkWords(input.words), {
    orgId: actor.orgId,
    reportId: report?.id ?? null,
    caseId: report?.case_id ?? input.caseId ?? null,
    kind: input.kind,
    via: 'staff',
    staffId: actor.staffId,
    identified: input.identified,
  })
}

async function store(
  ctx: Context,
  words: string,
  request: Omit<NewRequest, 'id' | 'dueAt' | 'keyId' | 'words'>,
): Promise<string> {
  const id = ctx.newId()
  const key = await createKey(ctx, 'request', id)
  await insertRequest(ctx, {
    ...request,
    id,
    dueAt: dueAt(request.kind, ctx.now),
    keyId: key.id,
    words: key.sealText(`rights_requests.words_sealed/${id}`, words),
  })
  await writeJournal(
    ctx,
    {
      verb: 'rights.asked',
      subjectKind: 'rights-request',
      subjectId: id,
      reportId: request.reportId,
      caseId: request.caseId,
      details: { kind: request.kind, via: request.via },
    },
    request.orgId,
  )
  await enqueue(ctx, 'rights.asked', { requestId: id })
  return id
}

export type OwnRequest = {
  readonly id: string
  readonly kind: RightKind
  readonly state: RightState
  readonly askedAt: Date
  readonly dueAt: Date
  readonly answeredAt: Date | null
  readonly answer: string | undefined
}

/** What the holder of the first code asked, and the answers. */
export async function listOwnRequests(ctx: Context): Promise<readonly OwnRequest[]> {
  const rows = await listOwn(ctx)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RightKind,
    state: row.state as RightState,
    askedAt: row.created_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    answer:
      row.answer_sealed === null
        ? undefined
        : keys.get(row.key_id)?.openText(`rights_requests.answer_sealed/${row.id}`, row.answer_sealed),
  }))
}

/** The released file of one's own request; row security shows no other. */
export async function readOwnExport(ctx: Context, requestId: string): Promise<PersonExport> {
  const file = await findOwnExport(ctx, requestId)
  if (!file) throw new NotFoundError('rights.export-not-found')
  await writeAudit(ctx, {
    verb: 'rights.export-opened',
    subjectKind: 'rights-request',
    subjectId: requestId,
  })
  return readPersonExport(await loadKey(ctx, file.key_id), requestId, file.sealed)
}
