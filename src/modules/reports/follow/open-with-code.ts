import { randomBytes } from 'node:crypto'
import type { FollowView } from '#src/domain/reports/follow.ts'
import { readTrackingCode } from '#src/domain/reports/tracking-code.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { runAs, type StaffContext } from '#src/platform/db/context.ts'
import { knock, type DoorTiming } from '#src/platform/limits/slow-door.ts'
import type { Platform } from '#src/platform/platform.ts'
import { hashOfCode } from '../receive/report-keys.ts'
import { findHeld } from './follow-queries.ts'
import { followReport, type Lang } from './follow-report.ts'

export type Tried = {
  readonly words: string
  readonly pin: string
  readonly visitor: Uint8Array
  readonly timing?: DoorTiming
}

/** The hash to hold for these words and PIN. One that opens nothing when they are no code, so that the same work is done. */
export function codeHashOf(platform: Pick<Platform, 'keys'>, words: string, pin: string): Uint8Array {
  const reading = readTrackingCode(words, pin)
  return reading.kind === 'read' ? hashOfCode(platform, reading.code) : new Uint8Array(randomBytes(32))
}

/**
 * Opens a report with what was typed. Undefined for a wrong word, a wrong PIN, a report that does not exist and a code that
 * has ended, after the same time. Throws TooManyError for a flood.
 */
export async function openWithCode(
  platform: Platform,
  tried: Tried,
): Promise<{ readonly codeHash: Uint8Array } | undefined> {
  const codeHash = codeHashOf(platform, tried.words, tried.pin)
  return knock({
    platform,
    kind: 'track',
    visitor: tried.visitor,
    ...(tried.timing ? { timing: tried.timing } : {}),
    look: () =>
      runAs(platform, { kind: 'public', codeHash }, async (ctx) =>
        (await findHeld(ctx)) ? { codeHash } : undefined,
      ),
  })
}

/**
 * For a caller without internet: exactly the page that he would see, to be read aloud. Without the right code nothing, not
 * even whether a report exists; the officer's account is the visitor whose misses are counted.
 */
export async function readFollowPageForCaller(
  ctx: StaffContext,
  said: { readonly words: string; readonly pin: string; readonly lang: Lang; readonly timing?: DoorTiming },
): Promise<FollowView | undefined> {
  const codeHash = codeHashOf(ctx.platform, said.words, said.pin)
  const view = await knock({
    platform: ctx.platform,
    kind: 'track-staff',
    visitor: new TextEncoder().encode(ctx.actor.staffId),
    ...(said.timing ? { timing: said.timing } : {}),
    look: () => runAs(ctx.platform, { kind: 'public', codeHash }, (held) => followReport(held, said.lang)),
  })
  await writeAudit(ctx, {
    verb: 'report.read-to-caller',
    subjectKind: 'report',
    details: { found: view ? 'yes' : 'no' },
  })
  return view
}
