/** While an old list is taken over, and what became of it: progress by reload, cases, undo. */
import type { DoneRow, ListImport } from '#src/modules/imports/index.ts'
import { formatInstant } from '#src/texts/dates.ts'
import { ButtonLink, Notice, PostButton } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StateTag } from '#src/web/ui/staff/marks.tsx'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { ExchangeHead } from '../exchange-room.tsx'
import { LIST_TONE, OLD_LISTS } from './lists-page.tsx'

export type ListResultView = {
  readonly row: Pick<
    ListImport,
    | 'id'
    | 'created_at'
    | 'source'
    | 'state'
    | 'total'
    | 'made'
    | 'updated'
    | 'skipped'
    | 'left_out'
    | 'forget_at'
  >
  readonly rows: readonly DoneRow[]
  readonly touched: ReadonlySet<string>
  readonly file: 'kept' | 'forgotten'
  readonly problem?: string
}

type Props = { readonly frame: StaffFrame; readonly view: ListResultView }

const CASES_SHOWN = 60

export function ListResultPage({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { row } = view
  const day = (instant: Date): string => formatInstant(instant, frame.zone, frame.lang)
  const title = row.state === 'running' ? words.runTitle : words.resultTitle
  return (
    <StaffPage frame={frame} current="settings" title={title}>
      <ExchangeHead
        frame={frame}
        part="old-lists"
        title={title}
        tags={
          <>
            <StateTag tone={LIST_TONE[row.state]}>{words.state[row.state]}</StateTag>
            <p>{words.by(row.source, day(row.created_at))}</p>
          </>
        }
      />
      <div class="body full">
        {view.problem && <Notice kind="danger" lead={view.problem} role="alert" />}
        <Progress frame={frame} view={view} />
        <dl class="facts">
          {(['made', 'updated', 'skipped', 'left'] as const).map((kind) => (
            <div>
              <dt>{words.resultCol[kind]}</dt>
              <dd>{kind === 'left' ? row.left_out : row[kind]}</dd>
            </div>
          ))}
        </dl>
        {row.left_out > 0 && view.file === 'kept' && (
          <p>
            <a href={at(frame, `${OLD_LISTS}/${row.id}/salah`)}>{words.errorFile}</a>. {words.faultsLead}
          </p>
        )}
        <Undo frame={frame} view={view} />
        <Cases frame={frame} view={view} />
        <p class="small">{view.file === 'forgotten' ? words.forgotten : words.forget(day(row.forget_at))}</p>
        <p class="buttons">
          <ButtonLink href={at(frame, OLD_LISTS)} kind="bare">
            {words.back.list}
          </ButtonLink>
        </p>
      </div>
    </StaffPage>
  )
}

function Progress({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { row } = view
  const done = row.made + row.updated + row.skipped + row.left_out
  if (row.state !== 'running' && row.state !== 'stopped') return null
  return (
    <section>
      <p>
        <progress max={Math.max(1, row.total)} value={done}>
          {words.progress(done, row.total)}
        </progress>{' '}
        <strong>{words.progress(done, row.total)}</strong>
      </p>
      {row.state === 'running' ? (
        <>
          <p>{words.runLead}</p>
          <p class="buttons">
            <ButtonLink href={at(frame, `${OLD_LISTS}/${row.id}`)}>{words.refresh}</ButtonLink>
          </p>
        </>
      ) : view.file === 'forgotten' ? (
        <p>{words.stoppedGone}</p>
      ) : (
        <>
          <p>{words.stoppedLead}</p>
          <PostButton action={at(frame, `${OLD_LISTS}/${row.id}/terus`)} kind="main">
            {words.goOn}
          </PostButton>
        </>
      )}
    </section>
  )
}

function Undo({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { row, rows, touched } = view
  if (row.state === 'undone') {
    const kept = rows.filter(({ taken_back }) => taken_back === 'kept').length
    return <Notice kind="care" lead={words.undone(kept)} />
  }
  if ((row.state !== 'done' && row.state !== 'stopped') || rows.length === 0) return null
  return (
    <section class="panel" aria-labelledby="batalkan">
      <h2 id="batalkan">{words.undo}</h2>
      <p>
        {words.undoHint(rows.length - touched.size)} {touched.size > 0 && words.undoStays(touched.size)}
      </p>
      <PostButton action={at(frame, `${OLD_LISTS}/${row.id}/batal`)} kind="grave">
        {words.undo}
      </PostButton>
    </section>
  )
}

/** Those that stay first: they are what a person looks for before undoing. */
function Cases({ frame, view }: Props) {
  const words = frame.t.kerjaDaftarLama
  const { rows, touched } = view
  const there = rows.filter(({ code, taken_back }) => code !== null && taken_back !== 'gone')
  const shown = there
    .toSorted((a, b) => Number(touched.has(b.id)) - Number(touched.has(a.id)) || a.place - b.place)
    .slice(0, CASES_SHOWN)
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="kasus-daftar">
      <h2 id="kasus-daftar">{words.casesTitle}</h2>
      <ul>
        {shown.map(({ id, code, place, taken_back }) => (
          <li>
            <a class="code" href={at(frame, `/kerja/kasus/${code ?? ''}`)}>
              {code}
            </a>{' '}
            <small>
              {words.caseAt(place)}
              {(touched.has(id) || taken_back === 'kept') && ` · ${words.worked}`}
            </small>
          </li>
        ))}
      </ul>
      {there.length > shown.length && <p>{words.more(there.length - shown.length)}</p>}
    </section>
  )
}
