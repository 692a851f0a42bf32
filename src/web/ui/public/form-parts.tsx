/** Parts of forms on the public site. Every control has a label; every problem stands twice: on top and at its field. */
import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../icons.tsx'

/** A problem as a person reads it. `field` is the id of the control that it belongs to. */
export type FieldProblem = { readonly field: string; readonly message: string }

export function problemOf(problems: readonly FieldProblem[] | undefined, field: string): string | undefined {
  return problems?.find((problem) => problem.field === field)?.message
}

export function ErrorSummary({
  title,
  problems = [],
}: {
  readonly title: string
  readonly problems?: readonly FieldProblem[]
}) {
  if (problems.length === 0) return <></>
  return (
    <div class="notice danger" role="alert" tabindex={-1}>
      <Icon name="bahaya" />
      <div>
        <strong>{title}</strong>
        {problems.map(({ field, message }) => (
          <p>
            <a href={`#${field}`}>{message}</a>
          </p>
        ))}
      </div>
    </div>
  )
}

export function Notice({
  kind = 'plain',
  icon,
  title,
  className = '',
  live,
  children,
}: {
  readonly kind?: 'plain' | 'care' | 'danger'
  readonly icon: IconName
  readonly title: string
  readonly className?: string
  /** The answer to something just done: screen readers say it at once. */
  readonly live?: boolean
  readonly children?: Child
}) {
  return (
    <div
      class={`notice ${kind === 'plain' ? '' : kind} ${className}`.trim()}
      role={live ? 'status' : undefined}
    >
      <Icon name={icon} />
      <div>
        <strong>{title}</strong> {children}
      </div>
    </div>
  )
}

type Labelled = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problem?: string
  readonly value?: string
}

type TextInput = Labelled & {
  readonly type?: 'text' | 'tel' | 'email'
  readonly numeric?: boolean
  readonly maxlength?: number
}

/** Nothing typed here may be kept or offered again by a phone that is not one's own: autocomplete is off. */
export function TextField(props: TextInput) {
  return (
    <FieldFrame {...props}>
      <input
        type={props.type ?? 'text'}
        id={props.id}
        name={props.name}
        value={props.value}
        inputmode={props.numeric ? 'numeric' : undefined}
        maxlength={props.maxlength}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        {...described(props)}
      />
    </FieldFrame>
  )
}

/** Without a limit in the browser, which would cut a long story silently; the server says when it is too long. */
export function TextArea(props: Labelled & { readonly rows?: number }) {
  return (
    <FieldFrame {...props}>
      <textarea
        id={props.id}
        name={props.name}
        rows={props.rows ?? 3}
        autocomplete="off"
        {...described(props)}
      >
        {props.value}
      </textarea>
    </FieldFrame>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

export function SelectField(props: Labelled & { readonly options: readonly Option[] }) {
  return (
    <FieldFrame {...props}>
      <select id={props.id} name={props.name} autocomplete="off" {...described(props)}>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

export function FileField(props: Labelled & { readonly accept: string }) {
  return (
    <FieldFrame {...props}>
      <input type="file" id={props.id} name={props.name} accept={props.accept} {...described(props)} />
    </FieldFrame>
  )
}

function FieldFrame(props: Labelled & { readonly children: Child }) {
  return (
    <div class={props.problem === undefined ? 'field' : 'field wrong'}>
      <label class="title" for={props.id}>
        {props.label}
      </label>
      {props.hint !== undefined && (
        <p class="hint" id={`${props.id}-h`}>
          {props.hint}
        </p>
      )}
      <FieldError id={props.id} message={props.problem} />
      {props.children}
    </div>
  )
}

function FieldError({ id, message }: { readonly id: string; readonly message?: string }) {
  if (message === undefined) return <></>
  return (
    <p class="error" id={`${id}-e`}>
      {message}
    </p>
  )
}

function described({ id, hint, problem }: Labelled) {
  const by = [hint === undefined ? '' : `${id}-h`, problem === undefined ? '' : `${id}-e`].filter(Boolean)
  return {
    'aria-describedby': by.length > 0 ? by.join(' ') : undefined,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
  }
}

type GroupProps = {
  readonly id: string
  readonly legend: Child
  readonly hint?: string
  readonly problem?: string
  readonly children: Child
}

/** A question with choices. The id stands on the group, so that the summary's link leads here. */
export function Group({ id, legend, hint, problem, children }: GroupProps) {
  const by = [hint === undefined ? '' : `${id}-h`, problem === undefined ? '' : `${id}-e`].filter(Boolean)
  return (
    <fieldset
      id={id}
      tabindex={problem === undefined ? undefined : -1}
      class={problem === undefined ? undefined : 'wrong'}
      aria-describedby={by.length > 0 ? by.join(' ') : undefined}
    >
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      )}
      <FieldError id={id} message={problem} />
      {children}
    </fieldset>
  )
}

export function Choice({
  type,
  name,
  option,
  checked,
  icon,
}: {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly option: Option
  readonly checked: boolean
  readonly icon?: IconName
}) {
  return (
    <label class="choice">
      {icon !== undefined && <Icon name={icon} />}
      <input type={type} name={name} value={option.value} checked={checked} />
      {option.hint === undefined ? (
        <span>{option.label}</span>
      ) : (
        <span>
          <strong>{option.label}</strong>
          <small>{option.hint}</small>
        </span>
      )}
    </label>
  )
}

export function Choices({
  type,
  name,
  options,
  chosen = [],
}: {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen?: readonly string[]
}) {
  return (
    <div class="choices">
      {options.map((option) => (
        <Choice type={type} name={name} option={option} checked={chosen.includes(option.value)} />
      ))}
    </div>
  )
}

/** Answers that travel with the form: name and value pairs, a name may come several times. */
export type Carried = readonly (readonly [name: string, value: string])[]

export function HiddenFields({ fields }: { readonly fields: Carried }) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
