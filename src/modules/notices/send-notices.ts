import nodemailer, { type Transporter } from 'nodemailer'
import { runAs } from '#src/platform/db/context.ts'
import { describeError } from '#src/platform/logger.ts'
import type { Platform } from '#src/platform/platform.ts'
import type { Ticker } from '#src/platform/jobs/jobs.ts'
import { markFailed, markSent, takeDueNotices, type DueNotice } from './notice-queries.ts'

/** The words of the letter, by language; they live with the other texts. `address` is where to sign in. */
export type LetterWords = (
  lang: 'id' | 'en',
  address: string,
) => { readonly subject: string; readonly text: string }

const AT_ONCE = 20
const transports = new WeakMap<Platform, Transporter>()

function transportOf(platform: Platform, url: string): Transporter {
  const kept = transports.get(platform) ?? nodemailer.createTransport(url, { from: platform.config.mailFrom })
  transports.set(platform, kept)
  return kept
}

/**
 * Sends what is due: at least once, and under the same Message-ID each time, so that a mailbox shows a letter once even
 * when we were killed between sending and noting it. The row is locked while its letter is on the way, and each letter is
 * noted by itself: a kill repeats one letter at most. Returns how many were tried.
 */
export async function sendDueNotices(platform: Platform, words: LetterWords): Promise<number> {
  const url = platform.config.smtpUrl
  if (!url) return 0
  for (let tried = 0; ; tried++) if (tried === AT_ONCE || !(await sendOne(platform, url, words))) return tried
}

async function sendOne(platform: Platform, url: string, words: LetterWords): Promise<boolean> {
  return runAs(platform, { kind: 'job', name: 'notices.send' }, async (ctx) => {
    const [notice] = await takeDueNotices(ctx, 1)
    if (!notice) return false
    try {
      await sendLetter(platform, url, notice, words)
      await markSent(ctx, notice.id)
    } catch (error) {
      platform.log.warn({ error: describeError(error) }, 'mail server did not take a notice')
      await markFailed(ctx, notice)
    }
    return true
  })
}

async function sendLetter(
  platform: Platform,
  url: string,
  notice: DueNotice,
  words: LetterWords,
): Promise<void> {
  const { subject, text } = words(notice.language === 'en' ? 'en' : 'id', `${platform.config.url}/kerja`)
  const host = new URL(platform.config.url).hostname
  await transportOf(platform, url).sendMail({
    to: notice.email,
    messageId: `<${notice.id}@${host}>`,
    subject,
    text,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

export function noticeSender(words: LetterWords): Ticker {
  return {
    name: 'notices.send',
    everyMs: 2_000,
    tick: async (platform) => {
      while ((await sendDueNotices(platform, words)) === AT_ONCE);
    },
  }
}
