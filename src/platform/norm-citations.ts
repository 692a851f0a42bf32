// A chapter of the rulebook takes from the norms what stands there already: `{"norm": "<id>"}` instead of a citation,
// so that each fact stands once. `{"agrees": "<id>", …}` keeps a citation of its own, where the chapter names the place
// in the text more exactly, and is refused when the norm says another law, value, window or certainty.
import { oncePerRelease } from './law/law-source.ts'
import { readNorms, type Norm } from './norm-texts.ts'

/** How a number is read out of a norm whose value says more than one number, or a percentage. */
const TAKES = {
  'first-number': (value: number | string) => numbersIn(value)[0],
  'second-number': (value: number | string) => numbersIn(value)[1],
  percent: (value: number | string) => Number(value) / 100,
  'percent-on-top': (value: number | string) => 1 + Number(value) / 100,
} as const

const START_NOT_READ = {
  id: 'Hari mulai berlakunya belum dibaca di naskah.',
  en: 'The day it came into force was not read in the text.',
}

type Raw = Readonly<Record<string, unknown>>

/** The version as if the chapter had written it out. Anything that names no norm comes back as it was. */
export function ruleFromNorm(raw: unknown): unknown {
  return fromNorm(raw, () => ({}))
}

export function amountFromNorm(raw: unknown): unknown {
  return fromNorm(raw, (norm, { take, amount, reason }) => ({
    amount: amountOf(norm, take, amount),
    ...(reason === undefined ? {} : { reason }),
  }))
}

function fromNorm(raw: unknown, more: (norm: Norm, given: Raw) => Raw): unknown {
  if (!isRaw(raw)) return raw
  const { norm: id, agrees, ...given } = raw
  if (typeof agrees === 'string') return agreed(normOf(agrees), given)
  if (typeof id !== 'string') return raw
  const norm = normOf(id)
  const { take: _take, amount: _amount, reason: _reason, ...own } = given
  const { instrument, article, source, validFrom, validUntil } = norm
  const start = validFrom === null ? { startNotRead: START_NOT_READ } : {}
  const cited = { instrument, article, source, confidence: certaintyOf(norm), validFrom, validUntil }
  return { ...cited, ...start, norm: id, ...more(norm, given), ...own }
}

/** A text without a place in it can be looked up by nobody, so it never counts as verified here. */
function certaintyOf({ article, confidence }: Norm): Norm['confidence'] {
  return article === '-' && confidence === 'verified' ? 'secondary' : confidence
}

/** A norm without a number leaves the amount to the chapter: a ban is a zero, an unread sum stays empty. */
function amountOf(norm: Norm, take: unknown, own: unknown): unknown {
  const value = norm.parameter?.value ?? null
  if (value === null) return own ?? null
  if (own !== undefined)
    throw new Error(`the norm ${norm.id} has its own amount; the chapter may not repeat it`)
  if (take === undefined) return value
  if (typeof take === 'string' && take in TAKES) return TAKES[take as keyof typeof TAKES](value)
  throw new Error(`nobody knows how to take ${JSON.stringify(take)} from the norm ${norm.id}`)
}

function agreed(norm: Norm, own: Raw): Raw {
  const value = norm.parameter?.value
  const differs = [
    ['instrument', norm.instrument],
    ['confidence', norm.confidence],
    ['validFrom', norm.validFrom],
    ['validUntil', norm.validUntil],
    ...(typeof own['amount'] === 'number' && typeof value === 'number' ? [['amount', value] as const] : []),
  ].filter(([key, says]) => own[key as string] !== says)
  if (differs.length > 0)
    throw new Error(
      `the norm ${norm.id} says otherwise: ${differs.map(([key, says]) => `${key} ${says}`).join(', ')}`,
    )
  return { ...own, norm: norm.id }
}

const byId = oncePerRelease(() => new Map(readNorms().map((norm) => [norm.id, norm] as const)))

function normOf(id: string): Norm {
  const found = byId().get(id)
  if (found === undefined) throw new Error(`there is no norm ${id}`)
  return found
}

function numbersIn(value: number | string): readonly number[] {
  return [...String(value).matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits))
}

function isRaw(raw: unknown): raw is Raw {
  return typeof raw === 'object' && raw !== null
}
