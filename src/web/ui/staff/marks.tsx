/** Small marks: urgency, state, clock, citation, certainty. Each one says in words what its colour says. */
import type { Child } from 'hono/jsx'
import type { Certainty } from '#src/domain/cases/codes.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { formatInstant, formatShortDay, formatSpan } from '#src/texts/dates.ts'
import type { IconName } from '../icons.tsx'
import { OWN_TARGETS_PATH } from '../law-href.ts'
import { staffSprite } from './assets.ts'
import { at, type StaffFrame } from './frame.ts'

export type { IconName } from '../icons.tsx'

/** Arrow-like icons turn where the script runs from right to left. */
const TURNING: ReadonlySet<IconName> = new Set<IconName>(['rujuk', 'lanjut', 'kembali', 'keluar'])

export function Glyph({ name }: { readonly name: IconName }) {
  return (
    <svg class={TURNING.has(name) ? 'icon flip' : 'icon'} aria-hidden="true">
      <use href={`${staffSprite().path}#i-${name}`} />
    </svg>
  )
}

const URGENCY_CLASS: Record<Urgency, string> = { darurat: 'd', tinggi: 't', sedang: 's', rendah: 'r' }

export function UrgencyTag(props: {
  readonly frame: StaffFrame
  readonly urgency: Urgency
  /** A suggestion carries a question mark until an officer decides. */
  readonly decided?: 'decided' | 'suggested'
  readonly count?: number
}) {
  const word = props.frame.t.kerjaKode.urgency[props.urgency]
  const label = props.count === undefined ? word : `${props.count} ${word.toLowerCase()}`
  return (
    <span class={`urgency ${URGENCY_CLASS[props.urgency]}`}>
      {label}
      {props.decided === 'suggested' ? '?' : ''}
    </span>
  )
}

/** plain: not begun · run: in progress · wait: waiting or unsure · done · stop: refused, forbidden, changed */
export type Tone = 'plain' | 'run' | 'wait' | 'done' | 'stop'

export function StateTag(props: {
  readonly tone: Tone
  readonly icon?: IconName
  readonly class?: string
  readonly children?: Child
}) {
  const icon = props.icon ?? (props.tone === 'done' ? 'centang' : undefined)
  return (
    <span class={`tag ${props.tone === 'plain' ? '' : props.tone} ${props.class ?? ''}`.trim()}>
      {icon && <Glyph name={icon} />}
      {props.children}
    </span>
  )
}

/** A legal citation: the words of the chip and, where the library has it, its address. */
export type CiteView = { readonly article: string; readonly href?: string }

export function Cite({ frame, cite }: { readonly frame: StaffFrame; readonly cite: CiteView }) {
  const title = frame.t.kerjaUmum.law(cite.article)
  return cite.href === undefined ? (
    <span class="cite" title={title}>
      {cite.article}
    </span>
  ) : (
    <a class="cite" href={cite.href} title={title}>
      {cite.article}
    </a>
  )
}

export const CLOCK_STATES = ['running', 'due', 'over', 'held', 'met'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/**
 * `at` is the due instant (running, due, over), the begin of the pause (held) or the instant it was met (met).
 * `source` is the law that sets it, our own target, or other words (whose fault the pause is).
 */
export type ClockView = {
  readonly state: ClockState
  readonly at: Date
  readonly source: CiteView | 'internal-target' | { readonly words: string }
  /** Overrides the computed words, for instance "mulai 11 m lagi". */
  readonly words?: string
}

const CLOCK_ICON: Record<ClockState, IconName> = {
  running: 'jam',
  due: 'jam',
  over: 'bahaya',
  held: 'jeda',
  met: 'centang',
}

/** Amber under a quarter of the time or under one hour; overdue at the instant itself. */
export function clockStateOf(clock: {
  readonly startedAt: Date
  readonly due: Date
  readonly now: Date
}): 'running' | 'due' | 'over' {
  const left = clock.due.getTime() - clock.now.getTime()
  if (left <= 0) return 'over'
  const whole = clock.due.getTime() - clock.startedAt.getTime()
  return left < whole / 4 || left < 3_600_000 ? 'due' : 'running'
}

function clockWords(frame: StaffFrame, clock: ClockView): string {
  const t = frame.t.kerjaUmum.clock
  const away = clock.at.getTime() - frame.now.getTime()
  switch (clock.state) {
    case 'running':
    case 'due':
      return t.left(formatSpan(away, frame.lang))
    case 'over':
      return t.past(formatSpan(away, frame.lang))
    case 'held':
      return t.heldSince(formatShortDay(clock.at, frame.zone, frame.lang))
    case 'met':
      return t.met
  }
}

export function Clock({ frame, clock }: { readonly frame: StaffFrame; readonly clock: ClockView }) {
  return (
    <time
      class={`clock ${clock.state === 'running' ? '' : clock.state}`.trim()}
      datetime={clock.at.toISOString()}
      title={formatInstant(clock.at, frame.zone, frame.lang)}
    >
      <Glyph name={CLOCK_ICON[clock.state]} />
      {clock.words ?? clockWords(frame, clock)}
    </time>
  )
}

export function ClockSource({ frame, clock }: { readonly frame: StaffFrame; readonly clock: ClockView }) {
  const source = clock.source
  if (source === 'internal-target')
    return <a href={at(frame, OWN_TARGETS_PATH)}>{frame.t.kerjaUmum.clock.internal}</a>
  return 'words' in source ? <span>{source.words}</span> : <Cite frame={frame} cite={source} />
}

/** The exact instant, machine-readable and in the reader's zone. */
export function When({ frame, at }: { readonly frame: StaffFrame; readonly at: Date }) {
  return <time datetime={at.toISOString()}>{formatInstant(at, frame.zone, frame.lang)}</time>
}

const SURE_CLASS: Record<Certainty, string> = {
  certain: '',
  likely: 'mid',
  possible: 'low',
  doubtful: 'low',
  unknown: 'low',
}

export function Sure({ frame, certainty }: { readonly frame: StaffFrame; readonly certainty: Certainty }) {
  return <span class={`sure ${SURE_CLASS[certainty]}`.trim()}>{frame.t.kerjaKode.certainty[certainty]}</span>
}
