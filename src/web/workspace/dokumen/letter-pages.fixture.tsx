import { LETTER_KINDS } from '#src/domain/letters/letter.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { chronologyLetter } from './case-letters.ts'
import { LetterPage } from './letter-page.tsx'
import { MAKING } from './letter.fixture.ts'

const CHOICES = {
  persons: [{ value: 'p1', label: 'Suparmi binti Kasan' }],
  events: [{ value: 'e1', label: '2019: Ditawari kerja' }],
  bodies: [{ value: 'o1', label: 'Lembaga Contoh' }],
  referrals: [{ value: 'R-0412', label: 'R-0412' }],
  countries: [{ value: 'MY', label: 'Malaysia' }],
} as const

/** The page of every kind of letter, one with nothing to choose from, one with a look and a problem. */
export function letterPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const code = 'JHB-2026-0412'
  const none = { ...CHOICES, persons: [], events: [], referrals: [] }
  const pages = LETTER_KINDS.map((kind) => [
    `letter-${kind}`,
    <LetterPage frame={frame} view={{ code, kind, choices: CHOICES, form: EMPTY_FORM }} />,
  ])
  return {
    ...Object.fromEntries(pages),
    'letter-nothing': (
      <LetterPage frame={frame} view={{ code, kind: 'chronology', choices: none, form: EMPTY_FORM }} />
    ),
    'letter-look': (
      <LetterPage
        frame={frame}
        view={{
          code,
          kind: 'chronology',
          choices: CHOICES,
          form: { values: {}, problems: [{ path: 'orang', message: frame.t.suratLayar.problem.needed }] },
          letter: chronologyLetter(MAKING(frame.lang)),
        }}
      />
    ),
  }
}
