/** Letters about money: the refund of fees, and the wage sheet of the rulebook. */
import { readAmount, totalOf } from '#src/domain/letters/amounts.ts'
import { REFUND_BASIS } from '#src/domain/letters/basis.ts'
import type { Letter, LetterBlock } from '#src/domain/letters/letter.ts'
import { latestDay, parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import type { Entry } from '#src/domain/rulebook/conclusion.ts'
import { readFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import { concludePlacementCost } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import type { Rulebook } from '#src/domain/rulebook/rulebook.ts'
import type { Range } from '#src/domain/rulebook/wages/money.ts'
import type { Scenario } from '#src/domain/rulebook/wages/scenarios.ts'
import { concludeWages } from '#src/domain/rulebook/wages/wages.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { countryName } from '../casework.ts'
import { labelsOf } from '../kasus/klaim/claim-words.ts'
import {
  amountWords,
  basisBlocks,
  closingBlocks,
  nameOf,
  personOf,
  personRows,
  typed,
  wholeLetter,
  type Making,
} from './letter-parts.ts'

/** Lines that the form offers. */
export const REFUND_LINES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
export const PAYMENT_LINES = [1, 2, 3] as const

const HUNDREDTHS = 2

/** Asks back what was given; where the rulebook says that a cost may fall on the worker, no letter is made of it. */
export function refundLetter(m: Making, rulebook: Rulebook): Letter {
  const words = m.t.suratIsi.refund
  if (m.to.length === 0) throw new InvalidInputError([{ path: 'kepada', code: 'needed' }])
  const currency = currencyOf(m)
  const lines = REFUND_LINES.flatMap((number) => refundLine(m, number, currency, rulebook))
  if (lines.length === 0) throw new InvalidInputError([{ path: 'biaya-1', code: 'needed' }])
  const amount = (minor: number): string => amountWords(m, minor, { currency, decimals: HUNDREDTHS })
  const back = paidBack(m, totalOf(lines))
  const total = amount(totalOf(lines) - back)
  const { column } = words
  return wholeLetter(m, {
    kind: 'refund',
    blocks: [
      { kind: 'paragraph', text: m.t.suratIsi.opening },
      { kind: 'paragraph', text: words.intro(nameOf(m, personOf(m))) },
      { kind: 'facts', rows: personRows(m, personOf(m)) },
      {
        kind: 'table',
        caption: words.caption,
        head: [column.item, column.when, column.proof, column.rule, column.amount],
        rows: [
          ...lines.map((line) => [
            line.what,
            line.when,
            line.proof,
            line.mayCharge === 'may-not' ? words.mayNot : '',
            amount(line.minor),
          ]),
          ...(back === 0 ? [] : [[words.paidBack, '', '', '', `− ${amount(back)}`]]),
        ],
        foot: [words.total, '', '', '', total],
        widths: [0.27, 0.15, 0.16, 0.18, 0.24],
        amounts: [4],
      },
      { kind: 'paragraph', text: words.demand(total, String(numberIn(m, 'hari') ?? 14)) },
      { kind: 'paragraph', text: words.law },
      { kind: 'paragraph', text: words.account },
      { kind: 'paragraph', text: words.next },
      ...basisBlocks(m, [
        ...REFUND_BASIS,
        ...citesOf(
          lines.flatMap((line) => (line.mayCharge === 'may-not' ? line.fired : [])),
          rulebook,
        ),
      ]),
      ...closingBlocks(m),
    ],
  })
}

/** What came back already is not asked for again. */
function paidBack(m: Making, asked: number): number {
  const text = typed(m, 'sudah-kembali')
  if (text === '') return 0
  const minor = readAmount(text)
  if (minor === undefined) throw new InvalidInputError([{ path: 'sudah-kembali', code: 'amount' }])
  if (minor >= asked) throw new InvalidInputError([{ path: 'sudah-kembali', code: 'nothingLeft' }])
  return minor
}

function refundLine(m: Making, number: number, currency: string, rulebook: Rulebook) {
  const [said, given] = [typed(m, `biaya-${number}`), typed(m, `jumlah-${number}`)]
  const kind = m.form.one(`jenis-biaya-${number}`)
  if (said === '' && given === '' && kind === '') return []
  const names = labelsOf(m.lang, 'placement-cost', 'items', 'item')
  const what = [names[kind] ?? '', said].filter((part) => part !== '').join(': ')
  if (what === '') throw new InvalidInputError([{ path: `biaya-${number}`, code: 'needed' }])
  const minor = readAmount(given)
  if (minor === undefined) throw new InvalidInputError([{ path: `jumlah-${number}`, code: 'amount' }])
  const when = typed(m, `kapan-${number}`)
  const line = { what, minor, when, proof: typed(m, `bukti-${number}`) }
  if (kind === '') return [{ ...line, mayCharge: 'unclear' as const, fired: [] }]
  const judged = judge(m, rulebook, {
    item: kind,
    amount: { amount: minor / 100, currency },
    paid: 'yes',
    on: parsePartialDate(when),
  })
  if (judged === undefined || judged.mayCharge === 'may-be')
    throw new InvalidInputError([
      { path: `jenis-biaya-${number}`, code: judged ? 'mayCharge' : 'unknownChoice' },
    ])
  return [{ ...line, ...judged }]
}

/** What the rulebook says of one cost, on the day it was asked as far as that is known. */
function judge(m: Making, rulebook: Rulebook, item: Readonly<Record<string, unknown>>) {
  const country = m.form.one('negara') || m.facts.country
  const occupation = m.form.one('pekerjaan')
  const given: unknown = JSON.parse(
    JSON.stringify({
      cost: { items: [item] },
      ...(country && { migration: { destination: country } }),
      ...(occupation && { work: { occupation } }),
    }),
  )
  const read = readFacts(given)
  if (read.kind === 'faults') return undefined
  const conclusion = concludePlacementCost(read.facts, rulebook, m.now.toISOString().slice(0, 10))
  const judged = typeof conclusion.answer === 'string' ? undefined : conclusion.answer.items[0]
  return judged && { mayCharge: judged.mayCharge, fired: conclusion.fired }
}

function currencyOf(m: Making): string {
  const currency = typed(m, 'mata-uang').toUpperCase()
  if (!/^[A-Z]{3}$/.test(currency)) throw new InvalidInputError([{ path: 'mata-uang', code: 'currency' }])
  return currency
}

function numberIn(m: Making, name: string): number | undefined {
  const text = typed(m, name)
  if (text === '') return undefined
  if (!/^\d{1,5}$/.test(text)) throw new InvalidInputError([{ path: name, code: 'number' }])
  return Number(text)
}

function moneyIn(m: Making, name: string, currency: string) {
  const text = typed(m, name)
  if (text === '') return undefined
  const minor = readAmount(text)
  if (minor === undefined) throw new InvalidInputError([{ path: name, code: 'amount' }])
  return { amount: minor / 100, currency }
}

function dateIn(m: Making, name: string) {
  const text = typed(m, name)
  if (text === '') return undefined
  const date = parsePartialDate(text)
  if (date === undefined) throw new InvalidInputError([{ path: name, code: 'date' }])
  return date
}

/** The sheet that the rulebook counts from what was typed; nothing is counted here. */
export function wagesLetter(m: Making, rulebook: Rulebook): Letter {
  const words = m.t.suratIsi.wages
  const { facts, asOf } = wageFacts(m)
  const conclusion = concludeWages(facts, rulebook, asOf)
  const answer = typeof conclusion.answer === 'string' ? undefined : conclusion.answer
  const counted = (answer?.scenarios ?? []).filter((each) => each.total !== null)
  return wholeLetter(m, {
    kind: 'wages',
    blocks: [
      { kind: 'paragraph', text: words.intro(nameOf(m, personOf(m))) },
      { kind: 'facts', rows: [...personRows(m, personOf(m)), ...givenRows(m)] },
      ...(counted.length === 0 ? [{ kind: 'paragraph', text: words.nothing } as const] : []),
      ...counted.map((each) => scenarioTable(m, each)),
      ...findingBlocks(m, counted),
      ...missingBlocks(m, conclusion),
      ...basisBlocks(m, citesOf(conclusion.fired, rulebook)),
      ...(answer
        ? ([
            { kind: 'facts', rows: [{ label: words.check, text: answer.check }] },
            { kind: 'note', text: words.checkNote },
          ] as const)
        : []),
      {
        kind: 'sign',
        parties: [
          { role: words.first, name: m.officer },
          { role: words.second, name: '' },
        ],
      },
    ],
  })
}

const PAID_TO = ['worker', 'family', 'agency', 'other'] as const

function wageFacts(m: Making) {
  const currency = currencyOf(m)
  const country = typed(m, 'negara')
  const until = dateIn(m, 'sampai')
  const today = m.now.toISOString().slice(0, 10)
  const end = until === undefined ? today : latestDay(until)
  const wages = {
    currency,
    from: dateIn(m, 'dari'),
    until,
    agreedMonthly: moneyIn(m, 'upah-sepakat', currency),
    promisedMonthly: moneyIn(m, 'upah-janji', currency),
    restDaysWorked: numberIn(m, 'hari-libur'),
    overtimeHours: numberIn(m, 'jam-lembur'),
    payments: PAYMENT_LINES.flatMap((number) => {
      const amount = moneyIn(m, `bayar-${number}`, currency)
      const to = PAID_TO.find((each) => each === m.form.one(`bayar-kepada-${number}`)) ?? 'other'
      return amount === undefined ? [] : [{ amount, on: dateIn(m, `bayar-tanggal-${number}`), to }]
    }),
    deductions: PAYMENT_LINES.flatMap((number) => {
      const amount = moneyIn(m, `potong-${number}`, currency)
      const lawful = m.form.one(`potong-boleh-${number}`)
      const known = lawful === 'yes' || lawful === 'no' ? lawful : 'unknown'
      return amount === undefined ? [] : [{ kind: 'other', amount, lawful: known }]
    }),
  }
  const given: unknown = JSON.parse(
    JSON.stringify({ ...(country === '' ? {} : { migration: { destination: country } }), wages }),
  )
  const read = readFacts(given)
  if (read.kind === 'faults')
    throw new InvalidInputError(
      read.faults.map((fault): Problem => ({ path: FIELD_OF[fault.field] ?? 'dari', code: 'unknownChoice' })),
    )
  return { facts: read.facts, asOf: end < today ? end : today }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'migration.destination': 'negara',
  'wages.agreedMonthly.amount': 'upah-sepakat',
  'wages.promisedMonthly.amount': 'upah-janji',
  'wages.restDaysWorked': 'hari-libur',
  'wages.overtimeHours': 'jam-lembur',
}

function givenRows(m: Making) {
  const words = m.t.suratIsi.wages
  const currency = currencyOf(m)
  const country = typed(m, 'negara')
  const [from, until] = [dateIn(m, 'dari'), dateIn(m, 'sampai')]
  const money = (name: string): string => {
    const minor = readAmount(m.form.one(name))
    return minor === undefined ? '' : amountWords(m, minor, { currency, decimals: HUNDREDTHS })
  }
  return [
    { label: words.agreed, text: money('upah-sepakat') },
    { label: words.promised, text: money('upah-janji') },
    { label: words.from, text: from === undefined ? '' : formatPartialDate(from, m.lang) },
    { label: words.until, text: until === undefined ? '' : formatPartialDate(until, m.lang) },
    { label: words.place, text: country === '' ? '' : countryName(m.lang, country, m.t) },
    { label: words.restDays, text: typed(m, 'hari-libur') },
    { label: words.overtimeHours, text: typed(m, 'jam-lembur') },
  ].filter((row) => row.text !== '')
}

function scenarioTable(m: Making, each: Scenario): LetterBlock {
  const words = m.t.suratIsi.wages
  const money = { currency: each.currency ?? '', decimals: each.decimals }
  const range = (value: Range | null): string => {
    if (value === null) return words.notCounted
    const [from, until] = [amountWords(m, value.min, money), amountWords(m, value.max, money)]
    return from === until ? from : words.to(from, until)
  }
  return {
    kind: 'table',
    caption: words.caption(words.scenario[each.basis]),
    head: [words.column.line, words.column.rate, words.column.amount],
    rows: each.lines.map((line) => [
      words.line[line.line],
      line.rate === null ? '' : amountWords(m, line.rate, money),
      range(line.amount),
    ]),
    foot: [words.total, '', range(each.total)],
    widths: [0.4, 0.22, 0.38],
    amounts: [1, 2],
  }
}

function findingBlocks(m: Making, counted: readonly Scenario[]): readonly LetterBlock[] {
  const found = [...new Set(counted.flatMap((each) => each.findings))]
  if (found.length === 0) return []
  const words = m.t.suratIsi.wages
  return [
    { kind: 'heading', text: words.findings },
    { kind: 'list', items: found.map((each) => words.finding[each]) },
  ]
}

function missingBlocks(m: Making, conclusion: ReturnType<typeof concludeWages>): readonly LetterBlock[] {
  const questions = [...new Set(conclusion.nextQuestions.map((each) => each[m.lang]))]
  if (questions.length === 0) return []
  return [
    { kind: 'heading', text: m.t.suratIsi.wages.missing },
    { kind: 'list', items: questions },
  ]
}

/** Our own targets and published comparisons are no law. */
const NO_LAW = ['payung-targets', 'press-settlements']

/** Where the rules stand that a conclusion rests on. */
function citesOf(fired: readonly Entry[], rulebook: Rulebook): readonly ArticleRef[] {
  return fired
    .map((entry) => entry.citation)
    .filter((each) => !NO_LAW.includes(each.instrument))
    .map((each) => ({
      instrument: rulebook.instruments.get(each.instrument)?.short ?? each.instrument,
      article: each.article,
      certainty: each.confidence,
    }))
}
