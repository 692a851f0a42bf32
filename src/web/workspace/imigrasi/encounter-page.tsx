/** One traveller at the desk: what could be done and why, interviews, hits as questions, referrals, what an officer wrote. */
import { DESK_QUESTIONS } from '#src/domain/immigration/interview.ts'
import type { SuggestedStep } from '#src/domain/immigration/next-steps.ts'
import { DESK_SIGNS } from '#src/domain/immigration/signs.ts'
import type { OpenedEncounter, OpenedInterview } from '#src/modules/immigration/index.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { ButtonLink, ErrorSummary } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag, When } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Article, DESK, DeskHead, SIGNS_TONE } from './desk-head.tsx'
import { FollowUpPanel, HitPanel } from './desk-pages.tsx'
import { CloseForm, ObjectionForm, ReferForm, SecondForm, WriteForm } from './encounter-forms.tsx'
import { ReferralFacts } from './referral-facts.tsx'

export type EncounterView = {
  readonly opened: OpenedEncounter
  readonly helpers: readonly { readonly id: string; readonly name: string }[]
  readonly form: FormState
  /** Which form of the page the typed values belong to. */
  readonly at?: 'rujuk' | 'alasan' | 'keberatan' | 'rencana' | 'tutup'
  readonly mayWrite?: 'may-write'
}

type Props = { readonly frame: StaffFrame; readonly view: EncounterView }

export function EncounterPage({ frame, view }: Props) {
  const { opened } = view
  const words = frame.t.kerjaImigrasi
  const title = opened.traveller.name ?? words.noName
  return (
    <StaffPage frame={frame} current="immigration" title={title} form={view.form}>
      <DeskHead
        frame={frame}
        title={title}
        tags={
          <>
            <StateTag tone={SIGNS_TONE[opened.signs]}>{words.signs[opened.signs]}</StateTag>{' '}
            <StateTag tone={opened.child === 'adult' ? 'plain' : 'wait'}>
              {words.child[opened.child]}
            </StateTag>
          </>
        }
      />
      <div class="body stack">
        <ErrorSummary frame={frame} form={view.form} />
        <Steps frame={frame} steps={opened.steps} />
        {opened.hits.length > 0 && <Hits frame={frame} view={view} />}
        {opened.earlier.length > 0 && <Earlier frame={frame} opened={opened} />}
        {opened.referrals.length > 0 && <Referrals frame={frame} opened={opened} />}
        {opened.acts.length > 0 && <Acts frame={frame} opened={opened} />}
        {view.mayWrite && <Forms frame={frame} view={view} />}
        {opened.followUps.length > 0 && (
          <section class="stack">
            <h2>{words.opened.followUps}</h2>
            {opened.followUps.map((each) => (
              <FollowUpPanel frame={frame} followUp={each} form={EMPTY_FORM} />
            ))}
          </section>
        )}
        <Interviews frame={frame} opened={opened} />
      </div>
    </StaffPage>
  )
}

