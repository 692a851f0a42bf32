import type { ConsentItem, NeedKind } from '#src/domain/cases/codes.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { referralClock, startClock } from '#src/domain/deadlines/clock.ts'
import {
  isAbroad,
  lacksForAbroad,
  ABROAD_BASIS,
  needsAbroadGround,
  type AbroadClaim,
  type AbroadStatement,
} from '#src/domain/disclosure/abroad.ts'
import { consentAnswer, consentsThatCarry, firstEndOf, itemsFor } from '#src/domain/disclosure/consent.ts'
import { buildPackage } from '#src/domain/disclosure/package.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import {
  decideException,
  EXCEPTION_FACTS,
  type ExceptionFact,
  type ExceptionGround,
} from '#src/domain/referrals/exception.ts'
import { workPlaceOf } from '#src/modules/desks/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context, StaffContext } from '#src/platform/db/context.ts'
import { createKey } from '#src/platform/db/keys-queries.ts'
import { NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { readCaseConsents, readerOf, type CaseConsents, type SaidConsent } from './case-consents.ts'
import {
  contentDigest,
  digestOf,
  type PackageLine,
  type ReferralPackage,
  type TaskSplit,
} from './referral-package.ts'
import {
  findOrg,
  insertReferral,
  isRestricted,
  lockNeed,
  nextReferralNumber,
  updateNeed,
  type NeedRow,
  type OrgRow,
} from '#src/modules/referrals/referral-queries.ts'

/** One thing that could be sent; what consent does not open never becomes part of the package. */
export type Sendable = { readonly item: ConsentItem; readonly lines: readonly PackageLine[] }

export type Exception = {
  readonly ground: ExceptionGround
  readonly facts: ReadonlySet<ExceptionFact>
  readonly reason: string
}

export type OfferDraft = {
  readonly caseId: string
  readonly caseCode: string
  readonly needId: string
  readonly toOrg: string
  readonly asked: string
  readonly sendables: readonly Sendable[]
  /** Of the sendables, the items that the officer ticked. */
  readonly chosen: readonly ConsentItem[]
  /** How to reach the person without harm, in words; goes with every package. */
  readonly handling: readonly string[]
  readonly basis: readonly ArticleRef[]
  readonly exception?: Exception
  /** Why it may leave the country; needed for a receiver abroad. */
  readonly abroad?: AbroadClaim
  /** Set for a task of a hand-over. */
  readonly split?: TaskSplit
  readonly previous?: { readonly referralId: string; readonly tried: readonly string[] }
}

export type PreparedOffer = {
  readonly need: NeedRow
  readonly to: OrgRow
  readonly from: OrgRow
  readonly pack: Omit<ReferralPackage, 'code'>
  /** The package closes to the receiver here: a year, or earlier where the person's yes ends. */
  readonly expiresAt: Date
  /** What the sending is compared with: the same content that was seen. */
  readonly seen: string
  readonly basis: 'consent' | 'exception' | 'guardian'
  /** Item by item, what the person said that carries it; undefined for what goes under an exception. */
  readonly carried: readonly CarriedItem[]
}

export type CarriedItem = { readonly item: ConsentItem; readonly by: SaidConsent | undefined }

const USABLE_FOR_DAYS = 365

/**
 * Builds exactly what the other body would see. Throws RefusedError: `referral.kept-from` (the reporter named that body),
 * `referral.no-consent` (nothing may leave and no exception was named), `referral.abroad-…` (the receiver is abroad and no ground holds), `referral.restricted` (the person restricted the use), `referral.exception-refused` (with what is missing).
 */
export async function prepareOffer(ctx: Context, orgId: string, draft: OfferDraft): Promise<PreparedOffer> {
  const need = await lockNeed(ctx, draft.needId)
  if (!need || need.case_id !== draft.caseId) throw new NotFoundError('need.not-found')
  const [to, from] = [await findOrg(ctx, draft.toOrg), await findOrg(ctx, orgId)]
  if (!to || !from) throw new NotFoundError('organisation.not-found')
  if (to.id === from.id) throw new RefusedError('referral.to-yourself')
  const said = await readCaseConsents(ctx, draft.caseId)
  if (said.isKeptFrom(to)) throw new RefusedError('referral.kept-from')
  const cover = coverOf(ctx, draft, need, to, said)
  if (cover.basis !== 'exception' && (await isRestricted(ctx, need.case_id)))
    throw new RefusedError('referral.restricted', ['restriction'])
  const abroad = abroadOf(ctx, draft, { from, to }, said)
  const chosen = draft.sendables.filter((each) => draft.chosen.includes(each.item))
  const built = buildPackage({
    items: chosen.map((each) => ({ item: each.item, content: each.lines })),
    consents: said.consents,
    reader: readerOf(to),
    at: ctx.now,
    suspects: said.suspects,
    exceptionItems: cover.exceptionItems,
  })
  const items = built.items.map((each) => each.item)
  const expiresAt = expiryOf(
    ctx.now,
    firstEndOf(['needs', ...items], { ...said, reader: readerOf(to), at: ctx.now }),
  )
  const pack: PreparedOffer['pack'] = {
    version: 1,
    need: need.kind as NeedKind,
    urgency: need.urgency as Urgency,
    from: from.name_id,
    to: to.name_id,
    madeAt: ctx.now.toISOString(),
    caseCode: draft.caseCode,
    asked: draft.asked,
    items: built.items.map((each) => ({ item: each.item, lines: each.content })),
    handling: draft.handling,
    basis: [...draft.basis, ...cover.articles, ...(abroad ? [ABROAD_BASIS] : [])],
    came: cover.basis === 'exception' ? 'without-consent' : built.came,
    ...(draft.exception && cover.basis === 'exception'
      ? {
          ground: draft.exception.ground,
          reason: draft.exception.reason,
          facts: EXCEPTION_FACTS.filter((fact) => draft.exception?.facts.has(fact)),
        }
      : {}),
    until: new Date(expiresAt.getTime() - 1).toISOString().slice(0, 10),
    ...(abroad ? { abroad } : {}),
    ...(draft.split ? { split: draft.split } : {}),
  }
  const question = { ...said, reader: readerOf(to), at: ctx.now }
  const carried = items.map((item) => ({ item, by: carrierOf(said, { ...question, item }) }))
  const seen = contentDigest({ ...pack, code: '' })
  return { need, to, from, pack, expiresAt, seen, basis: cover.basis, carried }
}

function carrierOf(
  said: CaseConsents,
  question: Parameters<typeof consentsThatCarry>[0],
): SaidConsent | undefined {
  const [first] = consentsThatCarry(question)
  return said.consents.find((each) => each === first)
}

/** A receiver abroad needs one of the three grounds of art 56, with what that ground rests on. */
function abroadOf(
  ctx: Context,
  draft: OfferDraft,
  { from, to }: { readonly from: OrgRow; readonly to: OrgRow },
  said: CaseConsents,
): AbroadStatement | undefined {
  if (!needsAbroadGround(from, to)) return undefined
  const basis = `${ABROAD_BASIS.instrument} ${ABROAD_BASIS.article}`
  if (!draft.abroad) throw new RefusedError('referral.abroad-ground-missing', ['abroad-ground'], basis)
  const lacks = lacksForAbroad({
    claim: draft.abroad,
    today: ctx.now.toISOString().slice(0, 10),
    personNamedBody: namedBody(ctx, to, said),
  })
  if (lacks.length > 0) throw new RefusedError(`referral.abroad-${lacks[0]!}`, lacks, basis)
  return { ...draft.abroad, country: isAbroad(to) ? to.country : null }
}

function namedBody(ctx: Context, to: OrgRow, said: CaseConsents): 'yes' | 'no' {
  const question = { ...said, item: 'needs', reader: readerOf(to), at: ctx.now } as const
  return consentsThatCarry(question).some((each) => each.scope.kind === 'body') ? 'yes' : 'no'
}

function expiryOf(now: Date, consentEnds: Date | undefined): Date {
  const day = new Date(now.getTime() + USABLE_FOR_DAYS * 24 * 3600 * 1000).toISOString().slice(0, 10)
  const usual = new Date(`${day}T23:59:59Z`)
  return consentEnds !== undefined && consentEnds < usual ? consentEnds : usual
}

type Cover = {
  readonly basis: PreparedOffer['basis']
  readonly exceptionItems: readonly ConsentItem[]
  readonly articles: readonly ArticleRef[]
}

function coverOf(ctx: Context, draft: OfferDraft, need: NeedRow, to: OrgRow, said: CaseConsents): Cover {
  const question = { ...said, reader: readerOf(to), at: ctx.now }
  const open = itemsFor(question)
  // Telling a body that there is a need at all is already sharing: "needs" must be open.
  if (open.has('needs')) {
    const guardian = said.consents.some(
      (each) => each.item === 'needs' && each.answer === 'yes' && each.givenBy === 'guardian',
    )
    const person = said.consents.some(
      (each) => each.item === 'needs' && each.answer === 'yes' && each.givenBy !== 'guardian',
    )
    return { basis: guardian && !person ? 'guardian' : 'consent', exceptionItems: [], articles: [] }
  }
  if (!draft.exception) throw new RefusedError('referral.no-consent', ['consent'])
  // A no to another body says nothing about this one.
  const saidNo = consentAnswer({ ...question, item: 'needs' }) === 'no'
  const decision = decideException({
    ground: draft.exception.ground,
    facts: draft.exception.facts,
    need: need.kind as NeedKind,
    personSaid: saidNo ? 'no' : 'nothing',
  })
  if (decision.kind === 'refused')
    throw new RefusedError(`referral.exception-${decision.why}`, decision.missing)
  return { basis: 'exception', exceptionItems: decision.items, articles: decision.basis }
}

/** Officer's sending. `seen` is the digest of the preview: when the content changed meanwhile, the preview comes again. */
export async function offerReferral(
  ctx: StaffContext,
  draft: OfferDraft,
  seen: string,
): Promise<{ readonly id: string; readonly code: string }> {
  const prepared = await prepareOffer(ctx, ctx.actor.orgId, draft)
  if (prepared.seen !== seen) throw new StaleVersionError('referral.preview-changed')
  return storeOffer(ctx, prepared, draft, ctx.actor.staffId)
}

/** Stores a prepared offer: the need is offered, its owner stays the sender until another body accepts. */
export async function storeOffer(
  ctx: Context,
  prepared: PreparedOffer,
  draft: OfferDraft,
  byStaff: string | null,
): Promise<{ readonly id: string; readonly code: string }> {
  const { need, to, from } = prepared
  if (need.owner_org !== from.id) throw new RefusedError('referral.need-not-yours')
  if (need.state !== 'open') throw new RefusedError('referral.need-not-open')
  const id = ctx.newId()
  const year = ctx.now.getUTCFullYear()
  const code = `R-${from.code_prefix}-${year}-${String(await nextReferralNumber(ctx, from.id, year)).padStart(4, '0')}`
  const pack: ReferralPackage = { ...prepared.pack, code }
  const key = await createKey(ctx, 'referral', id)
  const clock = referralClock(
    need.urgency as Urgency,
    ctx.now,
    workPlaceOf({ country: to.country, timeZone: to.time_zone }),
  )
  await insertReferral(ctx, {
    id,
    code,
    case_id: need.case_id,
    need_id: need.id,
    from_org: from.id,
    to_org: to.id,
    by_staff: byStaff,
    urgency: need.urgency,
    remind_at: clock.remindAt,
    escalate_at: clock.supervisorAt,
    due_at: clock.dueAt,
    consent_basis: prepared.basis,
    exception_ground: prepared.basis === 'exception' ? (draft.exception?.ground ?? null) : null,
    exception_review_due:
      prepared.basis === 'exception' ? startClock('consent-exception-review', ctx.now).dueAt : null,
    previous_referral: draft.previous?.referralId ?? null,
    tried_orgs: [...(draft.previous?.tried ?? []), to.id],
    key_id: key.id,
    package_digest: digestOf(pack),
    package_sealed: key.sealJson(`referrals.package_sealed/${id}`, pack),
    words_sealed: null,
    expires_at: prepared.expiresAt,
    abroad_ground: prepared.pack.abroad?.ground ?? null,
    hand_over_id: draft.split?.handOver ?? null,
  })
  await updateNeed(ctx, need.id, { state: 'offered' })
  await writeJournal(
    ctx,
    {
      verb: 'referral.requested',
      subjectKind: 'referral',
      subjectId: id,
      caseId: need.case_id,
      details: {
        need: need.kind,
        to: to.id,
        basis: prepared.basis,
        urgency: need.urgency,
        ...(prepared.pack.abroad ? { abroad: prepared.pack.abroad.ground } : {}),
      },
    },
    from.id,
  )
  await enqueue(ctx, 'referrals.arrived', { referralId: id })
  return { id, code }
}
