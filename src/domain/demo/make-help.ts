/** Needs, who was asked to meet them, and what the person allowed. Every state of a referral occurs. */
import { CONSENT_ITEMS, type ConsentAnswer, type NeedKind } from '../cases/codes.ts'
import { offerOrder, proposeBodies } from '../competence/competence.ts'
import { REFERRAL_STATUSES, type ReferralStatus } from '../referrals/lifecycle.ts'
import { at } from './chance.ts'
import type { DemoOrganisation } from './demo-material.ts'
import type { DemoConsent, DemoNeed, DemoNeedState, DemoReferral } from './demo-world.ts'
import { ageInDays, later, staffOf, staffWith, type Scene } from './make-scene.ts'

export interface Help {
  readonly needs: readonly DemoNeed[]
  readonly referrals: readonly DemoReferral[]
}

const FRESH: readonly ReferralStatus[] = ['requested', 'received', 'requested', 'accepted', 'rejected']

/** One referral for most cases, two for some; a closed case has no need that still runs. */
export function makeHelp(scene: Scene, ended: 'ended' | 'running'): Help {
  const kinds = scene.number % 28 === 6 ? [...scene.story.needs, 'other' as const] : scene.story.needs
  const offers = new Map<number, DemoReferral>()
  kinds.forEach((kind, place) => {
    const wanted = place === 0 ? scene.number % 5 !== 4 : place === 1 && scene.number % 3 === 0
    const receiver = wanted ? receiverOf(scene, kind) : undefined
    if (receiver === undefined) return
    offers.set(place, makeReferral({ scene, place, receiver, status: statusOf(scene, place, ended) }))
  })
  const needs = kinds.map((kind, place) => ({
    key: needKey(scene, place),
    kind,
    state: needState(offers.get(place)?.state, scene.number + place, ended),
  }))
  return { needs, referrals: [...offers.values()] }
}

function needKey(scene: Scene, place: number): string {
  return `${scene.key}-need-${place + 1}`
}

function statusOf(scene: Scene, place: number, ended: 'ended' | 'running'): ReferralStatus {
  if (ended === 'ended')
    return at(
      ['completed', 'completed', 'completed', 'failed', 'cancelled', 'rejected'],
      scene.number + place,
    )
  if (ageInDays(scene) < 10) return at(FRESH, scene.number + place)
  return at(REFERRAL_STATUSES, Math.floor(scene.number / 2) + place)
}

const STATE_AFTER: Readonly<Record<ReferralStatus, DemoNeedState>> = {
  requested: 'offered',
  received: 'offered',
  accepted: 'in-progress',
  rejected: 'open',
  'in-progress': 'in-progress',
  'on-hold': 'on-hold',
  completed: 'met',
  failed: 'open',
  cancelled: 'open',
}

function needState(
  status: ReferralStatus | undefined,
  turn: number,
  ended: 'ended' | 'running',
): DemoNeedState {
  const state =
    status === undefined ? at(['open', 'in-progress', 'open'] as const, turn) : STATE_AFTER[status]
  if (ended === 'running' || state === 'met') return state
  return at(['met', 'met', 'not-met', 'cancelled'] as const, turn)
}

const VILLAGE_NEEDS: readonly NeedKind[] = [
  'information',
  'documents',
  'family-contact',
  'reintegration',
  'livelihood',
  'return-home',
]

/** The nearest other body of the kinds that the competence table proposes. */
function receiverOf(scene: Scene, need: NeedKind): DemoOrganisation | undefined {
  const village = scene.material.organisations.find(
    (body) => body.kind === 'pemdes' && body.place === scene.lead.village,
  )
  if (village !== undefined && VILLAGE_NEEDS.includes(need)) return village
  const facts = {
    place:
      scene.place.iso === 'ID' || scene.story.phase === 'after' ? ('home' as const) : ('unknown' as const),
    phase: scene.story.phase,
    category: 'worker' as const,
  }
  const kinds = offerOrder(proposeBodies(need, facts, scene.receivedAt.toISOString().slice(0, 10)))
  const answering = kinds.flatMap((kind) =>
    scene.material.organisations.filter(
      (body) => body.kind === kind && body.key !== scene.organisation.key && answersFor(scene, body),
    ),
  )
  const ngo = scene.material.organisations.filter(
    (body) => body.kind === 'ngo' && body.key !== scene.organisation.key,
  )
  const fitting = [...new Set(answering)]
  return fitting.length > 0 ? at(fitting, scene.number % 3) : at(ngo, scene.number)
}

