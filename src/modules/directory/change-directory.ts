import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import {
  addContact,
  changeContact,
  closeChange,
  daysChecked,
  decideDraft,
  findBody,
  findChange,
  findContact,
  insertChange,
  insertDraftBody,
  insertDraftService,
  type ChangeRow,
  type ContactType,
  type HowChecked,
  type NewBody,
  type NewService,
} from './change-queries.ts'

const DAY_MS = 24 * 3600_000

const VALUE: Readonly<Record<ContactType, RegExp>> = {
  phone: /^\+?[\d ()-]{3,24}$/,
  whatsapp: /^\+[\d ()-]{7,24}$/,
  freephone: /^\+?[\d ()-]{3,24}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  web: /^(https:\/\/)?[^\s/]+\.[^\s]+$/,
}

export type Proposal = {
  readonly bodyId: string
  /** Left out for a new contact. */
  readonly contactId?: string
  readonly action: 'add' | 'change' | 'check' | 'end'
  readonly type: ContactType
  readonly value?: string
  readonly source: string
  /** The first reader says: I tried this number today, and how. */
  readonly how?: HowChecked
}

/** What the first reader says. Nothing changes before a second person agrees. Returns the id of the proposal. */
export async function proposeChange(ctx: Context, proposal: Proposal): Promise<string> {
  const { actor } = asStaff(ctx)
  checkProposal(proposal)
  if (!(await findBody(ctx, proposal.bodyId))) throw new NotFoundError('directory.not-found')
  const contact = proposal.contactId ? await findContact(ctx, proposal.contactId) : undefined
  if (proposal.action !== 'add' && contact?.body_id !== proposal.bodyId)
    throw new NotFoundError('directory.contact-not-found')
  const id = ctx.newId()
  const takesValue = proposal.action === 'add' || proposal.action === 'change'
  await insertChange(ctx, {
    id,
    bodyId: proposal.bodyId,
    contactId: proposal.action === 'add' ? null : (proposal.contactId ?? null),
    action: proposal.action,
    type: takesValue ? proposal.type : ((contact?.type ?? proposal.type) as ContactType),
    before: contact?.value ?? null,
    after: takesValue ? (proposal.value?.trim() ?? '') : null,
    source: proposal.source.trim(),
    how: proposal.how ?? null,
    staffId: actor.staffId,
    orgId: actor.orgId,
  })
  await writeJournal(ctx, {
    verb: 'directory.proposed',
    subjectKind: 'directory-body',
    subjectId: proposal.bodyId,
    details: { change: id, action: proposal.action },
  })
  return id
}

function checkProposal(proposal: Proposal): void {
  const problems = []
  const takesValue = proposal.action === 'add' || proposal.action === 'change'
  if (takesValue && !VALUE[proposal.type].test((proposal.value ?? '').trim()))
    problems.push({ path: 'value', code: 'directory.value' })
  if (proposal.source.trim().length < 3) problems.push({ path: 'source', code: 'directory.source' })
  if (proposal.action === 'check' && !proposal.how) problems.push({ path: 'how', code: 'directory.how' })
  if (problems.length > 0) throw new InvalidInputError(problems)
}

/** The second reader. Nobody confirms his own; a contact that changed meanwhile is shown as it is now. */
export async function decideChange(
  ctx: Context,
  changeId: string,
  decision: 'confirmed' | 'refused',
): Promise<void> {
  const { actor } = asStaff(ctx)
  const change = await findChange(ctx, changeId)
  if (!change || change.state !== 'waiting') throw new NotFoundError('directory.change-not-found')
  if (change.proposed_by === actor.staffId) throw new RefusedError('directory.second-reader')
  const contactId = change.contact_id ?? (decision === 'confirmed' ? ctx.newId() : null)
  if (!(await closeChange(ctx, change.id, { state: decision, staffId: actor.staffId, contactId })))
    throw new StaleVersionError('directory.decided-meanwhile')
  if (decision === 'confirmed' && contactId) await apply(ctx, change, contactId, actor.staffId)
  await writeJournal(ctx, {
    verb: decision === 'confirmed' ? 'directory.confirmed' : 'directory.refused',
    subjectKind: 'directory-body',
    subjectId: change.body_id,
    details: { change: change.id, action: change.action },
  })
}

