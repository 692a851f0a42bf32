/** One agreement with its tabs, and the same on one page to print. */
import { ITEM_KINDS, type ItemKind } from '#src/domain/agreements/items.ts'
import { stagesAfter } from '#src/domain/agreements/pipeline.ts'
import type { FieldDifference } from '#src/domain/agreements/differences.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Tabs } from '#src/web/ui/staff/lists.tsx'
import { Cite } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { lawHref } from '#src/web/ui/law-href.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { History, Items, Source, TAB_OF, type PartsView } from './agreement-parts.tsx'
import { inEither, partiesOf, subjectsOf, titleOf } from './agreement-words.ts'
import { AGREEMENTS, StageTag } from './agreements-page.tsx'

export const TABS = ['fakta', 'tugas', 'pertemuan', 'pelanggaran', 'biaya', 'riwayat'] as const
export type Tab = (typeof TABS)[number]

export type AgreementView = PartsView & {
  readonly tab: Tab
  /** Names of the instrument and of the form, field and model, in the reader's language. */
  readonly named: {
    readonly instrument: string | null
    readonly form: string
    readonly field: string
    readonly model: string
  }
  readonly differences?: readonly FieldDifference[] | undefined
  /** Fields of the next step: to, on, reason. */
  readonly step: FormState
  readonly stale?: 'stale' | undefined
}
type Props = { readonly frame: StaffFrame; readonly view: AgreementView }

