import { followSteps, nextNews, type FollowFacts, type FollowView } from '#src/domain/reports/follow.ts'
import { readerKindOf } from '#src/domain/disclosure/reader-kind.ts'
import { valueOf } from '#src/domain/kernel/answer.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import {
  findHeld,
  findHeldCase,
  listHeldConsents,
  listHeldFiles,
  listHeldMessages,
  listHeldReferrals,
  listNeedOwners,
  type HeldReport,
} from './follow-queries.ts'
import { answersNow } from './report-consents.ts'

export type Lang = 'id' | 'en'

/** The follow page of the held code; undefined when the code opens nothing. Names of bodies in the reader's language. */
export async function followReport(ctx: Context, lang: Lang): Promise<FollowView | undefined> {
  const held = await findHeld(ctx)
  if (!held) return undefined
  const referrals = await listHeldReferrals(ctx)
  const handling = await handlingOf(ctx, held, referrals, lang)
  const facts: FollowFacts = { report: reportFacts(held, lang), ...(handling && { handling }) }
  const news = nextNews(facts)
  const first = held.holder === 'first'
  return {
    holder: first ? 'first' : 'second',
    // By what the family asked, never by what came of it.
    ...(first && held.about === 'seeking-family' && { searching: 'searching' as const }),
    steps: followSteps(facts),
    ...(news && { nextNews: news }),
    messages: await readMessages(ctx),
    readers: first ? await readReaders(ctx, referrals) : [],
    contact: await readContact(ctx, held),
    toldWithoutConsent: first ? referrals.flatMap((each) => toldOf(each, lang)) : [],
    files: (await listHeldFiles(ctx)).map((file) => ({
      mediaType: file.media_type,
      metadata: file.metadata as 'removed' | 'kept',
      at: file.created_at,
    })),
  }
}

type Named = { readonly name_id: string; readonly name_en: string }
type HeldReferral = Awaited<ReturnType<typeof listHeldReferrals>>[number]

function nameOf(body: Named, lang: Lang): string {
  return lang === 'en' ? body.name_en : body.name_id
}

function reportFacts(held: HeldReport, lang: Lang): FollowFacts['report'] {
  return {
    receivedAt: held.created_at,
    state: held.state as FollowFacts['report']['state'],
    desk: nameOf(held, lang),
    deskSince: held.desk_since,
    respondBy: held.respond_by,
    ...(held.opened_at && { openedAt: held.opened_at }),
    ...(held.taken_at && { takenAt: held.taken_at }),
    ...(held.joined_as && { joinedAs: held.joined_as as 'concerned' | 'other' }),
    ...(held.closed_as && { closedAs: held.closed_as as NonNullable<FollowFacts['report']['closedAs']> }),
    ...(held.closed_at && { closedAt: held.closed_at }),
    ...(held.withdrawn_at && { withdrawnAt: held.withdrawn_at }),
  }
}

async function handlingOf(
  ctx: Context,
  held: HeldReport,
  referrals: readonly HeldReferral[],
  lang: Lang,
): Promise<FollowFacts['handling']> {
  const found = await findHeldCase(ctx)
  if (!found) return undefined
  const needs = await listNeedOwners(ctx)
  // Who took a need without consent is named only when that may be told: then its referral is visible here.
  const known = needs.filter(
    (need) =>
      need.owner_org === found.lead_org ||
      referrals.some((each) => each.need_id === need.id && each.to_org === need.owner_org),
  )
  // Before a need is written down, the body that opened the case handles it; another person's joined report tells nothing.
  const leads = held.joined_as === 'other' || needs.length > 0 ? [] : [found]
  const open = referrals.filter((each) => each.state === 'requested' || each.state === 'received')
  return {
    since: found.created_at,
    owners:
      known.length > 0 ? known.map((need) => nameOf(need, lang)) : leads.map((each) => nameOf(each, lang)),
    waiting: open.map((each) => ({ body: nameOf(each, lang), since: each.created_at, until: each.due_at })),
    ...(found.closed_at && { closedAt: found.closed_at }),
    ...(found.closed_result && {
      closedResult: found.closed_result as 'achieved' | 'not-achieved' | 'withdrawn',
    }),
    ...(found.next_news_at && { nextNewsAt: found.next_news_at }),
  }
}

const FROM = { reporter: 'you', second: 'second', staff: 'officer', system: 'officer' } as const

/** A message whose key is gone is gone. */
async function readMessages(ctx: Context): Promise<FollowView['messages']> {
  const rows = await listHeldMessages(ctx)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row) => {
    const text = keys.get(row.key_id)?.openText(`messages.sealed/${row.id}`, row.sealed)
    return text ? [{ from: FROM[row.sender as keyof typeof FROM], at: row.created_at, text }] : []
  })
}

async function readReaders(ctx: Context, referrals: readonly HeldReferral[]): Promise<FollowView['readers']> {
  const told = new Set(
    referrals
      .filter((each) => ['accepted', 'in-progress', 'on-hold', 'completed'].includes(each.state))
      .map((each) => readerKindOf(each.kind)),
  )
  const answers = answersNow(await listHeldConsents(ctx), ctx.now)
  return [...answers].flatMap(([kind, answer]) =>
    answer === 'not-asked' && !told.has(kind) ? [] : [{ kind, answer, told: told.has(kind) }],
  )
}

function toldOf(referral: HeldReferral, lang: Lang): FollowView['toldWithoutConsent'] {
  if (referral.consent_basis !== 'exception' || referral.person_told_at === null) return []
  return [
    {
      id: referral.id,
      body: nameOf(referral, lang),
      at: referral.created_at,
      ground: referral.exception_ground ?? '',
    },
  ]
}

/** Only the ways, never the number. The second holder has no key to it and sees none. */
async function readContact(ctx: Context, held: HeldReport): Promise<FollowView['contact']> {
  const draft = await openHeld(ctx, held)
  const contact = draft && valueOf(draft.safeContact)
  return { ways: contact?.ways ?? [], noCalls: contact?.callRule === 'do-not-call' }
}

export async function openHeld(
  ctx: Context,
  held: Pick<HeldReport, 'id' | 'key_id' | 'sealed' | 'holder'>,
): Promise<ReportDraft | undefined> {
  if (held.holder !== 'first') return undefined
  const key = (await loadKeys(ctx, [held.key_id])).get(held.key_id)
  return key?.openJson<ReportDraft>(`reports.sealed/${held.id}`, held.sealed)
}
