/** New referral: choose a need, see the competent bodies with their basis, choose one, tick what goes, then the preview. */
import type { ConsentItem } from '#src/domain/cases/codes.ts'
import {
  Button,
  ErrorSummary,
  Checkboxes,
  fieldId,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag, type CiteView, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Wish } from '#src/web/ui/staff/case-parts.tsx'
import type { WishView } from '#src/web/ui/staff/case-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { AbroadFields } from './basis-parts.tsx'

export type BodyProposal = {
  readonly bodyId: string
  readonly name: string
  readonly part: 'lead' | 'next'
  readonly cites: readonly CiteView[]
  readonly because: string
  /** What the person said about this body. */
  readonly consent: 'yes' | 'no' | 'ask'
}

/** One thing that could be sent: only what is open, or what the exception opens, can be ticked. */
export type ItemChoice = {
  readonly item: ConsentItem
  readonly may: 'yes' | 'no' | 'ask' | 'exception'
  /** The first words of what the file holds. */
  readonly text: string
  readonly more: number
}

export type ReferralNewView = {
  readonly caseCode: string
  readonly wish?: WishView
  readonly needs: readonly Option[]
  /** The chosen need; without it only the first form is shown. */
  readonly needId?: string
  readonly findings: readonly string[]
  readonly proposals: readonly BodyProposal[]
  readonly otherBodies: readonly Option[]
  /** The chosen body with what may go to it; without it the body is chosen first. */
  readonly body?: {
    readonly id: string
    readonly name: string
    readonly items: readonly ItemChoice[]
    readonly abroad?: 'abroad'
  }
  /** Fields: kebutuhan, lembaga, ask, items, exceptionBasis, facts, exceptionReason. */
  readonly form: FormState
}

type Props = { readonly frame: StaffFrame; readonly view: ReferralNewView }

const CONSENT_TONE: Record<BodyProposal['consent'], Tone> = { yes: 'done', no: 'stop', ask: 'wait' }

function ChooseNeed({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <form action={at(frame, '/kerja/rujukan/baru')} class="panel">
      <input type="hidden" name="kasus" value={view.caseCode} />
      <Select
        form={{ values: { kebutuhan: view.needId }, problems: view.form.problems }}
        name="kebutuhan"
        label={words.need}
        options={view.needs}
      />
      <p class="buttons">
        <Button kind={view.needId === undefined ? 'main' : 'plain'}>{words.propose}</Button>
      </p>
    </form>
  )
}

function Findings({ frame, view }: Props) {
  if (view.findings.length === 0) return null
  return (
    <Notice kind="care" lead={view.findings.join(' ')}>
      {frame.t.kerjaRujukan.findingLogged}
    </Notice>
  )
}

