import { dayOf } from '#src/domain/deadlines/calendar.ts'
import type { PlainDate } from '#src/domain/kernel/partial-date.ts'
import { agreementNeed, type AgreementNeed, type SharingPurpose } from '#src/domain/sharing/agreement.ts'
import type { Context } from '#src/platform/db/context.ts'
import { RefusedError } from '#src/platform/errors.ts'
import { agreementOf, type SharingAgreement } from './sharing-agreement.ts'
import { selectBetween } from './sharing-queries.ts'

const HOME_ZONE = 'Asia/Jakarta'

/** The day that counts: agreements run by the calendar of Jakarta. */
export function agreementDay(at: Date): PlainDate {
  return dayOf(at, HOME_ZONE)
}

export type StandingQuestion = {
  readonly withOrg: string
  readonly purpose: SharingPurpose
  readonly at: Date
  /** The body that asks; the actor's own when left out. A job has none and must say it. */
  readonly ofOrg?: string
}

/** The agreement in force between this body and another for this purpose; null where none is. */
export async function standingAgreement(
  ctx: Context,
  { withOrg, purpose, at, ofOrg }: StandingQuestion,
): Promise<SharingAgreement | null> {
  const own = ofOrg ?? ownOrgOf(ctx)
  const row = await selectBetween(ctx, { one: own, other: withOrg, purpose, day: agreementDay(at) })
  return row ? agreementOf(row) : null
}

export type SharingGround = { readonly need: AgreementNeed; readonly agreement: SharingAgreement | null }

/** What the law asks for this purpose, and what there is. Shown beside every sharing; stops nothing by itself. */
export async function sharingGround(ctx: Context, question: StandingQuestion): Promise<SharingGround> {
  return { need: agreementNeed(question.purpose), agreement: await standingAgreement(ctx, question) }
}

/** Throws RefusedError `sharing.agreement-missing` where the purpose needs an agreement and none is in force. */
export async function requireAgreement(
  ctx: Context,
  question: StandingQuestion,
): Promise<SharingAgreement | null> {
  const { need, agreement } = await sharingGround(ctx, question)
  if (need.kind === 'required' && agreement === null) {
    const [basis] = need.basis
    throw new RefusedError(
      'sharing.agreement-missing',
      ['agreement'],
      basis && `${basis.instrument} ${basis.article}`,
    )
  }
  return agreement
}

function ownOrgOf(ctx: Context): string {
  const { actor } = ctx
  if (actor.kind === 'staff' || actor.kind === 'client') return actor.orgId
  throw new Error('standingAgreement: name the body that asks')
}
