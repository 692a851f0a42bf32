/** Partners and what waits for them: no word about a person stands on these pages. */
import type { MessageKindCode } from '#src/domain/sharing/exchange-codes.ts'
import type { ExchangeOverview, PartnerRow } from '#src/modules/exchange/index.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  PostButton,
  Select,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { CellName, Table } from '#src/web/ui/staff/table.tsx'
import { ExchangeHead } from '../exchange-room.tsx'
import { DeliveryState, PARTNERS, PartnerTag, Retry } from './delivery-state.tsx'

type Props<V> = { readonly frame: StaffFrame; readonly view: V }

export type PartnersView = {
  readonly overview: ExchangeOverview
  readonly filter: 'open' | 'all'
  readonly paging: PagingView
  readonly form: FormState
  readonly mayManage?: 'may-manage'
  readonly mayOpen?: 'may-open'
  readonly countries: readonly Option[]
  readonly kinds: readonly Option[]
}

export function PartnersPage({ frame, view }: Props<PartnersView>) {
  const words = frame.t.kerjaMitra
  return (
    <StaffPage frame={frame} current="settings" title={words.partners} form={view.form}>
      <ExchangeHead frame={frame} part="partners" />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        {view.overview.partners.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <PartnerTable frame={frame} partners={view.overview.partners} />
        )}
        <Queue frame={frame} view={view} />
        {view.mayOpen && <OpenFile frame={frame} />}
        {view.mayManage && <Keys frame={frame} view={view} />}
        {view.mayManage && <Refusals frame={frame} overview={view.overview} />}
      </div>
    </StaffPage>
  )
}

