/** A birth date as far as it is known: 0 is unknown. */
export type Birth = { readonly year: number; readonly month: number; readonly day: number }

export const NO_BIRTH: Birth = { year: 0, month: 0, day: 0 }

/** Reads `1999`, `1999-04`, `1999-04-12` and `12-04-1999` or `12/4/1999`; anything else is unknown, never guessed. */
export function readBirth(text: string): Birth {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text.trim())
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? [local[3], local[2], local[1]]
      : ['0', '0', '0']
  const birth = { year: Number(year ?? 0), month: Number(month ?? 0), day: Number(day ?? 0) }
  return birth.month > 12 || birth.day > 31 || birth.year < 1850 ? fixed(birth) : birth
}

/** `1999-25-04` has its day and month in each other's place; what cannot be a date keeps only its year. */
function fixed(birth: Birth): Birth {
  if (birth.year < 1850) return NO_BIRTH
  if (birth.month <= 31 && birth.day <= 12) return { year: birth.year, month: birth.day, day: birth.month }
  return { year: birth.year, month: 0, day: 0 }
}

/** Day, month and year in digits 7 to 12 of a NIK; a woman's day has 40 added. The century is the likelier one. */
export function birthOfNik(nik: string): Birth {
  if (!/^\d{16}$/.test(nik)) return NO_BIRTH
  const written = Number(nik.slice(6, 8))
  const day = written > 40 ? written - 40 : written
  const month = Number(nik.slice(8, 10))
  const short = Number(nik.slice(10, 12))
  if (day < 1 || day > 31 || month < 1 || month > 12) return NO_BIRTH
  return { year: short <= 25 ? 2000 + short : 1900 + short, month, day }
}

/** Agreement of two birth dates, from most to least. */
export const BIRTH_LEVELS = [
  'same',
  'same-default-day',
  'day-and-month-swapped',
  'one-digit',
  'day-differs',
  'month-differs',
  'year-differs',
  'same-year-only',
  'year-near',
  'differs',
  'missing',
] as const
export type BirthLevel = (typeof BIRTH_LEVELS)[number]
export const BIRTH = Object.fromEntries(BIRTH_LEVELS.map((name, at) => [name, at])) as Readonly<
  Record<BirthLevel, number>
>

/** Given to those who know no day: 1 January, 31 December, 17 August. */
export const isDefaultDay = (month: number, day: number): boolean =>
  (day === 1 && month === 1) || (day === 31 && month === 12) || (day === 17 && month === 8)

/** How many digits of a date are others: 1991 and 1997, 13 and 18. */
function digitsApart(a: number, b: number, digits: number): number {
  let count = 0
  let left = a
  let right = b
  for (let at = 0; at < digits; at++) {
    if (left % 10 !== right % 10) count++
    left = Math.trunc(left / 10)
    right = Math.trunc(right / 10)
  }
  return count
}

/** Number of the level in BIRTH_LEVELS. Missing (0) is no evidence; half a date is compared as far as it goes. */
export function birthLevelOf(
  year: number,
  month: number,
  day: number,
  otherYear: number,
  otherMonth: number,
  otherDay: number,
): number {
  if (year === 0 || otherYear === 0) return BIRTH.missing
  const sameYear = year === otherYear
  if (month === 0 || otherMonth === 0) {
    if (sameYear) return BIRTH['same-year-only']
    return Math.abs(year - otherYear) === 1 ? BIRTH['year-near'] : BIRTH.differs
  }
  const sameMonth = month === otherMonth
  const sameDay = day === otherDay
  if (sameYear && sameMonth && sameDay)
    return isDefaultDay(month, day) ? BIRTH['same-default-day'] : BIRTH.same
  if (sameYear && month === otherDay && day === otherMonth) return BIRTH['day-and-month-swapped']
  const apart =
    digitsApart(year, otherYear, 4) + digitsApart(month, otherMonth, 2) + digitsApart(day, otherDay, 2)
  if (apart === 1) return BIRTH['one-digit']
  if (sameYear && sameMonth) return BIRTH['day-differs']
  if (sameYear && sameDay) return BIRTH['month-differs']
  if (sameMonth && sameDay) return BIRTH['year-differs']
  return sameYear ? BIRTH['same-year-only'] : BIRTH.differs
}
