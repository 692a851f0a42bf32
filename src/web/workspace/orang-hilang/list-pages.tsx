/** Who is looked for, who may have been found, and which records may be one person: three lists, each for who may see it. */
import type { BodyHint, Found, Match, SearchLine } from '#src/modules/matches/index.ts'
import { countryName } from '../casework.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Tabs } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { Cases, nameOf } from './sides.tsx'
import { shortReasons } from './waterfall.tsx'

export const PLACE = '/kerja/orang-hilang'

/** The addresses of the parts, and the part that is open. */
export const PARTS = ['ditemukan', 'dicari', 'sama', 'diputuskan', 'lembaga'] as const
export type Part = (typeof PARTS)[number]

const TAB = {
  ditemukan: 'found',
  dicari: 'searches',
  sama: 'same',
  diputuskan: 'judged',
  lembaga: 'bodies',
} as const

export type ListView = {
  readonly part: Part
  /** Only those that the reader may open. */
  readonly parts: readonly Part[]
  readonly found: readonly Found[]
  readonly searches: readonly SearchLine[]
  readonly matches: readonly Match[]
  readonly hints: readonly BodyHint[]
  readonly previous?: string
  readonly next?: string
}

type Props = { readonly frame: StaffFrame; readonly view: ListView }

export function PersonSearchPage({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  const title = `${words.title}: ${words.tabs[TAB[view.part]]}`
  return (
    <StaffPage frame={frame} current="search" title={title}>
      <Head title={words.title} context={words.context} />
      <Tabs
        label={words.title}
        links={view.parts.map((part) => ({
          label: words.tabs[TAB[part]],
          href: at(frame, `${PLACE}?bagian=${part}`),
          ...(part === view.part && { current: 'current' as const }),
        }))}
      />
      <div class="body full">
        <PartOf frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function PartOf({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  switch (view.part) {
    case 'ditemukan':
      return <FoundList frame={frame} found={view.found} />
    case 'dicari':
      return <SearchList frame={frame} searches={view.searches} />
    case 'sama':
    case 'diputuskan':
      return view.matches.length === 0 ? (
        <Empty title={view.part === 'sama' ? words.noneSame : words.noneJudged} text={words.notCertain} />
      ) : (
        <MatchList frame={frame} view={view} />
      )
    case 'lembaga':
      return <HintList frame={frame} hints={view.hints} />
    default:
      return view.part satisfies never
  }
}

const TONE: Record<Found['state'], Tone> = {
  open: 'wait',
  'not-this-person': 'plain',
  'to-tell': 'run',
  told: 'plain',
}

/** Asked and not told yet is another state than not asked. */
export function foundWords(frame: StaffFrame, found: Found): string {
  const words = frame.t.kerjaPencarian
  const isAsked = found.state === 'open' && found.wish !== 'not-asked'
  return isAsked ? words.askedState : words.foundState[found.state]
}

function FoundList({ frame, found }: { readonly frame: StaffFrame; readonly found: readonly Found[] }) {
  const words = frame.t.kerjaPencarian
  if (found.length === 0) return <Empty title={words.noneFound} text={words.noneFoundText} />
  return (
    <>
      <p>{words.foundText}</p>
      <Table
        caption={words.tabs.found}
        columns={[
          { label: words.col.who },
          { label: words.col.case },
          { label: words.col.since },
          { label: words.col.wish },
          { label: words.col.state },
        ]}
      >
        {found.map((each) => (
          <tr>
            <th scope="row">
              <a href={at(frame, `${PLACE}/ditemukan/${each.id}`)}>{nameOf(frame, each.subject)}</a>
            </th>
            <td>
              <CellName of={words.col.case} />
              <Cases frame={frame} side={each.subject} />
            </td>
            <td>
              <CellName of={words.col.since} />
              <When frame={frame} at={each.foundAt} />
            </td>
            <td>
              <CellName of={words.col.wish} />
              {words.wish[each.wish]}
            </td>
            <td>
              <StateTag tone={TONE[each.state]}>{foundWords(frame, each)}</StateTag>
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function SearchList(props: { readonly frame: StaffFrame; readonly searches: readonly SearchLine[] }) {
  const { frame, searches } = props
  const words = frame.t.kerjaPencarian
  if (searches.length === 0) return <Empty title={words.noneSearches} text={words.searchesText} />
  return (
    <>
      <p>
        {words.searchesText} {words.searchesRule}
      </p>
      <Table
        caption={words.tabs.searches}
        columns={[
          { label: words.col.who },
          { label: words.col.case },
          { label: words.col.country },
          { label: words.col.since },
        ]}
      >
        {searches.map((each) => (
          <tr>
            <th scope="row">{each.names.join(', ') || words.nameless}</th>
            <td>
              <CellName of={words.col.case} />
              {each.caseCode === undefined ? (
                <a href={at(frame, `/kerja/masuk/${each.reportId}`)}>{words.report}</a>
              ) : (
                <a class="code" href={at(frame, `/kerja/kasus/${each.caseCode}`)}>
                  {each.caseCode}
                </a>
              )}
            </td>
            <td>
              <CellName of={words.col.country} />
              {countryName(frame.lang, each.country, frame.t)}
            </td>
            <td>
              <CellName of={words.col.since} />
              <When frame={frame} at={each.since} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function HintList({ frame, hints }: { readonly frame: StaffFrame; readonly hints: readonly BodyHint[] }) {
  const words = frame.t.kerjaPencarian
  if (hints.length === 0) return <Empty title={words.noneHints} text={words.hintsText} />
  return (
    <>
      <p>{words.hintsText}</p>
      <Table
        caption={words.tabs.bodies}
        columns={[
          { label: words.col.who },
          { label: words.col.case },
          { label: words.col.ask },
          { label: words.col.since },
        ]}
      >
        {hints.map((each) => (
          <tr>
            <th scope="row">{nameOf(frame, each.person)}</th>
            <td>
              <CellName of={words.col.case} />
              <Cases frame={frame} side={each.person} />
            </td>
            <td>
              <CellName of={words.col.ask} />
              {words.askBody(each.body[frame.lang])}
            </td>
            <td>
              <CellName of={words.col.since} />
              <When frame={frame} at={each.at} />
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function MatchList({ frame, view }: Props) {
  const words = frame.t.kerjaPencarian
  return (
    <>
      <p>{words.notCertain}</p>
      <Table
        caption={words.tabs[TAB[view.part]]}
        columns={[
          { label: words.col.who },
          { label: words.col.other },
          { label: words.col.why },
          { label: words.col.state },
        ]}
      >
        {view.matches.map((each) => (
          <tr>
            <th scope="row">
              <a href={at(frame, `${PLACE}/sama/${each.id}`)}>{nameOf(frame, each.left)}</a>
              <p class="under">
                <Cases frame={frame} side={each.left} />
              </p>
            </th>
            <td>
              <CellName of={words.col.other} />
              {nameOf(frame, each.right)}
              <p class="under">
                <Cases frame={frame} side={each.right} />
              </p>
            </td>
            <td>
              <CellName of={words.col.why} />
              {shortReasons(frame, each.steps)}
            </td>
            <td>
              <StateTag tone={each.verdict === 'conflicting-identity' ? 'wait' : 'plain'}>
                {words.verdict[each.verdict]}
              </StateTag>
              <p class="under">{words.state[each.state]}</p>
            </td>
          </tr>
        ))}
      </Table>
      {(view.previous ?? view.next) !== undefined && (
        <p class="buttons">
          {view.previous !== undefined && <a href={view.previous}>{words.previous}</a>}
          {view.next !== undefined && <a href={view.next}>{words.more}</a>}
        </p>
      )}
    </>
  )
}
