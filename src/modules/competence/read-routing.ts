import { createHash, randomUUID } from 'node:crypto'
import { NEED_KINDS, type NeedKind } from '#src/domain/cases/codes.ts'
import { conclude } from '#src/domain/rulebook/conclude.ts'
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import type { CompetenceAnswer } from '#src/domain/rulebook/competence/competence.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import { aboutOf } from '#src/modules/screening/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadRulebook, loadRulebookTexts } from '#src/platform/rulebook.ts'
import { saveFinding, type FindingRow } from './competence-queries.ts'

/** Needs for which somebody must still act. */
const UNDONE: readonly string[] = ['open', 'offered', 'in-progress', 'on-hold']

/** Who must act for each need of one case; undefined when no need waits. */
export type Routing = {
  readonly conclusion: Conclusion
  readonly answer: CompetenceAnswer
}

/** What the rulebook says of an opened case. What the law leaves open is written into the register once for each case. */
export async function readRouting(ctx: StaffContext, file: CaseFile): Promise<Routing | undefined> {
  const needs = NEED_KINDS.filter((kind) =>
    file.needs.some((need) => need.kind === kind && UNDONE.includes(need.state)),
  )
  if (needs.length === 0) return undefined
  const asOf = ctx.now.toISOString().slice(0, 10)
  const conclusion = conclude('competence', factsFor(file, needs), loadRulebook(), asOf)
  const { answer } = conclusion
  if (typeof answer !== 'object' || answer === null || !('needs' in answer)) return undefined
  const routing = { conclusion, answer: answer as unknown as CompetenceAnswer }
  await recordFindings(ctx, file.row.id, routing)
  return routing
}

/** Place, phase and person as the file has them; what it does not know stays unknown, and both places are proposed. */
function factsFor(file: CaseFile, needs: readonly NeedKind[]): Facts {
  const person = file.persons.find((each) => each.roles.includes('concerned'))
  const about: Facts = person === undefined ? {} : aboutOf(file, person)
  const phase = person !== undefined && person.phase !== 'unknown' ? person.phase : file.row.phase
  return {
    ...about,
    migration: {
      ...about.migration,
      ...(file.row.country !== null && { place: file.row.country === 'ID' ? 'home' : 'abroad' }),
      phase: phase as NonNullable<Facts['migration']>['phase'],
    },
    situation: { needs },
  }
}

async function recordFindings(
  ctx: StaffContext,
  caseId: string,
  { answer, conclusion }: Routing,
): Promise<void> {
  for (const row of rowsOf(answer, conclusion.asOf)) {
    // Not of time: the key stands in links that people read who may not know when a case showed it.
    const id = randomUUID()
    if (!(await saveFinding(ctx, id, caseId, row))) continue
    const { kind, need, place } = row
    await writeJournal(ctx, {
      verb: 'competence.found',
      subjectKind: 'competence-finding',
      subjectId: id,
      caseId,
      details: { kind, need, place },
    })
  }
}

/** One row for each need, kind and place, however many rules name it. */
function rowsOf(answer: CompetenceAnswer, asOf: string): readonly FindingRow[] {
  const found = new Map<string, FindingRow>()
  for (const { need, findings } of answer.needs)
    for (const { kind, place: at, rule, bodies } of findings) {
      // That nobody knows the place is a gap of the file, not of the law.
      if (kind === 'place-unknown') continue
      const place = at ?? answer.place
      const before = found.get(`${need} ${kind} ${place}`)
      found.set(`${need} ${kind} ${place}`, {
        kind,
        need,
        place,
        rules: [...new Set([...(before?.rules ?? []), ...(rule === null ? [] : [rule])])],
        bodies: [...new Set([...(before?.bodies ?? []), ...bodies.map((body) => body.kind)])],
        phase: answer.phase,
        personKind: answer.foreigner ?? answer.category,
        asOf,
        rulebookVersion: chapterVersion(),
      })
    }
  return [...found.values()]
}

/** Names the text of the chapter that showed a finding: twelve letters of its digest. */
function chapterVersion(): string {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'competence')
  return createHash('sha256').update(JSON.stringify(chapter)).digest('hex').slice(0, 12)
}
