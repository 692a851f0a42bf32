/** A hand-over's way to a partner: what was sent and where it is; the sheet and the locked file for a partner without Payung. */
import type { MessageKindCode } from '#src/domain/sharing/exchange-codes.ts'
import type { Delivery } from '#src/modules/exchange/index.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Notice,
  PostButton,
  PrintButton,
  Select,
  TextArea,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Sheet, type SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { DeliveryState, PartnerTag, Retry } from '../ekspor-impor/mitra/delivery-state.tsx'

export type DeliveryView = {
  readonly code: string
  readonly delivery: Delivery
  /** What the partner says of its side, in words. */
  readonly partnerState?: string
  readonly passphrase?: string
  readonly stopped?: 'stopped'
  readonly mayNote?: 'may-note'
  readonly mayRetry?: 'may-retry'
  readonly states: readonly Option[]
  readonly reasons: readonly Option[]
  readonly form: FormState
}

type Props<V> = { readonly frame: StaffFrame; readonly view: V }

const FINISHED: readonly string[] = ['acknowledged', 'refused']

export function DeliveryPage({ frame, view }: Props<DeliveryView>) {
  const words = frame.t.kerjaMitra
  const { delivery } = view
  const last = delivery.messages.at(-1)
  return (
    <StaffPage frame={frame} current="referrals" title={`${view.code}: ${words.wayTitle}`} form={view.form}>
      <Head
        title={words.wayTitle}
        crumbs={
          <>
            <a href={at(frame, '/kerja/rujukan')}>{frame.t.kerjaRujukan.title}</a> /{' '}
            <a class="code" href={at(frame, `/kerja/rujukan/${view.code}`)}>
              {view.code}
            </a>
          </>
        }
        context={words.withPartner(delivery.partner.name)}
        tags={<PartnerTag frame={frame} state={delivery.partner.state} />}
      />
      <div class="body full">
        <ErrorSummary frame={frame} form={view.form} />
        {view.partnerState && <p>{words.partnerSays(view.partnerState)}</p>}
        {delivery.partnerCode && <p>{words.partnerCode(delivery.partnerCode)}</p>}
        {last && !FINISHED.includes(last.state) && <Notice kind="care" lead={words.notConfirmed} />}
        {delivery.way === 'line' ? <Steps frame={frame} view={view} /> : <ByHand frame={frame} view={view} />}
      </div>
    </StaffPage>
  )
}

function Steps({ frame, view }: Props<DeliveryView>) {
  const words = frame.t.kerjaMitra
  return (
    <section>
      <h2>{words.steps}</h2>
      {view.delivery.messages.length === 0 && <p class="small">{words.stepsNone}</p>}
      <ol class="deadlines">
        {view.delivery.messages.map((message) => (
          <li>
            <strong>{words.kind[message.kind as MessageKindCode]}</strong>{' '}
            <small>
              <When frame={frame} at={message.created_at} />
            </small>
            <div>
              <DeliveryState frame={frame} message={message} />
              {view.mayRetry && <Retry frame={frame} message={message} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ByHand({ frame, view }: Props<DeliveryView>) {
  const words = frame.t.kerjaMitra
  const path = (verb: string): string => at(frame, `/kerja/rujukan/${view.code}/${verb}`)
  return (
    <>
      {view.stopped && (
        <Notice kind="danger" lead={words.tellByHand}>
          {words.noteStopText}
          {view.mayNote && (
            <PostButton action={path('mitra/berhenti')} kind="main">
              {words.noteStop}
            </PostButton>
          )}
        </Notice>
      )}
      <section class="panel">
        <h2>{words.paper}</h2>
        <p class="small">{words.paperText}</p>
        {view.passphrase && (
          <>
            <p class="buttons">
              <ButtonLink href={path('lembar')}>{words.sheet}</ButtonLink>
              <ButtonLink href={path('paket')}>{words.lockedFile}</ButtonLink>
            </p>
            <p>
              {words.passphrase}: <span class="code">{view.passphrase}</span>
            </p>
            <p class="small">{words.passphraseText}</p>
          </>
        )}
      </section>
      {view.mayNote && (
        <form method="post" action={path('mitra')} class="panel">
          <h2>{words.noteAnswer}</h2>
          <Select
            form={view.form}
            name="state"
            label={words.noteState}
            options={view.states}
            empty={frame.t.kerjaUmum.choose}
          />
          <Select
            form={view.form}
            name="reason"
            label={words.noteReason}
            options={view.reasons}
            empty={frame.t.kerjaUmum.choose}
          />
          <TextArea form={view.form} name="words" label={words.noteWords} rows={2} />
          <p class="buttons">
            <Button kind="main">{words.noteSubmit}</Button>
          </p>
        </form>
      )}
    </>
  )
}

export type SheetPrintView = {
  readonly code: string
  readonly sheet: SheetView
  /** The code as a picture: number and hash, no more. */
  readonly picture: string
  readonly seal: string
}

function SheetBody({ frame, view }: Props<SheetPrintView>) {
  const words = frame.t.kerjaMitra
  return (
    <>
      <p>
        <strong>{words.sheetOnly}</strong>
      </p>
      <Sheet frame={frame} sheet={view.sheet} />
      <p>
        <img src={view.picture} alt={words.sheetCheck} width="120" height="120" />
      </p>
      <p class="small">
        {words.sheetCheck}: <span class="code">{view.seal}</span>
        <br />
        {words.sheetCheckText}
      </p>
    </>
  )
}

export function SheetPrintPage({ frame, view }: Props<SheetPrintView>) {
  return (
    <StaffPage frame={frame} current="referrals" title={view.code}>
      <Head
        title={view.code}
        crumbs={<a href={at(frame, `/kerja/rujukan/${view.code}/mitra`)}>{frame.t.kerjaMitra.wayCrumb}</a>}
      >
        <PrintButton label={frame.t.kerjaMitra.sheet} />
      </Head>
      <div class="body full">
        <SheetBody frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}

const STYLE =
  'body{font:16px/1.5 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold;margin-top:.6rem}dd{margin:0}header{border-bottom:2px solid}.code{font-family:monospace}.num{margin-top:.5rem}'

/** The same sheet as a page that stands alone: what a locked file holds. */
export function StandaloneSheet({ frame, view }: Props<SheetPrintView>) {
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{view.code}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <SheetBody frame={frame} view={view} />
      </body>
    </html>
  )
}
