/** The officer's choice and the preview, from what the use case proposes. */
import { CONSENT_ITEMS, type ConsentItem } from '#src/domain/cases/codes.ts'
import { needsAbroadGround } from '#src/domain/disclosure/abroad.ts'
import { bodyNameOn } from '#src/domain/competence/bodies.ts'
import { afterOfferEnds } from '#src/domain/referrals/next-step.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { referralClock } from '#src/domain/deadlines/clock.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import type { BodyAnswers, PreparedOffer, ReferralProposal } from '#src/modules/referrals/index.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { BodyProposal, ItemChoice, ReferralNewView } from './referral-new-page.tsx'
import type { ReferralPreviewView } from './referral-preview-page.tsx'
import { citesOf, matrixOf, needWords, orgName, sheetOf } from './sheet-view.ts'

type Shown = { readonly bodyId?: string; readonly form: FormState }

/** Needs that this body holds and nobody was offered yet. */
export function openNeeds(frame: StaffFrame, file: CaseFile, orgId: string): readonly Option[] {
  return file.needs
    .filter((need) => need.state === 'open' && need.owner_org === orgId)
    .map((need) => ({
      value: need.id,
      label: [needWords(frame, need.kind), need.words?.label].filter(Boolean).join(': '),
    }))
}

export function wishOf(file: CaseFile): ReferralNewView['wish'] {
  return file.wish && file.row.wish_at ? { ...file.wish, at: file.row.wish_at } : undefined
}

export function bodyIn(proposal: ReferralProposal, id: string | undefined): BodyAnswers | undefined {
  return [...proposal.candidates, ...proposal.others].find((each) => each.org.id === id)
}

export function newViewOf(
  frame: StaffFrame,
  proposal: ReferralProposal,
  orgId: string,
  shown: Shown,
): ReferralNewView {
  const body = bodyIn(proposal, shown.bodyId)
  return {
    caseCode: proposal.file.row.code,
    wish: wishOf(proposal.file),
    needs: openNeeds(frame, proposal.file, orgId),
    needId: proposal.need.id,
    findings: findingsOf(frame, proposal),
    proposals: proposal.candidates.map((each) => proposalOf(frame, proposal, each)),
    // A body that the person refused stays choosable: for a child or a legal duty an exception may still hold.
    otherBodies: proposal.others.map((each) => ({
      value: each.org.id,
      label:
        each.answers.needs === 'no'
          ? `${orgName(frame, each.org)} (${frame.t.kerjaRujukan.consentNo})`
          : orgName(frame, each.org),
    })),
    ...(body
      ? {
          body: {
            id: body.org.id,
            name: orgName(frame, body.org),
            items: choicesOf(proposal, body),
            ...(needsAbroadGround(proposal.own, body.org) && { abroad: 'abroad' as const }),
          },
        }
      : {}),
    form: 'items' in shown.form.values || !body ? shown.form : withDefaults(shown.form, proposal, body),
  }
}

/** Ticked at first: the least that the need asks for, of what is open. */
function withDefaults(form: FormState, proposal: ReferralProposal, body: BodyAnswers): FormState {
  const items = choicesOf(proposal, body)
    .filter((each) => each.may === 'yes' && proposal.exceptionItems.includes(each.item))
    .map((each) => each.item)
  return { ...form, values: { ...form.values, items } }
}

function choicesOf(proposal: ReferralProposal, body: BodyAnswers): readonly ItemChoice[] {
  return proposal.sendables.map(({ item, lines }) => ({
    item,
    may: mayGo(proposal, body, item),
    text: lines[0]?.text ?? '',
    more: lines.length - 1,
  }))
}

// The exception is a way only where nothing at all may be told to that body.
function mayGo(proposal: ReferralProposal, body: BodyAnswers, item: ConsentItem): ItemChoice['may'] {
  if (body.answers[item] === 'yes') return 'yes'
  if (body.answers.needs !== 'yes' && proposal.exceptionItems.includes(item)) return 'exception'
  return body.answers[item] === 'no' ? 'no' : 'ask'
}

