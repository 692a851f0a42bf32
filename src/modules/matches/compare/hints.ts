import { consentAnswer } from '#src/domain/disclosure/consent.ts'
import { readCaseConsents, readerOf } from '#src/modules/referrals/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import {
  countPersons,
  deleteHint,
  findBody,
  findSharing,
  insertHint,
  isProtected,
  listCasesOfPersonsForJob,
  takeHints,
} from './compare-queries.ts'
import { blockKeys, likely } from './likely.ts'
import { loadPersons, type Subject } from './subject.ts'

const LOOKED_AT = 60
const MOST_HINTS = 3
/** Higher than for a proposal: here nobody can look at both records first. */
const LEAST_CHANCE = 0.8

/**
 * Another body may know the same person. Its officers hear of it only where the person said there that bodies of their kind
 * may know of the report and the name; silence is a no. They hear whom to ask, and nothing else.
 */
export async function hintBodies(ctx: Context, subject: Subject): Promise<void> {
  const hits = await findSharing(ctx, {
    keys: blockKeys(ctx, subject, 'asked'),
    among: ['person'],
    limit: LOOKED_AT,
  })
  const others = (
    await loadPersons(
      ctx,
      hits.map((hit) => hit.id).filter((id) => id !== subject.id),
    )
  ).filter((other) => other.orgId !== subject.orgId)
  const found = likely(subject, others, await countPersons(ctx))
  const sure = found.filter((each) => each.verdict === 'same-person' && each.chance >= LEAST_CHANCE)
  for (const each of sure.slice(0, MOST_HINTS)) {
    const other = others[each.at]!
    await hint(ctx, subject, other)
    await hint(ctx, other, subject)
  }
}

/** Tells `to` that the body of `about` may know the person, if the person allows it there. */
async function hint(ctx: Context, to: Subject, about: Subject): Promise<void> {
  if (!(await isAllowed(ctx, about.id, to.orgId)) || (await isProtected(ctx, to.cases))) return
  const id = ctx.newId()
  const row = { id, orgId: to.orgId, personId: to.id, otherOrg: about.orgId, otherPerson: about.id }
  if (!(await insertHint(ctx, row))) return
  await writeJournal(ctx, { verb: 'hint.given', subjectKind: 'body-hint', subjectId: id }, to.orgId)
}

/** A yes in some case of this person, and a no or a body kept out in none. A protected case says nothing to anybody. */
async function isAllowed(ctx: Context, personId: string, toOrg: string): Promise<boolean> {
  const cases = (await listCasesOfPersonsForJob(ctx, [personId])).map((each) => each.case_id)
  const body = await findBody(ctx, toOrg)
  if (!body || (await isProtected(ctx, cases))) return false
  let yes = false
  for (const caseId of cases) {
    const { consents, suspects, isKeptFrom } = await readCaseConsents(ctx, caseId)
    const question = { consents, suspects, reader: readerOf(body), at: ctx.now }
    const answers = (['that-i-reported', 'name'] as const).map((item) => consentAnswer({ ...question, item }))
    if (isKeptFrom(body) || answers.includes('no')) return false
    yes ||= answers.every((answer) => answer === 'yes')
  }
  return yes
}

const CHECKED_AT_ONCE = 20

/** Looks again at some hints: what the person took back is taken away within minutes. */
export async function checkHints(ctx: Context): Promise<void> {
  for (const row of await takeHints(ctx, CHECKED_AT_ONCE)) {
    if (await isAllowed(ctx, row.other_person, row.org_id)) continue
    await deleteHint(ctx, row.id)
    const entry = { verb: 'hint.taken-back', subjectKind: 'body-hint', subjectId: row.id } as const
    await writeJournal(ctx, entry, row.org_id)
  }
}
