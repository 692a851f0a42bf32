/** Consent tab: who may see what, every answer with how it was asked, the form for a new answer, and the taking back of one. */
import { ASKED_LANGUAGES, CONSENT_PURPOSES } from '#src/domain/disclosure/consent.ts'
import { CONSENT_ITEMS } from '#src/domain/cases/codes.ts'
import { Button, Checkboxes, optionsOf, Select, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Matrix } from '#src/web/ui/staff/referral-parts.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { AddForm, type TabProps } from '../case-records.tsx'
import type { ConsentRow } from '../case-view.ts'

const TONE = { yes: 'done', no: 'stop', 'not-asked': 'plain', 'does-not-know': 'plain' } as const

type RowProps = { readonly frame: StaffFrame; readonly row: ConsentRow }

function Answer({ frame, row }: RowProps) {
  const words = frame.t.kerjaKasus.consent
  return (
    <>
      <StateTag tone={row.over ? 'stop' : TONE[row.answer]} icon={row.answer === 'no' ? 'silang' : undefined}>
        {frame.t.kerjaKode.consentAnswer[row.answer]}
      </StateTag>{' '}
      {row.limit}
      {row.withdrawn && ` (${words.withdrawn})`}
      {row.until && <small> {frame.t.kerjaBerbagi.consent.untilEnds(row.until)}</small>}
      {row.over && <small> ({frame.t.kerjaBerbagi.consent.run})</small>}
      {row.guardian && <small> {words.guardian}</small>}
    </>
  )
}

function ConsentAnswerRow({ frame, row }: RowProps) {
  const words = frame.t.kerjaKasus.consent
  const more = frame.t.kerjaBerbagi.consent
  return (
    <tr>
      <th scope="row">{frame.t.kerjaKode.consentItem[row.item]}</th>
      <td>
        <CellName of={words.reader} />
        {row.reader}
      </td>
      <td>
        <CellName of={more.purpose} />
        {row.purpose}
      </td>
      <td>
        <CellName of={words.answer} />
        <Answer frame={frame} row={row} />
      </td>
      <td>
        <CellName of={more.asked} />
        {row.asked}
      </td>
      <td>
        <CellName of={words.at} />
        {row.at ? <When frame={frame} at={row.at} /> : frame.t.kerjaKode.unknown['not-asked']}
        {row.by && <small> {row.by}</small>}
      </td>
    </tr>
  )
}

/** Fields: item (several), reader, body, answer, purpose, until, how, language, guardian. */
export function ConsentTab({ frame, view, body }: TabProps<'consent'>) {
  const words = frame.t.kerjaKasus.consent
  const more = frame.t.kerjaBerbagi.consent
  const mayRecord = view.may.includes('consent')
  return (
    <div class="body full">
      <section class="stack">
        <h2 id="siapa">{words.title}</h2>
        <Matrix frame={frame} matrix={body.matrix} labelledby="siapa" />
      </section>
      <section class="stack">
        <h2>{words.history}</h2>
        <Table
          caption={words.history}
          columns={[words.item, words.reader, more.purpose, words.answer, more.asked, words.at].map(
            (label) => ({ label }),
          )}
        >
          {body.rows.map((row) => (
            <ConsentAnswerRow frame={frame} row={row} />
          ))}
        </Table>
      </section>
      {mayRecord && <Withdraw frame={frame} view={view} body={body} />}
      {mayRecord && <NewAnswer frame={frame} view={view} body={body} />}
    </div>
  )
}

/** Fields: consent, withdrawHow, withdrawLanguage. A taking back is proved like a yes: how it was said, in which language. */
function Withdraw({ frame, view, body }: TabProps<'consent'>) {
  const { consent: more, language } = frame.t.kerjaBerbagi
  const open = body.rows.filter((row) => row.revocable)
  if (open.length === 0) return null
  const label = (row: ConsentRow) =>
    `${frame.t.kerjaKode.consentItem[row.item]}: ${row.reader}, ${row.purpose}`
  const { form } = view
  return (
    <form
      method="post"
      action={at(frame, `/kerja/kasus/${view.head.code}/persetujuan/tarik`)}
      class="panel stack"
    >
      <h2>{more.withdrawTitle}</h2>
      <p class="hint">{more.withdrawHint}</p>
      <div class="grid2">
        <Select
          form={form}
          name="consent"
          label={more.withdrawWhich}
          options={open.map((row) => ({ value: row.id, label: label(row) }))}
          empty={frame.t.kerjaUmum.choose}
        />
        <Select
          form={form}
          name="withdrawHow"
          label={more.asked}
          options={optionsOf(frame.t.kerjaKabar.consentWay)}
        />
        <Select
          form={form}
          name="withdrawLanguage"
          label={more.language}
          options={ASKED_LANGUAGES.map((value) => ({ value, label: language[value] }))}
        />
      </div>
      <p class="buttons">
        <Button kind="grave">{more.withdraw}</Button>
      </p>
    </form>
  )
}

function NewAnswer({ frame, view, body }: TabProps<'consent'>) {
  const words = frame.t.kerjaKasus.consent
  const { consent: more, purposeOfConsent, language } = frame.t.kerjaBerbagi
  const { form } = view
  return (
    <AddForm frame={frame} view={view} path="/persetujuan" title={words.change}>
      <Checkboxes
        form={form}
        name="item"
        label={more.items}
        options={CONSENT_ITEMS.map((value) => ({ value, label: frame.t.kerjaKode.consentItem[value] }))}
        cols="cols"
      />
      <div class="grid2">
        <Select
          form={form}
          name="body"
          label={more.oneBody}
          hint={more.readerHint}
          options={body.bodies}
          empty="–"
        />
        <Select form={form} name="reader" label={more.kinds} options={body.readers} />
        <Select
          form={form}
          name="purpose"
          label={more.purpose}
          options={CONSENT_PURPOSES.map((value) => ({ value, label: purposeOfConsent[value] }))}
        />
        <Select
          form={form}
          name="answer"
          label={words.answer}
          options={optionsOf(frame.t.kerjaKode.consentAnswer)}
        />
        <Select form={form} name="how" label={words.how} options={optionsOf(frame.t.kerjaKabar.consentWay)} />
        <Select
          form={form}
          name="language"
          label={more.language}
          options={ASKED_LANGUAGES.map((value) => ({ value, label: language[value] }))}
        />
        <TextField form={form} name="until" label={more.until} hint={more.untilHint} type="date" />
      </div>
      <label class="line keep">
        <input type="checkbox" name="guardian" value="ya" aria-describedby="wali-petunjuk" />
        <span>
          {words.guardian}
          <br />
          <small id="wali-petunjuk">{words.guardianHint}</small>
        </span>
      </label>
    </AddForm>
  )
}
