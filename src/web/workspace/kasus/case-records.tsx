/** Tabs that hold what is known: people, timeline, needs, evidence, chain, referrals. Each with its form below. */
import type { Child } from 'hono/jsx'
import { Chain, Needs, type NeedView } from '#src/web/ui/staff/case-parts.tsx'
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Hidden,
  optionsOf,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'

import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { ReferCard } from '#src/web/ui/staff/referral-parts.tsx'
import { Timeline } from '#src/web/ui/staff/timeline.tsx'
import { casePath } from './case-head.tsx'
import { RoutingPanel } from './kebutuhan/routing-panel.tsx'
import type { CaseTabView, CaseView } from './case-view.ts'
import { ChainFields } from './perantara/chain-fields.tsx'

export type TabProps<Tab extends CaseTabView['tab']> = {
  readonly frame: StaffFrame
  readonly view: CaseView
  readonly body: Extract<CaseTabView, { tab: Tab }>
}

/** The form below a tab; posts to the tab's own address with the version it was written against. */
export function AddForm(props: {
  readonly frame: StaffFrame
  readonly view: CaseView
  readonly path: string
  readonly title: string
  readonly submit?: string
  readonly upload?: 'upload'
  readonly children?: Child
}) {
  const { frame, view } = props
  return (
    <form
      method="post"
      action={casePath(frame, view.head.code, props.path)}
      class="panel"
      id="tambah"
      enctype={props.upload === undefined ? undefined : 'multipart/form-data'}
    >
      <h2>{props.title}</h2>
      <ErrorSummary frame={frame} form={view.form} />
      <Hidden values={{ version: view.version }} />
      {props.children}
      <p class="buttons">
        <Button kind="main">{props.submit ?? frame.t.kerjaUmum.save}</Button>
      </p>
    </form>
  )
}

export function TabSection(props: {
  readonly title: string
  readonly empty: string
  readonly isEmpty: boolean
  readonly children?: Child
}) {
  return (
    <section class="stack">
      <h2>{props.title}</h2>
      {props.isEmpty ? <Empty title={props.empty} /> : props.children}
    </section>
  )
}

/** Fields: date, about, text, source, certainty, contradicts. */
export function TimelineTab({ frame, view, body }: TabProps<'timeline'>) {
  const words = frame.t.kerjaKasus
  const { form } = view
  return (
    <div class="body">
      <TabSection
        title={words.tab.timeline}
        empty={words.empty.timeline}
        isEmpty={body.timeline.length === 0}
      >
        <Timeline frame={frame} entries={body.timeline} />
      </TabSection>
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/kronologi" title={words.event.add}>
          <div class="grid2">
            <TextField form={form} name="date" label={words.event.date} hint={words.event.dateHint} />
            <TextField form={form} name="about" label={words.event.about} hint={words.event.aboutHint} />
          </div>
          <TextArea form={form} name="text" label={words.event.text} />
          <div class="grid2">
            <Select
              form={form}
              name="source"
              label={words.event.source}
              options={optionsOf(frame.t.kerjaKode.source)}
            />
            <Select
              form={form}
              name="certainty"
              label={words.event.certainty}
              options={optionsOf(frame.t.kerjaKode.certainty)}
            />
            <Select
              form={form}
              name="contradicts"
              label={words.event.contradicts}
              options={body.contradictable}
              empty={words.event.contradictsNone}
            />
          </div>
        </AddForm>
      )}
    </div>
  )
}

/** Posts `state` and `version` to /kerja/kasus/{code}/kebutuhan/{id}/keadaan: what the owner says about its own need. */
function NeedState(props: { readonly frame: StaffFrame; readonly view: CaseView; readonly need: NeedView }) {
  const { frame, view, need } = props
  const words = frame.t.kerjaBerkas.need
  const id = `keadaan-${need.id}`
  return (
    <form
      method="post"
      action={casePath(frame, view.head.code, `/kebutuhan/${need.id}/keadaan`)}
      class="buttons"
    >
      <Hidden values={{ version: need.mine?.version ?? '' }} />
      <label for={id}>{need.label ?? frame.t.kerjaKode.need[need.kind]}</label>
      <select id={id} name="state">
        {optionsOf(words.states).map((state) => (
          <option value={state.value} selected={state.value === need.mine?.state}>
            {state.label}
          </option>
        ))}
      </select>
      <Button>{words.change}</Button>
    </form>
  )
}

/** Fields: kind, label, urgency. */
export function NeedsTab({ frame, view, body }: TabProps<'needs'>) {
  const words = frame.t.kerjaKasus
  const { form } = view
  return (
    <div class="body">
      <TabSection title={words.tab.needs} empty={words.empty.needs} isEmpty={body.needs.length === 0}>
        <Needs frame={frame} needs={body.needs} />
        {view.may.includes('add') &&
          body.needs
            .filter((need) => need.mine)
            .map((need) => <NeedState frame={frame} view={view} need={need} />)}
      </TabSection>
      <RoutingPanel frame={frame} view={body.routing} />
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/kebutuhan" title={words.need.add}>
          <div class="grid2">
            <Select
              form={form}
              name="kind"
              label={words.need.kind}
              options={optionsOf(frame.t.kerjaKode.need)}
            />
            <Select
              form={form}
              name="urgency"
              label={words.need.urgency}
              options={optionsOf(frame.t.kerjaKode.urgency)}
            />
          </div>
          <TextField form={form} name="label" label={words.need.label} wide="wide" />
        </AddForm>
      )}
    </div>
  )
}

/** Fields: name, kind, where, note. */
export function ChainTab({ frame, view, body }: TabProps<'chain'>) {
  const words = frame.t.kerjaKasus
  const { form } = view
  return (
    <div class="body">
      <TabSection title={words.tab.chain} empty={words.empty.chain} isEmpty={body.chain.length === 0}>
        <Chain frame={frame} links={body.chain} />
      </TabSection>
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/perantara" title={words.chain.add}>
          <ChainFields frame={frame} form={form} />
        </AddForm>
      )}
    </div>
  )
}

export function ReferralsTab({ frame, view, body }: TabProps<'referrals'>) {
  const words = frame.t.kerjaKasus
  return (
    <div class="body">
      {view.may.includes('refer') && (
        <p class="buttons">
          <ButtonLink href={casePath(frame, view.head.code, '/serah-terima')} icon="rujuk">
            {frame.t.kerjaBerbagi.handOver.make}…
          </ButtonLink>
        </p>
      )}
      <TabSection
        title={words.tab.referrals}
        empty={words.empty.referrals}
        isEmpty={body.referrals.length === 0}
      >
        {body.referrals.map((card) => (
          <ReferCard frame={frame} card={card} />
        ))}
      </TabSection>
    </div>
  )
}
