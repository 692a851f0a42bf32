/** What the holder of the first code may ask about own data, and the answers. Reached from the status page by a post. */
import {
  RIGHT_KINDS,
  type ExportSection,
  type OwnRequest,
  type PersonExport,
} from '#src/modules/rights/index.ts'
import { href, type Lang } from '#src/web/ui/href.ts'
import { Choices, ErrorSummary, Group, HiddenFields, TextArea } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { dateAndTime } from '#src/web/ui/when.ts'
import { html } from 'hono/html'
import type { Texts } from '#src/texts/texts.ts'

export type RightsPageProps = PageFrame & {
  readonly proof: string
  readonly zone: string
  readonly requests: readonly OwnRequest[]
  readonly problem?: 'choose-one'
}

export function RightsPage(props: RightsPageProps) {
  const { lang, t, demo, proof, problem } = props
  const words = t.hak
  const problems = problem === undefined ? [] : [{ field: 'right', message: words.chooseOne }]
  return (
    <PublicPage lang={lang} t={t} demo={demo} title={t.situs.titles.form} hasProblems={problems.length > 0}>
      <ErrorSummary title={t.situs.problemTitle} problems={problems} />
      <form method="post" action={href(lang, '/lacak')}>
        <HiddenFields fields={[['proof', proof]]} />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Requests {...props} />
        <Group id="right" legend={<h2>{words.ask}</h2>}>
          <Choices
            type="radio"
            name="right"
            chosen={[]}
            options={RIGHT_KINDS.map((value) => ({ value, label: words.asks[value] }))}
          />
        </Group>
        <TextArea id="rightWords" name="rightWords" label={words.words} />
        <div class="buttons row">
          <button class="button" name="go" value="rights-ask">
            {words.send}
          </button>
          <button class="button quiet" name="go" value="open">
            {words.back}
          </button>
        </div>
      </form>
    </PublicPage>
  )
}

function Requests({ lang, t, zone, requests }: RightsPageProps) {
  const words = t.hak
  if (requests.length === 0) return <></>
  const state = (request: OwnRequest): string =>
    request.state === 'answered'
      ? words.answered
      : request.state === 'refused'
        ? words.refused
        : words.waiting
  return (
    <>
      <h2>{words.mine}</h2>
      {requests.map((request) => (
        <section>
          <h3>{words.asks[request.kind]}</h3>
          <p>
            <strong>{state(request)}</strong>. {words.asked(dateAndTime(lang, request.askedAt, zone))}
          </p>
          {request.answeredAt === null && (
            <p class="small">
              {words.until(dateAndTime(lang, request.dueAt, zone))}{' '}
              {request.kind === 'erasure' ? words.target : words.law}
            </p>
          )}
          {request.answeredAt !== null && request.answer !== undefined && <p>{request.answer}</p>}
          {request.kind === 'access' && request.state === 'answered' && (
            <p>
              <button class="button quiet" name="go" value={`rights-file:${request.id}`}>
                {words.download}
              </button>
              <small> {words.downloadHint}</small>
            </p>
          )}
        </section>
      ))}
    </>
  )
}

/** The copy as one readable page that needs nothing from us: it is saved and opened without a line. */
export function exportFile(t: Texts, lang: Lang, zone: string, document: PersonExport) {
  const words = t.hak.file
  const when = (iso: string): string => dateAndTime(lang, new Date(iso), zone)
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${t.situs.titles.form}</title>
      </head>
      <body>
        <h1>${words.title}</h1>
        <p>${words.made(document.body, when(document.preparedAt))} ${words.masked}</p>
        ${document.sections.map(
          (section) =>
            html`<h2>${words.sections[section.section satisfies ExportSection]}</h2>
              <dl>
                ${section.rows.map(
                  (row) =>
                    html`<dt>
                        ${row.at === undefined ? (words.fields[row.code] ?? row.code) : when(row.at)}
                      </dt>
                      <dd>${row.text}</dd>`,
                )}
              </dl>`,
        )}
      </body>
    </html>`
}
