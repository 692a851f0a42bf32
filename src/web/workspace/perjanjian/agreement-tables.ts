/** Agreements as rows of text: the list as CSV, the list and all parts as sheets. */
import { fieldsOf, ITEM_KINDS, type ItemKind } from '#src/domain/agreements/items.ts'
import type { AgreementItem, AgreementLine } from '#src/modules/agreements/index.ts'
import type { TextSheet } from '#src/platform/spreadsheet/write-workbook.ts'
import {
  actorOf,
  dutyStateOf,
  inEither,
  partiesOf,
  subjectsOf,
  titleOf,
  type Content,
  type Words,
} from './agreement-words.ts'

type Rows = readonly (readonly string[])[]

/** The first row is the head. Days, counts and codes of States stay as data. */
export function listRows(words: Words, lines: readonly AgreementLine[]): Rows {
  const { col, confidence } = words.t.kerjaPerjanjian
  const { stage, type } = words.t.perjanjian
  return [
    [
      col.code,
      col.title,
      col.parties,
      col.states,
      col.type,
      col.subjects,
      col.stage,
      col.since,
      col.duties,
      col.openDuties,
      col.unclearDuties,
      col.breaches,
      col.nextDue,
      col.instrument,
      col.source,
      col.confidence,
    ],
    ...lines.map((line) => [
      line.slug,
      titleOf(words, line.facts),
      partiesOf(words, line.facts),
      line.facts.states.join(' '),
      type[line.facts.type],
      subjectsOf(words, line.facts.subjects),
      stage[line.stage],
      line.since ?? '',
      String(line.duties),
      String(line.openDuties),
      String(line.unclearDuties),
      String(line.breaches),
      line.nextDue ?? '',
      line.facts.instrument ?? '',
      line.facts.citation,
      confidence[line.facts.confidence],
    ]),
  ]
}

type Part = AgreementItem & { readonly agreementId: string }

/** One sheet for the list and one for each kind of part. */
export function workbookOf(
  words: Words,
  lines: readonly AgreementLine[],
  items: readonly Part[],
): readonly TextSheet[] {
  const slugs = new Map(lines.map(({ id, slug }) => [id, slug]))
  const { kind, col } = words.t.kerjaPerjanjian
  return [
    { name: col.title, rows: listRows(words, lines), fixed: 2 },
    ...ITEM_KINDS.map((each) => ({ name: kind[each], rows: partRows(words, each, items, slugs), fixed: 1 })),
  ]
}

function partRows(
  words: Words,
  kind: ItemKind,
  items: readonly Part[],
  slugs: ReadonlyMap<string, string>,
): Rows {
  const { field, col, confidence } = words.t.kerjaPerjanjian
  const labels: Readonly<Record<string, string>> = field
  const sure: Readonly<Record<string, string>> = confidence
  const names = fieldsOf(kind)
    .map(([name]) => name)
    .filter((name) => !name.endsWith('En'))
  const cell = (content: Content, name: string): string => {
    const value = content[name] ?? ''
    if (name.endsWith('Id')) return inEither(words.lang, content[name], content[`${name.slice(0, -2)}En`])
    if (name === 'owedBy' || name === 'owedTo' || name === 'responsible') return actorOf(words, value)
    if (name === 'state') return dutyStateOf(words, value)
    return name === 'confidence' ? (sure[value] ?? value) : value
  }
  return [
    [col.code, ...names.map((name) => labels[name] ?? name)],
    ...items
      .filter((item) => item.kind === kind)
      .map((item) => [slugs.get(item.agreementId) ?? '', ...names.map((name) => cell(item.content, name))]),
  ]
}
