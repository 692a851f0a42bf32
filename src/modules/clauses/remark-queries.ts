import type { CommentAnswer } from '#src/domain/clauses/comment-state.ts'
import type { VillageDecision, VillageTopic, Finding } from '#src/domain/clauses/village-check.ts'
import type { Context } from '#src/platform/db/context.ts'
import { written } from './clause-queries.ts'

const MOST_ROWS = 1000

export type NewWording = {
  readonly textId: string
  readonly number: number
  readonly clause: string
  readonly wording: string
  readonly instrument: string | null
  readonly article: string | null
  readonly takenFrom: string | null
  readonly reason: string
}

export async function insertWording(ctx: Context, wording: NewWording): Promise<string> {
  const { textId, takenFrom, ...rest } = wording
  const row = { ...written(ctx), ...rest, text_id: textId, taken_from: takenFrom }
  await ctx.tx.insertInto('app.clause_wordings').values(row).execute()
  return row.id
}

/** Of one clause or of the whole text, the oldest first. */
export async function listWordings(ctx: Context, textId: string, clause?: string) {
  return ctx.tx
    .selectFrom('app.clause_wordings as w')
    .innerJoin('app.organisations as o', 'o.id', 'w.org_id')
    .leftJoin('app.staff as s', 's.id', 'w.author')
    .select([
      'w.id',
      'w.clause',
      'w.number',
      'w.wording',
      'w.instrument',
      'w.article',
      'w.taken_from',
      'w.reason',
      'w.created_at',
      'o.short_name as body',
      's.display_name as author',
    ])
    .where('w.text_id', '=', textId)
    .$if(clause !== undefined, (query) => query.where('w.clause', '=', clause ?? ''))
    .orderBy('w.created_at')
    .orderBy('w.id')
    .limit(MOST_ROWS)
    .execute()
}

export async function findWording(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.clause_wordings')
    .select(['id', 'text_id', 'clause', 'wording'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertChoice(
  ctx: Context,
  choice: {
    readonly textId: string
    readonly wordingId: string
    readonly forNumber: number
    readonly reason: string
  },
): Promise<void> {
  await ctx.tx
    .insertInto('app.clause_choices')
    .values({
      ...written(ctx),
      text_id: choice.textId,
      wording_id: choice.wordingId,
      for_number: choice.forNumber,
      reason: choice.reason,
    })
    .execute()
}

/** What was chosen for one version, the latest last. */
export async function listChoices(ctx: Context, textId: string) {
  return ctx.tx
    .selectFrom('app.clause_choices as c')
    .innerJoin('app.clause_wordings as w', 'w.id', 'c.wording_id')
    .select(['c.wording_id', 'c.for_number', 'c.reason', 'c.created_at', 'w.clause', 'w.wording'])
    .where('c.text_id', '=', textId)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .limit(MOST_ROWS)
    .execute()
}

export async function insertComment(
  ctx: Context,
  comment: {
    readonly textId: string
    readonly number: number
    readonly clause: string
    readonly comment: string
  },
): Promise<string> {
  const { textId, ...rest } = comment
  const row = { ...written(ctx), ...rest, text_id: textId }
  await ctx.tx.insertInto('app.clause_comments').values(row).execute()
  return row.id
}

/** Each comment with its latest answer. */
export async function listComments(ctx: Context, textId: string, clause?: string) {
  return ctx.tx
    .selectFrom('app.clause_comments as c')
    .innerJoin('app.organisations as o', 'o.id', 'c.org_id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('app.clause_answers as each')
          .innerJoin('app.organisations as b', 'b.id', 'each.org_id')
          .select([
            'each.state',
            'each.answer',
            'each.created_at as answered_at',
            'b.short_name as answered_by',
          ])
          .whereRef('each.comment_id', '=', 'c.id')
          .orderBy('each.created_at', 'desc')
          .orderBy('each.id', 'desc')
          .limit(1)
          .as('a'),
      (join) => join.onTrue(),
    )
    .select([
      'c.id',
      'c.clause',
      'c.number',
      'c.comment',
      'c.created_at',
      'o.short_name as body',
      'a.state',
      'a.answer',
      'a.answered_at',
      'a.answered_by',
    ])
    .where('c.text_id', '=', textId)
    .$if(clause !== undefined, (query) => query.where('c.clause', '=', clause ?? ''))
    .orderBy('c.created_at')
    .orderBy('c.id')
    .limit(MOST_ROWS)
    .execute()
}

export async function findComment(ctx: Context, id: string) {
  return ctx.tx
    .selectFrom('app.clause_comments')
    .select(['id', 'text_id', 'clause'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertAnswer(
  ctx: Context,
  answer: {
    readonly textId: string
    readonly commentId: string
    readonly state: CommentAnswer
    readonly answer: string
  },
): Promise<void> {
  const { textId, commentId, ...rest } = answer
  await ctx.tx
    .insertInto('app.clause_answers')
    .values({ ...written(ctx), ...rest, text_id: textId, comment_id: commentId })
    .execute()
}

export type NewFinding = VillageDecision & {
  readonly textId: string
  readonly number: number
  readonly note: string
}

export async function insertFinding(ctx: Context, { textId, clauses, ...rest }: NewFinding): Promise<void> {
  await ctx.tx
    .insertInto('app.village_findings')
    .values({ ...written(ctx), ...rest, clauses: [...clauses], text_id: textId })
    .execute()
}

/** In the order in which they were said. */
export async function listFindings(ctx: Context, textId: string, number: number) {
  const rows = await ctx.tx
    .selectFrom('app.village_findings as f')
    .innerJoin('app.organisations as o', 'o.id', 'f.org_id')
    .select(['f.topic', 'f.finding', 'f.clauses', 'f.note', 'f.created_at', 'o.short_name as body'])
    .where('f.text_id', '=', textId)
    .where('f.number', '=', number)
    .orderBy('f.created_at')
    .orderBy('f.id')
    .limit(MOST_ROWS)
    .execute()
  return rows.map((row) => ({ ...row, topic: row.topic as VillageTopic, finding: row.finding as Finding }))
}
