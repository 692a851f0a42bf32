import { proposeBodies } from '#src/domain/competence/competence.ts'
import { referralClock, startClock } from '#src/domain/deadlines/clock.ts'
import { itemsFor } from '#src/domain/disclosure/consent.ts'
import { buildPackage } from '#src/domain/disclosure/package.ts'
import { addMilliseconds, DAY, HOUR } from '#src/domain/kernel/instant.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import type { DemoReferral } from '#src/domain/demo/demo-world.ts'
import { decideException, type ExceptionFact, type ExceptionGround } from '#src/domain/referrals/exception.ts'
import { keptFromKinds } from '#src/modules/desks/index.ts'
import { digestOf, readerOf, type ReferralPackage } from '#src/modules/referrals/index.ts'
import type { Batch } from '../batch.ts'
import { concernedIn, needIdOf, type CaseInWork, type Consented } from './case-file.ts'
import { askForBody } from './consent-rows.ts'
import { demoId } from '../demo-id.ts'
import { linesFor } from './package-lines.ts'
import { notAfter, type Account, type Body, type Scenery } from '../scenery.ts'

export type PreparedReferral = {
  readonly referral: DemoReferral
  readonly needId: string
  readonly to: Body
  /** When it was offered. */
  readonly at: Date
  readonly decidedAt: Date | undefined
  readonly pack: ReferralPackage
  readonly basis: 'consent' | 'guardian' | 'exception'
}

const LIVE: readonly string[] = ['requested', 'received']
const USABLE_FOR = 365 * DAY
const FACTS: Readonly<Record<ExceptionGround, readonly ExceptionFact[]>> = {
  'cannot-be-asked-and-in-danger': [
    'person-cannot-be-asked',
    'life-body-or-liberty-in-danger',
    'reason-written',
  ],
  child: ['child-concerned', 'reason-written'],
  'law-obliges': ['law-named', 'reason-written'],
}

/** What would have left; undefined where neither consent nor an exception carried it, or the body was to be kept out. */
export function prepareReferral(
  batch: Batch,
  scenery: Scenery,
  { file, need, referral, consents }: Consented,
): PreparedReferral | undefined {
  const to = scenery.body(referral.to)
  if (to.id === file.lead.id) return undefined
  if (keptFromKinds(file.case.report.draft.keepFrom).includes(to.demo.kind)) return undefined
  const at = offeredAt(scenery, file, referral, to)
  const sendables = linesFor(scenery.words, file, need)
  const question = { reader: readerOf({ id: to.id, kind: to.demo.kind }), at, suspects: new Set<string>() }
  const isOpen = itemsFor({ ...question, consents }).has('needs')
  const exception = isOpen ? undefined : exceptionOf(referral, need.kind, consents)
  const asked =
    isOpen || exception !== undefined
      ? []
      : askForBody(batch, file, { need: need.key, to, at, items: sendables.map((each) => each.item) })
  const all = [...consents, ...asked]
  if (!isOpen && exception === undefined && !itemsFor({ ...question, consents: all }).has('needs'))
    return undefined
  const built = buildPackage({
    ...question,
    consents: all,
    items: sendables.map((each) => ({ item: each.item, content: each.lines })),
    exceptionItems: exception?.items ?? [],
  })
  const guardian = all.some(
    (each) => each.item === 'needs' && each.answer === 'yes' && each.givenBy === 'guardian',
  )
  const pack: ReferralPackage = {
    version: 1,
    code: scenery.nextReferralCode(file.lead, at.getUTCFullYear()),
    need: need.kind,
    urgency: file.case.urgency,
    from: file.lead.demo.name.id,
    to: to.demo.name.id,
    madeAt: at.toISOString(),
    caseCode: file.code,
    asked: scenery.words.need(need.kind),
    items: built.items.map((each) => ({ item: each.item, lines: each.content })),
    handling: [scenery.words.through(file.lead.demo.name.id)],
    basis: [...basisOf(file, need.kind, to, at), ...(exception?.basis ?? [])],
    came: exception === undefined ? built.came : 'without-consent',
    ...(exception === undefined ? {} : { ground: exception.ground, reason: exception.reason }),
    until: addMilliseconds(at, USABLE_FOR).toISOString().slice(0, 10),
  }
  return {
    referral,
    to,
    at,
    pack,
    needId: needIdOf(file, need),
    decidedAt: decidedAt(scenery, referral),
    basis: exception === undefined ? (guardian ? 'guardian' : 'consent') : 'exception',
  }
}

