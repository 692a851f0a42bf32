/** The wire shape of a report: the names and rules of the form, nested. A field left out was not asked. */
import { z } from '@hono/zod-openapi'
import { CONSENT_ANSWERS } from '#src/domain/cases/codes.ts'
import { known, unknown, type Answer } from '#src/domain/kernel/answer.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { contactProblem, isPeopleCount, REPORT_LIMITS } from '#src/domain/reports/report-rules.ts'
import {
  blankReport,
  CALL_RULES,
  CONTACT_WAYS,
  DANGERS,
  DESK_CHOICES,
  KEEP_FROM_KINDS,
  READER_KINDS,
  REPORT_ABOUT,
  REPORT_LANGUAGES,
  REPORTER_RELATIONS,
  WHAT_HAPPENED,
  type ReportDraft,
} from '#src/domain/reports/report.ts'

const MOST_NAMES = 20

const words = (longest: number) => z.string().trim().max(longest, 'too-long')

const Unknown = z
  .strictObject({ unknown: z.enum(['does-not-know', 'will-not-say', 'not-asked']) })
  .openapi('Unknown', { description: 'The person was asked and does not know or will not say.' })

/** An answer, or why there is none. */
const answer = <T extends z.ZodType>(value: T) => z.union([value, Unknown])

const date = z
  .string()
  .max(40, 'not-a-date')
  .refine((text) => parsePartialDate(text) !== undefined, 'not-a-date')
  .transform((text) => parsePartialDate(text)!)
  .openapi({ type: 'string', description: '2019, 2019-04, 2019-04-12, 2019-04~ or 2019-04/2019-06' })

export const SafeContactSchema = z
  .strictObject({
    ways: z.array(z.enum(CONTACT_WAYS)).max(CONTACT_WAYS.length, 'too-many'),
    value: words(REPORT_LIMITS['safeContact.value']).optional(),
    hours: words(REPORT_LIMITS['safeContact.hours']).optional(),
    callRule: z.enum(CALL_RULES).default('do-not-call'),
    language: words(REPORT_LIMITS['safeContact.language']).optional(),
  })
  .superRefine((contact, ctx) => {
    const code = contactProblem(contact.ways, contact.value ?? '')
    if (code !== undefined) ctx.addIssue({ code: 'custom', message: code, path: ['value'] })
  })
  .openapi('SafeContact')

export const MayShareSchema = z
  .partialRecord(z.enum(READER_KINDS), z.enum(CONSENT_ANSWERS))
  .openapi('MayShare', { description: 'By kind of reader. One left out was not asked about; it is no yes.' })

export const ReportSchema = z
  .strictObject({
    idempotencyKey: z.string().optional().openapi({
      description: 'Or the header Idempotency-Key. Who knows the key knows the code: make it random.',
    }),
    about: z.enum(REPORT_ABOUT).default('myself'),
    reporterRelation: answer(z.enum(REPORTER_RELATIONS)).optional(),
    peopleCount: answer(z.number('not-a-count').refine(isPeopleCount, 'not-a-count')).optional(),
    names: z.array(words(REPORT_LIMITS.names).min(1, 'missing')).max(MOST_NAMES, 'too-many').default([]),
    reporterName: answer(words(REPORT_LIMITS.reporterName)).optional(),
    village: answer(words(REPORT_LIMITS['place.words'])).optional(),
    recruiter: answer(words(REPORT_LIMITS['place.words'])).optional(),
    employer: answer(words(REPORT_LIMITS['place.words'])).optional(),
    born: answer(date).optional(),
    departed: answer(date).optional(),
    lastContact: answer(date).optional(),
    what: z.array(z.enum(WHAT_HAPPENED)).max(WHAT_HAPPENED.length, 'too-many').default([]),
    story: words(REPORT_LIMITS.story).default(''),
    place: answer(
      z.strictObject({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'not-in-list')
          .optional(),
        region: words(REPORT_LIMITS['place.region']).optional(),
        words: words(REPORT_LIMITS['place.words']).optional(),
      }),
    ).optional(),
    danger: answer(z.enum(DANGERS)).optional(),
    safeContact: answer(SafeContactSchema).optional(),
    mayShare: MayShareSchema.default({}),
    keepFrom: z
      .array(
        z.strictObject({
          kind: z.enum(KEEP_FROM_KINDS),
          bodyId: z.uuid().optional(),
          words: words(REPORT_LIMITS['keepFrom-words']).optional(),
        }),
      )
      .max(20, 'too-many')
      .default([]),
    deskChoice: answer(z.enum(DESK_CHOICES)).optional(),
    language: z.enum(REPORT_LANGUAGES).optional(),
  })
  .refine((report) => report.names.join(', ').length <= REPORT_LIMITS.names, {
    path: ['names'],
    message: 'too-long',
  })
  .openapi('Report')
export type ReportBody = z.output<typeof ReportSchema>

type Unsaid = z.output<typeof Unknown>

function isUnsaid(said: unknown): said is Unsaid {
  return typeof said === 'object' && said !== null && 'unknown' in said
}

function toAnswer<T>(said: T | Unsaid | undefined): Answer<Exclude<T, Unsaid>> {
  if (said === undefined || said === '') return unknown('not-asked')
  return isUnsaid(said) ? unknown(said.unknown) : known(said as Exclude<T, Unsaid>)
}

export function draftFromBody(body: ReportBody, language: ReportDraft['language']): ReportDraft {
  return {
    ...blankReport({ channel: 'api', language: body.language ?? language }),
    about: body.about,
    reporterRelation: body.reporterRelation
      ? toAnswer(body.reporterRelation)
      : body.about === 'myself'
        ? known('self')
        : unknown('not-asked'),
    peopleCount: toAnswer(body.peopleCount),
    names: body.names,
    reporterName: toAnswer(body.reporterName),
    village: toAnswer(body.village),
    recruiter: toAnswer(body.recruiter),
    employer: toAnswer(body.employer),
    born: toAnswer(body.born),
    departed: toAnswer(body.departed),
    lastContact: toAnswer(body.lastContact),
    what: [...new Set(body.what)],
    story: body.story,
    place: toAnswer(body.place),
    danger: toAnswer(body.danger),
    safeContact: toAnswer(body.safeContact),
    mayShare: body.mayShare,
    keepFrom: body.keepFrom,
    deskChoice: toAnswer(body.deskChoice),
  }
}
