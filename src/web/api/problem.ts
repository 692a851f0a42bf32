/** Problem details (RFC 9457), in the reader's language. */
import { z } from '@hono/zod-openapi'
import type { Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  NotSignedInError,
  RefusedError,
  StaleVersionError,
  TooManyError,
  UnavailableError,
  type Problem,
} from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'
import { textsFor, type Texts } from '#src/texts/texts.ts'
import { isNoId } from '../middleware/no-id.ts'
import { requestReference } from '../middleware/request-reference.ts'
import { languageOf } from './language.ts'

export const PROBLEM_TYPE = 'application/problem+json'
export type ProblemStatus = keyof Texts['api']['title']

export const ProblemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:payung:problem:invalid' }),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'For programs: does not change with the language.' }),
    detail: z.string(),
    errors: z
      .array(z.object({ path: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: 'One for each field that cannot be used.' }),
    missing: z.array(z.string()).optional().openapi({ description: 'What would have to be there.' }),
    basis: z.string().optional().openapi({ description: 'The article that says so.' }),
    reference: z
      .string()
      .optional()
      .openapi({ description: 'Tell us this number; it names the defect in our log.' }),
  })
  .openapi('Problem')
export type ProblemBody = z.infer<typeof ProblemSchema>

type Found = Pick<ProblemBody, 'code' | 'missing' | 'basis' | 'reference'> & {
  readonly status: ProblemStatus
  readonly problems?: readonly Problem[]
  readonly retryAfterSeconds?: number
}

export function problemAnswer(c: HonoContext, platform: Platform, error: unknown): Response {
  const { status, problems, retryAfterSeconds, ...rest } = findProblem(platform, error)
  const words = textsFor(languageOf(c)).api
  const body: ProblemBody = {
    type: `urn:payung:problem:${rest.code}`,
    title: words.title[status],
    status,
    detail: words.detail[status],
    ...rest,
    ...(problems && {
      errors: problems.map(({ path, code }) => ({
        path,
        code,
        detail: Object.hasOwn(words.field, code)
          ? words.field[code as keyof typeof words.field]
          : words.field.invalid,
      })),
    }),
  }
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds))
  if (status === 401) c.header('www-authenticate', 'Bearer')
  return c.body(JSON.stringify(body), status, { 'content-type': PROBLEM_TYPE })
}

function findProblem(platform: Platform, error: unknown): Found {
  if (error instanceof InvalidInputError) {
    const large = error.problems.some((problem) => problem.code === 'body.too-large')
    return large
      ? { status: 413, code: 'body.too-large' }
      : { status: 422, code: 'invalid', problems: error.problems }
  }
  if (error instanceof NotSignedInError) return { status: 401, code: 'token.missing' }
  if (error instanceof NotAllowedError) return { status: 403, code: error.code }
  if (error instanceof NotFoundError) return { status: 404, code: error.code }
  if (isNoId(error)) return { status: 404, code: 'address.not-found' }
  if (error instanceof RefusedError)
    return {
      status: 409,
      code: error.code,
      ...(error.missing.length > 0 && { missing: [...error.missing] }),
      ...(error.basis && { basis: error.basis }),
    }
  if (error instanceof StaleVersionError) return { status: 409, code: error.code }
  if (error instanceof TooManyError)
    return { status: 429, code: error.code, retryAfterSeconds: error.retryAfterSeconds }
  if (error instanceof UnavailableError) return { status: 503, code: error.code }
  if (error instanceof HTTPException && error.status === 415) return { status: 415, code: 'body.wrong-type' }
  if (error instanceof HTTPException && error.status < 500)
    return { status: 400, code: 'body.not-understood' }
  return { status: 500, code: 'defect', reference: platform.reportDefect(error, requestReference()) }
}

type Issue = z.core.$ZodIssue

/** From what the schema found to fields and codes; the same codes that the forms use. */
export function problemsIn(issues: readonly Issue[], sent: unknown): readonly Problem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), code: 'not-a-field' }))
    if (issue.code === 'invalid_union') return problemsOfUnion(issue, path, sent)
    return [{ path, code: codeOf(issue, valueAt(sent, issue.path)) }]
  })
}

const CODE = /^[a-z]+(?:[-.][a-z]+)*$/

function codeOf(issue: Issue, value: unknown): string {
  // Our own rules carry their code as the message; the library's sentences are for nobody.
  if (CODE.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'missing' : 'invalid'
    case 'invalid_value':
    case 'invalid_key':
      return value === undefined ? 'missing' : 'not-in-list'
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'invalid'
    default:
      return 'invalid'
  }
}

/** An answer is a value or the word that there is none: what is wrong is said about the one that was meant. */
function problemsOfUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: string,
  sent: unknown,
): readonly Problem[] {
  const value = valueAt(sent, issue.path)
  const meant = isUnsaid(value) ? issue.errors.at(-1) : issue.errors[0]
  const inside = problemsIn(meant ?? [], value)
  return inside.length === 0
    ? [{ path, code: 'invalid' }]
    : inside.map((each) => ({ ...each, path: [path, each.path].filter(Boolean).join('.') }))
}

function isUnsaid(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'unknown' in value
}

function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    sent,
  )
}
