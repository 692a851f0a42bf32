/** What was said about sharing, item by item, and what of it still counts. */
import { CONSENT_ITEMS, type ConsentAnswer, type ConsentItem } from '#src/domain/cases/codes.ts'
import type { AskedLanguage, ConsentPurpose } from '#src/domain/disclosure/consent.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import { formatDay } from '#src/texts/dates.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { MatrixView } from '#src/web/ui/staff/referral-parts.tsx'
import type { ConsentRow } from '../case-view.ts'
import { consentReader } from '../case-view-of.ts'

type Said = CaseFile['consents'][number]

const isItem = (code: string): code is ConsentItem => (CONSENT_ITEMS as readonly string[]).includes(code)
const same = (a: Said, b: Said) =>
  a.item === b.item &&
  a.reader_kind === b.reader_kind &&
  a.reader_org === b.reader_org &&
  a.purpose === b.purpose
const isOver = (said: Said, now: Date) => said.until !== null && said.until <= now

/** Every answer, the newest first; an answer "no" after a "yes" is a withdrawal, and a yes that is over counts as none. */
export function consentRows(frame: StaffFrame, file: CaseFile): readonly ConsentRow[] {
  const rows = file.consents.filter((consent) => isItem(consent.item))
  return rows.toReversed().map((consent) => {
    const others = rows.filter((other) => other !== consent && same(other, consent))
    const before = others.filter((other) => other.created_at < consent.created_at).at(-1)
    const isLast = !others.some((other) => other.created_at > consent.created_at)
    const over = isOver(consent, frame.now)
    return {
      id: consent.id,
      item: consent.item as ConsentItem,
      reader: consentReader(frame, consent),
      answer: consent.answer as ConsentAnswer,
      at: consent.created_at,
      purpose: purposeWords(frame, consent.purpose),
      asked: askedWords(frame, consent),
      ...(consent.until && { until: formatDay(consent.until, frame.zone, frame.lang) }),
      ...(over && { over: 'over' as const }),
      ...(consent.by_name && { by: consent.by_name }),
      ...(consent.given_by === 'guardian' && { guardian: 'guardian' as const }),
      ...(consent.answer === 'no' && before?.answer === 'yes' && { withdrawn: 'withdrawn' as const }),
      ...(consent.answer === 'yes' && isLast && !over && { revocable: 'revocable' as const }),
    }
  })
}

function purposeWords(frame: StaffFrame, purpose: string | null): string {
  const words = frame.t.kerjaBerbagi
  return purpose === null ? words.consent.noPurpose : words.purposeOfConsent[purpose as ConsentPurpose]
}

function askedWords(frame: StaffFrame, consent: Said): string {
  const how = frame.t.kerjaKabar.consentWay[consent.how] ?? consent.how
  const language = consent.language === null ? undefined : languageWords(frame, consent.language)
  return language === undefined ? how : `${how}, ${language}`
}

export function languageWords(frame: StaffFrame, code: string): string {
  return frame.t.kerjaBerbagi.language[code as AskedLanguage] ?? code
}

/** The newest answer for each item and reader; only a "yes" that is not over opens. */
export function consentMatrix(frame: StaffFrame, file: CaseFile): MatrixView {
  const said = file.consents.filter((consent) => consent.purpose === null || consent.purpose === 'help')
  const latest = new Map(said.map((consent) => [`${consent.item}|${consentReader(frame, consent)}`, consent]))
  const readers = [...new Set(said.map((consent) => consentReader(frame, consent)))]
  const items = [...new Set(said.map((consent) => consent.item))].filter(isItem)
  const opens = (consent: Said | undefined) => consent?.answer === 'yes' && !isOver(consent, frame.now)
  return {
    readers: readers.map((name) => ({ name })),
    rows: items.map((item) => ({
      item,
      cells: readers.map((reader) => ({
        kind: opens(latest.get(`${item}|${reader}`)) ? ('yes' as const) : ('no' as const),
      })),
    })),
  }
}
