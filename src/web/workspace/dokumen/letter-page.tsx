/** Making a letter: its kind, its language, what goes in; a look at it; the files. */
import { LETTER_KINDS, LETTER_LANGUAGES, type Letter, type LetterKind } from '#src/domain/letters/letter.ts'
import { Button, ErrorSummary, Hidden, Radios } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Tabs } from '#src/web/ui/staff/lists.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LetterFields, type LetterChoices } from './letter-fields.tsx'
import { LetterPreview } from './letter-preview.tsx'

export type LetterView = {
  readonly code: string
  readonly kind: LetterKind
  readonly choices: LetterChoices
  readonly form: FormState
  readonly letter?: Letter
}

export function letterPath(frame: StaffFrame, code: string): string {
  return at(frame, `/kerja/kasus/${code}/dokumen/surat`)
}

export function LetterPage({ frame, view }: { readonly frame: StaffFrame; readonly view: LetterView }) {
  const words = frame.t.suratLayar
  const path = letterPath(frame, view.code)
  const mayMake = view.kind !== 'referral' || view.choices.referrals.length > 0
  return (
    <StaffPage frame={frame} current="cases" title={words.title} form={view.form}>
      <Head
        title={words.kind[view.kind]}
        crumbs={
          <a href={at(frame, `/kerja/kasus/${view.code}/dokumen`)} class="code">
            {view.code}
          </a>
        }
        context={words.hint[view.kind]}
      />
      <Tabs
        label={words.kinds}
        links={LETTER_KINDS.map((kind) => ({
          label: words.kind[kind],
          href: `${path}?jenis=${kind}`,
          current: kind === view.kind ? 'current' : undefined,
        }))}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <form method="post" action={path} class="stack">
          <Hidden values={{ jenis: view.kind }} />
          <Radios
            form={view.form}
            name="bahasa"
            label={words.language}
            options={LETTER_LANGUAGES.map((value) => ({ value, label: words.languages[value] }))}
          />
          <LetterFields frame={frame} kind={view.kind} form={view.form} choices={view.choices} />
          <p class="small">
            {words.never} {words.saved}
          </p>
          {mayMake && (
            <p class="buttons">
              <Button kind="main" name="cara" value="lihat">
                {words.look}
              </Button>
              <Button name="cara" value="pdf" icon="cetak">
                {words.pdf}
              </Button>
              <Button name="cara" value="docx">
                {words.docx}
              </Button>
            </p>
          )}
        </form>
        {view.letter && (
          <section class="stack" id="surat">
            <h2>{words.preview}</h2>
            <LetterPreview letter={view.letter} />
          </section>
        )}
      </div>
    </StaffPage>
  )
}
