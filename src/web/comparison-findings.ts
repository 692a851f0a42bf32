/** What the views of conflicts and of changes list on the screen, as rows for files: one row for each side or rule of each. */
import type { CellChange } from '#src/domain/harmonisation/changes.ts'
import type { TableColumn } from '#src/domain/harmonisation/columns.ts'
import type { Conflict } from '#src/domain/harmonisation/conflicts.ts'
import type { LetterBlock } from '#src/domain/letters/letter.ts'
import { loadHarmonisation, normsHeader } from '#src/platform/law/harmonisation-files.ts'
import type { Norm } from '#src/platform/norm-texts.ts'
import { textsFor } from '#src/texts/texts.ts'
import { citationOf, columnName, forThePublic, type Reader } from './comparison.ts'
import { plainDate } from './ui/when.ts'

export type Findings =
  | { readonly kind: 'conflicts'; readonly on: string; readonly conflicts: readonly Conflict<Norm>[] }
  | {
      readonly kind: 'changes'
      readonly since: string
      readonly on: string
      readonly columns: readonly TableColumn[]
      readonly changes: readonly CellChange<Norm>[]
    }

/** Names of the columns of the file; the same in every language. `number`: the rows of one finding share it. */
export const FINDING_COLUMNS = [
  'list',
  'number',
  'need',
  'need_name',
  'column',
  'column_name',
  'inside_one_country',
  'side',
  'day',
  'verdict',
  'verdict_name',
  'happened',
  'rule',
  'says',
  'citation',
  'quote',
  'level',
  'jurisdiction',
  'valid_from',
  'rule_confidence',
  'reason',
  'certainty',
  'second_reader',
  'licence',
] as const
export type FindingRow = Readonly<Record<(typeof FINDING_COLUMNS)[number], string>>

/** In the order of the page: inside one country first. */
export function inPageOrder(conflicts: readonly Conflict<Norm>[]): readonly Conflict<Norm>[] {
  return [...conflicts.filter((each) => each.internal), ...conflicts.filter((each) => !each.internal)]
}

export function findingRows(reader: Reader, findings: Findings): readonly FindingRow[] {
  switch (findings.kind) {
    case 'conflicts':
      return inPageOrder(findings.conflicts).flatMap((conflict, at) =>
        rowsOfConflict(reader, conflict, { number: at + 1, day: findings.on }),
      )
    case 'changes':
      return findings.changes.flatMap((change, at) => rowsOfChange(reader, findings, change, at + 1))
  }
}

const NOTHING: FindingRow = Object.fromEntries(FINDING_COLUMNS.map((name) => [name, ''])) as FindingRow

function rowsOfConflict(
  reader: Reader,
  { one, other, relation, internal, certainty, judged }: Conflict<Norm>,
  { number, day }: { readonly number: number; readonly day: string },
): readonly FindingRow[] {
  const words = reader.t.harmonisasi
  const verdict = relation === 'contradicts' ? 'in-conflict' : 'weaker'
  const recorded = other === undefined ? words.reason['conflict-recorded'] : words.reason.contradicts
  const shared = {
    ...NOTHING,
    ...needOf(reader, one.need),
    list: 'conflict',
    number: String(number),
    inside_one_country: internal ? 'yes' : 'no',
    day,
    verdict,
    verdict_name: words.verdict[verdict],
    reason: judged === undefined ? recorded : judged.reason[reader.lang],
    certainty,
    second_reader: judged === undefined ? '' : (judged.secondReader ?? words.mark['one-reader']),
    licence: normsHeader().licence,
  }
  const sides = [['one', one] as const, ...(other === undefined ? [] : [['other', other] as const])]
  return sides.map(([side, norm]) => ({ ...shared, side, ...ruleOf(reader, norm) }))
}

/** Each of the two days has a row also where no rule began or ended. */
function rowsOfChange(
  reader: Reader,
  { since, on, columns }: Extract<Findings, { kind: 'changes' }>,
  change: CellChange<Norm>,
  number: number,
): readonly FindingRow[] {
  const column = columns.find((each) => each.id === change.column)
  const shared = {
    ...NOTHING,
    ...needOf(reader, change.need),
    list: 'change',
    number: String(number),
    column: change.column,
    column_name: column === undefined ? change.column : columnName(reader, column),
    licence: normsHeader().licence,
  }
  const sides = [
    ['before', since, change.before, 'ended', change.ended],
    ['after', on, change.after, 'began', change.began],
  ] as const
  return sides.flatMap(([side, day, cell, happened, norms]): readonly FindingRow[] => {
    const stood = {
      ...shared,
      side,
      day,
      verdict: cell.verdict,
      verdict_name: reader.t.harmonisasi.verdict[cell.verdict],
      certainty: cell.certainty ?? '',
    }
    return norms.length === 0
      ? [stood]
      : norms.map((norm) => ({ ...stood, happened, ...ruleOf(reader, norm) }))
  })
}

function needOf({ lang }: Reader, code: string) {
  const need = loadHarmonisation().needs.find((each) => each.code === code)
  return { need: code, need_name: need?.name[lang] ?? code }
}

function ruleOf({ lang }: Reader, full: Norm) {
  const norm = forThePublic(full, (each) => textsFor(each).harmonisasi.numberLeftOut)
  return {
    rule: norm.id,
    says: norm.duty[lang],
    citation: citationOf(norm),
    quote: norm.quote ?? '',
    level: norm.level,
    jurisdiction: norm.jurisdiction,
    valid_from: norm.validFrom ?? '',
    rule_confidence: norm.confidence,
  }
}

export function findingsCsv(reader: Reader, findings: Findings): readonly (readonly string[])[] {
  return [
    FINDING_COLUMNS,
    ...findingRows(reader, findings).map((row) => FINDING_COLUMNS.map((name) => row[name])),
  ]
}

/** For people: the name of the list, its head and its rows. */
export function findingsTable(reader: Reader, findings: Findings) {
  const { lang, t } = reader
  const { files, internal, external, began, ended } = t.kerjaBanding
  const where = (row: FindingRow): string =>
    row.list === 'conflict'
      ? row.inside_one_country === 'yes'
        ? internal
        : external
      : `${row.column_name}, ${plainDate(lang, row.day)}`
  const happened = (row: FindingRow): string =>
    row.happened === '' ? '' : row.happened === 'began' ? `${began}: ` : `${ended}: `
  const sure = (row: FindingRow): string =>
    row.rule === '' ? '' : t.harmonisasi.sure[row.rule_confidence as Norm['confidence']]
  return {
    name: findings.kind === 'conflicts' ? files.conflicts : files.changes,
    head: ['#', t.harmonisasi.need, files.where, files.verdict, t.harmonisasi.rules, t.harmonisasi.why],
    rows: findingRows(reader, findings).map((row) => [
      row.number,
      row.need_name,
      where(row),
      row.verdict_name,
      row.rule === '' ? '' : `${happened(row)}${row.says} (${row.citation}; ${sure(row)})`,
      [row.reason, row.second_reader].filter((each) => each !== '').join(' · '),
    ]),
  }
}

export function findingsBlock(reader: Reader, findings: Findings): LetterBlock {
  const { name, head, rows } = findingsTable(reader, findings)
  return {
    kind: 'table',
    caption: `${name}: ${new Set(rows.map(([number]) => number)).size}`,
    head,
    rows,
    widths: [0.05, 0.15, 0.15, 0.13, 0.34, 0.18],
    amounts: [],
  }
}
