/** The fields of a tip and the report that it becomes: read by the head office or the police, never by the village. */
import { known, unknown } from '#src/domain/kernel/answer.ts'
import { REPORT_LIMITS } from '#src/domain/reports/report-rules.ts'
import {
  blankReport,
  type Danger,
  type DeskChoice,
  type KeepFromKind,
  type ReportDraft,
  type ReportLanguage,
} from '#src/domain/reports/report.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { DANGER_ANSWERS } from '../lapor/fields.ts'

export const INFO_READERS = ['head-office', 'police'] as const
export type InfoReader = (typeof INFO_READERS)[number]

/** Whom a tip may be about. The village is always kept out; these besides. */
export const INFO_CONCERNS = [
  'my-agency',
  'local-labour-office',
  'this-mission',
  'protection-ministry',
  'police',
  'organisation',
] as const satisfies readonly KeepFromKind[]
export type InfoConcern = (typeof INFO_CONCERNS)[number]

/** Longest answer to "when". */
export const LONGEST_WHEN = 200

export type InfoForm = {
  readonly story: string
  readonly country: string
  readonly words: string
  readonly when: string
  readonly danger: string
  readonly concerns: readonly InfoConcern[]
  readonly reader: InfoReader
}
export type InfoField = 'story' | 'place.words' | 'when'
export type InfoProblem = { readonly field: InfoField; readonly code: 'missing' | 'too-long' }

export function readInfoForm(tree: FormTree): InfoForm {
  const text = (name: string) => (valuesAt(tree, name)[0] ?? '').trim()
  const danger = text('danger')
  return {
    story: text('story'),
    country: text('place.country'),
    words: text('place.words'),
    when: text('when'),
    concerns: INFO_CONCERNS.filter((each) => valuesAt(tree, 'concerns').includes(each)),
    danger: (DANGER_ANSWERS as readonly string[]).includes(danger) ? danger : '',
    reader: text('reader') === 'police' ? 'police' : 'head-office',
  }
}

export function checkInfoForm({ story, words, when }: InfoForm): readonly InfoProblem[] {
  const problems: InfoProblem[] = []
  if (story === '') problems.push({ field: 'story', code: 'missing' })
  if (story.length > REPORT_LIMITS.story) problems.push({ field: 'story', code: 'too-long' })
  if (words.length > REPORT_LIMITS['place.words']) problems.push({ field: 'place.words', code: 'too-long' })
  if (when.length > LONGEST_WHEN) problems.push({ field: 'when', code: 'too-long' })
  return problems
}

/** A tip about the police goes to no police desk, whatever was ticked; the same for the ministry. */
export function readerOf({ reader, concerns }: InfoForm): DeskChoice {
  const open = [reader, ...INFO_READERS].find(
    (each) => !concerns.includes(each === 'police' ? 'police' : 'protection-ministry'),
  )
  return open ?? 'organisation'
}

/** `namedBodies`: bodies that the words name; they are kept out as if they had been ticked. */
export function draftFromInfoForm(
  form: InfoForm,
  language: ReportLanguage,
  namedBodies: readonly string[] = [],
): ReportDraft {
  const country = /^[A-Z]{2}$/.test(form.country) ? form.country : undefined
  const { words, danger, when } = form
  return {
    ...blankReport({ channel: 'web', language }),
    about: 'someone-else',
    what: ['lain'],
    story: when === '' ? form.story : `${when}\n\n${form.story}`,
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
    keepFrom: [
      { kind: 'my-village' },
      ...form.concerns.map((kind) => ({ kind })),
      ...namedBodies.map((bodyId) => ({ kind: 'other' as const, bodyId })),
    ],
    deskChoice: known(readerOf(form)),
  }
}
