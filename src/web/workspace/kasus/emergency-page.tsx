/** The same page for a case that does not exist and for one that this reader may not know of; the way in an emergency stands on both. */
import { Button, ErrorSummary, Notice, PostButton, TextArea, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'

export type NoCaseView = {
  /** Fields: code, reason. Posts to /kerja/kasus/darurat. */
  readonly form: FormState
  readonly mayOpen?: 'may-open'
}

export function NoCasePage({ frame, view }: { readonly frame: StaffFrame; readonly view: NoCaseView }) {
  const words = frame.t.kerjaKabar.emergency
  return (
    <StaffPage frame={frame} current="cases" title={words.title} form={view.form}>
      <Head title={words.title} context={words.intro} />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.mayOpen && (
          <form method="post" action={at(frame, '/kerja/kasus/darurat')} class="panel">
            <h2>{words.open}</h2>
            <Notice kind="care" lead={words.hint} />
            <TextField form={view.form} name="code" label={words.code} />
            <TextArea form={view.form} name="reason" label={words.reason} rows={3} />
            <p class="buttons">
              <Button kind="grave">{words.submit}</Button>
            </p>
          </form>
        )}
      </div>
    </StaffPage>
  )
}

export type EmergencyReviewView = {
  readonly openings: readonly {
    readonly id: string
    readonly code: string
    readonly reason: string
    readonly by: string
    readonly at: Date
    readonly own?: 'own'
  }[]
}

/** For supervisors: each emergency opening, reviewed by somebody else than who opened it. */
export function EmergencyReviewPage({
  frame,
  view,
}: {
  readonly frame: StaffFrame
  readonly view: EmergencyReviewView
}) {
  const words = frame.t.kerjaKabar.emergency
  return (
    <StaffPage frame={frame} current="cases" title={words.review}>
      <Head title={words.review} />
      <div class="body">
        {view.openings.length === 0 && <Empty title={words.none} />}
        {view.openings.map((opening) => (
          <section class="panel">
            <h2>{words.opened(opening.by, opening.code)}</h2>
            <p class="quote">{opening.reason}</p>
            <p class="small">
              <When frame={frame} at={opening.at} />
            </p>
            {!opening.own && (
              <div class="buttons">
                <PostButton
                  action={at(frame, `/kerja/kasus/darurat/${opening.id}/tinjau`)}
                  hidden={{ verdict: 'justified' }}
                >
                  {words.justified}
                </PostButton>
                <PostButton
                  action={at(frame, `/kerja/kasus/darurat/${opening.id}/tinjau`)}
                  hidden={{ verdict: 'not-justified' }}
                  kind="grave"
                >
                  {words.notJustified}
                </PostButton>
              </div>
            )}
          </section>
        ))}
      </div>
    </StaffPage>
  )
}