function PartnerTable({
  frame,
  partners,
}: {
  readonly frame: StaffFrame
  readonly partners: readonly PartnerRow[]
}) {
  const words = frame.t.kerjaMitra
  return (
    <Table
      caption={words.partners}
      columns={[{ label: words.partner }, { label: words.col.state }, { label: words.address }]}
    >
      {partners.map((partner) => (
        <tr>
          <th scope="row">
            <a href={at(frame, `${PARTNERS}/${partner.id}`)}>{partner.name}</a>{' '}
            {partner.demo && <StateTag tone="plain">{words.demo}</StateTag>}
          </th>
          <td>
            <CellName of={words.col.state} />
            <PartnerTag frame={frame} state={partner.state} />
          </td>
          <td>
            <CellName of={words.address} />
            {partner.base_address ?? words.onPaper}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Queue({ frame, view }: Props<PartnersView>) {
  const words = frame.t.kerjaMitra
  const { messages, partners } = view.overview
  const nameOf = (id: string): string => partners.find((each) => each.id === id)?.name ?? ''
  return (
    <section aria-labelledby="kiriman">
      <h2 id="kiriman">{words.queue}</h2>
      <Filters
        label={words.queue}
        links={[
          {
            label: words.onlyOpen,
            href: at(frame, PARTNERS),
            ...(view.filter === 'open' ? { current: 'current' as const } : {}),
          },
          {
            label: words.all,
            href: `${at(frame, PARTNERS)}?saring=semua`,
            ...(view.filter === 'all' ? { current: 'current' as const } : {}),
          },
        ]}
      />
      {messages.length === 0 ? (
        <Empty title={words.queueNone} />
      ) : (
        <Table
          caption={words.queue}
          columns={[
            { label: words.col.what },
            { label: words.col.partner },
            { label: words.col.state },
            { label: words.col.at },
            { label: words.retry, quiet: 'quiet' },
          ]}
        >
          {messages.map((message) => (
            <tr>
              <th scope="row">{words.kind[message.kind as MessageKindCode]}</th>
              <td>
                <CellName of={words.col.partner} />
                {nameOf(message.partner_id)}
              </td>
              <td>
                <CellName of={words.col.state} />
                <DeliveryState frame={frame} message={message} />
              </td>
              <td>
                <CellName of={words.col.at} />
                <When frame={frame} at={message.created_at} />
              </td>
              <td>
                <Retry frame={frame} message={message} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging frame={frame} paging={view.paging} />
    </section>
  )
}

function OpenFile({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaMitra
  return (
    <form method="post" action={at(frame, `${PARTNERS}/berkas`)} enctype="multipart/form-data" class="panel">
      <h2>{words.fileOpen}</h2>
      <div class="field">
        <label for="file">{words.fileField}</label>
        <input type="file" id="file" name="file" accept=".payung" />
      </div>
      <p class="buttons">
        <Button>{words.fileSubmit}</Button>
      </p>
    </form>
  )
}

function Keys({ frame, view }: Props<PartnersView>) {
  const words = frame.t.kerjaMitra
  return (
    <>
      <section class="panel">
        <h2>{words.ownFingerprint}</h2>
        <p>
          {(view.overview.fingerprint ?? '…').split(' ').map((group) => (
            <>
              <span class="code">{group}</span>{' '}
            </>
          ))}
        </p>
        <p class="small">{words.ownFingerprintText}</p>
        <div class="buttons">
          <PostButton action={at(frame, `${PARTNERS}/kunci`)}>{words.rotate}</PostButton>
          <small>{words.rotateText}</small>
        </div>
      </section>
      <form method="post" action={at(frame, PARTNERS)} class="panel">
        <h2>{words.add}</h2>
        <TextField
          form={view.form}
          name="address"
          label={words.address}
          hint={words.addressHint}
          wide="wide"
        />
        <TextField form={view.form} name="name" label={words.name} wide="wide" />
        <p class="buttons">
          <Button kind="main">{words.propose}</Button>
        </p>
      </form>
      <details
        class="panel"
        open={view.form.problems.some((one) => ['kind', 'country', 'shortName'].includes(one.path))}
      >
        <summary>{words.addPaper}</summary>
        <form method="post" action={at(frame, `${PARTNERS}/kertas`)} class="stack">
          <TextField form={view.form} name="paperName" label={words.name} wide="wide" />
          <TextField form={view.form} name="shortName" label={words.shortName} />
          <Select
            form={view.form}
            name="kind"
            label={words.bodyKind}
            options={view.kinds}
            empty={frame.t.kerjaUmum.choose}
          />
          <Select
            form={view.form}
            name="country"
            label={words.country}
            options={view.countries}
            empty={frame.t.kerjaUmum.choose}
          />
          <p class="buttons">
            <Button>{words.proposePaper}</Button>
          </p>
        </form>
      </details>
    </>
  )
}

function Refusals({ frame, overview }: { readonly frame: StaffFrame; readonly overview: ExchangeOverview }) {
  const words = frame.t.kerjaMitra
  if (overview.refusals.length === 0) return null
  const nameOf = (id: string | null): string =>
    overview.partners.find((each) => each.id === id)?.name ?? words.unknownSender
  return (
    <section aria-labelledby="ditolak">
      <h2 id="ditolak">{words.refusals}</h2>
      <p class="small">{words.refusalsText}</p>
      <ol class="deadlines">
        {overview.refusals.map((refusal) => (
          <li>
            <strong>{words.why[refusal.why] ?? refusal.why}</strong> {nameOf(refusal.partner_id)}{' '}
            <small>
              <When frame={frame} at={refusal.created_at} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}

export type PartnerView = {
  readonly partner: PartnerRow
  readonly bodies: readonly { readonly name: string; readonly active: boolean }[]
  readonly form: FormState
  readonly mayConfirm?: 'may-confirm'
  readonly mayFile?: 'may-file'
  /** Whoever proposed it cannot confirm it. */
  readonly own?: 'own'
}

export function PartnerPage({ frame, view }: Props<PartnerView>) {
  const words = frame.t.kerjaMitra
  const { partner } = view
  return (
    <StaffPage frame={frame} current="settings" title={partner.name} form={view.form}>
      <ExchangeHead
        frame={frame}
        part="partners"
        title={partner.name}
        tags={<PartnerTag frame={frame} state={partner.state} />}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        <p>{partner.base_address ?? words.onPaper}</p>
        <Standing frame={frame} view={view} />
        <section>
          <h2>{words.bodies}</h2>
          {view.bodies.length === 0 ? (
            <p class="small">{words.bodiesNone}</p>
          ) : (
            <ul class="plain">
              {view.bodies.map((body) => (
                <li>
                  {body.name} {!body.active && partner.state !== 'proposed' && <small>{words.closed}</small>}
                </li>
              ))}
            </ul>
          )}
        </section>
        {view.mayFile && !partner.on_paper && partner.state === 'confirmed' && (
          <section class="panel">
            <h2>{words.fileTitle}</h2>
            <p class="small">{words.fileText}</p>
            <p class="buttons">
              <ButtonLink href={at(frame, `${PARTNERS}/${partner.id}/berkas`)}>{words.fileMake}</ButtonLink>
            </p>
          </section>
        )}
      </div>
    </StaffPage>
  )
}

function Standing({ frame, view }: Props<PartnerView>) {
  const words = frame.t.kerjaMitra
  const { partner } = view
  const hidden = { version: String(partner.version) }
  if (!view.mayConfirm) return null
  if (partner.state !== 'proposed')
    return (
      <div class="buttons">
        <PostButton
          action={at(
            frame,
            `${PARTNERS}/${partner.id}/${partner.state === 'confirmed' ? 'hentikan' : 'lanjutkan'}`,
          )}
          hidden={hidden}
          kind={partner.state === 'confirmed' ? 'grave' : 'main'}
        >
          {partner.state === 'confirmed' ? words.suspend : words.resume}
        </PostButton>
        <small>{words.suspendText}</small>
      </div>
    )
  if (view.own) return <Notice kind="care" lead={words.waitsForOther} />
  return (
    <form method="post" action={at(frame, `${PARTNERS}/${partner.id}/sahkan`)} class="panel">
      <Hidden values={hidden} />
      <h2>{words.confirm}</h2>
      {!partner.on_paper && (
        <>
          <p class="small">{words.confirmText}</p>
          <TextField
            form={view.form}
            name="fingerprint"
            label={words.fingerprint}
            inputmode="numeric"
            wide="wide"
          />
        </>
      )}
      <p class="buttons">
        <Button kind="main">{words.confirmSubmit}</Button>
      </p>
    </form>
  )
}