function answersFor(scene: Scene, body: DemoOrganisation): boolean {
  if (body.kind === 'mission') return body.countries.includes(scene.place.iso)
  return body.regions.length === 0 || body.regions.some((region) => scene.lead.district.startsWith(region))
}

interface ReferralWish {
  readonly scene: Scene
  readonly place: number
  readonly receiver: DemoOrganisation
  readonly status: ReferralStatus
}

function makeReferral({ scene, place, receiver, status }: ReferralWish): DemoReferral {
  const turn = scene.number + place
  const asked = 0.3 + (turn % 4)
  const answered = !['requested', 'received', 'cancelled'].includes(status)
  const over = ['rejected', 'completed', 'failed', 'cancelled'].includes(status)
  const said = wordsFor(scene, status, place)
  const urgent = scene.story.urgency === 'darurat' && turn % 3 === 0
  return {
    key: `${scene.key}-referral-${place + 1}`,
    need: needKey(scene, place),
    from: scene.organisation.key,
    to: receiver.key,
    state: status,
    requestedBy: staffOf(scene, 'caseworker'),
    requestedAt: later(scene, asked),
    receivedAt: status === 'requested' ? undefined : later(scene, asked + 0.6),
    answeredAt: answered ? later(scene, asked + 1.4) : undefined,
    answeredBy: answered ? staffWith(scene.material, receiver.key, 'caseworker', turn) : undefined,
    endedAt: over ? later(scene, asked + (status === 'rejected' ? 1.4 : 12 + (turn % 40))) : undefined,
    ...said,
    partWords: status === 'accepted' && turn % 3 === 1 ? at(scene.material.lines.parts, turn) : undefined,
    withoutConsent: urgent ? groundFor(scene) : undefined,
  }
}

function groundFor(scene: Scene): DemoReferral['withoutConsent'] {
  const wanted = scene.story.types.includes('CHILD')
    ? 'child'
    : scene.number % 2 === 0
      ? 'cannot-be-asked-and-in-danger'
      : 'law-obliges'
  const line = scene.material.lines.consentless.find((candidate) => candidate.ground === wanted)
  return line === undefined ? undefined : { ground: line.ground, reason: line.text }
}

function wordsFor(
  scene: Scene,
  status: ReferralStatus,
  place: number,
): Pick<DemoReferral, 'reason' | 'words'> {
  const { lines } = scene.material
  const turn = Math.floor((scene.number + place) / 2)
  const lists = {
    rejected: lines.rejections,
    'on-hold': lines.holds,
    failed: lines.failures,
    cancelled: lines.cancellations,
  } as const
  if (status === 'completed') return { reason: undefined, words: resultFor(scene, place) }
  if (status === 'rejected' || status === 'on-hold' || status === 'failed' || status === 'cancelled') {
    const line = at<{ readonly reason: NonNullable<DemoReferral['reason']>; readonly text: string }>(
      lists[status],
      turn,
    )
    return { reason: line.reason, words: line.text }
  }
  return { reason: undefined, words: undefined }
}

function resultFor(scene: Scene, place: number): string {
  const { results } = scene.material.lines
  const need = scene.story.needs[place]
  const fitting = results.filter((result) => need !== undefined && result.needs.includes(need))
  return (fitting.length > 0 ? at(fitting, scene.number) : at(results, results.length - 1)).text
}

const CONSENT_PATTERNS: readonly (readonly ConsentAnswer[])[] = [
  ['yes'],
  ['yes', 'yes', 'yes', 'no'],
  ['not-asked'],
  ['yes', 'no', 'does-not-know', 'yes', 'yes'],
  ['no', 'no', 'not-asked'],
  ['yes', 'yes', 'not-asked'],
  ['no'],
]

/** Item by item; "not asked" is written down too, because it is an answer of its own. */
export function makeConsents(scene: Scene): readonly DemoConsent[] {
  const pattern = at(CONSENT_PATTERNS, scene.number)
  const givenBy =
    scene.story.types.includes('CHILD') && scene.number % 2 === 0
      ? ('guardian' as const)
      : ('person' as const)
  return CONSENT_ITEMS.map((item, place) => {
    const answer = at(pattern, place)
    const withdrawn = answer === 'yes' && (scene.number + place) % 61 === 7
    return {
      item,
      answer,
      givenBy,
      at: later(scene, 0.2),
      withdrawnAt: withdrawn ? later(scene, 20) : undefined,
    }
  })
}
