/** The fields of the interview form as the use case takes them, and what a zone says put back into the fields. */
import { DESK_QUESTIONS } from '#src/domain/immigration/interview.ts'
import { DESK_SIGNS } from '#src/domain/immigration/signs.ts'
import type { GivenInterview, ZoneReading } from '#src/modules/immigration/index.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'

const WHO = ['name', 'documentNumber', 'issuer', 'expires', 'born', 'years'] as const

export function interviewOf(form: FormValues): GivenInterview {
  return {
    traveller: Object.fromEntries(
      WHO.map((field) => [field, form.one(`traveller.${field}`)]),
    ) as GivenInterview['traveller'],
    language: form.one('language'),
    interpreter: form.one('interpreter'),
    company: form.one('company'),
    answers: Object.fromEntries(
      DESK_QUESTIONS.map((question) => [
        question,
        { words: form.one(`answers.${question}`), why: form.one(`why.${question}`) },
      ]),
    ),
    signs: Object.fromEntries(DESK_SIGNS.map((sign) => [sign, form.one(`signs.${sign}`)])),
    travelOn: { words: form.one('travelOn'), why: '' },
    note: form.one('note'),
  }
}

/** What was typed stays; a field that the zone filled is filled; the lines themselves go no further than this page. */
export function withZone(form: FormValues, zone: ZoneReading): FormState {
  const values: Record<string, string | readonly string[] | undefined> = { ...form.given }
  if (zone.kind === 'read')
    for (const [field, value] of Object.entries(zone.fields)) values[`traveller.${field}`] = value
  if (zone.kind === 'read' && zone.problems.length === 0) values['zone'] = ''
  return { values, problems: [] }
}
