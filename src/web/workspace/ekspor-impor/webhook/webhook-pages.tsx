/** Who hears the events of this body, and how each delivery went. */
import type { readWebhooks } from '#src/modules/webhooks/index.ts'
import { Button, ErrorSummary, Notice, PostButton, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'

export const WEBHOOKS = '/kerja/ekspor-impor/webhook'

export type WebhooksView = {
  readonly found: Awaited<ReturnType<typeof readWebhooks>>
  readonly form: FormState
  /** Shown once, when it was made. */
  readonly secret?: string
}

export function WebhooksPage({ frame, view }: { readonly frame: StaffFrame; readonly view: WebhooksView }) {
  const words = frame.t.kerjaWebhook
  const { webhooks } = view.found
  return (
    <StaffPage frame={frame} current="settings" title={frame.t.kerjaTukar.parts.webhooks} form={view.form}>
      <ExchangeHead frame={frame} part="webhooks" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        {view.secret && (
          <Notice kind="care" lead={words.secretTitle}>
            <span class="code">{view.secret}</span> {words.secretText}
          </Notice>
        )}
        <p>{words.intro}</p>
        {webhooks.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          <Table
            caption={frame.t.kerjaTukar.parts.webhooks}
            columns={[
              { label: words.name },
              { label: words.address },
              { label: words.state },
              { label: words.end, quiet: 'quiet' },
            ]}
          >
            {webhooks.map((webhook) => (
              <tr>
                <th scope="row">{webhook.name}</th>
                <td>
                  <CellName of={words.address} />
                  {webhook.address}
                </td>
                <td>
                  <CellName of={words.state} />
                  <StateTag tone={webhook.ended_at ? 'plain' : 'done'}>
                    {webhook.ended_at ? words.states.ended : words.states.live}
                  </StateTag>
                </td>
                <td>
                  {!webhook.ended_at && (
                    <PostButton action={at(frame, `${WEBHOOKS}/${webhook.id}/akhiri`)} kind="grave">
                      {words.end}
                    </PostButton>
                  )}
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Log frame={frame} view={view} />
        <form method="post" action={at(frame, WEBHOOKS)} class="panel">
          <h2>{words.add}</h2>
          <TextField form={view.form} name="name" label={words.name} />
          <TextField
            form={view.form}
            name="address"
            label={words.address}
            hint={words.addressHint}
            wide="wide"
          />
          <p class="buttons">
            <Button kind="main">{words.submit}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}

function Log({ frame, view }: { readonly frame: StaffFrame; readonly view: WebhooksView }) {
  const words = frame.t.kerjaWebhook
  return (
    <section aria-labelledby="catatan-kiriman">
      <h2 id="catatan-kiriman">{words.log}</h2>
      {view.found.deliveries.length === 0 && <p class="small">{words.logNone}</p>}
      <ol class="deadlines">
        {view.found.deliveries.map((delivery) => (
          <li>
            <strong>{delivery.name}</strong> <span class="code">{delivery.event_id.slice(-12)}</span>{' '}
            <StateTag
              tone={delivery.state === 'delivered' ? 'done' : delivery.state === 'waiting' ? 'wait' : 'stop'}
            >
              {words.delivery[delivery.state]}
            </StateTag>{' '}
            <small>
              <When frame={frame} at={delivery.created_at} />
              {delivery.last_error && ` ${words.trouble(delivery.last_error)}`}
            </small>
            {delivery.state !== 'waiting' && (
              <PostButton action={at(frame, `${WEBHOOKS}/kiriman/${delivery.id}`)}>{words.again}</PostButton>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
