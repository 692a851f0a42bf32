import { CONSENT_ITEMS, type ConsentAnswer } from '#src/domain/cases/codes.ts'
import { READER_KINDS, type MayShare, type ReaderKind, type SafeContact } from '#src/domain/reports/report.ts'
import { known, valueOf } from '#src/domain/kernel/answer.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { enqueue } from '#src/platform/jobs/queue-queries.ts'
import { insertConsents } from '../receive/report-queries.ts'
import { SHARED_BY_REPORT, type GivenConsent } from '../receive/report-row.ts'
import { listHeldConsents, listHeldReferrals, updateHeld, type HeldReport } from './follow-queries.ts'
import { openHeld } from './follow-report.ts'
import { getHeldAsFirst, putMessage } from './held.ts'
import { answersNow, EVERYONE } from './report-consents.ts'

/** The old way is gone from now on; the desk is told that it changed. */
export async function changeSafeContact(ctx: Context, contact: SafeContact): Promise<void> {
  const held = await getHeldAsFirst(ctx)
  const draft = await openHeld(ctx, held)
  if (!draft) throw new NotFoundError('report.not-found')
  const key = await loadKey(ctx, held.key_id)
  // The language to be spoken to in is not asked again.
  const language = valueOf(draft.safeContact)?.language
  const safeContact = known({
    ...contact,
    ...(language !== undefined && contact.language === undefined ? { language } : {}),
  })
  await updateHeld(ctx, held, {
    sealed: key.sealJson(`reports.sealed/${held.id}`, { ...draft, safeContact }),
    doNotCall: { is: contact.callRule !== 'may-call' },
  })
  await putMessage(ctx, held, { kind: 'contact-change', text: '' })
  await writeJournal(
    ctx,
    {
      verb: 'report.contact-changed',
      subjectKind: 'report',
      subjectId: held.id,
      reportId: held.id,
      caseId: held.case_id,
    },
    held.org_id,
  )
}

/** The present answer for every kind of reader, for the page that changes them. */
export async function readChoices(
  ctx: Context,
): Promise<readonly { readonly kind: ReaderKind; readonly answer: ConsentAnswer }[]> {
  await getHeldAsFirst(ctx)
  const answers = answersNow(await listHeldConsents(ctx), ctx.now)
  return READER_KINDS.map((kind) => ({ kind, answer: answers.get(kind) ?? 'not-asked' }))
}

/** New answers count from now on; only what differs is written. A yes taken back is told to whoever knows. */
export async function changeConsent(ctx: Context, wanted: MayShare): Promise<void> {
  const held = await getHeldAsFirst(ctx)
  const now = answersNow(await listHeldConsents(ctx), ctx.now)
  const changed = READER_KINDS.filter(
    (kind) => wanted[kind] !== undefined && wanted[kind] !== (now.get(kind) ?? 'not-asked'),
  )
  if (changed.length === 0) return
  await storeAnswers(
    ctx,
    held,
    changed.flatMap((reader) =>
      itemsOf(wanted[reader]!).map((item) => ({ item, reader, answer: wanted[reader]! })),
    ),
  )
  const takenBack = changed.filter((kind) => now.get(kind) === 'yes')
  await writeJournal(
    ctx,
    {
      verb: 'consents.changed',
      subjectKind: 'report',
      subjectId: held.id,
      reportId: held.id,
      caseId: held.case_id,
      details: { readers: changed, takenBack },
    },
    held.org_id,
  )
  if (takenBack.length > 0) await enqueue(ctx, 'consents.withdrawn', { reportId: held.id })
}

/**
 * Everything, for everyone, from now on. The desk is told, and who has something of it must stop using it and say so.
 * `stop`: the report itself is withdrawn too.
 */
export async function withdrawConsent(
  ctx: Context,
  wish: { readonly report: 'goes-on' | 'stop'; readonly why: string },
): Promise<void> {
  const held = await getHeldAsFirst(ctx)
  await storeAnswers(
    ctx,
    held,
    CONSENT_ITEMS.map((item) => ({ item, reader: EVERYONE, answer: 'no' })),
  )
  if (wish.report === 'stop' && held.withdrawn_at === null)
    await updateHeld(ctx, held, { withdrawnAt: ctx.now })
  if (wish.why.trim() !== '')
    await putMessage(ctx, held, { kind: 'message', text: wish.why.trim().slice(0, 1000) })
  await writeJournal(
    ctx,
    {
      verb: 'consents.withdrawn',
      subjectKind: 'report',
      subjectId: held.id,
      reportId: held.id,
      caseId: held.case_id,
      details: { report: wish.report },
    },
    held.org_id,
  )
  await enqueue(ctx, 'consents.withdrawn', { reportId: held.id })
}

/** A no to bodies that were told without being asked (UU 27/2022 art 20 (2)): nothing new goes to them. */
export async function objectToSharing(ctx: Context, referralIds: readonly string[]): Promise<void> {
  const held = await getHeldAsFirst(ctx)
  const told = (await listHeldReferrals(ctx)).filter(
    (each) => each.consent_basis === 'exception' && referralIds.includes(each.id),
  )
  if (told.length === 0) return
  for (const org of new Set(told.map((each) => each.to_org)))
    await storeAnswers(
      ctx,
      held,
      CONSENT_ITEMS.map((item) => ({ item, reader: 'foreign-authority', answer: 'no' })),
      org,
    )
  await writeJournal(
    ctx,
    {
      verb: 'consents.objected',
      subjectKind: 'report',
      subjectId: held.id,
      reportId: held.id,
      caseId: held.case_id,
      details: { referrals: told.map((each) => each.id) },
    },
    held.org_id,
  )
  await enqueue(ctx, 'consents.withdrawn', { reportId: held.id })
}

function itemsOf(answer: ConsentAnswer): readonly GivenConsent['item'][] {
  return answer === 'no' ? CONSENT_ITEMS : SHARED_BY_REPORT
}

async function storeAnswers(
  ctx: Context,
  held: HeldReport,
  given: readonly GivenConsent[],
  readerOrg?: string,
): Promise<void> {
  await insertConsents(ctx, {
    reportId: held.id,
    orgId: held.org_id,
    given,
    byStaff: null,
    language: held.language,
    how: 'web',
    givenBy: held.about === 'myself' ? 'self' : 'reporter',
    ...(readerOrg === undefined ? {} : { readerOrg }),
  })
}
