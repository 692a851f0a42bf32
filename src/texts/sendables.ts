import type { ContactWay } from '#src/domain/reports/report.ts'
import { formatDay, formatPartialDate } from './dates.ts'
import { textsFor } from './texts.ts'

const { kerjaKode: kode, kerjaRujukan } = textsFor('id')

/** How the facts of a case are written down for another body: in Indonesian, whatever language the officer reads in. */
export const sendableWords = {
  ...kerjaRujukan.content,
  day: (at: Date): string => formatDay(at, 'UTC', 'id'),
  partialDate: (date: string): string => formatPartialDate(date, 'id'),
  country: (iso: string): string => new Intl.DisplayNames(['id'], { type: 'region' }).of(iso) ?? iso,
  need: (code: string): string => kode.need[code as keyof typeof kode.need],
  intermediary: (code: string): string => kode.intermediary[code as keyof typeof kode.intermediary],
  role: (code: string): string => kode.role[code as keyof typeof kode.role],
  way: (code: ContactWay): string => kode.contactWay[code],
}
