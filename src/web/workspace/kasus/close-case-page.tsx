/** Closing: with the person's own word or three recorded attempts, and a reason. The agency's reason stays apart. */
import { ATTEMPTS_NEEDED } from '#src/domain/cases/lifecycle.ts'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage, Head } from '#src/web/ui/staff/shell.tsx'
import { Wish } from '#src/web/ui/staff/case-parts.tsx'
import { casePath } from './case-head.tsx'
import type { CloseCaseView } from './case-view.ts'

type Props = { readonly frame: StaffFrame; readonly view: CloseCaseView }

/** Posts `attemptAt`, `attemptWay` and `attemptResult` to /kerja/kasus/{code}/upaya. */
function Attempts({ frame, view }: Props) {
  const words = frame.t.kerjaKasus.closing
  return (
    <section class="panel">
      <h2>{words.attempts}</h2>
      <p>{words.attemptCount(view.attempts.length)}</p>
      <ol class="deadlines">
        {view.attempts.map((attempt) => (
          <li>
            <span>
              {attempt.way}: {words.result[attempt.result]}
            </span>
            <small>
              {attempt.by}, <When frame={frame} at={attempt.at} />
            </small>
          </li>
        ))}
      </ol>
      <form method="post" action={casePath(frame, view.head.code, '/upaya')} class="stack">
        <div class="grid2">
          <TextField form={view.form} name="attemptAt" label={words.attemptWhen} type="datetime-local" />
          <TextField form={view.form} name="attemptWay" label={words.attemptWay} />
          <Select
            form={view.form}
            name="attemptResult"
            label={words.attemptResult}
            options={optionsOf(words.result)}
          />
        </div>
        <p class="buttons">
          <Button>{words.addAttempt}</Button>
        </p>
      </form>
    </section>
  )
}

function ClosingForm({ frame, view }: Props) {
  const words = frame.t.kerjaKasus.closing
  const codes = frame.t.kerjaKode
  const { form } = view
  return (
    <form method="post" action={casePath(frame, view.head.code, '/tutup')} class="stack">
      <Hidden values={{ version: view.version }} />
      <Radios
        form={form}
        name="basis"
        label={words.basis}
        options={optionsOf(codes.closingBasis).map((option) =>
          option.value === 'three-attempts' && view.attempts.length < ATTEMPTS_NEEDED
            ? { ...option, hint: words.attemptMissing }
            : option,
        )}
      />
      <TextArea form={form} name="ownWord" label={words.ownWord} hint={words.ownWordHint} />
      <Radios form={form} name="reason" label={words.reason} options={optionsOf(codes.closingReason)} />
      <Select
        form={form}
        name="agency"
        label={words.agency}
        hint={words.agencyHint}
        options={optionsOf(codes.agencyClosing)}
        empty={words.nobody}
      />
      <p class="buttons">
        <Button kind="grave">{words.submit}</Button>
        <ButtonLink href={casePath(frame, view.head.code)}>{frame.t.kerjaUmum.cancel}</ButtonLink>
        <small>{words.reopenHint}</small>
      </p>
    </form>
  )
}

export function CloseCasePage({ frame, view }: Props) {
  const words = frame.t.kerjaKasus
  return (
    <StaffPage frame={frame} current="cases" title={words.closing.title} form={view.form}>
      <Head
        title={words.closing.title}
        crumbs={
          <a href={casePath(frame, view.head.code)} class="code">
            {view.head.code}
          </a>
        }
        context={words.closing.intro}
      />
      <Wish frame={frame} wish={view.head.wish} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.openNeeds > 0 && <Notice kind="care" lead={words.closing.needsOpen(view.openNeeds)} />}
        <ClosingForm frame={frame} view={view} />
        <Attempts frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