/** An offer that still waits was made lately: part of its clock is left. */
function offeredAt(scenery: Scenery, file: CaseInWork, referral: DemoReferral, to: Body): Date {
  const { until } = scenery.world
  const due = referralClock(file.case.urgency, referral.requestedAt, to.workPlace).dueAt
  if (!LIVE.includes(referral.state) || due > until) return notAfter(referral.requestedAt, until)
  const share = [0.1, 0.3, 0.6, 0.8][referral.requestedAt.getTime() % 4]!
  const length = referralClock(file.case.urgency, until, to.workPlace).dueAt.getTime() - until.getTime()
  const early = new Date(Math.max(until.getTime() - share * length, file.case.openedAt.getTime()))
  return referralClock(file.case.urgency, early, to.workPlace).dueAt > until ? early : until
}

function decidedAt(scenery: Scenery, referral: DemoReferral): Date | undefined {
  const at = referral.answeredAt ?? referral.endedAt
  return at === undefined ? undefined : notAfter(at, scenery.world.until)
}

function exceptionOf(
  referral: DemoReferral,
  need: Consented['need']['kind'],
  consents: Consented['consents'],
) {
  const named = referral.withoutConsent
  if (named === undefined) return undefined
  const decision = decideException({
    ground: named.ground,
    facts: new Set(FACTS[named.ground]),
    need,
    personSaid: consents.some((each) => each.item === 'needs' && each.answer === 'no') ? 'no' : 'nothing',
  })
  return decision.kind === 'allowed' ? { ...named, items: decision.items, basis: decision.basis } : undefined
}

function basisOf(
  file: CaseInWork,
  need: Consented['need']['kind'],
  to: Body,
  at: Date,
): readonly ArticleRef[] {
  const facts = {
    place: file.case.country === 'ID' ? ('home' as const) : ('abroad' as const),
    phase: file.case.phase,
    category: concernedIn(file)?.entry.category ?? ('unknown' as const),
  }
  return proposeBodies(need, facts, at.toISOString().slice(0, 10))
    .proposals.filter((each) => [each.lead, ...each.nextInLine].some((body) => body.kind === to.demo.kind))
    .flatMap((each) => each.basis)
}

export function addReferral(batch: Batch, scenery: Scenery, file: CaseInWork, offer: PreparedReferral): void {
  const { referral, to, at, pack } = offer
  const id = demoId(`referral ${referral.key}`, file.case.openedAt)
  const key = batch.key('referral', id, at)
  const clock = referralClock(file.case.urgency, at, to.workPlace)
  const { until } = scenery.world
  const isLive = LIVE.includes(referral.state)
  const received = receivedAt(scenery, offer)
  const decider = referral.state === 'cancelled' ? referral.requestedBy : referral.answeredBy
  batch.add('app.referrals', {
    id,
    created_at: at,
    code: pack.code,
    case_id: file.caseId,
    need_id: offer.needId,
    from_org: file.lead.id,
    to_org: to.id,
    by_staff: scenery.account(referral.requestedBy).id,
    state: referral.state,
    urgency: file.case.urgency,
    remind_at: clock.remindAt,
    escalate_at: clock.supervisorAt,
    due_at: clock.dueAt,
    reminded_at: isLive && clock.remindAt <= until ? clock.remindAt : null,
    escalated_at: isLive && clock.supervisorAt <= until ? clock.supervisorAt : null,
    opened_at: received ?? null,
    opened_by: received === undefined ? null : (receiverOf(scenery, offer)?.id ?? null),
    decided_at: offer.decidedAt ?? null,
    decided_by: offer.decidedAt === undefined || decider === undefined ? null : scenery.account(decider).id,
    ended_because: referral.reason ?? null,
    ...exceptionColumns(scenery, offer),
    tried_orgs: [to.id],
    key_id: key.id,
    package_sealed: key.sealJson(`referrals.package_sealed/${id}`, pack),
    package_digest: digestOf(pack),
    words_sealed:
      referral.words === undefined && referral.partWords === undefined
        ? null
        : key.sealJson(`referrals.words_sealed/${id}`, {
            words: referral.words ?? '',
            rest: referral.partWords ?? '',
          }),
    expires_at: new Date(`${pack.until}T23:59:59Z`),
  })
  tellLife(batch, scenery, file, offer, id)
}

