/** The fields of a tip and the report that it becomes: read by the head office or the police, never by the village. */
import { known, unknown } from '#src/domain/kernel/answer.ts'
import { REPORT_LIMITS } from '#src/domain/reports/report-rules.ts'
import {
  blankReport,
  type Danger,
  type ReportDraft,
  type ReportLanguage,
} from '#src/domain/reports/report.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { DANGER_ANSWERS } from '../lapor/fields.ts'

export const INFO_READERS = ['head-office', 'police'] as const
export type InfoReader = (typeof INFO_READERS)[number]

export type InfoForm = {
  readonly story: string
  readonly country: string
  readonly words: string
  readonly danger: string
  readonly reader: InfoReader
}
export type InfoField = 'story' | 'place.words'
export type InfoProblem = { readonly field: InfoField; readonly code: 'missing' | 'too-long' }

export function readInfoForm(tree: FormTree): InfoForm {
  const text = (name: string) => (valuesAt(tree, name)[0] ?? '').trim()
  const danger = text('danger')
  return {
    story: text('story'),
    country: text('place.country'),
    words: text('place.words'),
    danger: (DANGER_ANSWERS as readonly string[]).includes(danger) ? danger : '',
    reader: text('reader') === 'police' ? 'police' : 'head-office',
  }
}

export function checkInfoForm({ story, words }: InfoForm): readonly InfoProblem[] {
  const problems: InfoProblem[] = []
  if (story === '') problems.push({ field: 'story', code: 'missing' })
  if (story.length > REPORT_LIMITS.story) problems.push({ field: 'story', code: 'too-long' })
  if (words.length > REPORT_LIMITS['place.words']) problems.push({ field: 'place.words', code: 'too-long' })
  return problems
}

export function draftFromInfoForm(form: InfoForm, language: ReportLanguage): ReportDraft {
  const country = /^[A-Z]{2}$/.test(form.country) ? form.country : undefined
  const { words, danger } = form
  return {
    ...blankReport({ channel: 'web', language }),
    about: 'someone-else',
    what: ['lain'],
    story: form.story,
    place:
      country === undefined && words === ''
        ? unknown('not-asked')
        : known({ ...(country && { country }), ...(words && { words }) }),
    danger:
      danger === ''
        ? unknown('not-asked')
        : danger === 'unknown'
          ? unknown('does-not-know')
          : known(danger as Danger),
    safeContact: known({ ways: ['this-page-only'], callRule: 'do-not-call' }),
    keepFrom: [{ kind: 'my-village' }],
    deskChoice: known(form.reader),
  }
}
