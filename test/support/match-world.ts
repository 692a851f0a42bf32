import { runAs } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { findPersonKey } from '../../src/modules/matches/missing/missing-queries.ts'
import { insertFound, insertMatch, keepSearch } from '../../src/modules/matches/compare/compare-queries.ts'
import type { TestPlatform } from './platform.ts'

/** What the job that compares would leave behind: a proposal about a waiting report, and a person who is looked for. */
export async function leaveMatches(
  world: TestPlatform,
  of: {
    readonly orgId: string
    readonly personId: string
    readonly waitingId: string
    readonly caseReportId: string
    readonly seeker: string
  },
): Promise<{ readonly matchId: string; readonly foundId: string }> {
  return runAs(world.platform, { kind: 'job', name: 'test' }, async (ctx) => {
    const [matchId, foundId] = [ctx.newId(), ctx.newId()]
    const match = {
      orgId: of.orgId,
      verdict: 'same-person',
      modelVersion: 'test',
      codes: ['name-alike', 'birth-same'],
      weights: [5, 8],
    } as const
    await insertMatch(ctx, {
      ...match,
      id: matchId,
      leftKind: 'report',
      leftId: of.waitingId,
      rightId: of.personId,
      chance: 0.9,
    })
    await keepSearch(ctx, of.caseReportId)
    const key = await loadKey(ctx, await findPersonKey(ctx, of.personId))
    const seeker = { name: of.seeker, relation: 'parent', searched: [], since: '2026-11' }
    await insertFound(ctx, {
      ...match,
      id: foundId,
      reportId: of.caseReportId,
      subjectKind: 'person',
      subjectId: of.personId,
      keyId: key.id,
      seekerSealed: key.sealJson(`missing_matches.seeker_sealed/${foundId}`, seeker),
    })
    await writeJournal(ctx, { verb: 'match.proposed', subjectKind: 'person-match', subjectId: matchId })
    return { matchId, foundId }
  })
}
