/** Instants and plain dates as a reader says them. Instants are stored in UTC and shown with their zone. */
import type { Lang } from './href.ts'

const LOCALES: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' }

/** The reader's time zone as an IANA name; the home office's where the reader's is not known. */
export const HOME_ZONE = 'Asia/Jakarta'

function parts(lang: Lang, instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[lang], options).format(instant)
}

/** "Jumat, 27 November 2026" */
export function longDate(lang: Lang, instant: Date, zone: string): string {
  return parts(lang, instant, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  })
}

/** "27 November" */
export function shortDate(lang: Lang, instant: Date, zone: string): string {
  return parts(lang, instant, { day: 'numeric', month: 'long', timeZone: zone })
}

/** "22.14 WIB", "22:14 GMT+8" */
export function clockTime(lang: Lang, instant: Date, zone: string): string {
  const time = parts(lang, instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
  const name = parts(lang, instant, { timeZone: zone, timeZoneName: 'short' }).split(/,? /).at(-1)
  return `${time} ${name}`
}

/** "27 November, 22.14 WIB" */
export function dateAndTime(lang: Lang, instant: Date, zone: string): string {
  return `${shortDate(lang, instant, zone)}, ${clockTime(lang, instant, zone)}`
}

/** A date without a time, given as 2026-11-12: "12 November 2026". */
export function plainDate(lang: Lang, date: string): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  return parts(lang, new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`), {
    ...(day !== undefined && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
