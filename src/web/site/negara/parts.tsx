/** What the pages of a country and of a corridor share. */
import type { Child } from 'hono/jsx'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import type { BasisView, FactView } from './country-view.ts'

type Shown = { readonly frame: PageFrame }

/** Never hidden behind a word: what nobody has checked says so beside the sentence. */
export function Unverified({ frame, sure }: Shown & { readonly sure: BasisView['sure'] }) {
  if (sure !== 'unverified') return <></>
  return (
    <span class="unverified">
      <Icon name="tanya" />
      {frame.t.negara.unverified}
    </span>
  )
}

export function Fact({ frame, fact }: Shown & { readonly fact: FactView }) {
  return (
    <>
      {fact.says}
      {fact.amount !== undefined && (
        <>
          {' '}
          <strong>{fact.amount}</strong>.
        </>
      )}
      <Unverified frame={frame} sure={fact.basis.sure} />
    </>
  )
}

export function Facts({ frame, facts }: Shown & { readonly facts: readonly FactView[] }) {
  if (facts.length === 0) return <Nothing frame={frame} />
  return (
    <ul class="plain">
      {facts.map((fact) => (
        <li>
          <Fact frame={frame} fact={fact} />
        </li>
      ))}
    </ul>
  )
}

export function Nothing({ frame }: Shown) {
  return (
    <p>
      <strong>{frame.t.negara.unknown}</strong> {frame.t.negara.unknownNote}
    </p>
  )
}

/** Law, day and source of a heading, behind one word, so that the sentences stay plain. */
export function Basis({ frame, of }: Shown & { readonly of: readonly { readonly basis: BasisView }[] }) {
  if (of.length === 0) return <></>
  const words = frame.t.negara
  return (
    <details class="after">
      <summary>{words.basis}</summary>
      <ul class="small rows">
        {unique(of.map((each) => each.basis)).map((basis) => (
          <li>
            {basis.law !== undefined && (
              <>
                <a href={href(frame.lang, basis.law.path)}>{basis.law.label}</a>,{' '}
              </>
            )}
            {[...basis.days, basis.source].join(', ')} ({words.sure[basis.sure]})
          </li>
        ))}
      </ul>
    </details>
  )
}

function unique(all: readonly BasisView[]): readonly BasisView[] {
  const keys = all.map((each) => JSON.stringify(each))
  return all.filter((_each, at) => keys.indexOf(keys[at] ?? '') === at)
}

export function Section(props: { readonly title: string; readonly id: string; readonly children?: Child }) {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Steps carry their number in words that a screen reader says. */
export function Steps({
  frame,
  first,
  facts,
}: Shown & { readonly first: readonly string[]; readonly facts: readonly FactView[] }) {
  return (
    <ol class="plain">
      {first.map((says, at) => (
        <li>
          <strong>{at + 1}.</strong> {says}
        </li>
      ))}
      {facts.map((fact, at) => (
        <li>
          <strong>{first.length + at + 1}.</strong> <Fact frame={frame} fact={fact} />
        </li>
      ))}
    </ol>
  )
}

export function BackTo({
  frame,
  path,
  children,
}: Shown & { readonly path: `/${string}`; readonly children?: Child }) {
  return (
    <a class="back" href={href(frame.lang, path)}>
      <Icon name="kembali" />
      {children}
    </a>
  )
}
