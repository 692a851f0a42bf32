import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, type Problem } from '#src/platform/errors.ts'
import { findBody } from './change-queries.ts'
import { closeEdit, findEdit, insertEdit, type DirectoryEdit } from './edit-queries.ts'
import { listServices } from './read-queries.ts'

export type EditProposal = {
  readonly bodyId: string
  readonly edit: DirectoryEdit
  readonly serviceId?: string
  readonly nameId?: string
  readonly nameEn?: string
  /** ISO country, or * for every destination. */
  readonly country?: string
  readonly source: string
}

/** The first reader says that a name or a place changed, or that a body or service is no more. Nothing changes before the second. */
export async function proposeEdit(ctx: Context, proposal: EditProposal): Promise<string> {
  const { actor } = asStaff(ctx)
  const { edit, bodyId } = proposal
  if (!(await findBody(ctx, bodyId))) throw new NotFoundError('directory.not-found')
  const problems: Problem[] = []
  const nameId = (proposal.nameId ?? '').trim()
  const names = edit === 'rename'
  const places = edit === 'cover' || edit === 'uncover'
  if (names && (nameId.length < 2 || nameId.length > 200))
    problems.push({ path: 'newNameId', code: 'directory.name' })
  if (places && !/^([A-Z]{2}|\*)$/.test(proposal.country ?? ''))
    problems.push({ path: 'newCountry', code: 'directory.country' })
  if (proposal.source.trim().length < 3) problems.push({ path: 'editSource', code: 'directory.source' })
  if (edit === 'end-service') {
    const services = await listServices(ctx, [bodyId])
    if (!services.some((each) => each.id === proposal.serviceId))
      problems.push({ path: 'service', code: 'directory.service' })
  }
  if (problems.length > 0) throw new InvalidInputError(problems)
  const id = ctx.newId()
  await insertEdit(ctx, {
    id,
    bodyId,
    edit,
    serviceId: edit === 'end-service' ? (proposal.serviceId ?? null) : null,
    nameId: names ? nameId : null,
    nameEn: names ? (proposal.nameEn ?? '').trim() || nameId : null,
    country: places ? (proposal.country ?? null) : null,
    source: proposal.source.trim(),
    staffId: actor.staffId,
    orgId: actor.orgId,
  })
  await note(ctx, 'directory.proposed', bodyId, id, edit)
  return id
}

/** The second reader. Throws RefusedError('directory.second-reader') for one's own and for what was decided already. */
export async function decideEdit(
  ctx: Context,
  id: string,
  decision: 'confirmed' | 'refused',
): Promise<{ readonly bodyId: string; readonly edit: DirectoryEdit }> {
  const { actor } = asStaff(ctx)
  const row = await findEdit(ctx, id)
  if (!row || row.state !== 'waiting') throw new NotFoundError('directory.change-not-found')
  if (
    row.proposed_by === actor.staffId ||
    !(await closeEdit(ctx, id, { state: decision, staffId: actor.staffId }))
  )
    throw new RefusedError('directory.second-reader')
  await note(
    ctx,
    decision === 'confirmed' ? 'directory.confirmed' : 'directory.refused',
    row.body_id,
    id,
    row.edit,
  )
  return { bodyId: row.body_id, edit: row.edit as DirectoryEdit }
}

async function note(
  ctx: Context,
  verb: `directory.${string}`,
  bodyId: string,
  change: string,
  action: string,
): Promise<void> {
  await writeJournal(ctx, {
    verb,
    subjectKind: 'directory-body',
    subjectId: bodyId,
    details: { change, action },
  })
}
