/** How a gap is named, where its law stands, and how many cases may be told. */
import { BODY_KINDS, bodyNameOn, type BodyKind } from '#src/domain/competence/bodies.ts'
import type { GapState } from '#src/domain/advocacy/gap.ts'
import type { Gap } from '#src/modules/gaps/index.ts'
import type { Texts } from '#src/texts/texts.ts'
import { gapLawWords } from '#src/web/gap-law.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Tone } from '#src/web/ui/staff/marks.tsx'
import type { Lang } from '#src/web/ui/href.ts'

export const GAPS = '/kerja/hambatan' as const

export const GAP_TONE: Record<GapState, Tone> = {
  open: 'wait',
  proposed: 'run',
  'in-consultation': 'run',
  answered: 'run',
  solved: 'done',
  'set-aside': 'stop',
}

export type GapWordsReader = { readonly t: Texts; readonly lang: Lang }

export function gapName({ t, lang }: GapWordsReader, gap: Gap): string {
  return (
    gap.reference?.title[lang] ??
    gap.title?.[lang] ??
    gap.words?.description ??
    t.kerjaHambatan.code[gap.code]
  )
}

/** At least so many; or fewer than five at every body. */
export function toldWords(t: Texts, told: number | undefined): string {
  return told === undefined ? t.kerjaHambatan.small : t.kerjaHambatan.atLeast(told)
}

export function ownerName(t: Texts, owner: string | null, on: string): string {
  if (owner === null) return t.kerjaHambatan.noOwner
  return bodyNameOn(owner as BodyKind, on) ?? owner
}

/** Bodies by the name they have today. */
export function ownerOptions(now: Date): readonly Option[] {
  const today = now.toISOString().slice(0, 10)
  return BODY_KINDS.map((kind) => ({ value: kind, label: bodyNameOn(kind, today) ?? kind })).toSorted(
    (a, b) => a.label.localeCompare(b.label),
  )
}

export function searchedWords({ lang }: GapWordsReader, gap: Gap): string {
  return gap.reference?.law.searched?.[lang] ?? gap.words?.searched ?? ''
}

export function LawCell({ frame, gap }: { readonly frame: StaffFrame; readonly gap: Gap }) {
  const words = frame.t.kerjaHambatan
  const law = gapLawWords(frame, gap.law)
  const searched = searchedWords(frame, gap)
  return (
    <>
      {law.href === undefined ? law.words : <a href={at(frame, law.href)}>{law.words}</a>}
      {gap.law.kind === 'silent' && law.href !== undefined && (
        <small>
          <br />
          {words.silent}
        </small>
      )}
      {searched !== '' && (
        <small>
          <br />
          {words.searched}: {searched}
        </small>
      )}
    </>
  )
}
