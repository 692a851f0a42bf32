/** Restitution of a case: the sheet, and under it the form from which it is made. Printed as it stands. */
import type { Conclusion } from '#src/domain/rulebook/conclusion.ts'
import { STAGES } from '#src/domain/rulebook/restitution/funnel.ts'
import { HEADS } from '#src/domain/rulebook/restitution/heads.ts'
import type { RestitutionAnswer } from '#src/domain/rulebook/restitution/restitution.ts'
import { formatInstant } from '#src/texts/dates.ts'
import type { ChapterWords } from '#src/web/chapter-words.ts'
import { printScript } from '#src/web/ui/staff/assets.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  optionsOf,
  Select,
  TextArea,
  TextField,
  PrintButton,
} from '#src/web/ui/staff/form.tsx'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { casePath } from '../case-head.tsx'
import { DAYS, REASONS, SUMS } from './restitution-facts.ts'
import { RestitutionSheet } from './restitution-sheet.tsx'

export type RestitutionView = {
  readonly code: string
  readonly form: FormState
  readonly words: ChapterWords
  /** Titles of the case's own evidence. */
  readonly evidence: readonly string[]
  /** What the kept wage sheet comes to, in its own money. */
  readonly pay?: string
  /** Of the sheet that the body keeps; 0 when none is kept. */
  readonly version: number
  readonly kept?: { readonly by: string; readonly at: Date }
  /** A colleague kept another sheet meanwhile. */
  readonly stale?: 'stale'
  readonly found?: Conclusion<RestitutionAnswer>
}

type Props = { readonly frame: StaffFrame; readonly view: RestitutionView }

function HeadFields({ frame, view: { form, words, evidence } }: Props) {
  const texts = frame.t.kerjaRestitusi
  const proven = optionsOf({ '': texts.unknown, yes: texts.yes, no: texts.no })
  return (
    <>
      {HEADS.map((head) => (
        <fieldset class="grid2">
          <legend>{words.rule(`head.${head}`)}</legend>
          <TextField form={form} name={`sum-${head}`} label={texts.amount} />
          <Select form={form} name={`proven-${head}`} label={texts.isProven} options={proven} />
          {evidence.length > 0 && (
            <Checkboxes
              form={form}
              name={`evidence-${head}`}
              label={texts.caseEvidence}
              options={evidence.map((title) => ({ value: title, label: title }))}
            />
          )}
          <TextArea
            form={form}
            name={`other-${head}`}
            label={texts.otherEvidence}
            hint={texts.otherEvidenceHint}
            rows={2}
          />
        </fieldset>
      ))}
    </>
  )
}

function WayFields({ frame, view: { form, words } }: Props) {
  const texts = frame.t.kerjaRestitusi
  const reasons = REASONS.map((value) => ({ value, label: words.label('reason', value) }))
  return (
    <>
      <fieldset class="grid2">
        <legend>{texts.way}</legend>
        {SUMS.map((name) => (
          <TextField form={form} name={name} label={texts.sum[name]} />
        ))}
      </fieldset>
      {STAGES.map((stage) => (
        <Checkboxes
          form={form}
          name={`why-${stage}`}
          label={texts.whyLost(words.label('stage', stage))}
          options={reasons}
          cols="cols"
        />
      ))}
      <fieldset class="grid2">
        <legend>{texts.days}</legend>
        {DAYS.map((name) => (
          <TextField form={form} name={name} label={texts.day[name]} />
        ))}
      </fieldset>
    </>
  )
}

export function RestitutionPage({ frame, view }: Props) {
  const texts = frame.t.kerjaRestitusi
  const { form, kept } = view
  const victim = optionsOf({ unknown: texts.unknown, yes: texts.yes, no: texts.no })
  return (
    <StaffPage frame={frame} current="cases" title={texts.title} form={form} scripts={[printScript().path]}>
      <Head
        title={texts.title}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
        context={texts.about}
      />
      <PrintButton label={frame.t.kerjaUmum.print} />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        {view.stale && <Notice kind="care" lead={texts.stale} role="alert" />}
        {kept && <p>{texts.kept(kept.by, formatInstant(kept.at, frame.zone, frame.lang))}</p>}
        {view.found && <RestitutionSheet frame={frame} words={view.words} conclusion={view.found} />}
        <p class="buttons">
          <ButtonLink href={casePath(frame, view.code, '/dokumen/surat?jenis=request')}>
            {texts.letter}…
          </ButtonLink>
        </p>
        <form method="post" action={casePath(frame, view.code, '/restitusi')} class="stack">
          <Hidden values={{ version: String(view.version) }} />
          <fieldset class="grid2">
            <legend>{texts.crime}</legend>
            <Select form={form} name="victim" label={texts.victim} options={victim} />
            <TextField form={form} name="currency" label={texts.currency} hint={texts.currencyHint} />
          </fieldset>
          {view.pay && <p>{texts.pay(view.pay)}</p>}
          <HeadFields frame={frame} view={view} />
          <WayFields frame={frame} view={view} />
          <p class="buttons">
            <Button kind="main">{texts.count}</Button>
            <Button name="do" value="keep">
              {texts.keep}
            </Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
