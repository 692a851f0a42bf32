/** Parts of a referral: who may see what, the sheet that leaves, what stays, and the card of each body. */
import type { Child } from 'hono/jsx'
import type { ConsentItem } from '#src/domain/cases/codes.ts'
import type { ReferralStatus } from '#src/domain/referrals/lifecycle.ts'
import type { StaffFrame } from './frame.ts'
import { Cite, Glyph, StateTag, type CiteView, type Tone } from './marks.tsx'

export type MatrixCell =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** The words of the limit: "kabupaten", "lewat KJRI". */
  | { readonly kind: 'part'; readonly limit: string }

export type MatrixView = {
  readonly readers: readonly { readonly name: string; readonly here?: 'here' }[]
  readonly rows: readonly { readonly item: ConsentItem; readonly cells: readonly MatrixCell[] }[]
}

function MatrixSign({ frame, cell }: { readonly frame: StaffFrame; readonly cell: MatrixCell }) {
  if (cell.kind === 'part') return <>{cell.limit}</>
  const words = frame.t.kerjaUmum
  return (
    <>
      <Glyph name={cell.kind === 'yes' ? 'centang' : 'silang'} />
      <span class="hidden">{cell.kind === 'yes' ? words.yes : words.no}</span>
    </>
  )
}

export function Matrix(props: {
  readonly frame: StaffFrame
  readonly matrix: MatrixView
  readonly labelledby: string
}) {
  const { frame, matrix } = props
  return (
    <div class="scroll" tabindex={0} role="region" aria-labelledby={props.labelledby}>
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">{frame.t.kerjaRujukan.item}</th>
            {matrix.readers.map((reader) => (
              <th scope="col" class={reader.here}>
                {reader.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr>
              <th scope="row">{frame.t.kerjaKode.consentItem[row.item]}</th>
              {row.cells.map((cell, index) => (
                <td class={`${cell.kind} ${matrix.readers[index]?.here ?? ''}`.trim()}>
                  <MatrixSign frame={frame} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One line of the sealed payload, rendered from it and from nothing else. */
export type SheetLine = {
  readonly label: string
  readonly text: string
  readonly strong?: 'strong'
  readonly unverified?: 'unverified'
  readonly cites?: readonly CiteView[]
}

export type SheetView = {
  readonly title: string
  readonly fromTo: string
  readonly code: string
  readonly date: string
  readonly lines: readonly SheetLine[]
  /** Short form of the payload's hash, in groups of four. */
  readonly seal: string
}

export function Sheet({ frame, sheet }: { readonly frame: StaffFrame; readonly sheet: SheetView }) {
  const words = frame.t.kerjaRujukan
  return (
    <article class="sheet" aria-label={words.sheet}>
      <header>
        <div>
          <h2>{sheet.title}</h2>
          <p class="small">{sheet.fromTo}</p>
        </div>
        <div class="num">
          <span class="code">{sheet.code}</span>
          <br />
          <small>{sheet.date}</small>
        </div>
      </header>
      <dl class="answers">
        {sheet.lines.map((line) => (
          <>
            <dt>{line.label}</dt>
            <dd>
              {line.strong ? <strong>{line.text}</strong> : line.text}{' '}
              {line.unverified && <StateTag tone="wait">{words.unverified}</StateTag>}
              {line.cites?.map((cite) => (
                <>
                  <Cite frame={frame} cite={cite} />{' '}
                </>
              ))}
            </dd>
          </>
        ))}
      </dl>
      <p class="small">{words.seal(sheet.seal)}</p>
    </article>
  )
}

/** What is not sent: the rim that says "what is under here stays here". */
export function Stay({ frame, items }: { readonly frame: StaffFrame; readonly items: readonly string[] }) {
  return (
    <section class="stay" aria-labelledby="tetap">
      <h2 id="tetap">
        <Glyph name="payung" />
        {frame.t.kerjaRujukan.stays}
      </h2>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}

/** The states of the life cycle, and acceptance in part, which splits the need. */
export type ReferralStateView = ReferralStatus | 'accepted-in-part'

const REFERRAL_TONE: Record<ReferralStateView, Tone> = {
  requested: 'wait',
  received: 'wait',
  accepted: 'done',
  'accepted-in-part': 'run',
  rejected: 'stop',
  'in-progress': 'run',
  'on-hold': 'wait',
  completed: 'done',
  failed: 'stop',
  cancelled: 'plain',
}

export function ReferralState(props: {
  readonly frame: StaffFrame
  readonly state: ReferralStateView
  readonly class?: string
}) {
  return (
    <StateTag tone={REFERRAL_TONE[props.state]} class={props.class}>
      {props.frame.t.kerjaKode.referral[props.state]}
    </StateTag>
  )
}

export type ReferCardView = {
  readonly code: string
  readonly href: string
  readonly body: string
  readonly state: ReferralStateView
  readonly what: string
  /** When, by whom: "dikirim 5 Nov, diterima 6 Nov". */
  readonly when: string
  /** A refusal always shows its reason and the next body. */
  readonly refusal?: { readonly reason: string; readonly next: string }
}

export function ReferCard(props: {
  readonly frame: StaffFrame
  readonly card: ReferCardView
  readonly children?: Child
}) {
  const { frame, card } = props
  return (
    <article class="refer">
      <span class="line">
        <strong>
          <a href={card.href}>{card.body}</a>
        </strong>
        <ReferralState frame={frame} state={card.state} class="end" />
      </span>
      <span>{card.what}</span>
      <small>{card.when}</small>
      {card.refusal && (
        <small>{frame.t.kerjaRujukan.refusedBecause(card.refusal.reason, card.refusal.next)}</small>
      )}
      {props.children}
    </article>
  )
}
