/** Lists that several public pages show. */
import type { Child } from 'hono/jsx'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '../href.ts'
import { Icon } from '../icons.tsx'
import { plainDate } from '../when.ts'

/** What to do (tick) and what not to do, or does not happen (cross). */
export function Ticks({
  yes = [],
  no = [],
}: {
  readonly yes?: readonly Child[]
  readonly no?: readonly Child[]
}) {
  return (
    <ul class="ticks">
      {yes.map((item) => (
        <li>
          <Icon name="centang" />
          <span>{item}</span>
        </li>
      ))}
      {no.map((item) => (
        <li>
          <Icon name="silang" className="no" />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  )
}

/** A number that a person of the directory has checked. Dates are 2026-11-12. */
export type CheckedNumber = {
  readonly who: string
  /** As people write it. */
  readonly shown: string
  /** As a telephone dials it: digits, perhaps with a plus. */
  readonly dial: string
  readonly details?: string
  readonly checkedOn: string
}

/** A number read in a source that nobody has tried yet. Shown only where a country has no checked one. */
export type UnverifiedNumber = {
  readonly who: string
  readonly shown: string
  readonly dial: string
  readonly details?: string
  readonly source?: string
  readonly sourceDate?: string
}

type NumbersProps = { readonly lang: Lang; readonly t: Texts }

export function CheckedNumbers({
  lang,
  t,
  numbers,
}: NumbersProps & { readonly numbers: readonly CheckedNumber[] }) {
  return (
    <ul class="numbers">
      {numbers.map((number) => (
        <li>
          <strong>{number.who}</strong>
          <DialLink {...number} />
          <small>
            {number.details}
            {number.details !== undefined && <br />}
            {t.bahaya.checkedOn(plainDate(lang, number.checkedOn))}
          </small>
        </li>
      ))}
    </ul>
  )
}

export function UnverifiedNumbers({
  lang,
  t,
  numbers,
}: NumbersProps & { readonly numbers: readonly UnverifiedNumber[] }) {
  return (
    <ul class="numbers">
      {numbers.map((number) => (
        <li>
          <strong>{number.who}</strong>
          <span class="unverified">
            <Icon name="tanya" />
            {t.bahaya.unverified}
          </span>
          <DialLink {...number} />
          <small>
            {number.details}
            {number.details !== undefined && <br />}
            {number.sourceDate === undefined
              ? t.bahaya.sourceUndated(number.source)
              : t.bahaya.sourceDated(number.source, plainDate(lang, number.sourceDate))}
          </small>
        </li>
      ))}
    </ul>
  )
}

function DialLink({ shown, dial }: { readonly shown: string; readonly dial: string }) {
  return (
    <a href={`tel:${dial.replaceAll(/[^\d+]/g, '')}`} dir="ltr">
      <Icon name="telepon" />
      {shown}
    </a>
  )
}
