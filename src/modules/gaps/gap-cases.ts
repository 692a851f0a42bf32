import { readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { deleteGapCase, insertGapCase, selectGapsOfCase } from './gap-case-queries.ts'
import { allowed, gapsToChoose, getGap, logGap, takeUp, type Gap, type NewGap } from './gaps.ts'

export type GapsOfCase = {
  readonly file: CaseFile
  readonly linked: readonly Gap[]
  /** The rest of the register, to link one that is there already. */
  readonly others: readonly Gap[]
}

/** Opens the case, so it is recorded. */
export async function readGapsOfCase(ctx: StaffContext, code: string): Promise<GapsOfCase> {
  const file = await readCase(ctx, code, 'work', 'gaps')
  const ids = await selectGapsOfCase(ctx, file.row.id)
  const all = await gapsToChoose(ctx)
  const linked: Gap[] = []
  for (const id of ids) linked.push(all.find((gap) => gap.id === id) ?? (await getGap(ctx, id)))
  return { file, linked, others: all.filter((gap) => !ids.includes(gap.id)) }
}

/** Puts a case behind a gap. Nothing of the case goes into the register. */
export async function linkCase(ctx: StaffContext, code: string, gapId: string): Promise<void> {
  allowed(ctx, 'gap.log')
  const { row } = await readCase(ctx, code, 'work', 'gaps')
  const gap = await takeUp(ctx, await getGap(ctx, gapId))
  if (!(await insertGapCase(ctx, gap.id, row.id))) return
  await writeJournal(ctx, { verb: 'gap.linked', subjectKind: 'gap', subjectId: gap.id, caseId: row.id })
}

export async function unlinkCase(ctx: StaffContext, code: string, gapId: string): Promise<void> {
  allowed(ctx, 'gap.log')
  const { row } = await readCase(ctx, code, 'work', 'gaps')
  if (!(await deleteGapCase(ctx, gapId, row.id))) throw new NotFoundError('gap.not-found')
  await writeJournal(ctx, { verb: 'gap.unlinked', subjectKind: 'gap', subjectId: gapId, caseId: row.id })
}

/** Writes a new gap down and puts the case behind it, in one step. */
export async function logGapOfCase(ctx: StaffContext, code: string, given: NewGap): Promise<string> {
  const { row } = await readCase(ctx, code, 'work', 'gaps')
  const id = await logGap(ctx, given)
  await insertGapCase(ctx, id, row.id)
  await writeJournal(ctx, { verb: 'gap.linked', subjectKind: 'gap', subjectId: id, caseId: row.id })
  return id
}
