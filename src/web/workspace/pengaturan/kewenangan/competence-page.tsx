/** The register of overlaps and holes in competence, and the figures of all bodies. */
import { NEED_KINDS, type NeedKind, type PersonCategory, type Phase } from '#src/domain/cases/codes.ts'
import { bodyNameOn, type BodyKind } from '#src/domain/competence/bodies.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import type { Finding, FindingCount } from '#src/modules/competence/index.ts'
import { formatInstant, formatPartialDate } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { ruleWords } from '../../kasus/kebutuhan/routing-panel.tsx'
import { SettingsHead, settingsPath } from '../settings-page.tsx'

export type CompetenceView = {
  /** Undefined for a reader of figures only. */
  readonly findings: readonly Finding[] | undefined
  readonly paging?: PagingView
  readonly counts: readonly FindingCount[]
  /** Fields of the GET form: keadaan, jenis, kebutuhan, tempat. */
  readonly form: FormState
  readonly csvHref: string
  readonly mayRule?: 'may-rule'
}
/** Fields of the ruling: text, citation. */
export type RulingView = { readonly finding: Finding; readonly form: FormState }

type Props<View> = { readonly frame: StaffFrame; readonly view: View }

export function needWord(frame: StaffFrame, need: string): string {
  return (NEED_KINDS as readonly string[]).includes(need) ? frame.t.kerjaKode.need[need as NeedKind] : need
}

