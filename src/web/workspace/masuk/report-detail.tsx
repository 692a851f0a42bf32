/** One report in the inbox: how to reach safely first, then the five answers, then suggestions with their because. */
import type { WhatHappened } from '#src/domain/reports/report.ts'
import type { Answer } from '#src/domain/kernel/answer.ts'
import { formatInstant, formatSpan, formatTime } from '#src/texts/dates.ts'
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Notice,
  optionsOf,
  PostButton,
  Select,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Marked } from '#src/web/ui/staff/lists.tsx'
import { StateTag, UrgencyTag, type IconName } from '#src/web/ui/staff/marks.tsx'
import type { PossibleSameView, ReportView, SuggestionView } from './report-view.ts'

const WHAT_ICON: Record<WhatHappened, IconName> = {
  gaji: 'uang',
  pukul: 'pukul',
  kunci: 'kunci',
  paspor: 'paspor',
  tubuh: 'tubuh',
  paksa: 'paksa',
  utang: 'utang',
  tipu: 'tipu',
  sakit: 'sakit',
  ditahan: 'ditahan',
  pulang: 'pulang',
  duka: 'duka',
  lain: 'lain',
}

function SafeContactNotice({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  const contact = report.safeContact
  if (contact.callRule === 'unknown') return <Notice kind="care" lead={words.noContact} />
  const rest = [
    contact.ways.join(', '),
    contact.hours === undefined ? '' : words.safeHours(contact.hours),
    contact.language ?? '',
  ].filter((part) => part !== '')
  return contact.callRule === 'do-not-call' ? (
    <Notice kind="danger" icon="larang" lead={words.doNotCall}>
      {rest.join('. ')}
    </Notice>
  ) : (
    <Notice kind="good" icon="telepon" lead={words.mayCall}>
      {rest.join('. ')} {contact.number}
    </Notice>
  )
}

/** Opens a do-not-call number; the reason goes to the audit log. */
function HiddenNumber({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  if (report.safeContact.hiddenNumber === undefined) return null
  return (
    <details class="panel">
      <summary>{words.showNumber}</summary>
      <form method="post" action={at(frame, `/kerja/masuk/${report.id}/nomor`)} class="stack">
        <TextField form={report.form} name="numberWhy" label={words.showNumberWhy} wide="wide" />
        <p class="buttons">
          <Button kind="grave">{words.showNumber}</Button>
        </p>
      </form>
    </details>
  )
}

function answerWords<T>(frame: StaffFrame, answer: Answer<T>, say: (value: T) => string): string {
  return answer.known ? say(answer.value) : frame.t.kerjaKode.unknown[answer.why]
}

function FiveAnswers({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  const codes = frame.t.kerjaKode
  return (
    <dl class="answers">
      <dt>{words.q.what}</dt>
      <dd class="line">
        {report.what.map((what) => (
          <StateTag tone="plain" icon={WHAT_ICON[what]}>
            {codes.what[what]}
          </StateTag>
        ))}
      </dd>
      <dt>{words.q.story}</dt>
      <dd class="quote">
        {report.story === undefined ? (
          words.noStory
        ) : (
          <>
            “<Marked marked={report.story} />”
          </>
        )}
      </dd>
      <dt>{words.q.where}</dt>
      <dd>{answerWords(frame, report.where, (where) => where)}</dd>
      <dt>{words.q.danger}</dt>
      <dd>
        <strong>{answerWords(frame, report.danger, (danger) => codes.danger[danger])}</strong>
      </dd>
      <dt>{words.q.people}</dt>
      <dd>{answerWords(frame, report.people, String)}</dd>
      {report.names.length > 0 && (
        <>
          <dt>{words.q.names}</dt>
          <dd>{report.names.join(', ')}</dd>
        </>
      )}
      <dt>{words.q.share}</dt>
      <dd>
        {report.share.map((line) => (
          <>
            {line.no ? (
              <strong>
                {line.reader}: {line.answer}.
              </strong>
            ) : (
              `${line.reader}: ${line.answer}.`
            )}{' '}
          </>
        ))}
        {report.share.length === 0 && codes.unknown['not-asked']}
      </dd>
      {report.keepFrom.length > 0 && (
        <>
          <dt>{words.q.keepFrom}</dt>
          <dd>
            <strong>{report.keepFrom.join(', ')}</strong>
          </dd>
        </>
      )}
      {report.files.length > 0 && (
        <>
          <dt>{words.files}</dt>
          <dd>
            {report.files.map((file) => (
              <>
                <a href={file.href}>
                  {file.label}, {words.download}
                </a>{' '}
              </>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}

function SuggestionWords({
  frame,
  what,
}: {
  readonly frame: StaffFrame
  readonly what: SuggestionView['what']
}) {
  switch (what.kind) {
    case 'urgency':
      return <UrgencyTag frame={frame} urgency={what.urgency} decided="suggested" />
    case 'types':
      return <>{what.types.map((type) => frame.t.kerjaKode.caseType[type]).join(', ')}</>
    case 'other':
      return <>{what.label}</>
  }
}

/** Opens a case with what the officer decided: /kerja/masuk/{id}/kasus. */
function Decide({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  const codes = frame.t.kerjaKode
  return (
    <form method="post" action={at(frame, `/kerja/masuk/${report.id}/kasus`)} class="stack">
      <details class="panel" open={report.form.problems.length > 0}>
        <summary>{words.change}</summary>
        <Select
          form={report.form}
          name="urgency"
          label={words.newUrgency}
          options={optionsOf(codes.urgency)}
        />
        <TextField form={report.form} name="urgencyWhy" label={words.urgencyWhy} wide="wide" />
        <Checkboxes
          form={report.form}
          name="types"
          label={words.newTypes}
          options={optionsOf(codes.caseType)}
          cols="cols"
        />
      </details>
      <p class="buttons">
        <Button kind="main">{words.openCase}</Button>
        <ButtonLink href={at(frame, `/kerja/jaringan/baru?info=${report.id}`)}>
          {frame.t.kerjaJaringan.add}
        </ButtonLink>
      </p>
    </form>
  )
}

function Suggestions({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  return (
    <section aria-labelledby="usulan" class="stack">
      <h2 id="usulan">{words.suggestions}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.suggestion}</th>
            <th scope="col">{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {report.suggestions.map((suggestion) => (
            <tr>
              <th scope="row">
                <SuggestionWords frame={frame} what={suggestion.what} />
              </th>
              <td>{suggestion.because.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Decide frame={frame} report={report} />
    </section>
  )
}

/** Joins or keeps apart: /kerja/masuk/{id}/gabung with the hidden `code`, /beda with the hidden `lain`. */
function PossibleSame(props: {
  readonly frame: StaffFrame
  readonly report: ReportView
  readonly same: PossibleSameView
}) {
  const { frame, report, same } = props
  const words = frame.t.kerjaMasuk
  return (
    <div class="stack">
      <table>
        <thead>
          <tr>
            <td></td>
            <th scope="col">{words.thisReport}</th>
            <th scope="col">
              {same.caseHref ? <a href={same.caseHref}>{same.code}</a> : same.code}, {same.since}
            </th>
          </tr>
        </thead>
        <tbody>
          {same.rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              <td>{row.here}</td>
              <td>{row.differs ? <strong>{row.there}</strong> : row.there}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="buttons">
        <PostButton action={at(frame, `/kerja/masuk/${report.id}/gabung`)} hidden={{ code: same.code }}>
          {words.join(same.code)}
        </PostButton>
        <PostButton
          action={at(frame, `/kerja/masuk/${report.id}/beda`)}
          hidden={{ lain: same.otherId }}
          kind="bare"
        >
          {words.other}
        </PostButton>
        <small>{words.sameHint}</small>
      </div>
    </div>
  )
}

function NotACase({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  return (
    <div class="grid2">
      <details class="panel">
        <summary>{words.notACase}</summary>
        <form method="post" action={at(frame, `/kerja/masuk/${report.id}/bukan`)} class="stack">
          <Select
            form={report.form}
            name="outcome"
            label={words.outcome}
            hint={words.notACaseHint}
            options={optionsOf(frame.t.kerjaKode.contactOutcome)}
          />
          <p class="buttons">
            <Button>{words.closeIt}</Button>
          </p>
        </form>
      </details>
      <details class="panel">
        <summary>{words.move}</summary>
        <form method="post" action={at(frame, `/kerja/masuk/${report.id}/alih`)} class="stack">
          <Select form={report.form} name="desk" label={words.moveTo} options={report.desks} />
          <TextField form={report.form} name="deskWhy" label={words.moveWhy} wide="wide" />
          <p class="buttons">
            <Button>{words.move}</Button>
          </p>
        </form>
      </details>
    </div>
  )
}

function ReportHead({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  const codes = frame.t.kerjaKode
  const waited = formatSpan(frame.now.getTime() - report.receivedAt.getTime(), frame.lang)
  const facts = [
    codes.about[report.about],
    ...(report.named === 'anonymous' ? [words.anonymous] : []),
    report.language,
  ]
  return (
    <header class="line">
      <div>
        <h2>
          {words.reportHead(
            codes.channel[report.channel],
            formatTime(report.receivedAt, frame.zone, frame.lang),
          )}
        </h2>
        <p class="small">
          {facts.join(', ')}. {words.waits(waited, formatInstant(report.clockDue, frame.zone, frame.lang))}
        </p>
        {report.movedFrom && (
          <p class="small">
            {words.movedFrom(
              report.movedFrom.desk,
              formatInstant(report.movedFrom.at, frame.zone, frame.lang),
            )}
          </p>
        )}
      </div>
      <div class="end line">
        {report.takenBy ? (
          <StateTag tone="run">{words.taken(report.takenBy)}</StateTag>
        ) : (
          <PostButton action={at(frame, `/kerja/masuk/${report.id}/ambil`)} kind="main">
            {words.take}
          </PostButton>
        )}
      </div>
    </header>
  )
}

export function ReportDetail({ frame, report }: { readonly frame: StaffFrame; readonly report: ReportView }) {
  const words = frame.t.kerjaMasuk
  return (
    <article class="detail" id="laporan">
      <p class="only-narrow">
        <a href={at(frame, '/kerja/masuk')}>{words.backToList}</a>
      </p>
      <ErrorSummary frame={frame} form={report.form} />
      <ReportHead frame={frame} report={report} />
      <SafeContactNotice frame={frame} report={report} />
      <HiddenNumber frame={frame} report={report} />
      <FiveAnswers frame={frame} report={report} />
      <Suggestions frame={frame} report={report} />
      {report.same.length > 0 && (
        <section aria-labelledby="sama" class="stack">
          <h2 id="sama">{words.same}</h2>
          {report.same.map((same) => (
            <PossibleSame frame={frame} report={report} same={same} />
          ))}
        </section>
      )}
      <NotACase frame={frame} report={report} />
    </article>
  )
}
