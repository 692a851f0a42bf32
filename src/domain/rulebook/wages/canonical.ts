/**
 * The sheet written in one fixed way, so that a second officer's recomputation can be compared with the first by
 * the words themselves or by a digest of them. Free words (sources) have no place in it.
 */
import type { Range } from './money.ts'
import type { WagesAnswer } from './wages-answer.ts'

export function canonicalSheet(answer: Omit<WagesAnswer, 'check'>): string {
  const { period, scenarios, crew, rate } = answer
  return [
    'payung wages 1',
    `time ${range(period?.time ?? null)}`,
    ...(rate === null ? [] : [`rate ${rate.currency} ${rate.rupiah} ${rate.on}`]),
    ...scenarios.flatMap((each) => [
      `${each.basis} ${each.currency ?? '-'} ${each.why ?? range(each.total)} rupiah ${range(each.rupiah)}`,
      ...each.lines.map(
        (line) =>
          `  ${line.line} ${range(line.quantity)} ${line.unit} ${line.rate ?? '-'} ${line.why ?? range(line.amount)}`,
      ),
    ]),
    ...(crew?.sheets ?? []).map(
      (each) =>
        `crew ${each.code} ${each.agent ?? '-'} ${each.currency ?? '-'} ${range(each.time)} ${each.monthly ?? '-'} ${each.paid} ${range(each.deducted)} ${range(each.total)}`,
    ),
    ...(crew?.group ?? []).map((each) => `group ${each.currency} ${each.people} ${range(each.total)}`),
  ].join('\n')
}

/** Eight signs that two officers can read to each other. Not a seal: the program keeps a real digest for that. */
export function checkCode(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of text) {
    hash ^= sign.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193) >>> 0
  }
  return hash.toString(16).padStart(8, '0')
}

function range(value: Range | null): string {
  if (value === null) return '-'
  return value.min === value.max ? String(value.min) : `${value.min}..${value.max}`
}
