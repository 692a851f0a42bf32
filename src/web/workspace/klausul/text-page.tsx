/** A text in one of its versions, and one clause of it with its other wordings and comments. */
import type { Clause } from '#src/domain/clauses/clause-text.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { ButtonLink } from '#src/web/ui/staff/form.tsx'
import { at } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { LawHead } from '../hukum/law-room.tsx'
import { CLAUSES, labelOf, mayEdit, Words, type Props } from './clause-parts.tsx'

export type VersionView = {
  readonly id: string
  readonly number: number
  readonly createdAt: Date
  readonly source: string
  readonly sourceDay: string | null
  readonly standing: string
  readonly note: string
  readonly clauses: readonly Clause[]
}
export type TextView = {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly language: string
  readonly parties: string
  readonly body: string
  readonly latest: number
  readonly isOwn: boolean
  readonly version: VersionView
  readonly versions: readonly { readonly id: string; readonly number: number; readonly createdAt: Date }[]
  /** By the key of the clause. */
  readonly counts: ReadonlyMap<string, { readonly comments: number; readonly wordings: number }>
}

export function TextPage({ frame, view }: Props<TextView>) {
  const words = frame.t.kerjaKlausul
  const { version } = view
  const path = at(frame, `${CLAUSES}/${view.id}`)
  const before = view.versions.find((each) => each.number === version.number - 1)
  return (
    <StaffPage frame={frame} current="law" title={view.title}>
      <LawHead frame={frame} section="clauses" title={view.title} />
      <Facts frame={frame} view={view} />
      <div class="body full">
        <p class="buttons">
          {mayEdit(frame) && view.isOwn && (
            <ButtonLink href={`${path}/versi`} kind="main">
              {words.nextVersion}
            </ButtonLink>
          )}
          <ButtonLink href={`${path}/matriks`}>{words.matrix}</ButtonLink>
          {before !== undefined && (
            <ButtonLink href={`${at(frame, `${CLAUSES}/banding`)}?kiri=${before.id}&kanan=${version.id}`}>
              {words.compareLast}
            </ButtonLink>
          )}
          {view.kind === 'village-regulation' && (
            <ButtonLink href={`${path}/desa`}>{words.checkVillage}</ButtonLink>
          )}
        </p>
        <h2>{words.clauses}</h2>
        {version.clauses.map((clause) => (
          <Part frame={frame} view={view} clause={clause} />
        ))}
        <h2>{words.versions}</h2>
        <ul class="plain">
          {view.versions.map((each) => (
            <li>
              <a
                href={`${path}?versi=${each.number}`}
                aria-current={each.number === version.number ? 'page' : undefined}
              >
                {words.versionOf(each.number)}
              </a>
              , {formatInstant(each.createdAt, frame.zone, frame.lang)}
            </li>
          ))}
        </ul>
      </div>
    </StaffPage>
  )
}

function Facts({ frame, view }: Props<TextView>) {
  const words = frame.t.kerjaKlausul
  const { version } = view
  const named = (record: Readonly<Record<string, string>>, code: string) => record[code] ?? code
  const rows = [
    [words.kind, `${named(words.kinds, view.kind)}, ${named(words.languages, view.language)}`],
    [words.parties, view.parties],
    [words.body, view.body],
    [words.version, `${version.number} / ${view.latest}, ${named(words.standings, version.standing)}`],
    [
      words.source,
      version.sourceDay === null
        ? version.source
        : `${version.source}, ${plainDate(frame.lang, version.sourceDay)}`,
    ],
    [words.note, version.note],
  ] as const
  return (
    <dl class="facts">
      {rows
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function Part({ frame, view, clause }: Props<TextView> & { readonly clause: Clause }) {
  const words = frame.t.kerjaKlausul
  const counts = view.counts.get(clause.key) ?? { comments: 0, wordings: 0 }
  const isLatest = view.version.number === view.latest
  return (
    <section class="clause" id={clause.key}>
      <h3>{labelOf(frame, clause)}</h3>
      <Words text={clause.body} />
      {isLatest && (
        <p class="hint">
          <a href={at(frame, `${CLAUSES}/${view.id}/pasal/${clause.key}`)}>
            {words.commentsCount(counts.comments)}, {words.wordingsCount(counts.wordings)}
            <span class="hidden"> {labelOf(frame, clause)}</span>
          </a>
          {counts.comments + counts.wordings > 0 && (
            <>
              {' '}
              <StateTag tone="run">{words.comments}</StateTag>
            </>
          )}
        </p>
      )}
    </section>
  )
}