async function apply(ctx: Context, change: ChangeRow, contactId: string, confirmer: string): Promise<void> {
  const applied = { id: contactId, changeId: change.id, check: await checkOf(ctx, change, confirmer) }
  const value = change.after_value ?? change.before_value ?? ''
  const type = (change.type ?? 'phone') as ContactType
  if (change.action === 'add') return addContact(ctx, change, applied, value, type)
  const done = await changeContact(ctx, change, applied, {
    value,
    end: change.action === 'end' ? ctx.now : null,
    ...(change.action === 'change' && { type }),
  })
  if (!done) throw new StaleVersionError('directory.changed-meanwhile', await findContact(ctx, contactId))
}

/** The day that counts is the day of the first reader's own try, not the day of the confirmation. */
async function checkOf(ctx: Context, change: ChangeRow, confirmer: string) {
  if (change.how_checked === null || change.proposed_by === null) return undefined
  const days = await daysChecked(ctx)
  return {
    checked_by: change.proposed_by,
    checked_at: change.created_at,
    how_checked: change.how_checked,
    confirmed_by: confirmer,
    valid_until: new Date(change.created_at.getTime() + days * DAY_MS),
  }
}

/** A new body is a draft until a second person reads it; the public sees nothing of it before. */
export async function proposeBody(ctx: Context, body: Omit<NewBody, 'id' | 'staffId'>): Promise<string> {
  const { actor } = asStaff(ctx)
  const problems = [
    ...(body.nameId.trim().length < 2 ? [{ path: 'nameId', code: 'directory.name' }] : []),
    ...(/^([A-Z]{2}|\*)$/.test(body.country) ? [] : [{ path: 'country', code: 'directory.country' }]),
    ...(body.source.trim().length < 3 ? [{ path: 'source', code: 'directory.source' }] : []),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertDraftBody(ctx, {
    ...body,
    nameEn: body.nameEn.trim() || body.nameId.trim(),
    id,
    staffId: actor.staffId,
  })
  await writeJournal(ctx, {
    verb: 'directory.body-proposed',
    subjectKind: 'directory-body',
    subjectId: id,
    details: { kind: body.kind },
  })
  return id
}

export async function proposeService(
  ctx: Context,
  service: Omit<NewService, 'id' | 'staffId'>,
): Promise<string> {
  const { actor } = asStaff(ctx)
  if (!(await findBody(ctx, service.bodyId))) throw new NotFoundError('directory.not-found')
  const problems = [
    ...(service.nameId.trim().length < 2 ? [{ path: 'serviceName', code: 'directory.name' }] : []),
    ...(service.source.trim().length < 3 ? [{ path: 'serviceSource', code: 'directory.source' }] : []),
  ]
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertDraftService(ctx, {
    ...service,
    nameEn: service.nameEn.trim() || service.nameId.trim(),
    id,
    staffId: actor.staffId,
  })
  await writeJournal(ctx, {
    verb: 'directory.service-proposed',
    subjectKind: 'directory-body',
    subjectId: service.bodyId,
    details: { service: id },
  })
  return id
}

/** The second reader of a drafted body or service. */
export async function decideNew(
  ctx: Context,
  draft: { readonly what: 'body' | 'service'; readonly id: string; readonly bodyId: string },
  decision: 'live' | 'refused',
): Promise<void> {
  const { actor } = asStaff(ctx)
  const table = draft.what === 'body' ? 'app.directory_bodies' : 'app.directory_services'
  if (!(await decideDraft(ctx, table, draft.id, { state: decision, staffId: actor.staffId })))
    throw new RefusedError('directory.second-reader')
  await writeJournal(ctx, {
    verb: decision === 'live' ? 'directory.confirmed' : 'directory.refused',
    subjectKind: 'directory-body',
    subjectId: draft.bodyId,
    details: { [draft.what]: draft.id },
  })
}