function Proposals({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const consent = { yes: words.consentYes, no: words.consentNo, ask: words.consentAsk }
  return (
    <section class="stack">
      <h2>{words.proposals}</h2>
      <Table
        caption={words.proposals}
        columns={[
          { label: words.col.body },
          { label: words.because },
          { label: frame.t.kerjaKasus.tab.consent },
        ]}
      >
        {view.proposals.map((proposal) => (
          <tr>
            <th scope="row">
              {proposal.name} <StateTag tone="plain">{words[proposal.part]}</StateTag>
            </th>
            <td>
              {proposal.because}{' '}
              {proposal.cites.map((cite) => (
                <>
                  <Cite frame={frame} cite={cite} />{' '}
                </>
              ))}
            </td>
            <td>
              <StateTag tone={CONSENT_TONE[proposal.consent]}>{consent[proposal.consent]}</StateTag>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}

function ChooseBody({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const form = { values: { lembaga: view.body?.id }, problems: view.form.problems }
  return (
    <form action={at(frame, '/kerja/rujukan/baru')} class="panel">
      <Hidden values={{ kasus: view.caseCode, kebutuhan: view.needId ?? '' }} />
      <Radios
        form={form}
        name="lembaga"
        label={words.col.body}
        options={view.proposals.map((proposal) => ({ value: proposal.bodyId, label: proposal.name }))}
      />
      <Select
        form={EMPTY_FORM}
        name="lain"
        label={words.otherBody}
        options={view.otherBodies}
        empty={frame.t.kerjaUmum.choose}
      />
      <p class="buttons">
        <Button kind={view.body === undefined ? 'main' : 'plain'}>{words.chooseBody}</Button>
      </p>
    </form>
  )
}

/** What is closed stands there too, with why, and has no live box. */
function Items({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const ticked = view.form.values['items'] ?? []
  const problem = view.form.problems.find((each) => each.path === 'items')
  const why = { yes: undefined, no: words.itemNo, ask: words.itemAsk, exception: words.exceptionItem }
  return (
    <fieldset class={problem ? 'field choices wrong' : 'field choices'} aria-describedby="items-petunjuk">
      <legend>{words.items}</legend>
      <p class="hint" id="items-petunjuk">
        {words.itemsHint}{' '}
        <a href={at(frame, `/kerja/kasus/${view.caseCode}/persetujuan`)}>{words.askConsent}</a>.
      </p>
      {problem && (
        <p class="error" id="items-salah">
          {problem.message}
        </p>
      )}
      <div class="set">
        {(view.body?.items ?? []).map((each, index) => (
          <label>
            <input
              type="checkbox"
              id={index === 0 ? 'items' : fieldId(`items-${each.item}`)}
              name="items"
              value={each.item}
              checked={ticked.includes(each.item) && (each.may === 'yes' || each.may === 'exception')}
              disabled={each.may === 'no' || each.may === 'ask'}
            />
            <span>
              {frame.t.kerjaKode.consentItem[each.item]}{' '}
              {why[each.may] && (
                <StateTag tone={each.may === 'no' ? 'stop' : 'wait'}>{why[each.may]}</StateTag>
              )}
              <small>
                {' '}
                {each.text}
                {each.more > 0 && ` +${each.more}`}
              </small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Exception({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const isOpen =
    view.form.values['exceptionBasis'] !== undefined ||
    view.form.problems.some((problem) => /^(exception|facts|body)/.test(problem.path))
  return (
    <details class="panel" open={isOpen}>
      <summary>{words.exception}</summary>
      <Notice kind="care" lead={words.exceptionHint}>
        {words.review}
      </Notice>
      <Select
        form={view.form}
        name="exceptionBasis"
        label={words.exceptionBasis}
        options={optionsOf(words.basisWords)}
        empty={frame.t.kerjaUmum.choose}
      />
      <Checkboxes
        form={view.form}
        name="facts"
        label={words.exceptionFacts}
        options={optionsOf(words.factWords)}
      />
      <TextArea form={view.form} name="exceptionReason" label={words.exceptionReason} />
    </details>
  )
}

function AskForm({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <form method="post" action={at(frame, '/kerja/rujukan/pratinjau')} class="stack">
      <Hidden values={{ case: view.caseCode, need: view.needId ?? '', body: view.body?.id ?? '' }} />
      <h2 id="body">{view.body?.name}</h2>
      <TextArea form={view.form} name="ask" label={words.ask} hint={words.askHint} />
      <Items frame={frame} view={view} />
      {view.body?.abroad && <AbroadFields frame={frame} form={view.form} />}
      <Exception frame={frame} view={view} />
      <p class="buttons">
        <Button kind="main" icon="mata">
          {words.toPreview}
        </Button>
      </p>
    </form>
  )
}

export function ReferralNewPage({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <StaffPage frame={frame} current="referrals" title={words.newTitle} form={view.form}>
      <Head
        title={words.newTitle}
        crumbs={
          <a href={at(frame, `/kerja/kasus/${view.caseCode}`)} class="code">
            {view.caseCode}
          </a>
        }
        context={words.newIntro}
      />
      <Wish frame={frame} wish={view.wish} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <ChooseNeed frame={frame} view={view} />
        {view.needId !== undefined && (
          <>
            <Findings frame={frame} view={view} />
            <Proposals frame={frame} view={view} />
            <ChooseBody frame={frame} view={view} />
          </>
        )}
        {view.body !== undefined && <AskForm frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}
