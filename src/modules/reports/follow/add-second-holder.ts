import type { TrackingCode } from '#src/domain/reports/tracking-code.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { hashOfCode, secondCodeOf } from '../receive/report-keys.ts'
import { insertCode } from '../receive/report-queries.ts'
import { keepOnlySecond } from './follow-queries.ts'
import { getHeldAsFirst } from './held.ts'

/**
 * A code of its own for one trusted person: follows, adds and asks for contact; cannot withdraw, change or read the
 * story. A new one ends the one before. The same `nonce` (of the page that offers it) gives the same code again.
 */
export async function addSecondHolder(ctx: Context, nonce: string): Promise<TrackingCode> {
  if (ctx.actor.kind !== 'public' || !ctx.actor.codeHash)
    throw new Error('only the holder of the first code makes a second')
  const held = await getHeldAsFirst(ctx)
  const code = secondCodeOf(ctx.platform, ctx.actor.codeHash, nonce)
  const hash = hashOfCode(ctx.platform, code)
  const there = await keepOnlySecond(ctx, hash)
  if (!there) await insertCode(ctx, { hash, reportId: held.id, holder: 'second' })
  const verb = there ? 'report.second-holder-shown' : 'report.second-holder-added'
  const { id: reportId, case_id: caseId } = held
  await writeJournal(ctx, { verb, subjectKind: 'report', subjectId: reportId, reportId, caseId }, held.org_id)
  return code
}
