/**
 * Strings in free words that look like they name one person: a telephone number, a passport, a citizen number (NIK), a
 * mail address, the code of a case. A year, a law ("UU 18/2017") and an amount of money are none of these.
 */
export type PrivateWord = 'number' | 'passport' | 'mail' | 'case-code'

/** Long, and no number of anybody. */
const MONEY = /\b(?:rp|idr|rm|hkd|twd|sgd|sar|usd|nt\$)\.?\s?\d[\d.,]*/gi
const DAYS = /(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-])/g
const YEARS = /(?<![\d-])(?:19|20)\d{2}(?:\s?[-–,/]\s?(?:19|20)\d{2})+(?![\d-])/g
const RUN = /\+?\d(?:[\s().-]{0,2}\d)*/g
const PASSPORT = /\b[A-Z]{1,2}[\s-]?\d{6,8}[A-Z]?\b/i
const MAIL = /\S@\S+\.\S/
const CASE_CODE = /\b[A-Z]{2,8}-\d{2,4}-\d{3,}\b/i
/** Digits of the shortest number that reaches somebody. */
const SHORTEST = 8

/** The first that was found; undefined where none was. Names of people cannot be seen this way: screens warn of them. */
export function privateWordIn(text: string): PrivateWord | undefined {
  if (CASE_CODE.test(text)) return 'case-code'
  if (MAIL.test(text)) return 'mail'
  if (PASSPORT.test(text)) return 'passport'
  const rest = text.replaceAll(MONEY, ';').replaceAll(DAYS, ';').replaceAll(YEARS, ';')
  const runs = rest.match(RUN) ?? []
  return runs.some((run) => run.replaceAll(/\D/g, '').length >= SHORTEST) ? 'number' : undefined
}
