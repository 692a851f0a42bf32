/** A village regulation held against its five duties, and the template. The machine proposes, a person decides. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import { FINDINGS, type Finding, type TopicProposal } from '#src/domain/clauses/village-check.ts'
import type { VillageTemplate } from '#src/platform/law/village-template.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Hidden,
  Notice,
  Radios,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { href } from '#src/web/ui/href.ts'
import { lawHref } from '#src/web/ui/law-href.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, ClauseTabs, labelOf, mayEdit, type Props } from './clause-parts.tsx'

export type VillageView = {
  readonly text: { readonly id: string; readonly title: string; readonly isOwn: boolean }
  readonly clauses: readonly Clause[]
  readonly topics: readonly (TopicProposal & {
    readonly about: VillageTemplate['topics'][number]
    readonly lawName: string
    readonly note: string
    readonly decidedBy: string | undefined
  })[]
  /** Of the topic that was not accepted. */
  readonly form?: { readonly topic: string; readonly form: FormState }
}

const TONE: Record<Finding, 'done' | 'run' | 'wait'> = {
  covered: 'done',
  unclear: 'run',
  'not-found': 'wait',
}

export function VillagePage({ frame, view }: Props<VillageView>) {
  const words = frame.t.kerjaKlausul
  const form = view.form?.form ?? EMPTY_FORM
  const title = `${words.village.title}: ${view.text.title}`
  return (
    <StaffPage frame={frame} current="law" title={title} form={form}>
      <LawHead frame={frame} section="clauses" title={title} />
      <div class="body full">
        <ErrorSummary frame={frame} form={form} />
        <p>
          <a href={at(frame, `${CLAUSES}/${view.text.id}`)}>{view.text.title}</a>
        </p>
        <p>
          {words.village.lead} {frame.t.desa.ours}
        </p>
        <Notice kind="care" lead={words.village.notFoundMeans} />
        {view.topics.map((topic) => (
          <Topic frame={frame} view={view} topic={topic} />
        ))}
      </div>
    </StaffPage>
  )
}

function Topic({
  frame,
  view,
  topic,
}: Props<VillageView> & { readonly topic: VillageView['topics'][number] }) {
  const words = frame.t.kerjaKlausul
  const { about, decided } = topic
  const label = (key: string) => {
    const clause = view.clauses.find((each) => each.key === key)
    return clause === undefined ? key : labelOf(frame, clause)
  }
  return (
    <section class="panel" id={`tugas-${topic.topic}`}>
      <h2>{about.name[frame.lang]}</h2>
      <p>{about.explains[frame.lang]}</p>
      <p>
        {words.village.basis}:{' '}
        <a href={href(frame.lang, lawHref(about.law.instrument, about.law.article))}>
          {topic.lawName} {about.law.article === '-' ? words.village.whole : about.law.article}
        </a>
        . {frame.t.hukum.sure[about.confidence]}
      </p>
      <p>
        {words.village.proposal}:{' '}
        <StateTag tone={TONE[topic.proposal]}>{words.findings[topic.proposal]}</StateTag>
      </p>
      <ul class="asks">
        {topic.places.map((place) => (
          <li>
            <a href={`${at(frame, `${CLAUSES}/${view.text.id}`)}#${place.clause}`}>{label(place.clause)}</a>,{' '}
            {words.village.words(place.words.join(', '))}
          </li>
        ))}
      </ul>
      {decided === undefined ? (
        <p>{words.village.notDecided}</p>
      ) : (
        <p>
          {words.village.decided}{' '}
          <StateTag tone={TONE[decided.finding]}>{words.findings[decided.finding]}</StateTag>{' '}
          {decided.clauses.map(label).join(', ')} {topic.note}{' '}
          {topic.decidedBy && <small>({topic.decidedBy})</small>}
        </p>
      )}
      <p>{words.village.check}:</p>
      <ul class="asks">
        {about.check.map((each) => (
          <li>{each[frame.lang]}</li>
        ))}
      </ul>
      {mayEdit(frame) && view.text.isOwn && <Decide frame={frame} view={view} topic={topic} />}
    </section>
  )
}

function Decide({
  frame,
  view,
  topic,
}: Props<VillageView> & { readonly topic: VillageView['topics'][number] }) {
  const words = frame.t.kerjaKlausul
  const isHere = view.form?.topic === topic.topic
  const name = (field: string) => (isHere ? field : `${field}-${topic.topic}`)
  const form: FormState = isHere
    ? (view.form?.form ?? EMPTY_FORM)
    : {
        values: { [name('clauses')]: topic.decided?.clauses ?? topic.places.map((each) => each.clause) },
        problems: [],
      }
  return (
    <details class="fill-in" open={isHere}>
      <summary>{words.village.finding}</summary>
      <form method="post" action={at(frame, `${CLAUSES}/${view.text.id}/desa`)}>
        <Hidden values={{ topic: topic.topic }} />
        <Radios
          form={form}
          name={name('finding')}
          label={words.village.finding}
          options={FINDINGS.map((value) => ({ value, label: words.findings[value] }))}
          cols="cols"
        />
        <Checkboxes
          form={form}
          name={name('clauses')}
          label={words.village.where}
          options={view.clauses.map((clause) => ({ value: clause.key, label: labelOf(frame, clause) }))}
          cols="cols"
        />
        <TextArea form={form} name={name('note')} label={words.note} rows={2} />
        <p class="buttons">
          <Button>{words.village.save}</Button>
        </p>
      </form>
    </details>
  )
}

export type TemplateView = {
  readonly template: VillageTemplate
  /** Fields: desa, nomor, tahun. */
  readonly form: FormState
}

export function VillageTemplatePage({ frame, view }: Props<TemplateView>) {
  const words = frame.t.kerjaKlausul
  const { template, form } = view
  const topicName = (code: string | null) =>
    template.topics.find((each) => each.code === code)?.name[frame.lang]
  return (
    <StaffPage frame={frame} current="law" title={words.village.template}>
      <LawHead frame={frame} section="clauses" title={words.village.template} />
      <ClauseTabs frame={frame} here="village" />
      <div class="body full">
        <Notice kind="care" lead={words.village.templateNote} />
        <form
          action={at(frame, `${CLAUSES}/perdes/unduh`)}
          class="panel fill-in"
          aria-label={words.village.download}
        >
          <TextField form={form} name="desa" label={words.village.name} />
          <TextField form={form} name="nomor" label={words.village.number} />
          <TextField form={form} name="tahun" label={words.village.year} inputmode="numeric" />
          <p class="buttons">
            <Button kind="main">{words.village.download}</Button>
          </p>
        </form>
        {mayEdit(frame) && (
          <p class="buttons">
            <ButtonLink href={`${at(frame, `${CLAUSES}/baru`)}?templat=perdes`}>
              {words.village.start}
            </ButtonLink>
          </p>
        )}
        {template.clauses.map((clause) => (
          <section class="clause">
            <h2>{clause.label === '' ? words.opening : clause.label}</h2>
            {topicName(clause.topic) && <p class="hint">{topicName(clause.topic)}</p>}
            {frame.lang === 'en' && <p>{clause.gist.en}</p>}
            <p class="words" lang="id">
              {clause.body.replaceAll(/\{\w+\}/g, '................')}
            </p>
          </section>
        ))}
      </div>
    </StaffPage>
  )
}
