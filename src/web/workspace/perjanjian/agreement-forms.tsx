/** The forms of an agreement: its facts, and one of its duties, meetings, breaches or costs. */
import {
  AGREEMENT_ACTORS,
  AGREEMENT_PURPOSES,
  AGREEMENT_SUBJECTS,
  AGREEMENT_TYPES,
  DUTY_STATES,
} from '#src/domain/agreements/codes.ts'
import { fieldsOf, type FieldRule, type ItemKind } from '#src/domain/agreements/items.ts'
import { STAGES } from '#src/domain/agreements/pipeline.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  Select,
  TextArea,
  TextField,
  Tick,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { LawHead } from '../hukum/law-room.tsx'
import { TAB_OF } from './agreement-parts.tsx'
import { AGREEMENTS } from './agreements-page.tsx'

function options(codes: readonly string[], names: Readonly<Record<string, string>>): readonly Option[] {
  return codes.map((value) => ({ value, label: names[value] ?? value }))
}

/** What another editor stored meanwhile: name of the field and its value. */
type Stored = readonly (readonly [name: string, value: string])[]

function StoredNow({ frame, stored }: { readonly frame: StaffFrame; readonly stored: Stored | undefined }) {
  const words = frame.t.kerjaPerjanjian
  if (stored === undefined) return <></>
  return (
    <Notice kind="care" lead={words.stale} role="alert">
      <h2>{words.storedNow}</h2>
      <dl class="facts">
        {stored.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </Notice>
  )
}

export type FactsFormView = {
  readonly form: FormState
  /** Left out for a new record. */
  readonly at?: { readonly slug: string; readonly version: number; readonly title: string }
  /** Forms, fields and models with their names. */
  readonly cooperation: Readonly<Record<'forms' | 'fields' | 'models', readonly Option[]>>
  readonly stored?: Stored | undefined
}

export function FactsFormPage({ frame, view }: { readonly frame: StaffFrame; readonly view: FactsFormView }) {
  const words = frame.t.kerjaPerjanjian
  const title = view.at === undefined ? words.newTitle : words.editTitle
  const path = view.at === undefined ? `${AGREEMENTS}/baru` : `${AGREEMENTS}/${view.at.slug}/ubah`
  return (
    <StaffPage frame={frame} current="law" title={title} form={view.form}>
      <LawHead frame={frame} section="agreements" title={view.at?.title ?? title} />
      <form method="post" action={at(frame, path as `/${string}`)} class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <StoredNow frame={frame} stored={view.stored} />
        {view.at && <Hidden values={{ version: String(view.at.version) }} />}
        <FactFields frame={frame} view={view} />
        {view.at === undefined && <FirstStep frame={frame} form={view.form} />}
        <p class="buttons">
          <Button kind="main">{words.save}</Button>
        </p>
      </form>
    </StaffPage>
  )
}

function FactFields({ frame, view }: { readonly frame: StaffFrame; readonly view: FactsFormView }) {
  const { field, hint, confidence, unclear } = frame.t.kerjaPerjanjian
  const codes = frame.t.perjanjian
  const { form, cooperation } = view
  const line = (name: keyof typeof field, about?: string) => (
    <TextField form={form} name={name} label={field[name]} wide="wide" {...(about && { hint: about })} />
  )
  const area = (name: keyof typeof field) => <TextArea form={form} name={name} label={field[name]} />
  const select = (name: keyof typeof field, list: readonly Option[]) => (
    <Select form={form} name={name} label={field[name]} options={list} />
  )
  const withUnclear = (list: readonly Option[]) => [{ value: 'unclear', label: unclear }, ...list]
  return (
    <>
      {line('titleId')}
      {line('titleEn')}
      {select('type', options(AGREEMENT_TYPES, codes.type))}
      {line('states', hint.states)}
      <TextArea form={form} name="bodies" label={field.bodies} hint={hint.bodies} rows={2} />
      <Checkboxes
        form={form}
        name="subjects"
        label={field.subjects}
        options={options(AGREEMENT_SUBJECTS, codes.subject)}
        cols="cols"
      />
      <Checkboxes
        form={form}
        name="purposes"
        label={field.purposes}
        options={options(AGREEMENT_PURPOSES, codes.purpose)}
        cols="cols"
      />
      {area('aimId')}
      {area('aimEn')}
      {line('instrument', hint.instrument)}
      {select('form', withUnclear(cooperation.forms))}
      {select('field', withUnclear(cooperation.fields))}
      {select('model', withUnclear(cooperation.models))}
      {line('citation', hint.citation)}
      {line('url')}
      {select('confidence', options(LAW_CERTAINTIES, confidence))}
      {area('noteId')}
      {area('noteEn')}
      <Tick form={form} name="isPublic" label={field.isPublic} />
    </>
  )
}

function FirstStep({ frame, form }: { readonly frame: StaffFrame; readonly form: FormState }) {
  const words = frame.t.kerjaPerjanjian
  return (
    <>
      <Select
        form={form}
        name="to"
        label={words.firstStep}
        options={options(STAGES, frame.t.perjanjian.stage)}
      />
      <TextField form={form} name="on" label={words.moveOn} hint={words.moveOnHint} />
      <TextArea form={form} name="reason" label={words.moveReason} />
    </>
  )
}

export type ItemFormView = {
  readonly slug: string
  readonly title: string
  readonly kind: ItemKind
  readonly form: FormState
  /** Left out for a new one. */
  readonly at?: { readonly id: string; readonly version: number }
  readonly stored?: Stored | undefined
}

export function ItemFormPage({ frame, view }: { readonly frame: StaffFrame; readonly view: ItemFormView }) {
  const words = frame.t.kerjaPerjanjian
  const { kind, slug, form } = view
  const title = view.at === undefined ? words.addKind[kind] : words.editKind[kind]
  const tab = `${AGREEMENTS}/${slug}/${TAB_OF[kind]}` as const
  const path = at(frame, `${tab}/${view.at?.id ?? 'baru'}`)
  return (
    <StaffPage frame={frame} current="law" title={title} form={form}>
      <LawHead frame={frame} section="agreements" title={title} />
      <div class="body">
        <p>
          <a href={at(frame, tab)}>{view.title}</a>
        </p>
        <form method="post" action={path} class="stack">
          <ErrorSummary frame={frame} form={form} />
          <StoredNow frame={frame} stored={view.stored} />
          {view.at && <Hidden values={{ version: String(view.at.version) }} />}
          {fieldsOf(kind).map(([name, rule]) => (
            <ItemInput frame={frame} kind={kind} form={form} name={name} rule={rule} />
          ))}
          <TextArea form={form} name="note" label={words.field.note} hint={words.hint.note} />
          <p class="buttons">
            <Button kind="main">{words.save}</Button>
            <ButtonLink href={at(frame, tab)} kind="bare">
              {view.title}
            </ButtonLink>
          </p>
        </form>
        {view.at && (
          <form method="post" action={`${path}/coret`}>
            <Hidden values={{ version: String(view.at.version) }} />
            <p class="hint">{words.strikeHint}</p>
            <Button kind="grave">{words.strike}</Button>
          </form>
        )}
      </div>
    </StaffPage>
  )
}

type InputProps = {
  readonly frame: StaffFrame
  readonly kind: ItemKind
  readonly form: FormState
  readonly name: string
  readonly rule: FieldRule
}

/** One input as the table of fields tells it; the check after sending reads the same table. */
function ItemInput({ frame, kind, form, name, rule }: InputProps) {
  const words = frame.t.kerjaPerjanjian
  const labels: Readonly<Record<string, string>> = words.field
  const shared = { form, name, label: labels[name] ?? name }
  switch (rule.kind) {
    case 'text':
      return <TextArea {...shared} />
    case 'code':
      return (
        <Select
          {...shared}
          options={options(rule.codes, codeNames(frame, rule.codes))}
          empty={frame.t.kerjaUmum.choose}
        />
      )
    case 'day':
      return <TextField {...shared} type="date" />
    case 'when':
      return <TextField {...shared} hint={words.hint.when} />
    case 'article':
      return <TextField {...shared} hint={words.hint.article} />
    case 'currency':
      return <TextField {...shared} hint={words.hint.currency} size={4} />
    case 'amount':
      return <TextField {...shared} inputmode="numeric" />
    case 'line':
    case 'url': {
      const hint = kind === 'breach' ? words.hint.breachSource : words.hint.citation
      return <TextField {...shared} wide="wide" {...(name === 'citation' && { hint })} />
    }
  }
}

function codeNames(frame: StaffFrame, codes: readonly string[]): Readonly<Record<string, string>> {
  if (codes === AGREEMENT_ACTORS) return frame.t.perjanjian.actor
  return codes === DUTY_STATES ? frame.t.perjanjian.dutyState : frame.t.kerjaPerjanjian.confidence
}
