/** What the officer can do about one traveller, each a form of its own that opens where it is needed. */
import type { Child } from 'hono/jsx'
import { ENCOUNTER_ENDS } from '#src/domain/immigration/codes.ts'
import { GROUNDS, UNREAD_AMENDMENT } from '#src/domain/immigration/grounds.ts'
import { UNCLEAR_BECAUSE } from '#src/domain/immigration/written-act.ts'
import { EXCEPTION_FACTS, EXCEPTION_GROUNDS, type ExceptionFact } from '#src/domain/referrals/exception.ts'
import type { OpenedEncounter } from '#src/modules/immigration/index.ts'
import {
  Button,
  Checkboxes,
  Hidden,
  Notice,
  optionsOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Article, DESK } from './desk-head.tsx'

type FormProps = {
  readonly frame: StaffFrame
  readonly opened: OpenedEncounter
  readonly form: FormState
}

function Panel(
  props: FormProps & { readonly path: string; readonly title: string; readonly children?: Child },
) {
  return (
    <details class="panel" open={props.form.problems.length > 0}>
      <summary>{props.title}</summary>
      <form method="post" action={at(props.frame, `${DESK}/${props.opened.id}/${props.path}`)} class="stack">
        <Hidden values={{ version: String(props.opened.version) }} />
        {props.children}
      </form>
    </details>
  )
}

function Save({ label, kind }: { readonly label: string; readonly kind?: 'main' | 'grave' }) {
  return (
    <p class="buttons">
      <Button kind={kind ?? 'main'}>{label}</Button>
    </p>
  )
}

const TICKED = EXCEPTION_FACTS.filter(
  (fact): fact is Exclude<ExceptionFact, 'reason-written' | 'child-concerned'> =>
    fact !== 'reason-written' && fact !== 'child-concerned',
)

export function ReferForm(
  props: FormProps & { readonly helpers: readonly { readonly id: string; readonly name: string }[] },
) {
  const { frame, form } = props
  const words = frame.t.kerjaImigrasi.refer
  const rujukan = frame.t.kerjaRujukan
  return (
    <Panel {...props} path="rujuk" title={words.title}>
      <Select
        form={form}
        name="toOrg"
        label={words.to}
        options={props.helpers.map(({ id, name }) => ({ value: id, label: name }))}
        empty="–"
      />
      <Radios
        form={form}
        name="consent"
        label={words.consent}
        hint={words.consentHint}
        options={optionsOf(words.said)}
        cols="cols"
      />
      <Checkboxes
        form={form}
        name="carry"
        label={words.carry}
        options={optionsOf(words.carried)}
        cols="cols"
      />
      <TextField form={form} name="contact" label={words.contact} wide="wide" />
      <TextField form={form} name="wish" label={words.wish} wide="wide" />
      <TextField form={form} name="refer-place" label={words.place} wide="wide" />
      <Select
        form={form}
        name="refer-ground"
        label={words.ground}
        options={EXCEPTION_GROUNDS.map((value) => ({ value, label: rujukan.basisWords[value] }))}
        empty={words.groundNone}
      />
      <Checkboxes
        form={form}
        name="facts"
        label={words.facts}
        options={TICKED.map((value) => ({ value, label: rujukan.factWords[value] }))}
      />
      <TextArea form={form} name="because" label={words.because} rows={2} />
      <Save label={words.send} />
    </Panel>
  )
}

export function WriteForm(props: FormProps & { readonly alive: 'alive' | 'none' }) {
  const { frame, form, opened } = props
  const all = frame.t.kerjaImigrasi
  const words = all.act
  if (opened.signs === 'seen' && props.alive === 'none')
    return (
      <details class="panel" open={form.problems.length > 0}>
        <summary>{words.title}</summary>
        <Notice kind="care" lead={words.needsReferral} />
      </details>
    )
  return (
    <Panel {...props} path="alasan" title={words.title}>
      <p class="hint">{words.hint}</p>
      <p class="hint">{all.unverifiedLaw(UNREAD_AMENDMENT)}</p>
      <Radios
        form={form}
        name="ground"
        label={words.ground}
        options={GROUNDS.map(({ code, proof }) => ({
          value: code,
          label: `${all.ground[code]} (${all.notVerified}).`,
          hint: all.groundProof[proof],
        }))}
      />
      <Grounds frame={frame} />
      <TextArea form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
      <TextField form={form} name="proof" label={words.proof} wide="wide" />
      <TextField form={form} name="place" label={words.place} wide="wide" />
      {opened.signs === 'unclear' && (
        <Radios
          form={form}
          name="unclearBecause"
          label={words.unclear}
          options={UNCLEAR_BECAUSE.map((value) => ({ value, label: all.unclearBecause[value] }))}
        />
      )}
      <Save label={words.write} kind="grave" />
    </Panel>
  )
}

function Grounds({ frame }: { readonly frame: StaffFrame }) {
  const words = frame.t.kerjaImigrasi
  const basis = GROUNDS[0]!.basis
  return (
    <p class="hint">
      {basis.map((each) => (
        <Article frame={frame} of={each} />
      ))}{' '}
      {GROUNDS.flatMap(({ struck }) => (struck ? [words.struck(struck.by)] : []))}
    </p>
  )
}

export function ObjectionForm(props: FormProps) {
  const words = props.frame.t.kerjaImigrasi.objection
  return (
    <Panel {...props} path="keberatan" title={words.title}>
      <p class="hint">{words.hint}</p>
      <TextArea form={props.form} name="words" label={words.words} />
      <Save label={words.save} />
    </Panel>
  )
}

export function SecondForm(props: FormProps) {
  const words = props.frame.t.kerjaImigrasi.second
  return (
    <Panel {...props} path="rencana" title={words.title}>
      <TextField form={props.form} name="plan" label={words.words} wide="wide" />
      <Save label={words.save} />
    </Panel>
  )
}

export function CloseForm(props: FormProps) {
  const all = props.frame.t.kerjaImigrasi
  return (
    <Panel {...props} path="tutup" title={all.close.title}>
      <Radios
        form={props.form}
        name="end"
        label={all.close.how}
        options={ENCOUNTER_ENDS.filter((value) => value !== 'reason-written').map((value) => ({
          value,
          label: all.end[value],
        }))}
        cols="cols"
      />
      <Save label={all.close.save} />
    </Panel>
  )
}
