/** Parts of a case file: wish, people, chain, needs, evidence, consent in short. */
import type { Child } from 'hono/jsx'
import type { ConsentAnswer, IntermediaryKind, NeedKind, PersonRole } from '#src/domain/cases/codes.ts'
import { formatDay } from '#src/texts/dates.ts'
import type { StaffFrame } from './frame.ts'
import {
  Cite,
  Clock,
  ClockSource,
  Glyph,
  StateTag,
  type CiteView,
  type ClockView,
  type Tone,
} from './marks.tsx'

export type WishView = {
  readonly words: string
  readonly at: Date
  readonly language: string
  readonly readBack: 'read-back' | 'not-read-back'
}

export function Wish({ frame, wish }: { readonly frame: StaffFrame; readonly wish: WishView | undefined }) {
  const words = frame.t.kerjaUmum
  if (wish === undefined) {
    return (
      <div class="wish">
        <span class="small">{words.wish}</span>
        <strong>{words.noWish}</strong>
      </div>
    )
  }
  const readBack = wish.readBack === 'read-back' ? words.readBack : words.notReadBack
  return (
    <div class="wish">
      <span class="small">{words.wish}</span>
      <q>{wish.words}</q>
      <span class="small">
        {formatDay(wish.at, frame.zone, frame.lang)}, {wish.language}, {readBack}
      </span>
    </div>
  )
}

export type PersonView = {
  readonly id: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly otherNames: readonly string[]
  /** More words: "34, boleh dihubungi bila selamat". */
  readonly note?: string
  readonly self?: 'self'
  readonly unsure?: 'unsure'
  readonly doNotTell?: 'do-not-tell'
  readonly href?: string
}

export function Person({ frame, person }: { readonly frame: StaffFrame; readonly person: PersonView }) {
  const words = frame.t.kerjaUmum
  const roles = person.roles.map((role) => frame.t.kerjaKode.role[role]).join(', ')
  return (
    <li class={person.self ? 'person self' : 'person'}>
      <Glyph name={person.doNotTell ? 'tutup' : 'orang'} />
      <div>
        <strong>{person.href ? <a href={person.href}>{person.name}</a> : person.name}</strong>{' '}
        {person.unsure && <StateTag tone="wait">{words.notSure}</StateTag>}
      </div>
      <div class="roles">
        {roles}
        {person.doNotTell && (
          <>
            ; <strong>{words.doNotTell}</strong>
          </>
        )}
        {person.note && (
          <>
            <br />
            {person.note}
          </>
        )}
        {person.otherNames.length > 0 && (
          <>
            <br />
            {words.otherNames}: {person.otherNames.join(', ')}
          </>
        )}
      </div>
    </li>
  )
}

export type ChainLink = {
  readonly name: string
  readonly kind: IntermediaryKind
  readonly note?: string
  /** Where it is corrected, for who may. */
  readonly href?: string
}

