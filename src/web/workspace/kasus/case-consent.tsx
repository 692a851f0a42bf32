/** Consent tab: who may see what, every answer with its date, and the form for a new answer. */
import { optionsOf, Select } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { Matrix } from '#src/web/ui/staff/referral-parts.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { AddForm, type TabProps } from './case-records.tsx'
import type { ConsentRow } from './case-view.ts'

const TONE = { yes: 'done', no: 'stop', 'not-asked': 'plain', 'does-not-know': 'plain' } as const

function ConsentAnswerRow({ frame, row }: { readonly frame: StaffFrame; readonly row: ConsentRow }) {
  const words = frame.t.kerjaKasus.consent
  return (
    <tr>
      <th scope="row">{frame.t.kerjaKode.consentItem[row.item]}</th>
      <td>{row.reader}</td>
      <td>
        <StateTag tone={TONE[row.answer]} icon={row.answer === 'no' ? 'silang' : undefined}>
          {frame.t.kerjaKode.consentAnswer[row.answer]}
        </StateTag>{' '}
        {row.limit}
        {row.withdrawn && ` (${words.withdrawn})`}
        {row.guardian && <small> {words.guardian}</small>}
      </td>
      <td>{row.at ? <When frame={frame} at={row.at} /> : frame.t.kerjaKode.unknown['not-asked']}</td>
      <td>{row.by ?? ''}</td>
    </tr>
  )
}

/** Fields: item, reader, answer, how, guardian. */
export function ConsentTab({ frame, view, body }: TabProps<'consent'>) {
  const words = frame.t.kerjaKasus.consent
  const { form } = view
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
          columns={[
            { label: words.item },
            { label: words.reader },
            { label: words.answer },
            { label: words.at },
            { label: words.by },
          ]}
        >
          {body.rows.map((row) => (
            <ConsentAnswerRow frame={frame} row={row} />
          ))}
        </Table>
      </section>
      {view.may.includes('consent') && (
        <AddForm frame={frame} view={view} path="/persetujuan" title={words.change}>
          <div class="grid2">
            <Select
              form={form}
              name="item"
              label={words.item}
              options={optionsOf(frame.t.kerjaKode.consentItem)}
            />
            <Select form={form} name="reader" label={words.reader} options={body.readers} />
            <Select
              form={form}
              name="answer"
              label={words.answer}
              options={optionsOf(frame.t.kerjaKode.consentAnswer)}
            />
            <Select
              form={form}
              name="how"
              label={words.how}
              options={optionsOf(frame.t.kerjaKabar.consentWay)}
            />
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
      )}
    </div>
  )
}
