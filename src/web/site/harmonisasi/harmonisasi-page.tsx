/** The table of rules for everybody: one need in every country, or one country with a group of needs. */
import type { Cell } from '#src/domain/harmonisation/compare.ts'
import { SECTORS } from '#src/domain/harmonisation/sectors.ts'
import type { NamedCorridor, Need, NeedGroup } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import {
  columnName,
  EVERY_SECTOR,
  reasonsOf,
  SECTOR_WORDS,
  sectorWord,
  yardstickName,
  type Table,
} from '#src/web/comparison.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { SelectField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { CellView, Legend, RuleLine, VerdictMark } from './cell-view.tsx'

export type HarmonisasiIndexProps = PageFrame & {
  readonly groups: readonly NeedGroup[]
  readonly corridors: readonly NamedCorridor[]
}

/** Where to begin: every need, every country, and the open data. */
export function HarmonisasiIndexPage({ groups, corridors, ...frame }: HarmonisasiIndexProps) {
  const { lang, t } = frame
  const words = t.harmonisasi
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/harmonisasi">
      <Back frame={frame} to="/" label={t.situs.back} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.help}</p>
      <p>
        <strong>{words.silence}</strong>
      </p>
      <h2>{words.byCorridor}</h2>
      <ul class="plain">
        {corridors.map((corridor) => (
          <li>
            <a href={href(lang, `/harmonisasi?koridor=${corridor.id}`)}>{corridor.name[lang]}</a>
          </li>
        ))}
      </ul>
      <h2>{words.byNeed}</h2>
      {groups.map((group) => (
        <>
          <h3>{group.name[lang]}</h3>
          <ul class="plain">
            {group.needs.map((need) => (
              <li>
                <a href={href(lang, `/harmonisasi?kebutuhan=${need.slug}`)}>{need.name[lang]}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <p>
        <a href={href(lang, '/perjanjian')}>{frame.t.perjanjian.link}</a>
      </p>
      <p>
        <a href={href(lang, '/usulan')}>{frame.t.usulan.title}</a>
      </p>
      <h2>{words.method}</h2>
      <ul>
        {words.methodSays.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>{words.openData}</h2>
      <ul class="plain">
        <li>
          <a href={href(lang, '/harmonisasi.csv')}>{words.csv}</a>
        </li>
        <li>
          <a href={href(lang, '/harmonisasi.json')}>{words.json}</a>
        </li>
      </ul>
    </PublicPage>
  )
}

export type HarmonisasiTableProps = PageFrame & {
  readonly table: Table
  readonly groups: readonly NeedGroup[]
  readonly corridors: readonly NamedCorridor[]
  /** One need across every corridor, or one corridor with the needs of one group. */
  readonly by:
    | { readonly kind: 'need'; readonly need: Need }
    | { readonly kind: 'corridor'; readonly corridor: NamedCorridor; readonly group: NeedGroup }
  /** The day in the address could not be read. */
  readonly badDay?: true
}

export function HarmonisasiTablePage(props: HarmonisasiTableProps) {
  const { table, groups, corridors, by, badDay, ...frame } = props
  const { lang, t } = frame
  const words = t.harmonisasi
  const { choice } = table
  const title = by.kind === 'need' ? by.need.name[lang] : by.corridor.name[lang]
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={addressOf(props)}>
      <Back frame={frame} to="/harmonisasi" label={words.all} />
      <h1>{title}</h1>
      {badDay && <p class="problem">{words.badDay}</p>}
      <p class="lead">
        {words.validOn(plainDate(lang, choice.on))}{' '}
        {words.forWhom(choice.sector === undefined ? words.everySector : words.sector[choice.sector])}{' '}
        {words.against(yardstickName(frame, choice.yardstick))}
      </p>
      <p>
        <strong>{words.silence}</strong>
      </p>
      <Legend t={t} />
      {table.rows.map((row) => (
        <Row props={props} need={choice.needs.find((need) => need.code === row.need)} cells={row.cells} />
      ))}
      {by.kind === 'corridor' && <GroupLinks props={props} groups={groups} current={by.group} />}
      <Choose props={props} corridors={corridors} />
    </PublicPage>
  )
}

function Row(props: {
  readonly props: HarmonisasiTableProps
  readonly need: Need | undefined
  readonly cells: readonly Cell<Norm>[]
}) {
  const { table, by, ...frame } = props.props
  const { need } = props
  if (need === undefined) return <></>
  const { lang, t } = frame
  return (
    <>
      {by.kind === 'corridor' && <h2>{need.name[lang]}</h2>}
      {need.c102Part !== null && <p class="small">{t.harmonisasi.c102(need.c102Part)}</p>}
      <table class="stack">
        <caption class="hidden">{need.name[lang]}</caption>
        <tbody>
          {props.cells.map((cell) => {
            const column = table.columns.find((each) => each.id === cell.column)
            return column === undefined ? (
              <></>
            ) : (
              <tr>
                <th scope="row">
                  <strong>{columnName(frame, column)}</strong>
                </th>
                <td>
                  <CellView
                    frame={frame}
                    cell={cell}
                    need={need}
                    whole={cellPath(table, need, cell.column)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

/** The address of a cell by itself: need, column, day and workers. */
export function cellPath({ choice }: Pick<Table, 'choice'>, need: Need, column: string): `/${string}` {
  return `/harmonisasi/isi/${need.slug}/${column}?tanggal=${choice.on}&pekerja=${sectorWord(choice.sector)}`
}

function addressOf({ table, by }: HarmonisasiTableProps): `/${string}` {
  const what =
    by.kind === 'need' ? `kebutuhan=${by.need.slug}` : `koridor=${by.corridor.id}&kelompok=${by.group.code}`
  return `/harmonisasi?${what}&tanggal=${table.choice.on}&pekerja=${sectorWord(table.choice.sector)}`
}

function GroupLinks(props: {
  readonly props: HarmonisasiTableProps
  readonly groups: readonly NeedGroup[]
  readonly current: NeedGroup
}) {
  const { lang, t } = props.props
  return (
    <nav aria-label={t.harmonisasi.group}>
      <h2>{t.harmonisasi.group}</h2>
      <ul class="plain">
        {props.groups.map((group) => (
          <li>
            {group.code === props.current.code ? (
              <strong>{group.name[lang]}</strong>
            ) : (
              <a href={href(lang, addressOf({ ...props.props, by: byGroup(props.props, group) }))}>
                {group.name[lang]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function byGroup({ by }: HarmonisasiTableProps, group: NeedGroup): HarmonisasiTableProps['by'] {
  return by.kind === 'corridor' ? { ...by, group } : by
}

/** A plain form: it works without a script and its answer has an address of its own. */
function Choose(props: {
  readonly props: HarmonisasiTableProps
  readonly corridors: readonly NamedCorridor[]
}) {
  const { table, by, groups, ...frame } = props.props
  const { lang, t } = frame
  const words = t.harmonisasi
  return (
    <form method="get" action={href(lang, '/harmonisasi')}>
      <h2>{words.choose}</h2>
      {by.kind === 'need' ? (
        <SelectField
          id="kebutuhan"
          name="kebutuhan"
          label={words.need}
          value={by.need.slug}
          options={groups.flatMap((group) =>
            group.needs.map((need) => ({ value: need.slug, label: need.name[lang] })),
          )}
        />
      ) : (
        <>
          <input type="hidden" name="kelompok" value={by.group.code} />
          <SelectField
            id="koridor"
            name="koridor"
            label={words.corridor}
            value={by.corridor.id}
            options={props.corridors.map((corridor) => ({ value: corridor.id, label: corridor.name[lang] }))}
          />
        </>
      )}
      <SelectField
        id="pekerja"
        name="pekerja"
        label={words.forSector}
        value={sectorWord(table.choice.sector)}
        options={[
          { value: EVERY_SECTOR, label: words.everySector },
          ...SECTORS.map((sector) => ({ value: SECTOR_WORDS[sector], label: words.sector[sector] })),
        ]}
      />
      <div class="field">
        <label class="title" for="tanggal">
          {words.day}
        </label>
        <input id="tanggal" name="tanggal" type="date" value={table.choice.on} />
      </div>
      <div class="buttons">
        <button class="button">{words.show}</button>
      </div>
    </form>
  )
}

export type HarmonisasiCellProps = PageFrame & {
  readonly table: Table
  readonly need: Need
  readonly cell: Cell<Norm>
  readonly column: string
}

/** One cell with every rule behind it, also those for other workers. */
export function HarmonisasiCellPage({ table, need, cell, column, ...frame }: HarmonisasiCellProps) {
  const { lang, t } = frame
  const words = t.harmonisasi
  const { choice } = table
  const roles = [...new Set(cell.entries.map((entry) => entry.role))]
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={cellPath(table, need, cell.column)}>
      <Back
        frame={frame}
        to={`/harmonisasi?kebutuhan=${need.slug}&tanggal=${choice.on}&pekerja=${sectorWord(choice.sector)}`}
        label={need.name[lang]}
      />
      <h1>{words.cellTitle(need.name[lang], column)}</h1>
      <p class="lead">
        {words.validOn(plainDate(lang, choice.on))}{' '}
        {words.forWhom(choice.sector === undefined ? words.everySector : words.sector[choice.sector])}
      </p>
      <p>
        <VerdictMark t={t} verdict={cell.verdict} /> {words.silence}
      </p>
      <h2>{words.why}</h2>
      <p>{words.against(yardstickName(frame, choice.yardstick))}</p>
      <ul>
        {reasonsOf(frame, cell, need).map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {cell.marks.length > 0 && <p>{cell.marks.map((mark) => words.mark[mark]).join(' · ')}</p>}
      {cell.entries.length === 0 && <p>{words.noRule}</p>}
      {roles.map((role) => (
        <>
          <h2>{words.role[role]}</h2>
          {cell.entries
            .filter((entry) => entry.role === role)
            .map(({ norm }) => (
              <RuleLine frame={frame} norm={norm} />
            ))}
        </>
      ))}
    </PublicPage>
  )
}

export function Back(props: {
  readonly frame: PageFrame
  readonly to: `/${string}`
  readonly label: string
}) {
  return (
    <a class="back" href={href(props.frame.lang, props.to)}>
      <Icon name="kembali" />
      {props.label}
    </a>
  )
}