/** Recruiter to employer, in the order the person passed through. */
export function Chain({
  frame,
  links,
}: {
  readonly frame: StaffFrame
  readonly links: readonly ChainLink[]
}) {
  return (
    <ol class="chain">
      {links.map((link) => (
        <li>
          {link.href ? <a href={link.href}>{link.name}</a> : link.name},{' '}
          {frame.t.kerjaKode.intermediary[link.kind]}
          {link.note && (
            <>
              <br />
              <small>{link.note}</small>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

export type NeedState =
  'open' | 'planned' | 'no-owner' | 'with-us' | 'offered' | 'in-progress' | 'met' | 'not-met' | 'cancelled'

const NEED_TONE: Record<NeedState, Tone> = {
  open: 'plain',
  planned: 'run',
  'no-owner': 'wait',
  'with-us': 'wait',
  offered: 'wait',
  'in-progress': 'run',
  met: 'done',
  'not-met': 'stop',
  cancelled: 'plain',
}

export type NeedView = {
  readonly id: string
  readonly kind: NeedKind
  /** What exactly: "Gaji 7 tahun". The words of the kind stand where it is missing. */
  readonly label?: string
  readonly state: NeedState
  readonly body: string
  readonly cite?: CiteView
  readonly href?: string
  readonly referHref?: string
  /** Present when the reader's body owns the need and says how it stands. */
  readonly mine?: { readonly version: string; readonly state: string }
}

export function Needs({ frame, needs }: { readonly frame: StaffFrame; readonly needs: readonly NeedView[] }) {
  const t = frame.t.kerjaKasus.needs
  return (
    <table class="needs">
      <caption class="hidden">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.need}</th>
          <th scope="col">{t.state}</th>
          <th scope="col">{t.body}</th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <tr>
            <th scope="row">
              {need.href ? (
                <a href={need.href}>{need.label ?? frame.t.kerjaKode.need[need.kind]}</a>
              ) : (
                (need.label ?? frame.t.kerjaKode.need[need.kind])
              )}
            </th>
            <td>
              <StateTag tone={NEED_TONE[need.state]}>{frame.t.kerjaKode.needState[need.state]}</StateTag>
            </td>
            <td>
              {need.body} {need.cite && <Cite frame={frame} cite={need.cite} />}{' '}
              {need.referHref && <a href={need.referHref}>{t.refer}</a>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export type ConsentLine = { readonly answer: ConsentAnswer | 'part'; readonly words: string }

const CONSENT_TONE: Record<ConsentAnswer | 'part', Tone> = {
  yes: 'done',
  part: 'wait',
  no: 'stop',
  'not-asked': 'plain',
  'does-not-know': 'plain',
}

export function ConsentShort(props: { readonly frame: StaffFrame; readonly lines: readonly ConsentLine[] }) {
  const { frame } = props
  return (
    <ul class="allow">
      {props.lines.map((line) => (
        <li>
          <StateTag tone={CONSENT_TONE[line.answer]} icon={line.answer === 'no' ? 'silang' : undefined}>
            {line.answer === 'part' ? frame.t.kerjaKasus.part : frame.t.kerjaKode.consentAnswer[line.answer]}
          </StateTag>
          <span>{line.words}</span>
        </li>
      ))}
    </ul>
  )
}

export type EvidenceView = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly what: string
  readonly hash: 'intact' | 'changed' | 'unchecked'
  readonly hashShort: string
  /** Where it came from, where the original is, who holds it; ready in words. */
  readonly custody: readonly string[]
  readonly href?: string
}

export function Evidence({ frame, item }: { readonly frame: StaffFrame; readonly item: EvidenceView }) {
  const words = frame.t.kerjaUmum
  const state = { intact: words.intact, changed: words.hashChanged, unchecked: words.hashUnchecked }[
    item.hash
  ]
  const tone: Tone = { intact: 'done', changed: 'stop', unchecked: 'plain' }[item.hash] as Tone
  return (
    <div class="evidence">
      <Glyph name="bukti" />
      <strong>
        {item.number}. {item.href ? <a href={item.href}>{item.title}</a> : item.title}
      </strong>
      <StateTag tone={tone}>{state}</StateTag>
      <span>{item.what}</span>
      <small>
        {frame.t.kerjaKasus.hash(item.hashShort)} {item.custody.map((part) => `${part}. `)}
      </small>
    </div>
  )
}

export type DeadlineView = { readonly title: string; readonly clock: ClockView; readonly href?: string }

export function Deadlines(props: {
  readonly frame: StaffFrame
  readonly deadlines: readonly DeadlineView[]
}) {
  return (
    <ul class="deadlines">
      {props.deadlines.map((deadline) => (
        <li>
          <strong>{deadline.href ? <a href={deadline.href}>{deadline.title}</a> : deadline.title}</strong>
          <span class="line">
            <Clock frame={props.frame} clock={deadline.clock} />
            <small>
              <ClockSource frame={props.frame} clock={deadline.clock} />
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Restricted content: 3 px canopy line on top, and a sentence that says who reads it. */
export function Restricted(props: {
  readonly title: string
  readonly who: string
  readonly children?: Child
}) {
  return (
    <div class="restricted stack tight-gap">
      <p>
        <strong>{props.title}</strong> <span class="small">{props.who}</span>
      </p>
      {props.children}
    </div>
  )
}
