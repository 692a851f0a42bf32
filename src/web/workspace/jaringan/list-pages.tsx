/** Recruiters and their ways across files: the groups, the notes of the own body, and what bodies ask each other. */
import { MENTION_STATES, WRITTEN_KINDS } from '#src/domain/networks/written.ts'
import type { Ask, GroupLine, Mention } from '#src/modules/networks/index.ts'
import { Button, ButtonLink, ErrorSummary, Hidden } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Tabs } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'

export const PLACE = '/kerja/jaringan'

export const PARTS = ['kelompok', 'sebutan', 'tanya'] as const
export type Part = (typeof PARTS)[number]

export type ListView = {
  readonly part: Part
  readonly groups: readonly GroupLine[]
  readonly mentions: readonly Mention[]
  readonly asks: readonly Ask[]
  readonly kind: string
  readonly state: string
  readonly form: FormState
  readonly mayEdit?: 'may-edit'
  readonly mayAnswer?: 'may-answer'
  readonly previous?: string
  readonly next?: string
}

type Props = { readonly frame: StaffFrame; readonly view: ListView }

export function NetworkListPage({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  return (
    <StaffPage
      frame={frame}
      current="search"
      title={`${words.title}: ${words.tabs[view.part]}`}
      form={view.form}
    >
      <Head title={words.title} context={words.context} />
      <Tabs
        label={words.title}
        links={PARTS.map((part) => ({
          label: words.tabs[part],
          href: at(frame, `${PLACE}?bagian=${part}`),
          ...(part === view.part && { current: 'current' as const }),
        }))}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <p>
          {words.notProof} {words.notPublic}
        </p>
        {view.part === 'kelompok' && <Groups frame={frame} view={view} />}
        {view.part === 'sebutan' && <Mentions frame={frame} view={view} />}
        {view.part === 'tanya' && <Asks frame={frame} view={view} />}
        <Pages frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

function Pages({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  if (view.previous === undefined && view.next === undefined) return <></>
  return (
    <p class="buttons">
      {view.previous !== undefined && <ButtonLink href={view.previous}>{words.previous}</ButtonLink>}
      {view.next !== undefined && <ButtonLink href={view.next}>{words.next}</ButtonLink>}
    </p>
  )
}

function Groups({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  if (view.groups.length === 0) return <Empty title={words.noGroups} text={words.noGroupsText} />
  return (
    <Table
      caption={words.tabs.kelompok}
      columns={[
        { label: words.col.group },
        { label: words.col.why },
        { label: words.col.bodies },
        { label: words.col.leads },
        { label: words.col.until },
      ]}
    >
      {view.groups.map((group) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${PLACE}/kelompok/${group.id}`)}>{words.groupTitle(group.files)}</a>
          </th>
          <td>
            <CellName of={words.col.why} />
            {group.evidence.map((each) => words.evidence[each]).join('; ')}
          </td>
          <td>
            <CellName of={words.col.bodies} />
            {group.orgNames.join(', ')}
          </td>
          <td>
            <CellName of={words.col.leads} />
            {group.leadName}
          </td>
          <td>
            <CellName of={words.col.until} />
            <When frame={frame} at={group.expiresAt} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

const TONE: Record<Mention['state'], Tone> = {
  reported: 'wait',
  checked: 'run',
  confirmed: 'run',
  refuted: 'plain',
}

function Mentions({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  const href = (kind: string, state: string): string =>
    at(frame, `${PLACE}?bagian=sebutan&jenis=${kind}&status=${state}`)
  const link = (label: string, target: string, isCurrent: boolean) => ({
    label,
    href: target,
    ...(isCurrent && { current: 'current' as const }),
  })
  return (
    <>
      <Filters
        label={words.filterKind}
        links={[
          link(words.all, href('', view.state), view.kind === ''),
          ...WRITTEN_KINDS.map((kind) => link(words.kind[kind], href(kind, view.state), view.kind === kind)),
        ]}
      />
      <Filters
        label={words.filterState}
        links={[
          link(words.all, href(view.kind, ''), view.state === ''),
          ...MENTION_STATES.map((state) =>
            link(words.state[state], href(view.kind, state), view.state === state),
          ),
        ]}
      />
      {view.mentions.length === 0 ? (
        <Empty title={words.noMentions} text={words.noMentionsText} />
      ) : (
        <MentionTable frame={frame} view={view} />
      )}
    </>
  )
}

function MentionTable({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  return (
    <>
      <p>{words.checkText}</p>
      <Table
        caption={words.tabs.sebutan}
        columns={[
          { label: words.col.what },
          { label: words.col.role },
          { label: words.col.from },
          { label: words.col.state },
          { label: words.col.until },
          { label: words.col.act },
        ]}
      >
        {view.mentions.map((mention) => (
          <tr>
            <th scope="row">
              {mention.value}
              <p class="under">{words.kind[mention.kind]}</p>
            </th>
            <td>
              <CellName of={words.col.role} />
              {words.role[mention.role]}
            </td>
            <td>
              <CellName of={words.col.from} />
              <Origin frame={frame} mention={mention} />
              <p class="under">{mention.source}</p>
            </td>
            <td>
              <CellName of={words.col.state} />
              <StateTag tone={TONE[mention.state]}>{words.state[mention.state]}</StateTag>
            </td>
            <td>
              <CellName of={words.col.until} />
              <When frame={frame} at={mention.expiresAt} />
            </td>
            <td>
              <CellName of={words.col.act} />
              {view.mayEdit !== undefined && mention.state !== 'refuted' && (
                <Acts frame={frame} mention={mention} />
              )}
            </td>
          </tr>
        ))}
      </Table>
    </>
  )
}

function Origin({ frame, mention }: { readonly frame: StaffFrame; readonly mention: Mention }) {
  const words = frame.t.kerjaJaringan
  if (mention.caseCode !== undefined)
    return (
      <a class="code" href={at(frame, `/kerja/kasus/${mention.caseCode}`)}>
        {mention.caseCode}
      </a>
    )
  return mention.reportId === undefined ? (
    <></>
  ) : (
    <a href={at(frame, `/kerja/masuk/${mention.reportId}`)}>{words.tipLink}</a>
  )
}

function Acts({ frame, mention }: { readonly frame: StaffFrame; readonly mention: Mention }) {
  const words = frame.t.kerjaJaringan
  return (
    <form method="post" action={at(frame, `${PLACE}/sebutan/${mention.id}`)} class="buttons">
      <Hidden values={{ version: String(mention.version) }} />
      {mention.state !== 'confirmed' && (
        <Button name="act" value="check">
          {words.check}
        </Button>
      )}
      <Button name="act" value="refute">
        {words.refute}
      </Button>
      <Button name="act" value="extend">
        {words.extend}
      </Button>
    </form>
  )
}

function Asks({ frame, view }: Props) {
  const words = frame.t.kerjaJaringan
  if (view.asks.length === 0) return <Empty title={words.noAsks} />
  return (
    <ul class="plain stack">
      {view.asks.map((ask) => (
        <li>
          <p>
            <a href={at(frame, `${PLACE}/kelompok/${ask.groupId}`)}>
              {ask.side === 'asked' ? words.asked(ask.otherName) : words.asking(ask.otherName)}
            </a>{' '}
            <StateTag tone={ask.state === 'open' ? 'wait' : 'plain'}>{words.askState[ask.state]}</StateTag>{' '}
            <When frame={frame} at={ask.askedAt} />
          </p>
          {ask.side === 'asked' && ask.state === 'open' && view.mayAnswer !== undefined && (
            <form method="post" action={at(frame, `${PLACE}/tanya/${ask.id}`)} class="buttons">
              <Hidden values={{ version: String(ask.version) }} />
              <Button name="answer" value="given">
                {words.give}
              </Button>
              <Button name="answer" value="refused">
                {words.keep}
              </Button>
              <span class="under">{words.giveText}</span>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
