/** One referral, for the receiver (answer it) or the sender (see each step). The sheet is the sealed payload. */
import type { ReferralAction } from '#src/domain/referrals/lifecycle.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  PostButton,
  Radios,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Clock, ClockSource, When, type ClockView } from '#src/web/ui/staff/marks.tsx'
import {
  ReferralState,
  Sheet,
  type ReferralStateView,
  type SheetView,
} from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { SharedFacts, type FactsView } from './serah-terima/hand-over-parts.tsx'

import { Way, type WayView } from './delivery-way.tsx'

/** What this person may do now: the actions of the life cycle, and those that change no state. */
export type ReferralVerb = ReferralAction | 'remind' | 'escalate' | 'review' | 'tell-person' | 'acknowledge'

export type ReferralStep = { readonly at: Date; readonly words: string }

export type ReferralView = {
  readonly code: string
  readonly side: 'sender' | 'receiver'
  readonly otherBody: string
  readonly need: string
  readonly state: ReferralStateView
  readonly clock?: ClockView
  /** Absent once it is no longer open to this side. */
  readonly sheet?: SheetView
  /** Consent was withdrawn: nothing of it may be used any more. */
  readonly stopped?: 'stopped'
  /** What the sides wrote to each other, each a sentence. */
  readonly words: readonly string[]
  /** A referral that came without consent says so, with its basis and reason. */
  readonly exception?: { readonly basis: string; readonly reason: string }
  readonly steps: readonly ReferralStep[]
  readonly may: readonly ReferralVerb[]
  readonly version: string
  readonly otherBodies: readonly Option[]
  /** Address of our own case on this need, where one is open. */
  readonly caseHref?: string | undefined
  /** For a partner of another installation: the last message to it. */
  readonly way?: WayView
  /** Fields: part, rest, reason, why, better, holdWhy, failWhy, cancelWhy (each with …Words), result. */
  readonly form: FormState
  /** The hand-over that this task belongs to. */
  readonly handOverHref?: string
  readonly facts: FactsView
  /** Another body was faster. */
  readonly taken?: 'taken'
}

type Props = { readonly frame: StaffFrame; readonly view: ReferralView }

function path(frame: StaffFrame, view: ReferralView, verb: string): string {
  return at(frame, `/kerja/rujukan/${view.code}/${verb}`)
}

function Accept({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  return (
    <section class="panel">
      <h2>{words.decide}</h2>
      <div class="buttons">
        <PostButton
          action={path(frame, view, 'terima')}
          hidden={{ version: view.version }}
          kind="main"
          icon="centang"
        >
          {words.accept}
        </PostButton>
        <small>{words.acceptText}</small>
      </div>
      {view.may.includes('accept-part') && (
        <details class="panel" open={view.form.problems.some((one) => ['part', 'rest'].includes(one.path))}>
          <summary>{words.acceptPart}</summary>
          <form method="post" action={path(frame, view, 'sebagian')} class="stack">
            <Hidden values={{ version: view.version }} />
            <p class="small">{words.partHint}</p>
            <TextField form={view.form} name="part" label={words.partWhat} wide="wide" />
            <TextField form={view.form} name="rest" label={words.partRest} wide="wide" />
            <p class="buttons">
              <Button>{words.acceptPart}</Button>
            </p>
          </form>
        </details>
      )}
      <details
        class="panel"
        open={view.form.problems.some((one) => ['reason', 'why', 'better'].includes(one.path))}
      >
        <summary>{words.refuse}</summary>
        <form method="post" action={path(frame, view, 'tolak')} class="stack">
          <Hidden values={{ version: view.version }} />
          <Radios
            form={view.form}
            name="reason"
            label={words.refuseWhy}
            options={optionsOf(words.refuseReason)}
          />
          <TextArea form={view.form} name="why" label={words.refuseWhy} hint={words.refuseHint} rows={2} />
          <Select
            form={view.form}
            name="better"
            label={words.better}
            options={view.otherBodies}
            empty={frame.t.kerjaUmum.unknown}
          />
          <p class="buttons">
            <Button kind="grave">{words.refuse}</Button>
          </p>
        </form>
      </details>
    </section>
  )
}

/** An action that needs one reason out of a closed list. */
function ReasonedAction(props: {
  readonly frame: StaffFrame
  readonly view: ReferralView
  readonly verb: string
  readonly field: string
  readonly label: string
  readonly reasons: Readonly<Record<string, string>>
  readonly submit: string
  readonly kind?: 'grave'
}) {
  const { frame, view } = props
  return (
    <form method="post" action={path(frame, view, props.verb)} class="panel">
      <Hidden values={{ version: view.version }} />
      <Select
        form={view.form}
        name={props.field}
        label={props.label}
        options={optionsOf(props.reasons)}
        empty={frame.t.kerjaUmum.choose}
      />
      <TextField
        form={view.form}
        name={`${props.field}Words`}
        label={frame.t.kerjaRujukan.answerWords}
        wide="wide"
      />
      <p class="buttons">
        <Button kind={props.kind}>{props.submit}</Button>
      </p>
    </form>
  )
}

/** Silence is the system's own reason. */
function senderReasons(reasons: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(reasons).filter(([reason]) => reason !== 'no-answer'))
}

