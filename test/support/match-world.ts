import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { addNewPerson, createCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS, type PersonFacts, type PersonMarks } from '#src/modules/people/index.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { findPersonKey } from '../../src/modules/matches/missing/missing-queries.ts'
import { insertFound, insertMatch, keepSearch } from '../../src/modules/matches/compare/compare-queries.ts'
import type { TestPlatform } from './platform.ts'
import type { TestOrg } from './test-orgs.ts'

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

export type Known = { readonly id: string; readonly code: string }

/** A person in a case of her own. */
export async function knowPerson(
  world: TestPlatform,
  facts: Partial<PersonFacts>,
  marks: Partial<PersonMarks> = {},
  org: TestOrg = 'jhb',
): Promise<Known> {
  const officer = await world.as('caseworker', org)
  return world.staff(officer, async (ctx) => {
    const { code } = await createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: '',
    })
    const id = await addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(), ...facts },
      marks: { ...NO_MARKS, ...marks },
    })
    return { id, code }
  })
}

export async function sendDraft(
  world: TestPlatform,
  draft: Partial<ReportDraft>,
): Promise<{ readonly id: string; readonly holder: Actor }> {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const whole: ReportDraft = { ...blankReport({ channel: 'web', language: 'id' }), ...draft }
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, whole, key))
  return { id: reportId, holder }
}
