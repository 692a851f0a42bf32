/** A citation in words: the short name of the instrument, its article, and how sure we are where it is not certain. */
import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { Texts } from '#src/texts/texts.ts'

export function citationWords(
  t: Texts,
  citation: Pick<Citation, 'instrument' | 'article' | 'confidence'>,
): string {
  const { instrument, article, confidence } = citation
  const short = loadRulebook().instruments.get(instrument)?.short ?? instrument
  return withConfidence(t, article === '-' ? short : `${short}, ${article}`, confidence)
}

/** What was read in the law itself needs no word more. */
export function withConfidence(t: Texts, words: string, confidence: Citation['confidence']): string {
  return confidence === 'verified' ? words : `${words} (${t.langkahKasus.confidence[confidence]})`
}
