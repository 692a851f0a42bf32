/** The comparer of the law room (B32): one grid with every filter at once, as a table or, on a telephone, as a list. */
import type { Child } from 'hono/jsx'
import { PHASES } from '#src/domain/harmonisation/norm.ts'
import { SECTORS } from '#src/domain/harmonisation/sectors.ts'
import { yardsticksFor, type TableColumn } from '#src/domain/harmonisation/columns.ts'
import { loadHarmonisation } from '#src/platform/law/harmonisation-files.ts'
import {
  columnName,
  EVERY_SECTOR,
  PHASE_WORDS,
  SECTOR_WORDS,
  sectorWord,
  yardstickName,
  type Table,
} from '#src/web/comparison.ts'
import { Button, Select, TextField } from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Filters, Tabs } from '#src/web/ui/staff/lists.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { addressOf, needsOf, NEEDS_PAGE, VIEW_WORDS, VIEWS, type Asked } from './asked.ts'
import { Key, StaffCell } from './staff-cell.tsx'

const FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const

export type LawTableProps = {
  readonly frame: StaffFrame
  readonly asked: Asked
  readonly children?: Child
}

/** What every way of comparing has: its name, the ways, the countries, the filter and the files. */
export function LawTablePage({ frame, asked, children }: LawTableProps) {
  const words = frame.t.kerjaBanding
  return (
    <StaffPage frame={frame} current="law" title={words.title}>
      <Head
        title={words.title}
        crumbs={<a href={at(frame, '/kerja/hukum')}>{frame.t.kerjaHukum.title}</a>}
        context={words.context(plainDate(frame.lang, asked.on))}
      >
        {FORMATS.map((format) => (
          <a
            class="button"
            href={at(frame, addressOf(asked, {}, `/kerja/banding/unduh/${format}`))}
            aria-label={`${words.download} ${words.formats[format]}`}
          >
            {words.formats[format]}
          </a>
        ))}
      </Head>
      <Tabs
        label={words.modes}
        links={VIEWS.map((view) => ({
          label: words.mode[view],
          href: at(frame, addressOf(asked, { view })),
          current: view === asked.view ? 'current' : undefined,
        }))}
      />
      <Countries frame={frame} asked={asked} />
      <Filter frame={frame} asked={asked} />
      {children}
    </StaffPage>
  )
}

function Countries({ frame, asked }: LawTableProps) {
  const words = frame.t.kerjaBanding
  const { corridors } = loadHarmonisation()
  const total = needsOf(asked).length
  const from = (asked.page - 1) * NEEDS_PAGE
  return (
    <Filters
      label={words.countries}
      links={corridors.map((corridor) => {
        const chosen = asked.corridors.includes(corridor)
        const next = corridors.filter((each) => asked.corridors.includes(each) !== (each === corridor))
        return {
          label: corridor.name[frame.lang],
          href: at(frame, addressOf(asked, { corridors: next.length === 0 ? [corridor] : next })),
          current: chosen ? ('current' as const) : undefined,
        }
      })}
    >
      {(asked.view === 'across' || asked.view === 'down') && (
        <span class="end small">
          {words.chosen(
            asked.corridors.length,
            Math.min(from + 1, total),
            Math.min(from + NEEDS_PAGE, total),
            total,
          )}
        </span>
      )}
    </Filters>
  )
}

function Filter({ frame, asked }: LawTableProps) {
  const { lang, t } = frame
  const words = t.kerjaBanding
  const { corridors, groups } = loadHarmonisation()
  const form: FormState = {
    values: {
      kelompok: asked.group?.code ?? '',
      pekerja: sectorWord(asked.sector),
      tahap: asked.phase === undefined ? '' : PHASE_WORDS[asked.phase],
      banding: asked.yardstick,
      tanggal: asked.on,
      sejak: asked.since,
    },
    problems: asked.badDay ? [{ path: 'tanggal', message: words.badDay }] : [],
  }
  return (
    <details class="sift" id="saring" open={asked.badDay}>
      <summary>{words.chooseMore}</summary>
      <form method="get" action={at(frame, '/kerja/banding')}>
        <input type="hidden" name="cara" value={VIEW_WORDS[asked.view]} />
        {asked.corridors.map((corridor) => (
          <input type="hidden" name="negara" value={corridor.id} />
        ))}
        <div class="grid2">
          <Select
            form={form}
            name="kelompok"
            label={words.group}
            empty={words.everyGroup}
            options={groups.map((group) => ({ value: group.code, label: group.name[lang] }))}
          />
          <Select
            form={form}
            name="pekerja"
            label={t.harmonisasi.forSector}
            options={[
              { value: EVERY_SECTOR, label: t.harmonisasi.everySector },
              ...SECTORS.map((each) => ({ value: SECTOR_WORDS[each], label: t.harmonisasi.sector[each] })),
            ]}
          />
          <Select
            form={form}
            name="tahap"
            label={words.phase}
            empty={t.harmonisasi.everyPhase}
            options={PHASES.map((each) => ({ value: PHASE_WORDS[each], label: t.harmonisasi.phase[each] }))}
          />
          <Select
            form={form}
            name="banding"
            label={words.yardstick}
            options={yardsticksFor(corridors).map((id) => ({ value: id, label: yardstickName(frame, id) }))}
          />
          {asked.view === 'over-time' && (
            <TextField form={form} name="sejak" label={words.from} type="date" />
          )}
          <TextField
            form={form}
            name="tanggal"
            label={asked.view === 'over-time' ? words.to : t.harmonisasi.day}
            type="date"
          />
        </div>
        <p class="buttons">
          <Button kind="main">{words.show}</Button>
          <small>{words.modeSays[asked.view]}</small>
        </p>
      </form>
    </details>
  )
}

