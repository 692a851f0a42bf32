/** Preview: left what the person allows, what stays, what happens after; right exactly the sheet that leaves. */
import type { CarriedItem } from '#src/modules/referrals/index.ts'
import type { SharingGround } from '#src/modules/sharing/index.ts'
import { formatDay, formatInstant } from '#src/texts/dates.ts'
import { Button, ErrorSummary, Hidden, Notice, Tick } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, Glyph, type CiteView } from '#src/web/ui/staff/marks.tsx'
import { Matrix, Sheet, Stay, type MatrixView, type SheetView } from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { AgreementGround, CarriedItems } from './basis-parts.tsx'

export type ReferralPreviewView = {
  readonly caseCode: string
  readonly need: string
  readonly cites: readonly CiteView[]
  readonly receiver: string
  readonly matrix: MatrixView
  /** When the consent was given; undefined for a referral without consent. */
  readonly consentAt?: Date
  readonly exception?: { readonly basis: string; readonly reason: string }
  readonly stays: readonly string[]
  readonly answerBy: Date
  /** The body that comes next if this one is silent or refuses; undefined when the need returns to us. */
  readonly nextBody?: string
  readonly sheet: SheetView
  /** Item by item, what the person said that carries it. */
  readonly carried: readonly CarriedItem[]
  /** The agreement of the two bodies, and whether the law asks for one. */
  readonly ground: SharingGround
  /** Everything the send form carries back unchanged: case, need, body, ask, urgency, until, version, seal … */
  readonly hidden: Readonly<Record<string, string>>
  /** Field: read. */
  readonly form: FormState
}

type Props = { readonly frame: StaffFrame; readonly view: ReferralPreviewView }

function MayKnow({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <section>
      <h2 id="siapa">{words.matrix}</h2>
      <p class="small">
        {view.consentAt === undefined
          ? words.matrixNone
          : words.matrixHint(formatDay(view.consentAt, frame.zone, frame.lang))}
      </p>
      <Matrix frame={frame} matrix={view.matrix} labelledby="siapa" />
      <p class="small gap-above">
        {words.more} <a href={at(frame, `/kerja/kasus/${view.caseCode}/persetujuan`)}>{words.askConsent}</a>.
      </p>
    </section>
  )
}

function Afterwards({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <section>
      <h2>{words.after}</h2>
      <ul class="deadlines">
        <li>
          <strong>{words.answerBy(formatInstant(view.answerBy, frame.zone, frame.lang))}</strong>
          <small>{view.nextBody === undefined ? words.silenceAlone : words.silence(view.nextBody)}</small>
        </li>
        <li>
          <strong>{words.answers}</strong>
          <small>{view.nextBody === undefined ? words.ifRefusedAlone : words.ifRefused(view.nextBody)}</small>
        </li>
        <li>
          <strong>{words.withdrawn}</strong>
          <small>
            {words.withdrawnText(view.receiver)} <Cite frame={frame} cite={{ article: 'UU 27/2022 Ps 40' }} />
          </small>
        </li>
      </ul>
    </section>
  )
}

export function ReferralPreviewPage({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <StaffPage frame={frame} current="referrals" title={words.previewTitle(view.receiver)} form={view.form}>
      <Head
        title={words.previewTitle(view.receiver)}
        crumbs={
          <>
            <a href={at(frame, `/kerja/kasus/${view.caseCode}`)} class="code">
              {view.caseCode}
            </a>{' '}
            / {words.newTitle}
          </>
        }
        context={
          <>
            {words.needLine(view.need)}{' '}
            {view.cites.map((cite) => (
              <>
                <Cite frame={frame} cite={cite} />{' '}
              </>
            ))}
          </>
        }
      />
      <form method="post" action={at(frame, '/kerja/rujukan')}>
        <Hidden values={view.hidden} />
        <div class="send">
          <div class="col">
            <ErrorSummary frame={frame} form={view.form} />
            {view.exception && (
              <Notice kind="care" lead={words.noConsent}>
                {words.noConsentText(view.exception.basis, view.exception.reason)} {words.review}
              </Notice>
            )}
            <MayKnow frame={frame} view={view} />
            <CarriedItems frame={frame} carried={view.carried} />
            <AgreementGround frame={frame} ground={view.ground} />
            <Stay frame={frame} items={view.stays} />
            <Afterwards frame={frame} view={view} />
          </div>
          <div class="sheet-wrap">
            <p class="small line keep sheet-note">
              <Glyph name="mata" />
              <span>{words.exactly(view.receiver)}</span>
            </p>
            <Sheet frame={frame} sheet={view.sheet} />
          </div>
        </div>
        <div class="bar">
          <Tick form={view.form} name="read" label={words.readTick} />
          <div class="end">
            <Button kind="main" icon="rujuk">
              {words.send}
            </Button>
          </div>
        </div>
      </form>
    </StaffPage>
  )
}