export function AgreementPage({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const { agreement } = view
  const path = `${AGREEMENTS}/${agreement.slug}` as const
  const count = (kind: ItemKind) =>
    agreement.items.filter((each) => each.kind === kind && !each.struck).length
  const kindOf = ITEM_KINDS.find((kind) => TAB_OF[kind] === view.tab)
  return (
    <StaffPage frame={frame} current="law" title={titleOf(frame, agreement.facts)} form={view.step}>
      <LawHead frame={frame} section="agreements" title={titleOf(frame, agreement.facts)} />
      <Tabs
        label={words.parts}
        links={TABS.map((tab) => {
          const kind = ITEM_KINDS.find((each) => TAB_OF[each] === tab)
          return {
            label: words.tabs[tab],
            href: at(frame, tab === 'fakta' ? path : `${path}/${tab}`),
            ...(kind && { count: count(kind) }),
            ...(tab === view.tab && { current: 'current' as const }),
          }
        })}
      />
      <div class="body full">
        {view.stale && <Notice kind="care" lead={words.stale} role="alert" />}
        {view.differences && <Proposal frame={frame} view={view} differences={view.differences} />}
        {view.tab === 'fakta' && <Facts frame={frame} view={view} />}
        {kindOf !== undefined && <Items frame={frame} view={view} kind={kindOf} />}
        {view.tab === 'riwayat' && (
          <>
            <History frame={frame} view={view} />
            {view.mayEdit && <StepForm frame={frame} view={view} />}
          </>
        )}
        <p class="buttons">
          <ButtonLink href={at(frame, `${path}/cetak`)}>{words.print}</ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}

/** Everything that stands in the record, to print. */
export function AgreementPrintPage({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const { mayEdit: _no, ...read } = view
  return (
    <StaffPage frame={frame} current="law" title={titleOf(frame, view.agreement.facts)}>
      <LawHead frame={frame} section="agreements" title={titleOf(frame, view.agreement.facts)} />
      <div class="body full">
        <Facts frame={frame} view={read} />
        {ITEM_KINDS.map((kind) => (
          <>
            <h2>{words.tabs[TAB_OF[kind]]}</h2>
            <Items frame={frame} view={read} kind={kind} />
          </>
        ))}
        <h2>{words.history}</h2>
        <History frame={frame} view={read} />
      </div>
    </StaffPage>
  )
}

function Facts({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const codes = frame.t.perjanjian
  const { facts, stage, slug } = view.agreement
  const purposes: Readonly<Record<string, string>> = codes.purpose
  const aim = inEither(frame.lang, facts.aimId, facts.aimEn)
  const note = inEither(frame.lang, facts.noteId, facts.noteEn)
  const lines: readonly (readonly [string, string])[] = [
    [words.col.parties, partiesOf(frame, facts)],
    [words.field.type, codes.type[facts.type]],
    [words.field.subjects, subjectsOf(frame, facts.subjects)],
    [words.field.purposes, facts.purposes.map((each) => purposes[each] ?? each).join(', ') || words.unclear],
    [words.field.aimId, aim || words.unclear],
    [words.field.form, view.named.form],
    [words.field.field, view.named.field],
    [words.field.model, view.named.model],
  ]
  return (
    <>
      <p>
        <StageTag frame={frame} stage={stage} /> {facts.isPublic ? words.openPublic : words.closedPublic}
      </p>
      {note !== '' && <p>{note}</p>}
      <Table
        caption={words.tabs.fakta}
        columns={[
          { label: words.col.field, quiet: 'quiet' },
          { label: words.col.what, quiet: 'quiet' },
        ]}
      >
        {lines.map(([name, value]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.field.instrument}</th>
          <td>
            {facts.instrument === null ? (
              codes.noInstrument
            ) : (
              <Cite
                frame={frame}
                cite={{
                  article: view.named.instrument ?? facts.instrument,
                  ...(view.named.instrument !== null && { href: at(frame, lawHref(facts.instrument)) }),
                }}
              />
            )}
          </td>
        </tr>
      </Table>
      <Source
        frame={frame}
        content={{ citation: facts.citation, url: facts.url, confidence: facts.confidence }}
      />
      {view.mayEdit && (
        <p class="buttons">
          <ButtonLink href={at(frame, `${AGREEMENTS}/${slug}/ubah`)} kind="main">
            {words.edit}
          </ButtonLink>
          <ButtonLink href={at(frame, `${AGREEMENTS}/${slug}/riwayat#langkah`)}>{words.move}</ButtonLink>
        </p>
      )}
    </>
  )
}

/** One of the stages that lead on from here, a day as known, and why. */
function StepForm({ frame, view }: Props) {
  const words = frame.t.kerjaPerjanjian
  const { slug, version, stage } = view.agreement
  return (
    <form method="post" action={at(frame, `${AGREEMENTS}/${slug}/langkah`)} class="panel" id="langkah">
      <h2>{words.move}</h2>
      <ErrorSummary frame={frame} form={view.step} />
      <Hidden values={{ version: String(version) }} />
      <Select
        form={view.step}
        name="to"
        label={words.moveTo}
        empty={frame.t.kerjaUmum.choose}
        options={stagesAfter(stage).map((value) => ({ value, label: frame.t.perjanjian.stage[value] }))}
      />
      <TextField form={view.step} name="on" label={words.moveOn} hint={words.moveOnHint} />
      <TextArea form={view.step} name="reason" label={words.moveReason} />
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}

function Proposal({
  frame,
  view,
  differences,
}: Props & { readonly differences: readonly FieldDifference[] }) {
  const words = frame.t.kerjaPerjanjian
  const { slug, version } = view.agreement
  return (
    <section class="panel" id="kiriman">
      <h2>{words.proposal}</h2>
      <p>{words.proposalHint}</p>
      <Table
        caption={words.proposal}
        columns={[{ label: words.col.field }, { label: words.col.here }, { label: words.col.delivered }]}
      >
        {differences.map((each) => (
          <tr>
            <th scope="row">
              <span class="code">{each.path}</span>
            </th>
            <td>{each.here ?? words.noDue}</td>
            <td>{each.delivered ?? words.noDue}</td>
          </tr>
        ))}
      </Table>
      {view.mayEdit && (
        <form method="post" action={at(frame, `${AGREEMENTS}/${slug}/kiriman`)}>
          <Hidden values={{ version: String(version) }} />
          <p class="buttons">
            <Button kind="main" name="pilih" value="keep">
              {words.keep}
            </Button>
            <Button name="pilih" value="take">
              {words.take}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
