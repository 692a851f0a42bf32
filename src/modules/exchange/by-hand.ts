/** What goes another way than the line: a file for a partner with Payung, a file with a passphrase or paper for one without. */
import { Encrypter } from 'age-encryption'
import { z } from 'zod'
import { FAILURE_REASONS, REJECTION_REASONS, type ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import { applyToldState, findReferral, noteRemoteStop } from '#src/modules/referrals/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import { deriveKey, keyedHash } from '#src/platform/crypto/secrets.ts'
import { runAs, type Actor, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { LARGEST_MESSAGE } from '#src/platform/exchange/envelope.ts'
import { installationId } from '#src/platform/exchange/own-keys.ts'
import type { Platform } from '#src/platform/platform.ts'
import { listSealedFor } from './messages/message-queries.ts'
import { takeIn } from './messages/take-in.ts'
import { findPartner, findRemotePlace } from './partners/partner-queries.ts'

const MOST = 200
/** Bytes of a file that the import page takes. */
export const LARGEST_FILE = 16 * 1024 * 1024

const FileSchema = z.object({
  payung: z.literal('exchange-1'),
  from: z.uuid(),
  to: z.uuid(),
  messages: z.array(z.string().max(LARGEST_MESSAGE)).min(1).max(MOST),
})

export type ExchangeFile = { readonly name: string; readonly text: string; readonly count: number }

/** Everything that waits for this partner, as one file. It is sealed for the partner: whoever carries it reads nothing. */
export async function exportFile(ctx: StaffContext, partnerId: string): Promise<ExchangeFile> {
  const partner = await findPartner(ctx, partnerId)
  if (!partner?.remote_id || partner.state !== 'confirmed') throw new NotFoundError('partner.not-found')
  const rows = await listSealedFor(ctx, partnerId, MOST)
  if (rows.length === 0) throw new RefusedError('exchange.nothing-waits')
  await writeAudit(ctx, {
    verb: 'exchange.file-made',
    subjectKind: 'partner',
    subjectId: partnerId,
    details: { messages: rows.length },
  })
  const file: z.output<typeof FileSchema> = {
    payung: 'exchange-1',
    from: installationId(ctx.platform),
    to: partner.remote_id,
    messages: rows.flatMap((row) => (row.sealed ? [row.sealed.toString('utf8')] : [])),
  }
  return {
    name: `${ctx.now.toISOString().slice(0, 10)}.payung`,
    text: JSON.stringify(file),
    count: rows.length,
  }
}

export type Imported = { readonly taken: number; readonly refused: number }

/** A file of a partner goes through the same door as the line: the same checks, and the same message counts once. */
export async function importFile(
  platform: Platform,
  given: { readonly actor: Actor; readonly visitor: Uint8Array; readonly text: string },
): Promise<Imported> {
  const file = FileSchema.safeParse(jsonOf(given.text))
  if (!file.success || file.data.to !== installationId(platform))
    throw new InvalidInputError([{ path: 'file', code: 'exchange.file' }])
  let taken = 0
  for (const sealed of file.data.messages)
    if ((await takeIn(platform, { visitor: given.visitor, sealed })) !== undefined) taken += 1
  const refused = file.data.messages.length - taken
  await runAs(platform, given.actor, (ctx) =>
    writeAudit(ctx, { verb: 'exchange.file-opened', subjectKind: 'exchange', details: { taken, refused } }),
  )
  return { taken, refused }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** The words that open the file of one package: told by telephone, never with the file. The same until the package changes. */
export function passphraseOf(
  platform: Platform,
  referral: { readonly id: string; readonly package_digest: Buffer },
): string {
  const hash = keyedHash(
    deriveKey(platform.secrets, 'exchange:file'),
    `${referral.id}:${referral.package_digest.toString('hex')}`,
  )
  const letters = [...hash.subarray(0, 20)].map((byte) => ALPHABET[byte % 32]!).join('')
  return letters.match(/.{5}/g)!.join('-')
}

/** The printed sheet as an age file that opens with the passphrase, for a partner without Payung. */
export async function sealSheet(
  ctx: StaffContext,
  referral: { readonly id: string; readonly case_id: string; readonly package_digest: Buffer },
  html: string,
): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphraseOf(ctx.platform, referral))
  encrypter.setScryptWorkFactor(15)
  await writeAudit(ctx, {
    verb: 'referral.exported',
    subjectKind: 'referral',
    subjectId: referral.id,
    caseId: referral.case_id,
    details: { way: 'file' },
  })
  return encrypter.encrypt(html)
}

/** What a partner without Payung may be written down to have answered. */
export const SPOKEN_STATES = [
  'received',
  'accepted',
  'rejected',
  'completed',
  'failed',
] as const satisfies readonly ReferralStatus[]
const REASONS: Readonly<Record<string, readonly string[]>> = {
  rejected: REJECTION_REASONS,
  failed: FAILURE_REASONS,
}

export type SpokenAnswer = {
  readonly referralId: string
  readonly state: string
  readonly reason: string
  /** Who said it and what. */
  readonly words: string
}

/** An officer writes down what a partner without Payung said; the same lifecycle as a click there. */
export async function noteSpokenAnswer(
  platform: Platform,
  actor: Actor & { readonly kind: 'staff' },
  said: SpokenAnswer,
): Promise<void> {
  const state = SPOKEN_STATES.find((each) => each === said.state)
  const needed = state === undefined ? undefined : REASONS[state]
  if (state === undefined) throw new InvalidInputError([{ path: 'state', code: 'exchange.answer' }])
  if (said.words.length < 3) throw new InvalidInputError([{ path: 'words', code: 'exchange.words' }])
  if (needed && !needed.includes(said.reason))
    throw new InvalidInputError([{ path: 'reason', code: 'exchange.reason' }])
  await checkOnPaper(platform, actor, {
    referralId: said.referralId,
    verb: 'referral.answer-noted',
    what: state,
  })
  const done = await runAs(platform, { kind: 'job', name: 'exchange.noted' }, (ctx) =>
    applyToldState(ctx, {
      referralId: said.referralId,
      by: 'receiver',
      state,
      reason: needed ? said.reason : null,
      words: said.words,
    }),
  )
  if (done === 'stale') throw new RefusedError('exchange.not-possible-now')
}

/** The partner without Payung said that it stopped using what it had. */
export async function noteSpokenStop(
  platform: Platform,
  actor: Actor & { readonly kind: 'staff' },
  referralId: string,
): Promise<void> {
  await checkOnPaper(platform, actor, { referralId, verb: 'referral.stop-noted', what: 'stopped' })
  await runAs(platform, { kind: 'job', name: 'exchange.noted' }, (ctx) => noteRemoteStop(ctx, referralId))
}

/** Only the sender's own people, only for a partner without Payung; who wrote it down stands in the journal. */
async function checkOnPaper(
  platform: Platform,
  actor: Actor & { readonly kind: 'staff' },
  asked: { readonly referralId: string; readonly verb: `${string}.${string}`; readonly what: string },
): Promise<void> {
  await runAs(platform, actor, async (ctx) => {
    const row = await findReferral(ctx, asked.referralId)
    if (!row || row.from_org !== actor.orgId) throw new NotFoundError('referral.not-found')
    const place = await findRemotePlace(ctx, row.to_org)
    if (!place?.on_paper) throw new RefusedError('exchange.answers-itself')
    await writeJournal(ctx, {
      verb: asked.verb,
      subjectKind: 'referral',
      subjectId: row.id,
      caseId: row.case_id,
      details: { state: asked.what },
    })
  })
}
