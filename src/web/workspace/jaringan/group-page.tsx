/** One group of files: who leads, why its files are linked, what would break it, a picture, and whom to ask. */
import { chainsFrom, fragileOf, type Step } from '#src/domain/networks/chains.ts'
import type { Ask, Link, LinkEnd, Mention, NetworkGroup } from '#src/modules/networks/index.ts'
import { Button, ErrorSummary, Hidden } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { Picture } from './picture.tsx'
import { PLACE } from './list-pages.tsx'

export type GroupView = {
  readonly group: NetworkGroup
  readonly form: FormState
  readonly mayEdit?: 'may-edit'
}

type Props = { readonly frame: StaffFrame; readonly view: GroupView }

export function GroupPage({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  const { group, form } = view
  const title = words.groupTitle(group.files)
  return (
    <StaffPage frame={frame} current="search" title={title} form={form}>
      <Head
        title={title}
        crumbs={<a href={at(frame, PLACE)}>{words.title}</a>}
        context={words.leadText(group.leadName)}
      />
      <div class="body full stack">
        <ErrorSummary frame={frame} form={form} />
        <p>
          {words.notProof} {words.notPublic}
        </p>
        {group.bridges > 0 && <p>{words.bridges(group.bridges)}</p>}
        <Chains frame={frame} links={group.links} />
        <Fragile frame={frame} links={group.links} />
        <section class="stack" aria-labelledby="gambar">
          <h2 id="gambar">{words.graph}</h2>
          <Picture frame={frame} links={group.links} />
        </section>
        <Links frame={frame} view={view} />
        <Words frame={frame} mentions={group.mentions} />
      </div>
    </StaffPage>
  )
}

type LinksProps = { readonly frame: StaffFrame; readonly links: readonly Link[] }

const ends = (links: readonly Link[]): readonly LinkEnd[] => links.flatMap((link) => [link.left, link.right])
const filesOf = (links: readonly Link[]): readonly number[] =>
  [...new Set(ends(links).map((end) => end.file))].toSorted((a, b) => a - b)

function fileName(frame: StaffFrame, links: readonly Link[], file: number): string {
  const words = frame.t.kerjaJaringan
  const end = ends(links).find((each) => each.file === file)
  const whose = end === undefined ? '' : end.own ? words.ours : words.of(end.orgName)
  return `${words.file(file)} (${whose})`
}

function stepWords(frame: StaffFrame, links: readonly Link[]): string {
  const words = frame.t.kerjaJaringan
  const [first] = links
  const said = [...new Set(links.map((link) => words.evidence[link.evidence]))]
  if (first?.strength === 'strong') return words.stepStrong(said.join(', '))
  return said.length === 1
    ? `${words.stepStrong(said.join(''))} ${words.alone}`
    : words.stepWeak(said.join(', '))
}

function Chains({ frame, links }: LinksProps) {
  const words = frame.t.kerjaJaringan
  const from = ends(links).find((end) => end.own)?.file ?? 1
  const chains = [...chainsFrom(links, from)].toSorted(([a], [b]) => a - b)
  const name = (file: number): string => fileName(frame, links, file)
  return (
    <section class="stack" aria-labelledby="rantai">
      <h2 id="rantai">{words.chains}</h2>
      <p>{words.chainsText}</p>
      {chains.map(([to, steps]) => (
        <div>
          <h3>{words.chainFrom(name(from), name(to))}</h3>
          <ol>
            {steps.map((step: Step<Link>) => (
              <li>
                {name(step.from)} – {name(step.to)}: {stepWords(frame, step.links)}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

function Fragile({ frame, links }: LinksProps) {
  const words = frame.t.kerjaJaringan
  const fragile = fragileOf(links, filesOf(links))
  return (
    <section class="stack" aria-labelledby="putus">
      <h2 id="putus">{words.fragile}</h2>
      {fragile.length === 0 ? (
        <p>{words.solid}</p>
      ) : (
        <ul>
          {fragile.map((each) => (
            <li>
              {words.fragileText(
                [...new Set(each.links.map((link) => words.evidence[link.evidence]))].join(', '),
                each.parts,
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Links({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  const { group } = view
  return (
    <section class="stack" aria-labelledby="sambungan">
      <h2 id="sambungan">{words.links}</h2>
      <Table
        caption={words.links}
        columns={[
          { label: words.col.why },
          { label: words.between },
          { label: words.col.state },
          { label: words.col.until },
          { label: words.col.act },
        ]}
      >
        {group.links.map((link) => (
          <tr>
            <th scope="row">{words.evidence[link.evidence]}</th>
            <td>
              <CellName of={words.between} />
              {fileName(frame, group.links, link.left.file)} – {fileName(frame, group.links, link.right.file)}
            </td>
            <td>
              <CellName of={words.col.state} />
              {[...new Set([words.state[link.left.state], words.state[link.right.state]])].join('; ')}
            </td>
            <td>
              <CellName of={words.col.until} />
              <When frame={frame} at={link.expiresAt} />
            </td>
            <td>
              <CellName of={words.col.act} />
              {[link.left, link.right].map((end) => (
                <AskEnd frame={frame} view={view} end={end} />
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

const ASKED = { open: 'askedOpen', given: 'askedGiven', refused: 'askedRefused' } as const

function AskEnd({ frame, view, end }: Props & { readonly end: LinkEnd }) {
  const words = frame.t.kerjaJaringan
  if (end.own) return <></>
  const ask = view.group.asks.find((each: Ask) => each.mentionId === end.mentionId && each.side === 'asking')
  if (ask) return <p class="under">{words[ASKED[ask.state]]}</p>
  if (view.mayEdit === undefined) return <></>
  return (
    <form method="post" action={at(frame, `${PLACE}/kelompok/${view.group.id}`)}>
      <Hidden values={{ mention: end.mentionId }} />
      <Button>{words.ask(end.orgName)}</Button>
    </form>
  )
}

function Words({ frame, mentions }: { readonly frame: StaffFrame; readonly mentions: readonly Mention[] }) {
  const words = frame.t.kerjaJaringan
  return (
    <section class="stack" aria-labelledby="kata">
      <h2 id="kata">{words.words}</h2>
      {mentions.length === 0 && <p>{words.wordsNone}</p>}
      <ul class="plain stack">
        {mentions.map((mention) => (
          <li>
            <strong>{mention.value}</strong> <StateTag tone="plain">{words.state[mention.state]}</StateTag>
            <p class="under">
              {words.kind[mention.kind]}, {words.role[mention.role].toLowerCase()} (
              {mention.own ? words.ours : words.of(mention.orgName)})
            </p>
            <p class="under">
              {words.source}: {mention.source}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
