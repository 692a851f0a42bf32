import type { Citation } from '#src/domain/rulebook/conclusion.ts'
import type { ChapterText, Instrument, ParameterVersion } from '#src/domain/rulebook/rulebook.ts'

/** One question of the rulebook to read through: what is the rule, since when, who says so, how sure are we. */
export function rulebookPage(chapter: ChapterText, instruments: readonly Instrument[]): string {
  const short = new Map(instruments.map((each) => [each.id, each.short]))
  return [
    `# ${chapter.title.en}`,
    '',
    `*${chapter.title.id}* · question \`${chapter.question}\`. Made from seeds/reference/rulebook by \`npm run docs\`.`,
    '',
    'A rule holds from its first day until the day before the next. "Not yet verified" marks what nobody read in a source.',
    '',
    '## Rules',
    '',
    '| Rule | What it says | Who says so | From | Until | How sure |',
    '| --- | --- | --- | --- | --- | --- |',
    ...chapter.rules.flatMap(({ id, says, versions }) =>
      versions.map((version) => row([`\`${id}\``, says.en, ...placeOf(version, short)])),
    ),
    ...(chapter.parameters.length === 0 ? [] : parameterTable(chapter, short)),
    '',
  ].join('\n')
}

function parameterTable(chapter: ChapterText, short: ReadonlyMap<string, string>): readonly string[] {
  return [
    '',
    '## Amounts and periods',
    '',
    '| Name | What | Amount | Who says so | From | Until | How sure |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...chapter.parameters.flatMap(({ id, says, unit, versions }) =>
      versions.map((version) =>
        row([`\`${id}\``, says.en, amountOf(version, unit), ...placeOf(version, short)]),
      ),
    ),
  ]
}

function amountOf({ amount, reason }: ParameterVersion, unit: string): string {
  return amount === null ? `empty: ${reason?.en ?? ''}` : `${amount.toLocaleString('en')} ${unit}`
}

function placeOf(citation: Citation, short: ReadonlyMap<string, string>): readonly string[] {
  const { instrument, article, validFrom, validUntil, confidence } = citation
  return [
    [short.get(instrument) ?? instrument, article === '-' ? '' : article].filter(Boolean).join(', '),
    validFrom ?? 'start not read',
    validUntil ?? '',
    confidence === 'unverified' ? 'not yet verified' : confidence,
  ]
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/[<>]/g, '')).join(' | ')} |`
}