function receivedAt(scenery: Scenery, offer: PreparedReferral): Date | undefined {
  if (offer.referral.receivedAt === undefined) return undefined
  const soon = addMilliseconds(offer.at, 5 * 60_000)
  return notAfter(
    offer.referral.receivedAt > offer.at ? offer.referral.receivedAt : soon,
    scenery.world.until,
  )
}

function receiverOf(scenery: Scenery, { referral, to }: PreparedReferral): Account | undefined {
  if (referral.answeredBy !== undefined) return scenery.account(referral.answeredBy)
  const reader = scenery.world.staff.find((staff) => staff.organisation === to.demo.key)
  return reader && scenery.account(reader.key)
}

/** A second person reviewed all but the newest; half of the persons have been told since. */
function exceptionColumns(scenery: Scenery, { referral, basis, at }: PreparedReferral) {
  if (basis !== 'exception') return { consent_basis: basis }
  const due = startClock('consent-exception-review', at).dueAt
  const second = scenery.supervisor(referral.from)
  const isReviewed =
    due < scenery.world.until &&
    second !== undefined &&
    second.id !== scenery.account(referral.requestedBy).id
  return {
    consent_basis: basis,
    exception_ground: referral.withoutConsent?.ground ?? null,
    exception_review_due: due,
    exception_reviewed_by: isReviewed ? second.id : null,
    exception_reviewed_at: isReviewed ? addMilliseconds(at, 9 * HOUR) : null,
    exception_review: isReviewed ? 'upheld' : null,
    person_told_at: isReviewed && at.getTime() % 2 === 0 ? addMilliseconds(at, 3 * DAY) : null,
  }
}

function tellLife(
  batch: Batch,
  scenery: Scenery,
  file: CaseInWork,
  offer: PreparedReferral,
  id: string,
): void {
  const { referral, to, at } = offer
  const about = { subjectKind: 'referral', subjectId: id, caseId: file.caseId }
  const sender = scenery.account(referral.requestedBy)
  const receiver = receiverOf(scenery, offer)
  batch.tell({
    ...about,
    at,
    by: sender,
    verb: 'referral.requested',
    details: { need: offer.pack.need, to: to.id, basis: offer.basis, urgency: file.case.urgency },
  })
  const received = receivedAt(scenery, offer)
  if (received !== undefined && receiver !== undefined)
    batch.tell({ ...about, at: received, by: receiver, verb: 'referral.received' })
  if (offer.decidedAt === undefined) return
  const details = { from: file.lead.id, to: to.id, ...(referral.reason && { reason: referral.reason }) }
  const steps = STEPS[referral.state] ?? []
  for (const [place, step] of steps.entries()) {
    const isLast = place === steps.length - 1
    const end = isLast ? (referral.endedAt ?? addMilliseconds(offer.decidedAt, place * DAY)) : offer.decidedAt
    batch.tell({
      ...about,
      at: notAfter(place === 0 ? offer.decidedAt : end, scenery.world.until),
      by: referral.state === 'cancelled' ? sender : (receiver ?? sender),
      verb: `referral.${step === 'accepted' && referral.partWords !== undefined ? 'accepted-in-part' : step}`,
      details,
    })
  }
}

const STEPS: Readonly<Partial<Record<DemoReferral['state'], readonly string[]>>> = {
  accepted: ['accepted'],
  rejected: ['rejected'],
  'in-progress': ['accepted', 'in-progress'],
  'on-hold': ['accepted', 'on-hold'],
  completed: ['accepted', 'completed'],
  failed: ['accepted', 'failed'],
  cancelled: ['cancelled'],
}