export type GridProps = LawTableProps & { readonly table: Table }

/** Need by column; the first heading groups the columns by level and corridor. */
export function GridPage({ frame, asked, table }: GridProps) {
  const words = frame.t.kerjaBanding
  return (
    <LawTablePage frame={frame} asked={asked}>
      <Key frame={frame} />
      <div class="scroll" tabindex={0} role="region" aria-label={words.table}>
        <table class="compare" aria-describedby="arti">
          <thead>
            <tr class="level">
              <td></td>
              {levelsOf(frame, table.columns).map((level) => (
                <th scope={level.span > 1 ? 'colgroup' : 'col'} colspan={level.span}>
                  {level.name}
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col">{frame.t.harmonisasi.need}</th>
              {table.columns.map((column) => (
                <th scope="col">{columnName(frame, column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <GridRow frame={frame} table={table} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Pages frame={frame} asked={asked} />
    </LawTablePage>
  )
}

function GridRow({
  frame,
  table,
  row,
}: Pick<GridProps, 'frame' | 'table'> & { readonly row: Table['rows'][number] }) {
  const need = table.choice.needs.find((each) => each.code === row.need)
  if (need === undefined) return <></>
  const { choice } = table
  const query = `tanggal=${choice.on}&pekerja=${sectorWord(choice.sector)}&banding=${choice.yardstick}`
  return (
    <tr>
      <th scope="row">
        {need.name[frame.lang]}
        {need.c102Part !== null && (
          <>
            <br />
            <small>{frame.t.harmonisasi.c102(need.c102Part)}</small>
          </>
        )}
      </th>
      {row.cells.map((cell) => {
        const column = table.columns.find((each) => each.id === cell.column)
        return (
          <StaffCell
            frame={frame}
            cell={cell}
            need={need}
            column={column === undefined ? '' : columnName(frame, column)}
            whole={`/harmonisasi/isi/${need.slug}/${cell.column}?${query}&cara=${choice.mode}`}
          />
        )
      })}
    </tr>
  )
}

type Level = { readonly name: string; readonly span: number }

function levelsOf(frame: StaffFrame, columns: readonly TableColumn[]): readonly Level[] {
  return columns.reduce<readonly Level[]>((levels, column) => {
    const name = levelName(frame, column)
    const last = levels.at(-1)
    return last?.name === name
      ? [...levels.slice(0, -1), { name, span: last.span + 1 }]
      : [...levels, { name, span: 1 }]
  }, [])
}

function levelName({ lang, t }: StaffFrame, column: TableColumn): string {
  const { levels } = t.kerjaBanding
  const corridor = loadHarmonisation().corridors.find((each) => each.id === column.corridor)
  if (corridor !== undefined) return levels.corridor(corridor.name[lang])
  return column.country === undefined ? levels.world : levels.origin
}

function Pages({ frame, asked }: LawTableProps) {
  const words = frame.t.kerjaBanding
  const total = needsOf(asked).length
  const from = (asked.page - 1) * NEEDS_PAGE
  const to = Math.min(from + NEEDS_PAGE, total)
  return (
    <p class="paging">
      <span>{words.paging(Math.min(from + 1, total), to, total)}</span>
      <span class="line">
        <a href={at(frame, '/harmonisasi')}>{words.publicTable}</a>
        {asked.page > 1 && (
          <a href={at(frame, addressOf(asked, { page: asked.page - 1 }))} rel="prev">
            {words.previous}
          </a>
        )}
        {to < total && (
          <a href={at(frame, addressOf(asked, { page: asked.page + 1 }))} rel="next">
            {words.next}
          </a>
        )}
      </span>
    </p>
  )
}