function Reasoned({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const actions = [
    {
      may: 'hold',
      verb: 'tunda',
      field: 'holdWhy',
      label: words.holdWhy,
      reasons: words.holdReason,
      submit: words.hold,
    },
    {
      may: 'fail',
      verb: 'gagal',
      field: 'failWhy',
      label: words.failWhy,
      reasons: words.failReason,
      submit: words.fail,
    },
    {
      may: 'cancel',
      verb: 'batal',
      field: 'cancelWhy',
      label: words.cancelWhy,
      reasons: senderReasons(words.cancelReason),
      submit: words.cancel,
    },
  ] as const
  return (
    <>
      {actions
        .filter((action) => view.may.includes(action.may))
        .map(({ may, ...action }) => (
          <ReasonedAction
            frame={frame}
            view={view}
            kind={may === 'cancel' ? 'grave' : undefined}
            {...action}
          />
        ))}
    </>
  )
}

function Work({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const hidden = { version: view.version }
  const { may } = view
  return (
    <>
      <div class="buttons">
        {may.includes('start') && (
          <PostButton action={path(frame, view, 'mulai')} hidden={hidden} kind="main">
            {words.start}
          </PostButton>
        )}
        {may.includes('remind') && (
          <PostButton action={path(frame, view, 'ingatkan')} hidden={hidden}>
            {words.remind}
          </PostButton>
        )}
        {may.includes('escalate') && (
          <PostButton action={path(frame, view, 'naik')} hidden={hidden}>
            {words.escalate}
          </PostButton>
        )}
        {may.includes('resume') && (
          <PostButton action={path(frame, view, 'lanjut')} hidden={hidden}>
            {words.resume}
          </PostButton>
        )}
      </div>
      {may.includes('complete') && (
        <form method="post" action={path(frame, view, 'selesai')} class="panel">
          <Hidden values={hidden} />
          <TextArea form={view.form} name="result" label={words.result} rows={2} />
          <p class="buttons">
            <Button kind="main">{words.complete}</Button>
          </p>
        </form>
      )}
      <Reasoned frame={frame} view={view} />
      {may.includes('review') && (
        <section class="panel">
          <h2>{words.reviewTitle}</h2>
          <div class="buttons">
            <PostButton action={path(frame, view, 'tinjau')} hidden={{ ...hidden, hasil: 'benar' }}>
              {words.reviewUphold}
            </PostButton>
            <PostButton
              action={path(frame, view, 'tinjau')}
              hidden={{ ...hidden, hasil: 'tarik' }}
              kind="grave"
            >
              {words.reviewRevoke}
            </PostButton>
          </div>
        </section>
      )}
    </>
  )
}

/** What changes no state: the exception is reviewed, the person told, the use stopped. */
function Duties({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const hidden = { version: view.version }
  return (
    <>
      {view.stopped && (
        <Notice kind="danger" lead={words.stop}>
          {view.may.includes('acknowledge') && (
            <PostButton action={path(frame, view, 'berhenti')} hidden={hidden} kind="main">
              {words.acknowledge}
            </PostButton>
          )}
        </Notice>
      )}
    </>
  )
}

export function ReferralPage({ frame, view }: Props) {
  const words = frame.t.kerjaRujukan
  const title =
    view.side === 'receiver'
      ? words.receivedTitle(view.otherBody)
      : `${words.col.code} ${view.code}: ${view.otherBody}`
  return (
    <StaffPage frame={frame} current="referrals" title={view.code} form={view.form}>
      <Head
        title={title}
        crumbs={
          <>
            <a href={at(frame, '/kerja/rujukan')}>{words.title}</a> / <span class="code">{view.code}</span>
          </>
        }
        context={words.needLine(view.need)}
        tags={<ReferralState frame={frame} state={view.state} />}
      >
        {view.clock && (
          <span class="line">
            <Clock frame={frame} clock={view.clock} />
            <small>
              <ClockSource frame={frame} clock={view.clock} />
            </small>
          </span>
        )}
        {view.handOverHref && (
          <ButtonLink href={view.handOverHref}>{frame.t.kerjaBerbagi.handOver.summary}</ButtonLink>
        )}
        {view.caseHref && <ButtonLink href={view.caseHref}>{words.toCase}</ButtonLink>}
      </Head>
      <div class="send">
        <div class="col">
          <ErrorSummary frame={frame} form={view.form} />
          {view.taken && <Notice kind="plain" icon="info" lead={words.takenByOther} />}
          {view.exception && (
            <Notice kind="care" lead={words.noConsent}>
              {words.noConsentText(view.exception.basis, view.exception.reason)} {words.review}
            </Notice>
          )}
          <Way frame={frame} way={view.way} />
          <Duties frame={frame} view={view} />
          {view.may.includes('accept') && <Accept frame={frame} view={view} />}
          <Work frame={frame} view={view} />
          <section>
            <h2>{words.steps}</h2>
            <ol class="deadlines">
              {view.steps.map((step) => (
                <li>
                  <strong>{step.words}</strong>
                  <small>
                    <When frame={frame} at={step.at} />
                  </small>
                </li>
              ))}
            </ol>
            {view.words.map((text) => (
              <p class="quote">{text}</p>
            ))}
          </section>
          <SharedFacts frame={frame} facts={view.facts} form={view.form} />
        </div>
        <div class="sheet-wrap">
          {view.sheet === undefined ? (
            <Notice kind="plain" lead={words.closedPack} />
          ) : (
            <Sheet frame={frame} sheet={view.sheet} />
          )}
        </div>
      </div>
    </StaffPage>
  )
}