function optionsFrom(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

function FilterForm({ frame, view }: Props<CompetenceView>) {
  const words = frame.t.kerjaKewenangan
  const any = words.all
  return (
    <form action={settingsPath(frame, 'competence')} class="panel" aria-label={words.filter}>
      <div class="grid2">
        <Select
          form={view.form}
          name="keadaan"
          label={words.col.state}
          options={optionsFrom(words.state)}
          empty={any}
        />
        <Select
          form={view.form}
          name="jenis"
          label={words.col.kind}
          options={optionsFrom(words.kind)}
          empty={any}
        />
        <Select
          form={view.form}
          name="kebutuhan"
          label={words.col.need}
          options={NEED_KINDS.map((value) => ({ value, label: frame.t.kerjaKode.need[value] }))}
          empty={any}
        />
        <Select
          form={view.form}
          name="tempat"
          label={words.col.place}
          options={optionsFrom(words.place)}
          empty={any}
        />
      </div>
      <p class="buttons">
        <Button>{words.show}</Button>
        <ButtonLink href={view.csvHref}>{words.csv}</ButtonLink>
      </p>
    </form>
  )
}

/** What of the case mattered, for who may open it. */
function ShownBy({ frame, finding }: { readonly frame: StaffFrame; readonly finding: Finding }) {
  const { shownBy } = finding
  if (shownBy === undefined) return <>–</>
  const t = frame.t.kerjaKode
  const bodies = shownBy.bodies.flatMap((kind) => bodyNameOn(kind as BodyKind, shownBy.asOf) ?? [])
  return (
    <>
      <a class="code" href={at(frame, `/kerja/kasus/${shownBy.code}/kebutuhan#kewenangan`)}>
        {shownBy.code}
      </a>
      <small>
        <br />
        {formatInstant(shownBy.foundAt, frame.zone, frame.lang)}. {t.phase[shownBy.phase as Phase]},{' '}
        {t.category[shownBy.personKind as PersonCategory] ?? t.category.foreigner}.
        {bodies.length > 0 && ` ${bodies.join(', ')}.`}
        {shownBy.rules.map((rule) => ` ${ruleWords(rule, frame.lang)}`)} {frame.t.kerjaKewenangan.col.asOf}{' '}
        {formatPartialDate(shownBy.asOf, frame.lang)}.
      </small>
    </>
  )
}

/** What a later ruling replaced stays to be read. */
function EarlierRulings({ frame, finding }: { readonly frame: StaffFrame; readonly finding: Finding }) {
  if (finding.earlier.length === 0) return <></>
  return (
    <details>
      <summary>{frame.t.kerjaKewenangan.earlier(finding.earlier.length)}</summary>
      {finding.earlier.map((each) => (
        <p class="small">
          {each.text} {each.citation}. {each.by ?? frame.t.kerjaUmum.unknown},{' '}
          {formatInstant(each.at, frame.zone, frame.lang)}
        </p>
      ))}
    </details>
  )
}

function RulingCell({
  frame,
  finding,
  mayRule,
}: {
  readonly frame: StaffFrame
  readonly finding: Finding
  readonly mayRule: CompetenceView['mayRule']
}) {
  const words = frame.t.kerjaKewenangan
  const { ruling } = finding
  if (ruling !== undefined)
    return (
      <>
        <span class="quote">{ruling.text}</span>
        <small>
          <br />
          {ruling.citation}. {ruling.by ?? frame.t.kerjaUmum.unknown},{' '}
          {formatInstant(ruling.at, frame.zone, frame.lang)}
        </small>
        <EarlierRulings frame={frame} finding={finding} />
        {mayRule && (
          <p class="small">
            <a href={settingsPath(frame, 'competence', `/${finding.id}`)}>
              {words.correct}
              <span class="hidden">
                : {needWord(frame, finding.need)}, {words.place[finding.place]}
              </span>
            </a>
          </p>
        )}
      </>
    )
  return mayRule ? (
    <>
      <a href={settingsPath(frame, 'competence', `/${finding.id}`)}>
        {words.decide}
        <span class="hidden">
          : {needWord(frame, finding.need)}, {words.place[finding.place]}
        </span>
      </a>
      <PromoteLink frame={frame} finding={finding} />
    </>
  ) : (
    <>–</>
  )
}

/** An open finding can be told to all bodies as an obstacle, without its case. */
function PromoteLink({ frame, finding }: { readonly frame: StaffFrame; readonly finding: Finding }) {
  if (!may(frame.who.roles.filter(isRole), 'gap.log')) return null
  return (
    <>
      <br />
      <a href={at(frame, `/kerja/hambatan/baru?temuan=${finding.id}`)}>{frame.t.kerjaHambatan.promote}</a>
    </>
  )
}

function Findings({ frame, view, rows }: Props<CompetenceView> & { readonly rows: readonly Finding[] }) {
  const words = frame.t.kerjaKewenangan
  if (rows.length === 0) return <Empty title={words.empty} />
  return (
    <Table
      caption={words.register}
      columns={[
        { label: words.col.need },
        { label: words.col.place },
        { label: words.col.kind },
        { label: words.col.state },
        { label: words.col.case },
        { label: words.col.ruling },
      ]}
    >
      {rows.map((finding) => (
        <tr>
          <th scope="row">{needWord(frame, finding.need)}</th>
          <td>{words.place[finding.place]}</td>
          <td>{words.kind[finding.kind]}</td>
          <td>
            <StateTag tone={finding.state === 'settled' ? 'done' : 'wait'}>
              {words.state[finding.state]}
            </StateTag>
          </td>
          <td>
            <ShownBy frame={frame} finding={finding} />
          </td>
          <td>
            <RulingCell frame={frame} finding={finding} mayRule={view.mayRule} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Figures({
  frame,
  counts,
}: {
  readonly frame: StaffFrame
  readonly counts: readonly FindingCount[]
}) {
  const words = frame.t.kerjaKewenangan
  return (
    <section class="stack" id="jumlah">
      <h2>{words.figures}</h2>
      <p class="hint">{counts.length === 0 ? words.empty : words.figuresHint}</p>
      {counts.length > 0 && (
        <Table
          caption={words.figures}
          columns={[
            { label: words.col.need },
            { label: words.col.place },
            { label: words.col.kind },
            { label: words.col.state },
            { label: words.col.count, align: 'num' },
          ]}
        >
          {counts.map((each) => (
            <tr>
              <th scope="row">{needWord(frame, each.need)}</th>
              <td>{words.place[each.place]}</td>
              <td>{words.kind[each.kind]}</td>
              <td>{words.state[each.state]}</td>
              <td class="num">{each.found ?? words.small}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

export function CompetencePage({ frame, view }: Props<CompetenceView>) {
  const words = frame.t.kerjaKewenangan
  return (
    <StaffPage frame={frame} current="settings" title={words.title}>
      <SettingsHead frame={frame} section="competence" />
      <div class="body full">
        {view.findings !== undefined && (
          <>
            <FilterForm frame={frame} view={view} />
            <p class="hint">{words.how}</p>
            <Findings frame={frame} view={view} rows={view.findings} />
          </>
        )}
        {view.paging && <Paging frame={frame} paging={view.paging} />}
        <Figures frame={frame} counts={view.counts} />
        {view.findings === undefined && (
          <p class="buttons">
            <ButtonLink href={view.csvHref}>{words.csv}</ButtonLink>
          </p>
        )}
      </div>
    </StaffPage>
  )
}

export function RulingPage({ frame, view }: Props<RulingView>) {
  const words = frame.t.kerjaKewenangan
  const { finding } = view
  return (
    <StaffPage frame={frame} current="settings" title={words.decide} form={view.form}>
      <SettingsHead frame={frame} section="competence" title={words.decide} />
      <ErrorSummary frame={frame} form={view.form} />
      <form method="post" action={settingsPath(frame, 'competence', `/${finding.id}`)} class="body">
        <Hidden values={{ version: String(finding.version) }} />
        <p>
          <strong>{needWord(frame, finding.need)}</strong>, {words.place[finding.place]}:{' '}
          {words.kind[finding.kind]}
        </p>
        {finding.ruling !== undefined && (
          <>
            <p>
              {words.standing} <span class="quote">{finding.ruling.text}</span> {finding.ruling.citation}.
            </p>
            <p class="hint">{words.correctHint}</p>
          </>
        )}
        <TextArea form={view.form} name="text" label={words.text} hint={words.textHint} rows={4} />
        <TextField
          form={view.form}
          name="citation"
          label={words.citation}
          hint={words.citationHint}
          wide="wide"
        />
        <p class="buttons">
          <Button kind="main">{words.save}</Button>
        </p>
      </form>
    </StaffPage>
  )
}
