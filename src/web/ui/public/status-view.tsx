/**
 * What a reporter sees of a report: steps, next date, messages, who may know. Nothing in these types can identify
 * anybody: bodies, never persons or places. The officer who reads it aloud to a caller sees exactly this.
 */
import type { ConsentAnswer } from '#src/domain/cases/codes.ts'
import type { ContactWay, ReaderKind } from '#src/domain/reports/report.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '../href.ts'
import { Icon } from '../icons.tsx'
import { Notice } from './form-parts.tsx'
import { dateAndTime, longDate, shortDate } from '../when.ts'

export const STATUS_STEPS = ['received', 'read', 'checked', 'handled', 'result'] as const
export type StatusStepCode = (typeof STATUS_STEPS)[number]
export type IfSilent = keyof Texts['lacak']['ifSilent']
export type ResultCode = keyof Texts['lacak']['results']

export type Waiting = {
  /** A body in plain words, never a person. */
  readonly body: string
  readonly since: Date
  readonly ifSilent: IfSilent
  readonly until: Date
}

export type StatusStep = {
  readonly code: StatusStepCode
  readonly state: 'done' | 'now' | 'later'
  readonly at?: Date
  /** Who handles it; several where the needs are with several bodies. */
  readonly bodies?: readonly string[]
  readonly waiting?: readonly Waiting[]
  /** Only at the last step. */
  readonly result?: ResultCode
}

export type StatusMessage = {
  readonly from: 'officer' | 'you' | 'second'
  readonly at: Date
  readonly text: string
}

/** One line of "who may know". `part` says what of it, in words, where it is not the whole story. */
export type KnowingReader = {
  readonly reader: string
  readonly answer: ConsentAnswer
  readonly part?: string
  /** Already told; else only permitted. */
  readonly told: boolean
}

/** Something went to a body without consent, and it is safe now to say so. */
export type ToldWithoutConsent = {
  readonly id: string
  readonly body: string
  readonly at: Date
  readonly reason: string
}

export type StatusSummary = {
  readonly steps: readonly StatusStep[]
  readonly nextNews?: Date
  readonly messages: readonly StatusMessage[]
  readonly readers: readonly KnowingReader[]
  readonly contact: { readonly ways: readonly ContactWay[]; readonly noCalls: boolean }
  readonly toldWithoutConsent: readonly ToldWithoutConsent[]
  /** A family that looks for somebody: the same words for every such family. */
  readonly searching?: 'searching'
}

type ViewProps = {
  readonly lang: Lang
  readonly t: Texts
  /** IANA zone of the reader. */
  readonly zone: string
  readonly status: StatusSummary
}

export function StatusSteps({ lang, t, zone, status }: ViewProps) {
  const closed = status.steps.some((step) => step.result !== undefined)
  return (
    <>
      {!closed && (
        <p class="lead">
          {status.nextNews === undefined ? (
            t.lacak.noNextNews
          ) : (
            <strong>{t.lacak.nextNews(longDate(lang, status.nextNews, zone))}</strong>
          )}
        </p>
      )}
      <ol class="steps">
        {status.steps.map((step) => (
          <Step lang={lang} t={t} zone={zone} step={step} />
        ))}
      </ol>
    </>
  )
}

function Step({ lang, t, zone, step }: Omit<ViewProps, 'status'> & { readonly step: StatusStep }) {
  const done = step.state === 'done'
  return (
    <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
      <span class="mark">{done && <Icon name="centang" />}</span>
      <strong>{stepName(t, step)}</strong> {done && <span class="hidden">({t.lacak.done})</span>}
      {step.at !== undefined && (
        <>
          <br />
          <small>{dateAndTime(lang, step.at, zone)}</small>
        </>
      )}
      {step.code === 'result' && step.state === 'later' && <p>{t.lacak.resultLater}</p>}
      {(step.bodies ?? []).map((body) => (
        <p>{t.lacak.handledBy(body)}</p>
      ))}
      {(step.waiting ?? []).map((waiting) => (
        <p>
          {t.lacak.waitingFor(waiting.body, shortDate(lang, waiting.since, zone))}{' '}
          {t.lacak.ifSilent[waiting.ifSilent](dateAndTime(lang, waiting.until, zone))}
        </p>
      ))}
    </li>
  )
}

function stepName(t: Texts, step: StatusStep): string {
  if (step.result !== undefined) return t.lacak.results[step.result]
  if (step.state === 'done' && (step.code === 'checked' || step.code === 'handled'))
    return t.lacak.stepsDone[step.code]
  return t.lacak.steps[step.code]
}

export function StatusMessages({ lang, t, zone, status }: ViewProps) {
  if (status.messages.length === 0) return <p>{t.lacak.noMessages}</p>
  return (
    <ul class="messages">
      {status.messages.map((message) => (
        <li class={message.from === 'officer' ? undefined : 'me'}>
          <small>
            {t.lacak.from[message.from]}, {dateAndTime(lang, message.at, zone)}
          </small>
          <p class="words">{message.text}</p>
        </li>
      ))}
    </ul>
  )
}

export function StatusReaders({ t, status }: Pick<ViewProps, 't' | 'status'>) {
  if (status.readers.length === 0) return <p>{t.lacak.nobodyKnows}</p>
  return (
    <ul class="ticks">
      {status.readers.map((reader) => (
        <li>
          <Icon
            name={reader.answer === 'yes' ? 'centang' : reader.answer === 'no' ? 'silang' : 'tanya'}
            className={reader.answer === 'no' ? 'no' : ''}
          />
          <span>
            {reader.reader}: {readerLimit(t, reader)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function readerLimit(t: Texts, { answer, part, told }: KnowingReader): string {
  if (answer === 'no') return t.lacak.limits.no
  if (answer !== 'yes') return t.lacak.limits.ask
  if (part !== undefined) return t.lacak.limits.part(part)
  return told ? t.lacak.limits.everything : t.lacak.limits.told
}

export function StatusContact({ t, status }: Pick<ViewProps, 't' | 'status'>) {
  const ways = status.contact.ways.filter((way) => way !== 'this-page-only')
  if (ways.length === 0) return <p>{t.lacak.safeContactNone}</p>
  return (
    <p>
      {t.lacak.safeContactWays(ways.map((way) => t.lapor.contact.ways[way]).join(', '))}{' '}
      {status.contact.noCalls && t.lacak.noCalls}
    </p>
  )
}

export function WithoutConsentNotice({ lang, t, zone, status }: ViewProps) {
  if (status.toldWithoutConsent.length === 0) return <></>
  return (
    <Notice kind="care" icon="info" title={t.lacak.withoutConsentTitle}>
      {status.toldWithoutConsent.map(({ body, at, reason }) => (
        <p>{t.lacak.withoutConsent(body, shortDate(lang, at, zone), reason)}</p>
      ))}
    </Notice>
  )
}

/** A reader whom the reporter can allow or refuse, with the present answer. */
export type ReaderChoice = { readonly kind: ReaderKind; readonly answer: ConsentAnswer }
