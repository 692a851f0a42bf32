/** Somebody who may be looked for: who says to be looking, what the person wishes, and what of it reaches the family. */
import type { OpenedFound, WishLine } from '#src/modules/matches/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { Button, ErrorSummary, Hidden, Notice, optionsOf, Radios, TextArea } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { foundWords, PLACE } from './list-pages.tsx'
import { nameOf, OneRecord, Pairs } from './sides.tsx'
import { Waterfall } from './waterfall.tsx'

export type FoundView = OpenedFound & {
  readonly form: FormState
  /** The sentence that the family would read. */
  readonly sentence?: string
  readonly model: string
}

type Props = { readonly frame: StaffFrame; readonly view: FoundView }

export function FoundPage({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { found, form } = view
  return (
    <StaffPage frame={frame} current="search" title={words.foundTitle} form={form}>
      <Head
        title={nameOf(frame, found.subject)}
        crumbs={<a href={at(frame, `${PLACE}?bagian=ditemukan`)}>{words.title}</a>}
        context={words.foundText}
        tags={<StateTag tone="plain">{foundWords(frame, found)}</StateTag>}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={form} />
        <Notice kind="care" lead={words.someone} />
        <section class="stack" aria-labelledby="orang">
          <h2 id="orang">{words.person}</h2>
          <OneRecord frame={frame} side={found.subject} />
        </section>
        <Seeker frame={frame} view={view} />
        <Waterfall frame={frame} steps={found.steps} model={view.model} />
        {found.state !== 'told' && <Ask frame={frame} view={view} />}
        <Asked frame={frame} wishes={view.wishes} />
        <Gate frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function Seeker({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { seeker } = view.found
  const relations: Readonly<Record<string, string>> = frame.t.kerjaKode.relation
  return (
    <section class="stack" aria-labelledby="pencari">
      <h2 id="pencari">{words.seeker}</h2>
      <p>{words.seekerText}</p>
      <Pairs
        frame={frame}
        caption={words.seeker}
        pairs={[
          [words.seekerName, seeker.name === '' ? words.unknown : seeker.name],
          [words.seekerRelation, relations[seeker.relation] ?? words.unknown],
          [words.seekerSearched, seeker.searched.join(', ')],
          [words.seekerSince, formatPartialDate(seeker.since, frame.lang)],
        ]}
      />
    </section>
  )
}

function Ask({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { found, form } = view
  return (
    <section class="stack" aria-labelledby="keinginan">
      <h2 id="keinginan">{words.ask}</h2>
      <p>{words.askText}</p>
      <form method="post" action={at(frame, `${PLACE}/ditemukan/${found.id}`)} class="stack fill-in">
        <Radios form={form} name="wish" label={words.askWish} options={optionsOf(words.wish)} />
        <Radios form={form} name="listened" label={words.askListened} options={optionsOf(words.listened)} />
        <Radios
          form={form}
          name="knowsSeeker"
          label={words.askKnows}
          options={optionsOf(words.knowsSeeker)}
        />
        <Radios form={form} name="how" label={words.askHow} options={optionsOf(words.how)} />
        <TextArea form={form} name="words" label={words.askWords} />
        <p class="buttons">
          <Button kind="main">{words.askSave}</Button>
        </p>
      </form>
    </section>
  )
}

function Asked({ frame, wishes }: { readonly frame: StaffFrame; readonly wishes: readonly WishLine[] }) {
  const words = frame.t.kerjaPencarian
  return (
    <section class="stack" aria-labelledby="ditanya">
      <h2 id="ditanya">{words.asked}</h2>
      {wishes.length === 0 ? (
        <p>{words.notAskedYet}</p>
      ) : (
        <ol>
          {wishes.map((line) => (
            <li>
              <strong>{words.wish[line.wish]}</strong>. {words.how[line.how]}. {words.listened[line.listened]}
              . {words.knowsSeeker[line.knowsSeeker]}.
              <p class="under">
                {line.by}, <When frame={frame} at={line.at} />
              </p>
              {line.words !== '' && <blockquote>{line.words}</blockquote>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Gate({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { found, sentence } = view
  const action = at(frame, `${PLACE}/ditemukan/${found.id}/sampaikan`)
  return (
    <section class="stack" aria-labelledby="pintu">
      <h2 id="pintu">{words.gate}</h2>
      {found.state === 'told' && found.told !== undefined ? (
        <p>
          {words.toldAt}: {words.told[found.told]}. {found.toldAt && <When frame={frame} at={found.toldAt} />}
        </p>
      ) : found.gate.kind === 'tell-nothing' ? (
        <Notice kind="plain" lead={words.held[found.gate.because]}>
          {words.constant}
        </Notice>
      ) : (
        <>
          <p>
            {words.mayTell(words.told[found.gate.told])} {words.willRead}
          </p>
          {sentence !== undefined && <blockquote>{sentence}</blockquote>}
          {found.state === 'to-tell' ? (
            <p>{words.waiting}</p>
          ) : (
            <form method="post" action={action} class="stack">
              <Hidden values={{ version: String(found.version) }} />
              <p>{words.tellHint}</p>
              <p class="buttons">
                <Button kind="main">{words.tell}</Button>
              </p>
            </form>
          )}
        </>
      )}
      <Aside frame={frame} view={view} />
    </section>
  )
}

function Aside({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const { found } = view
  if (found.state === 'told' || found.state === 'to-tell') return <></>
  const back = found.state === 'not-this-person'
  return (
    <form method="post" action={at(frame, `${PLACE}/ditemukan/${found.id}/bukan`)}>
      <Hidden values={{ version: String(found.version), as: back ? 'open' : 'not-this-person' }} />
      <p class="buttons">
        <Button>{back ? words.reopen : words.notThisPerson}</Button>
      </p>
    </form>
  )
}
