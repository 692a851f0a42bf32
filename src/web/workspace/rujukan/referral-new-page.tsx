/** New referral: choose a need, see the competent bodies with their basis, say what is asked, then the preview. */
import {
  Button,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag, type CiteView, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Wish } from '#src/web/ui/staff/case-parts.tsx'
import type { WishView } from '#src/web/ui/staff/case-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export type BodyProposal = {
  readonly bodyId: string
  readonly name: string
  readonly part: 'lead' | 'support'
  readonly cite: CiteView
  readonly because: string
  /** What the person said about this body. */
  readonly consent: 'yes' | 'no' | 'ask'
}

export type ReferralNewView = {
  readonly caseCode: string
  readonly wish?: WishView
  readonly needs: readonly Option[]
  /** The chosen need; without it only the first form is shown. */
  readonly needId?: string
  readonly proposals: readonly BodyProposal[]
  readonly otherBodies: readonly Option[]
  /** Fields: body, otherBody, ask, urgency, until, exceptionBasis, exceptionReason. */
  readonly form: FormState
  readonly version: string
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
              {proposal.because} <Cite frame={frame} cite={proposal.cite} />
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

function Exception({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <details class="panel" open={view.form.problems.some((problem) => problem.path.startsWith('exception'))}>
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
      <TextArea form={view.form} name="exceptionReason" label={words.exceptionReason} />
    </details>
  )
}

function AskForm({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <form method="post" action={at(frame, '/kerja/rujukan/pratinjau')} class="stack">
      <Hidden values={{ case: view.caseCode, need: view.needId ?? '', version: view.version }} />
      <Radios
        form={view.form}
        name="body"
        label={words.col.body}
        options={view.proposals.map((proposal) => ({ value: proposal.bodyId, label: proposal.name }))}
      />
      <Select
        form={view.form}
        name="otherBody"
        label={words.otherBody}
        options={view.otherBodies}
        empty={frame.t.kerjaUmum.nobody}
      />
      <TextArea form={view.form} name="ask" label={words.ask} hint={words.askHint} />
      <div class="grid2">
        <Select
          form={view.form}
          name="urgency"
          label={words.urgency}
          options={optionsOf(frame.t.kerjaKode.urgency)}
        />
        <TextField form={view.form} name="until" label={words.purposeUntil} type="date" />
      </div>
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
            <Proposals frame={frame} view={view} />
            <AskForm frame={frame} view={view} />
          </>
        )}
      </div>
    </StaffPage>
  )
}