function Steps({ frame, steps }: { readonly frame: StaffFrame; readonly steps: readonly SuggestedStep[] }) {
  const words = frame.t.kerjaImigrasi
  if (steps.length === 0) return <p class="hint">{words.opened.noSteps}</p>
  return (
    <section class="panel stack">
      <h2>{words.opened.steps}</h2>
      <p class="hint">{words.opened.stepsHint}</p>
      {steps.map(({ step, because }) => (
        <div>
          <h3>{words.step[step]}</h3>
          <ul>
            {because.map(({ reason, questions, basis }) => (
              <li>
                {words.reason[reason]}
                {questions && `: ${questions.map((question) => words.question[question]).join(' ')}`}{' '}
                {basis.map((each) => (
                  <Article frame={frame} of={each} />
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Hits({ frame, view }: Props) {
  const words = frame.t.kerjaImigrasi.opened
  return (
    <section class="stack">
      <h2>{words.hits}</h2>
      <p class="hint">{words.hitsHint}</p>
      {view.opened.hits.map((hit) => (
        <HitPanel frame={frame} hit={hit} mayWrite={view.mayWrite} />
      ))}
    </section>
  )
}

function Earlier({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedEncounter }) {
  const words = frame.t.kerjaImigrasi.opened
  return (
    <section class="stack tight-gap">
      <h2>{words.earlier}</h2>
      <p class="hint">{words.earlierHint}</p>
      <ul>
        {opened.earlier.map((each) => (
          <li>
            <a href={at(frame, `${DESK}/${each.id}`)}>
              <When frame={frame} at={each.at} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Referrals({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedEncounter }) {
  return (
    <section class="stack">
      <h2>{frame.t.kerjaImigrasi.opened.referrals}</h2>
      {opened.referrals.map((referral) => (
        <article class="panel stack tight-gap">
          <h3>{referral.to}</h3>
          <ReferralFacts frame={frame} referral={referral} />
        </article>
      ))}
    </section>
  )
}

function Acts({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedEncounter }) {
  const words = frame.t.kerjaImigrasi
  return (
    <section class="stack">
      <h2>{words.opened.acts}</h2>
      <p class="hint">{words.opened.fixed}</p>
      {opened.acts.map((act) => (
        <article class="panel stack tight-gap">
          <h3>{words.ground[act.ground]}</h3>
          <p>{act.reason}</p>
          <p class="hint">
            {act.place}, <When frame={frame} at={act.at} />
          </p>
          <p class="buttons">
            <ButtonLink href={at(frame, `${DESK}/surat/${act.id}`)} icon="cetak">
              {words.act.slip}
            </ButtonLink>
          </p>
        </article>
      ))}
    </section>
  )
}

function Forms({ frame, view }: Props) {
  const { opened } = view
  const formAt = (place: NonNullable<EncounterView['at']>) => (view.at === place ? view.form : EMPTY_FORM)
  const alive = opened.referrals.some(({ state }) => state === 'requested' || state === 'accepted')
  return (
    <section class="stack tight-gap" aria-label={frame.t.kerjaImigrasi.opened.more}>
      <p class="buttons">
        <ButtonLink href={at(frame, `${DESK}/${opened.id}/wawancara`)}>
          {frame.t.kerjaImigrasi.form.again}
        </ButtonLink>
      </p>
      {!alive && <ReferForm frame={frame} opened={opened} form={formAt('rujuk')} helpers={view.helpers} />}
      <WriteForm frame={frame} opened={opened} form={formAt('alasan')} alive={alive ? 'alive' : 'none'} />
      <ObjectionForm frame={frame} opened={opened} form={formAt('keberatan')} />
      <SecondForm frame={frame} opened={opened} form={formAt('rencana')} />
      {opened.state === 'open' && <CloseForm frame={frame} opened={opened} form={formAt('tutup')} />}
    </section>
  )
}

function Interviews({ frame, opened }: { readonly frame: StaffFrame; readonly opened: OpenedEncounter }) {
  const words = frame.t.kerjaImigrasi
  return (
    <section class="stack">
      <h2>{words.opened.interviews}</h2>
      {opened.interviews.map((interview) => (
        <details class="panel" open={interview.number === opened.interviews.length}>
          <summary>
            {words.opened.interviewLine(interview.number, interview.by)},{' '}
            <When frame={frame} at={interview.at} />
          </summary>
          <Answers frame={frame} interview={interview} />
        </details>
      ))}
    </section>
  )
}

function Answers({ frame, interview }: { readonly frame: StaffFrame; readonly interview: OpenedInterview }) {
  const words = frame.t.kerjaImigrasi
  const said = (
    answer: OpenedInterview['travelOn'] | OpenedInterview['answers']['wish'],
    show = (x: string) => x,
  ) => (answer.known ? show(answer.value) : <em>{words.why[answer.why]}</em>)
  const seen = DESK_SIGNS.filter((sign) => interview.signs[sign] === 'seen')
  return (
    <dl>
      <dt>{words.form.how}</dt>
      <dd>
        {words.languages[interview.language] ?? interview.language}. {words.form.interpreter}:{' '}
        {words.interpreter[interview.interpreter]}. {words.company[interview.company]}.
      </dd>
      <dt>{words.form.travelOn}</dt>
      <dd>{said(interview.travelOn, (date) => formatPartialDate(date, frame.lang))}</dd>
      {DESK_QUESTIONS.map((question) => (
        <>
          <dt>{words.question[question]}</dt>
          <dd>{said(interview.answers[question])}</dd>
        </>
      ))}
      <dt>{words.form.signs}</dt>
      <dd>
        {seen.length === 0 ? words.signs['none-seen'] : seen.map((sign) => words.sign[sign]).join('; ')}
      </dd>
      {interview.note !== '' && (
        <>
          <dt>{words.form.note}</dt>
          <dd>{interview.note}</dd>
        </>
      )}
    </dl>
  )
}
