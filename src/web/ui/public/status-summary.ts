/** From what a code opens to what the page shows; the officer who reads it to a caller sees the same. */
import type { FollowView } from '#src/domain/reports/follow.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { StatusSummary } from './status-view.tsx'

export function statusSummary(t: Texts, view: FollowView): StatusSummary {
  return {
    ...view,
    readers: view.readers.map(({ kind, answer, told }) => ({
      reader: t.lapor.share.readers[kind],
      answer,
      told,
    })),
    toldWithoutConsent: view.toldWithoutConsent.map(({ id, body, at, ground }) => ({
      id,
      body,
      at,
      reason: groundWords(t, ground),
    })),
  }
}

function groundWords(t: Texts, ground: string): string {
  const grounds: Readonly<Record<string, string>> = t.pelapor.grounds
  return grounds[ground] ?? t.pelapor.grounds['law-obliges']
}
