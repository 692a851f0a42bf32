/** Forms of the workspace: what was typed stays, what is wrong stands at the field and on top, linked. */
import type { Child } from 'hono/jsx'
import type { FormState, NoticeKind, NoticeView, StaffFrame } from './frame.ts'
import { Glyph, type IconName } from './marks.tsx'

/** The id of the control that carries a field name; error links point at it. */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '-')
}

function textOf(form: FormState, name: string): string {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function chosen(form: FormState, name: string): readonly string[] {
  const value = form.values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

function problemAt(form: FormState, name: string): string | undefined {
  return form.problems.find((problem) => problem.path === name)?.message
}

export function Button(props: {
  readonly kind?: 'main' | 'plain' | 'bare' | 'grave'
  readonly icon?: IconName
  readonly name?: string
  readonly value?: string
  readonly accesskey?: string
  /** Address the form is sent to instead of its own. */
  readonly formaction?: string
  readonly children?: Child
}) {
  const kind = props.kind ?? 'plain'
  return (
    <button
      class={kind === 'plain' ? 'button' : `button ${kind}`}
      name={props.name}
      value={props.value}
      accesskey={props.accesskey}
      formaction={props.formaction}
    >
      {props.icon && <Glyph name={props.icon} />}
      {props.children}
    </button>
  )
}

export function ButtonLink(props: {
  readonly href: string
  readonly kind?: 'main' | 'plain' | 'bare' | 'grave'
  readonly icon?: IconName
  readonly accesskey?: string
  readonly children?: Child
}) {
  const kind = props.kind ?? 'plain'
  return (
    <a class={kind === 'plain' ? 'button' : `button ${kind}`} href={props.href} accesskey={props.accesskey}>
      {props.icon && <Glyph name={props.icon} />}
      {props.children}
    </a>
  )
}

/** Prints the page that stands there. Hidden until the script of `printScript` shows it. */
export function PrintButton({ label }: { readonly label: string }) {
  return (
    <p class="buttons" data-print hidden>
      <button type="button" class="button">
        <Glyph name="cetak" />
        {label}
      </button>
    </p>
  )
}

/** A form with one button, for actions that change something. */
export function PostButton(props: {
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly kind?: 'main' | 'plain' | 'bare' | 'grave'
  readonly icon?: IconName
  readonly children?: Child
}) {
  return (
    <form method="post" action={props.action}>
      <Hidden values={props.hidden ?? {}} />
      <Button kind={props.kind} icon={props.icon}>
        {props.children}
      </Button>
    </form>
  )
}

export function Hidden({ values }: { readonly values: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

const NOTICE_ICON: Record<NoticeKind, IconName> = {
  good: 'centang',
  danger: 'bahaya',
  care: 'info',
  plain: 'tutup',
}

export function Notice(props: {
  readonly kind: NoticeKind
  readonly lead: string
  readonly icon?: IconName
  readonly role?: 'status' | 'alert'
  readonly children?: Child
}) {
  return (
    <div class={props.kind === 'good' ? 'notice' : `notice ${props.kind}`} role={props.role}>
      <Glyph name={props.icon ?? NOTICE_ICON[props.kind]} />
      <div>
        <strong>{props.lead}</strong> {props.children}
      </div>
    </div>
  )
}

export function Flash({ notice }: { readonly notice: NoticeView }) {
  return (
    <Notice kind={notice.kind} lead={notice.lead} role="status">
      {notice.text}{' '}
      {notice.action &&
        (notice.action.post ? (
          <PostButton action={notice.action.href} kind="bare">
            {notice.action.label}
          </PostButton>
        ) : (
          <a href={notice.action.href}>{notice.action.label}</a>
        ))}
    </Notice>
  )
}

export function ErrorSummary({
  frame,
  form,
}: {
  readonly frame: Pick<StaffFrame, 't'>
  readonly form: FormState
}) {
  if (form.problems.length === 0) return null
  return (
    <div class="notice danger" role="alert" tabindex={-1} id="kesalahan">
      <Glyph name="bahaya" />
      <div>
        <strong>{frame.t.kerjaUmum.errorsTitle(form.problems.length)}</strong>
        <ul>
          {form.problems.map((problem) => (
            <li>
              <a href={`#${fieldId(problem.path)}`}>{problem.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

type FieldProps = {
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required?: 'required'
}

function described(props: FieldProps, problem: string | undefined): string | undefined {
  const ids = [
    props.hint === undefined ? undefined : `${fieldId(props.name)}-petunjuk`,
    problem === undefined ? undefined : `${fieldId(props.name)}-salah`,
  ].filter((id) => id !== undefined)
  return ids.length === 0 ? undefined : ids.join(' ')
}

function Field(props: FieldProps & { readonly children?: Child }) {
  const id = fieldId(props.name)
  const problem = problemAt(props.form, props.name)
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${id}-petunjuk`}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${id}-salah`}>
          {problem}
        </p>
      )}
      {props.children}
    </div>
  )
}

export function TextField(
  props: FieldProps & {
    readonly type?: 'text' | 'password' | 'email' | 'search' | 'date' | 'datetime-local' | 'tel' | 'number'
    readonly autocomplete?: string
    readonly inputmode?: 'numeric' | 'text' | 'tel'
    readonly size?: number
    readonly accesskey?: string
    readonly wide?: 'wide'
  },
) {
  const problem = problemAt(props.form, props.name)
  return (
    <Field {...props}>
      <input
        id={fieldId(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        class={props.wide}
        value={props.type === 'password' ? '' : textOf(props.form, props.name)}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        size={props.size}
        accesskey={props.accesskey}
        required={props.required !== undefined}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={described(props, problem)}
      />
    </Field>
  )
}

export function TextArea(props: FieldProps & { readonly rows?: number; readonly accesskey?: string }) {
  const problem = problemAt(props.form, props.name)
  return (
    <Field {...props}>
      <textarea
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 3}
        accesskey={props.accesskey}
        required={props.required !== undefined}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={described(props, problem)}
      >
        {textOf(props.form, props.name)}
      </textarea>
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

/** Options out of a record of code to words, in the order of the record. */
export function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}

export function Select(
  props: FieldProps & {
    readonly options: readonly Option[]
    readonly empty?: string
    readonly accesskey?: string
  },
) {
  const problem = problemAt(props.form, props.name)
  const current = textOf(props.form, props.name)
  return (
    <Field {...props}>
      <select
        id={fieldId(props.name)}
        name={props.name}
        accesskey={props.accesskey}
        required={props.required !== undefined}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={described(props, problem)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === current}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

type ChoiceProps = FieldProps & {
  readonly options: readonly Option[]
  readonly cols?: 'cols'
  readonly accesskey?: string
}

function Choices(props: ChoiceProps & { readonly type: 'radio' | 'checkbox' }) {
  const id = fieldId(props.name)
  const problem = problemAt(props.form, props.name)
  const values = chosen(props.form, props.name)
  return (
    <fieldset
      class={`field choices ${props.cols ?? ''} ${problem === undefined ? '' : 'wrong'}`.trim()}
      aria-describedby={described(props, problem)}
    >
      <legend>{props.label}</legend>
      {props.hint && (
        <p class="hint" id={`${id}-petunjuk`}>
          {props.hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${id}-salah`}>
          {problem}
        </p>
      )}
      <div class="set">
        {props.options.map((option, index) => (
          <label>
            <input
              type={props.type}
              id={index === 0 ? id : `${id}-${fieldId(option.value)}`}
              name={props.name}
              value={option.value}
              checked={values.includes(option.value)}
              accesskey={index === 0 ? props.accesskey : undefined}
            />
            <span>
              {option.label}
              {option.hint && <small> {option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function Radios(props: ChoiceProps) {
  return <Choices {...props} type="radio" />
}

export function Checkboxes(props: ChoiceProps) {
  return <Choices {...props} type="checkbox" />
}

/** One box that must be ticked, as before sending. */
export function Tick(props: { readonly form: FormState; readonly name: string; readonly label: string }) {
  const id = fieldId(props.name)
  const problem = problemAt(props.form, props.name)
  return (
    <div class={problem === undefined ? undefined : 'wrong'}>
      {problem && (
        <p class="error" id={`${id}-salah`}>
          {problem}
        </p>
      )}
      <label class="line keep">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value="ya"
          checked={textOf(props.form, props.name) === 'ya'}
          aria-describedby={problem === undefined ? undefined : `${id}-salah`}
        />
        <span>{props.label}</span>
      </label>
    </div>
  )
}
