import {
  CONSENT_ITEMS,
  type ConsentAnswer,
  type ConsentItem,
  type NeedKind,
} from '#src/domain/cases/codes.ts'
import type { CompetenceFinding, Proposal } from '#src/domain/competence/competence.ts'
import { consentAnswer } from '#src/domain/disclosure/consent.ts'
import { leastNeeded } from '#src/domain/referrals/exception.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import { readRouting } from '#src/modules/competence/index.ts'
import { competenceFor, listCandidates, type CandidateOrg } from './candidates.ts'
import { readCaseConsents, readerOf } from './case-consents.ts'
import { gatherSendables, type SendableWords } from './gather-sendables.ts'
import type { Sendable } from './offer-referral.ts'
import { listOrgs, type OrgRow } from '#src/modules/referrals/referral-queries.ts'

/** What the person said about one body, item by item. A body that a reporter named is a no throughout. */
export type BodyAnswers = {
  readonly org: OrgRow
  readonly answers: Readonly<Record<ConsentItem, ConsentAnswer>>
}

export type ReferralProposal = {
  /** The body that offers. */
  readonly own: OrgRow
  readonly file: CaseFile
  readonly sendables: readonly Sendable[]
  readonly handling: readonly string[]
  readonly need: CaseFile['needs'][number]
  readonly proposals: readonly Proposal[]
  readonly findings: readonly CompetenceFinding[]
  /** Competent bodies of this installation in the order of the law, ours left out. */
  readonly candidates: readonly (CandidateOrg & BodyAnswers)[]
  /** Every other body; an officer may know better than the table. */
  readonly others: readonly BodyAnswers[]
  /** The most that may go under an exception. */
  readonly exceptionItems: readonly ConsentItem[]
  /** When something about sharing was last said; undefined when nothing ever was. */
  readonly saidAt: Date | undefined
}

/**
 * Everything the officer needs to offer one need: competent bodies with their basis, what the law leaves open (recorded each
 * time it is met), what the file holds, and what the person allows each body.
 */
export async function proposeReferral(
  ctx: StaffContext,
  wanted: { readonly caseCode: string; readonly needId: string },
  words: SendableWords,
): Promise<ReferralProposal> {
  const { file, sendables, handling } = await gatherSendables(ctx, wanted, words)
  const need = file.needs.find((each) => each.id === wanted.needId)
  if (!need) throw new NotFoundError('need.not-found')
  const kind = need.kind as NeedKind
  const competence = await competenceFor(ctx, file.row.id, kind)
  await recordFindings(ctx, file.row.id, need.id, competence.findings)
  // What the law leaves open goes into the register of the case as well, once.
  await readRouting(ctx, file)
  const said = await readCaseConsents(ctx, file.row.id)
  const answersOf = (org: OrgRow): BodyAnswers => ({
    org,
    answers: Object.fromEntries(
      CONSENT_ITEMS.map((item) => [
        item,
        said.isKeptFrom(org)
          ? 'no'
          : consentAnswer({
              consents: said.consents,
              item,
              reader: readerOf(org),
              at: ctx.now,
              suspects: said.suspects,
            }),
      ]),
    ) as BodyAnswers['answers'],
  })
  const candidates = (await listCandidates(ctx, { caseId: file.row.id, need: kind })).filter(
    (each) => each.org.id !== ctx.actor.orgId,
  )
  const orgs = await listOrgs(ctx)
  const shown = new Set([ctx.actor.orgId, ...candidates.map((each) => each.org.id)])
  return {
    own: orgs.find((org) => org.id === ctx.actor.orgId)!,
    file,
    sendables,
    handling,
    need,
    proposals: competence.proposals,
    findings: competence.findings,
    candidates: candidates.map((each) => ({ ...each, ...answersOf(each.org) })),
    others: orgs.filter((org) => !shown.has(org.id)).map(answersOf),
    exceptionItems: leastNeeded(kind),
    saidAt: said.consents.at(-1)?.at,
  }
}

async function recordFindings(
  ctx: StaffContext,
  caseId: string,
  needId: string,
  findings: readonly CompetenceFinding[],
): Promise<void> {
  for (const finding of findings)
    await writeAudit(ctx, {
      verb: `competence.${finding.kind}`,
      subjectKind: 'need',
      subjectId: needId,
      caseId,
      details: finding.kind === 'overlap' ? { leads: finding.leads } : {},
    })
}