function findingsOf(frame: StaffFrame, proposal: ReferralProposal): readonly string[] {
  const words = frame.t.kerjaRujukan.finding
  const today = frame.now.toISOString().slice(0, 10)
  return proposal.findings.map((finding) =>
    finding.kind === 'overlap'
      ? words.overlap(finding.leads.map((kind) => bodyNameOn(kind, today) ?? kind).join(', '))
      : words[finding.kind],
  )
}

function proposalOf(
  frame: StaffFrame,
  proposal: ReferralProposal,
  each: ReferralProposal['candidates'][number],
): BodyProposal {
  const row = proposal.proposals.find((one) =>
    [one.lead, ...one.nextInLine].some((body) => body.kind === each.org.kind),
  )
  const { needs } = each.answers
  return {
    bodyId: each.org.id,
    name: orgName(frame, each.org),
    part: row?.lead.kind === each.org.kind ? 'lead' : 'next',
    cites: citesOf(each.basis),
    because: frame.t.kerjaRujukan.becauseWords[row?.place ?? 'home'],
    consent: needs === 'yes' || needs === 'no' ? needs : 'ask',
  }
}

export function previewViewOf(
  frame: StaffFrame,
  proposal: ReferralProposal,
  offer: PreparedOffer,
  more: {
    readonly hidden: Readonly<Record<string, string>>
    readonly form: FormState
    readonly ground: ReferralPreviewView['ground']
  },
): ReferralPreviewView {
  const { pack, to } = offer
  const words = frame.t.kerjaRujukan
  const sent = new Set(pack.items.map((each) => each.item))
  const kept = proposal.sendables.map((each) => each.item).filter((item) => !sent.has(item))
  const stays = CONSENT_ITEMS.filter(
    (item) => kept.includes(item) || item === 'psychological' || item === 'legal',
  )
  const bodies = [...proposal.candidates, ...proposal.others]
  return {
    caseCode: pack.caseCode,
    need: needWords(frame, pack.need),
    cites: citesOf(pack.basis),
    receiver: orgName(frame, to),
    matrix: matrixOf(
      frame,
      nearest(bodies, proposal, to.id),
      to.id,
      proposal.sendables.map((each) => each.item),
    ),
    ...(offer.basis === 'exception' ? {} : { consentAt: proposal.saidAt }),
    ...(pack.ground
      ? { exception: { basis: words.basisWords[pack.ground], reason: pack.reason ?? '' } }
      : {}),
    stays: stays.map((item) => frame.t.kerjaKode.consentItem[item]),
    answerBy: referralClock(
      offer.need.urgency as Urgency,
      frame.now,
      workPlaceOf({ country: to.country, timeZone: to.time_zone }),
    ).dueAt,
    nextBody: nextBodyOf(frame, proposal, to.id),
    sheet: sheetOf(frame, { ...pack, code: '' }),
    carried: offer.carried,
    ...more,
  }
}

/** The receiver, and the competent bodies beside it. */
function nearest(
  bodies: readonly BodyAnswers[],
  proposal: ReferralProposal,
  here: string,
): readonly BodyAnswers[] {
  const named = new Set([here, ...proposal.candidates.map((each) => each.org.id)])
  return bodies.filter((each) => named.has(each.org.id))
}

function nextBodyOf(frame: StaffFrame, proposal: ReferralProposal, to: string): string | undefined {
  const step = afterOfferEnds({
    how: 'silent',
    candidates: proposal.candidates.map((each) => ({
      bodyId: each.org.id,
      consent: each.answers.needs,
      keptFrom: 'no',
    })),
    tried: new Set([to]),
    exceptionCovers: new Set(),
  })
  return step.kind === 'offer' ? orgName(frame, bodyIn(proposal, step.bodyId)?.org) : undefined
}
