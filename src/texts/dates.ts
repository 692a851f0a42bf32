/** Instants, partial dates and spans of time as a reader says them. Instants are shown with their zone. */
import type { PartialDate } from '#src/domain/kernel/partial-date.ts'

type Lang = 'id' | 'en'

const LOCALES: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' }

function fields(
  date: Date,
  lang: Lang,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Record<string, string> {
  const parts = new Intl.DateTimeFormat(LOCALES[lang], { ...options, timeZone: zone }).formatToParts(date)
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

/** "WIB", "GMT+8": the zone's short name at that instant. */
export function zoneName(date: Date, zone: string, lang: Lang): string {
  return fields(date, lang, zone, { timeZoneName: 'short' }).timeZoneName ?? zone
}

/** "22.14" in Indonesian, "22:14" in English, without the zone. */
export function formatTime(date: Date, zone: string, lang: Lang): string {
  const { hour, minute } = fields(date, lang, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${hour}${lang === 'id' ? '.' : ':'}${minute}`
}

/** "27 November 2026" */
export function formatDay(date: Date, zone: string, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  }).format(date)
}

/** "27 Nov" */
export function formatShortDay(date: Date, zone: string, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'short', timeZone: zone }).format(
    date,
  )
}

/** "Jumat, 27 November 2026" */
export function formatWeekday(date: Date, zone: string, lang: Lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'full', timeZone: zone }).format(date)
}

/** "27 Nov 2026, 22.14 WIB" */
export function formatInstant(date: Date, zone: string, lang: Lang): string {
  const day = new Intl.DateTimeFormat(LOCALES[lang], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  }).format(date)
  return `${day}, ${formatTime(date, zone, lang)} ${zoneName(date, zone, lang)}`
}

const UNITS: Record<Lang, { readonly day: string; readonly hour: string; readonly minute: string }> = {
  id: { day: 'hari', hour: 'j', minute: 'm' },
  en: { day: 'd', hour: 'h', minute: 'min' },
}

/** "5 j 40 m", "2 hari 3 j": two largest units, never negative. */
export function formatSpan(milliseconds: number, lang: Lang): string {
  const unit = UNITS[lang]
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days > 0)
    return hours > 0 && days < 3 ? `${days} ${unit.day} ${hours} ${unit.hour}` : `${days} ${unit.day}`
  if (hours > 0) return rest > 0 ? `${hours} ${unit.hour} ${rest} ${unit.minute}` : `${hours} ${unit.hour}`
  return `${rest} ${unit.minute}`
}

function formatCalendar(text: string, lang: Lang): string {
  const [year, month, day] = text.split('-').map(Number)
  if (year === undefined || month === undefined) return text
  return new Intl.DateTimeFormat(LOCALES[lang], {
    year: 'numeric',
    month: day === undefined ? 'long' : 'short',
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, day ?? 1))
}

const ABOUT: Record<Lang, string> = { id: 'kira-kira', en: 'about' }

/** "kira-kira April 2019", "April 2019–Mei 2019", "3 Sep 2026"; takes the readable form, as `2019-04~`. */
export function formatPartialDate(date: PartialDate | string, lang: Lang): string {
  return String(date)
    .split('/')
    .map((end) =>
      end.endsWith('~')
        ? `${ABOUT[lang]} ${formatCalendar(end.slice(0, -1), lang)}`
        : formatCalendar(end, lang),
    )
    .join('–')
}
