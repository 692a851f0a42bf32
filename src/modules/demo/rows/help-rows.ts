import type { NeedKind } from '#src/domain/cases/codes.ts'
import type { DemoNeed, DemoNeedState, DemoReferral } from '#src/domain/demo/demo-world.ts'
import type { Batch } from '../batch.ts'
import { addFile, concernedIn, needIdOf, type CaseInWork } from './case-file.ts'
import { addConsents } from './consent-rows.ts'
import { demoId } from '../demo-id.ts'
import { addReferral, prepareReferral, type PreparedReferral } from './referral-rows.ts'
import { notAfter, type Scenery } from '../scenery.ts'

/** Needs with their one owner, consents, and the offers that consent or an exception carries. */
export function addHelp(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  const consents = addConsents(batch, scenery, file)
  for (const need of file.case.needs) {
    const asked = file.case.referrals.find((each) => each.need === need.key)
    const offer = asked && prepareReferral(batch, scenery, { file, need, referral: asked, consents })
    addNeed(batch, scenery, file, { need, asked, offer })
    if (offer === undefined) continue
    addReferral(batch, scenery, file, offer)
    if (TAKEN.includes(offer.referral.state)) addHelperFile(batch, scenery, file, offer)
    if (offer.referral.partWords !== undefined && offer.referral.state === 'accepted')
      addRest(batch, file, need, offer)
  }
}

const TAKEN: readonly string[] = ['accepted', 'in-progress', 'on-hold', 'completed', 'failed']
const OWNED_BY_RECEIVER: readonly string[] = ['accepted', 'in-progress', 'on-hold', 'completed']
const ENDED: readonly DemoNeedState[] = ['met', 'not-met', 'cancelled']

type NeedStory = {
  readonly need: DemoNeed
  readonly asked: DemoReferral | undefined
  readonly offer: PreparedReferral | undefined
}

function addNeed(batch: Batch, scenery: Scenery, file: CaseInWork, story: NeedStory): void {
  const { need, asked, offer } = story
  const id = needIdOf(file, need)
  // An offer that nothing allowed was never made: the need stayed with its owner.
  const state =
    asked !== undefined && offer === undefined && !ENDED.includes(need.state) ? 'open' : need.state
  const receiver =
    offer !== undefined && OWNED_BY_RECEIVER.includes(offer.referral.state) ? offer.to : undefined
  const ended = file.closedAt ?? offer?.referral.endedAt ?? file.case.lastTouchedAt
  batch.add('app.needs', {
    id,
    created_at: file.case.openedAt,
    case_id: file.caseId,
    person_id: concernedIn(file)?.id ?? null,
    kind: need.kind,
    state,
    owner_org: receiver?.id ?? file.lead.id,
    opened_by_org: file.lead.id,
    urgency: file.case.urgency,
    ended_at: ENDED.includes(state) ? notAfter(ended, scenery.world.until) : null,
  })
  tellNeed(batch, file, id, need.kind)
}

function tellNeed(batch: Batch, file: CaseInWork, id: string, kind: NeedKind): void {
  batch.tell({
    at: file.case.openedAt,
    by: file.officer,
    verb: 'need.added',
    subjectKind: 'need',
    subjectId: id,
    caseId: file.caseId,
    details: { kind, urgency: file.case.urgency },
  })
}

/** The receiver's own file on the case. In a protected case only the one who took it may open it. */
function addHelperFile(batch: Batch, scenery: Scenery, file: CaseInWork, offer: PreparedReferral): void {
  const { to, referral } = offer
  const taker = referral.answeredBy === undefined ? undefined : scenery.account(referral.answeredBy)
  if (taker === undefined || file.helpers.has(to.id)) return
  file.helpers.add(to.id)
  addFile(batch, file, {
    orgId: to.id,
    lead: 'helper',
    assignee: taker.id,
    since: offer.decidedAt ?? offer.at,
    touchedAt: notAfter(referral.endedAt ?? file.case.lastTouchedAt, scenery.world.until),
    due: undefined,
  })
  if (file.case.protection === undefined) return
  batch.add('app.protected_readers', {
    id: demoId(`reader ${file.caseId} ${to.id}`, offer.at),
    created_at: offer.at,
    case_id: file.caseId,
    org_id: to.id,
    staff_id: taker.id,
    named_by: (scenery.supervisor(to.demo.key) ?? taker).id,
  })
}

/** What was not taken stays with the sender as a need of its own. */
function addRest(batch: Batch, file: CaseInWork, need: DemoNeed, offer: PreparedReferral): void {
  const at = offer.decidedAt ?? offer.at
  const id = demoId(`rest of ${need.key}`, at)
  batch.add('app.needs', {
    id,
    created_at: at,
    case_id: file.caseId,
    person_id: concernedIn(file)?.id ?? null,
    kind: need.kind,
    state: 'open',
    owner_org: file.lead.id,
    opened_by_org: file.lead.id,
    urgency: file.case.urgency,
    split_from: needIdOf(file, need),
  })
}
