import type { Texts } from '#src/texts/texts.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import type { CheckedNumber } from '#src/web/ui/public/lists.tsx'

type DangerNoticeProps = {
  readonly lang: Lang
  readonly t: Texts
  /** ISO code; anything else leads to the list of countries. */
  readonly country: string
  readonly numbers: readonly CheckedNumber[]
  readonly className?: string
}

/** At most two checked numbers and the way to all of them. Opens beside the form, whose answers would be lost. */
export function DangerNotice({ lang, t, country, numbers, className }: DangerNoticeProps) {
  const words = t.lapor.danger
  const page = dangerAddress(lang, country)
  return (
    <Notice kind="danger" icon="telepon" title={words.callTitle} className={className}>
      {numbers.slice(0, 2).map((number) => (
        <p>
          {number.who}:{' '}
          <a href={`tel:${number.dial}`} dir="ltr">
            <strong>{number.shown}</strong>
          </a>
          {number.details === undefined ? '' : `. ${number.details}`}
        </p>
      ))}
      <p>
        <a href={page} target="_blank" rel="noreferrer">
          {words.allNumbers}
        </a>
      </p>
      <p>
        {words.cannotSpeak}{' '}
        <a href={`${page}#tunjukkan`} target="_blank" rel="noreferrer">
          {words.showThis}
        </a>
      </p>
    </Notice>
  )
}

export function dangerAddress(lang: Lang, country: string): string {
  return href(lang, /^[A-Z]{2}$/.test(country) ? `/bahaya?negara=${country}` : '/bahaya')
}
