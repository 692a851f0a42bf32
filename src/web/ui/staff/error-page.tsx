/** What an officer sees when something does not work: what it means, what to do next, never what we know. */
import type { StaffFrame } from './frame.ts'
import { at } from './frame.ts'
import { GatePage } from './shell.tsx'

export type StaffErrorKind = keyof StaffFrame['t']['kerjaGalat']['kinds']

export type StaffErrorView = {
  readonly kind: StaffErrorKind
  /** For a defect: the number that leads us to the log entry. */
  readonly reference?: string
  readonly retryAfterSeconds?: number
  /** What would have to be there, as codes of the rule. */
  readonly missing?: readonly string[]
  readonly basis?: string
}

export function StaffErrorPage(props: {
  readonly frame: Pick<StaffFrame, 't' | 'lang' | 'demo'>
  readonly error: StaffErrorView
}) {
  const { frame, error } = props
  const words = frame.t.kerjaGalat
  const { title, text } = words.kinds[error.kind]
  return (
    <GatePage frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{text}</p>
      {error.missing && error.missing.length > 0 && (
        <>
          <p>{words.missing}</p>
          <ul class="reasons missing">
            {error.missing.map((code) => (
              <li>{words.guard[code] ?? code}</li>
            ))}
          </ul>
        </>
      )}
      {error.basis && <p class="small">{words.basis(error.basis)}</p>}
      {error.retryAfterSeconds !== undefined && <p>{words.retry(Math.ceil(error.retryAfterSeconds / 60))}</p>}
      {error.reference && (
        <p>
          {words.reference}: <strong translate="no">{error.reference}</strong>
        </p>
      )}
      <p>
        <a class="button main" href={at(frame, '/kerja')}>
          {words.back}
        </a>
      </p>
    </GatePage>
  )
}
