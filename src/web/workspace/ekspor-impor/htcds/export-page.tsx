/** What would go out, and what it cannot say, before anything is downloaded. */
import { fieldOf, type FieldName } from '#src/domain/htcds/model-data.ts'
import type { Loss } from '#src/domain/htcds/losses.ts'
import { Button, ButtonLink, Hidden, Notice } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'
import { HTCDS_ROOM } from './htcds-page.tsx'

export type ExportPreviewView = {
  /** The question again, for the download. */
  readonly question: Readonly<Record<string, string>>
  readonly receiver: string
  readonly layout: string
  readonly records: readonly {
    readonly code: string
    readonly href: string
    readonly fields: number
    readonly held: number
    readonly losses: readonly Loss[]
  }[]
  readonly closed: number
  /** The receiver is not in this installation: no agreement can be looked up. */
  readonly outside?: 'outside'
  readonly left: number
}

type Props = { readonly frame: StaffFrame; readonly view: ExportPreviewView }

export function ExportPreviewPage({ frame, view }: Props) {
  const words = frame.t.kerjaHtcds
  return (
    <StaffPage frame={frame} current="settings" title={words.previewTitle}>
      <ExchangeHead
        frame={frame}
        part="htcds"
        title={words.previewTitle}
        tags={`${view.receiver} · ${view.layout}`}
      />
      <div class="body full">
        {view.outside && <Notice kind="care" lead={words.previewOutside} />}
        {view.closed > 0 && <Notice kind="care" lead={words.previewClosed(view.closed)} />}
        {view.left > 0 && <Notice kind="care" lead={words.previewLeft(view.left)} />}
        {view.records.length === 0 ? (
          <Empty title={words.previewNone} text={words.previewNoneText} />
        ) : (
          <>
            <p>
              <strong>{words.previewLead(view.records.length)}</strong>
            </p>
            <Losses frame={frame} view={view} />
            <People frame={frame} view={view} />
          </>
        )}
        <form method="post" action={at(frame, `${HTCDS_ROOM}/unduh`)}>
          <Hidden values={view.question} />
          <p class="buttons">
            {view.records.length > 0 && <Button kind="main">{words.download}</Button>}
            <ButtonLink href={at(frame, HTCDS_ROOM)} kind="bare">
              {words.back}
            </ButtonLink>
          </p>
          {view.records.length > 0 && <p class="small">{words.downloadNote}</p>}
        </form>
      </div>
    </StaffPage>
  )
}

/** "Methods of Control (vic_MethodsOfControl)": the standard's own words, and the name that a program reads. */
export function FieldWords({ field }: { readonly field: FieldName }) {
  return (
    <>
      {fieldOf(field).label} <small>{field}</small>
    </>
  )
}

const MOST_SHOWN = 12

type Grouped = {
  readonly loss: Loss
  readonly codes: readonly { readonly code: string; readonly href: string }[]
}

/** The same loss in many rows is said once, with the cases behind it. */
function grouped(view: ExportPreviewView): readonly Grouped[] {
  const groups = new Map<string, { loss: Loss; codes: { code: string; href: string }[] }>()
  for (const { losses, code, href } of view.records)
    for (const loss of losses) {
      const key = `${loss.field ?? ''} ${loss.code}`
      const group = groups.get(key) ?? { loss, codes: [] }
      if (!group.codes.some((each) => each.code === code)) group.codes.push({ code, href })
      groups.set(key, group)
    }
  return [...groups.values()].toSorted((a, b) => b.codes.length - a.codes.length)
}

function Losses({ frame, view }: Props) {
  const words = frame.t.kerjaHtcds
  const groups = grouped(view)
  return (
    <section aria-labelledby="hilang">
      <h2 id="hilang">{words.lossTitle}</h2>
      <p class="small">{groups.length === 0 ? words.lossNone : words.lossLead}</p>
      {groups.length > 0 && (
        <Table
          caption={words.lossTitle}
          columns={[
            { label: words.lossCol.why },
            { label: words.lossCol.field },
            { label: words.lossCol.code },
          ]}
        >
          {groups.map(({ loss, codes }) => (
            <tr>
              <th scope="row">{words.loss[loss.code]}</th>
              <td>
                <CellName of={words.lossCol.field} />
                {loss.field ? <FieldWords field={loss.field} /> : words.wholeRecord}
              </td>
              <td>
                <CellName of={words.lossCol.code} />
                {codes.slice(0, MOST_SHOWN).map(({ code, href }) => (
                  <>
                    <a href={href} class="code">
                      {code}
                    </a>{' '}
                  </>
                ))}
                {codes.length > MOST_SHOWN && words.more(codes.length - MOST_SHOWN)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  )
}

function People({ frame, view }: Props) {
  const words = frame.t.kerjaHtcds
  return (
    <section aria-labelledby="dikirim">
      <h2 id="dikirim">{words.peopleTitle}</h2>
      <Table
        caption={words.peopleTitle}
        columns={[
          { label: words.peopleCol.code },
          { label: words.peopleCol.fields },
          { label: words.peopleCol.held },
        ]}
      >
        {view.records.map((each) => (
          <tr>
            <th scope="row">
              <a href={each.href} class="code">
                {each.code}
              </a>
            </th>
            <td>{words.fields(each.fields)}</td>
            <td>{each.held > 0 && words.held(each.held)}</td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
