import { z } from 'zod'
import type { Likeness } from '#src/domain/linkage/standing.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob, type Ticker } from '#src/platform/jobs/jobs.ts'
import { loadStanding } from '#src/platform/linkage-weights.ts'
import {
  countPersons,
  findSharing,
  insertMatch,
  listDonePairs,
  replaceKeys,
  takeUncompared,
} from './compare-queries.ts'
import { compareSearches } from './compare-searches.ts'
import { checkHints, hintBodies } from './hints.ts'
import { blockKeys, likely, sharesCase } from './likely.ts'
import { loadPersons, loadReports, type Subject } from './subject.ts'

const JOB: Actor = { kind: 'job', name: 'matches' }
const LOOKED_AT = 60
const MOST_PROPOSED = 5

/**
 * Every new contact: compared with the persons of the same body, which makes proposals to its officers, and with those who are
 * looked for, which nobody hears of but a few people of the body that knows the person. Safe to run twice.
 */
export const compareJob = defineJob(
  'matches.compare',
  z.strictObject({ kind: z.enum(['person', 'report']), id: z.uuid() }),
  (platform, subject) => runAs(platform, JOB, (ctx) => compareOne(ctx, subject)),
)

async function compareOne(
  ctx: Context,
  { kind, id }: { readonly kind: 'person' | 'report'; readonly id: string },
): Promise<void> {
  const [subject] = await (kind === 'person' ? loadPersons(ctx, [id]) : loadReports(ctx, [id]))
  // Erased, or no case: nothing is left to look it up by.
  if (!subject) return replaceKeys(ctx, { id, kind }, [])
  const kept = { id, kind: subject.search ? ('search' as const) : kind }
  await replaceKeys(ctx, kept, blockKeys(ctx, subject, 'stored'))
  if (subject.said.names.length === 0) return
  if (subject.search === undefined) await proposeSame(ctx, subject)
  await compareSearches(ctx, subject)
  if (subject.kind === 'person') await hintBodies(ctx, subject)
}

const AT_ONCE = 20

/** What came in before, or at once, is compared little by little, each in a transaction of its own. */
export const compareCatchUp: Ticker = {
  name: 'matches.catch-up',
  everyMs: 5_000,
  tick: async (platform) => {
    const waiting = await runAs(platform, JOB, (ctx) => takeUncompared(ctx, AT_ONCE))
    for (const subject of waiting) await runAs(platform, JOB, (ctx) => compareOne(ctx, subject))
    await runAs(platform, JOB, checkHints)
  },
}

async function proposeSame(ctx: Context, subject: Subject): Promise<void> {
  // A report in a case has its persons there; they are compared themselves.
  if (subject.kind === 'report' && subject.cases.length > 0) return
  const done = await listDonePairs(ctx, subject.id)
  const hits = await findSharing(ctx, {
    keys: blockKeys(ctx, subject, 'asked'),
    among: ['person'],
    orgId: subject.orgId,
    limit: LOOKED_AT,
  })
  const ids = hits.map((hit) => hit.id).filter((id) => id !== subject.id && !done.has(id))
  const others = (await loadPersons(ctx, ids)).filter((other) => !sharesCase(subject, other))
  const found = likely(subject, others, await countPersons(ctx, subject.orgId))
  for (const each of found.slice(0, MOST_PROPOSED)) await propose(ctx, subject, others[each.at]!, each)
}

async function propose(ctx: Context, subject: Subject, other: Subject, likeness: Likeness): Promise<void> {
  const id = ctx.newId()
  const isNew = await insertMatch(ctx, {
    id,
    orgId: subject.orgId,
    leftKind: subject.kind,
    leftId: subject.id,
    rightId: other.id,
    verdict: likeness.verdict,
    modelVersion: loadStanding().model.version,
    codes: likeness.steps.map((step) => step.code),
    weights: likeness.steps.map((step) => step.weight),
    chance: likeness.chance,
  })
  if (isNew)
    await writeJournal(
      ctx,
      {
        verb: 'match.proposed',
        subjectKind: 'person-match',
        subjectId: id,
        details: { verdict: likeness.verdict },
      },
      subject.orgId,
    )
}
