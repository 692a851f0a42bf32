// One rule, one code: what the form refuses, the API refuses with the same words for programs, and the other way round.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { newIdempotencyKey } from '#src/modules/reports/index.ts'
import { makeApp } from '#src/web/app.ts'
import { decodeForm } from '#src/web/middleware/decode-form.ts'
import { checkStep } from '../../src/web/site/lapor/check-step.ts'
import { readReportForm, REPORT_STEPS } from '../../src/web/site/lapor/fields.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
})
afterAll(() => world.close())

type Problem = { readonly path: string; readonly code: string }

function formProblems(fields: readonly (readonly [string, string])[]): readonly Problem[] {
  const form = readReportForm(decodeForm(fields))
  return REPORT_STEPS.flatMap((step) => checkStep(form, step)).map(({ field, code }) => ({
    path: field,
    code,
  }))
}

async function apiProblems(body: object): Promise<readonly Problem[]> {
  const response = await app.request('/api/v1/reports', {
    method: 'POST',
    body: JSON.stringify({ ...body, idempotencyKey: newIdempotencyKey() }),
    headers: { 'content-type': 'application/json' },
  })
  const { errors = [] } = (await response.json()) as { readonly errors?: readonly Problem[] }
  return errors.map(({ path, code }) => ({ path, code }))
}

it.each([
  ['a story that is too long', [['story', 'a'.repeat(8001)]], { story: 'a'.repeat(8001) }],
  ['a story that just fits', [['story', 'a'.repeat(8000)]], { story: 'a'.repeat(8000) }],
  [
    'words about the place that are too long',
    [['place.words', 'a'.repeat(501)]],
    { place: { words: 'a'.repeat(501) } },
  ],
  ['names that are too long', [['names', 'a'.repeat(301)]], { names: ['a'.repeat(200), 'a'.repeat(100)] }],
  [
    "a reporter's name that is too long",
    [['reporterName', 'a'.repeat(121)]],
    { reporterName: 'a'.repeat(121) },
  ],
  ['nobody at all', [['peopleCount', '0']], { peopleCount: 0 }],
  ['a number of people in words', [['peopleCount', 'banyak']], { peopleCount: 'banyak' }],
  ['more people than there are', [['peopleCount', '100000']], { peopleCount: 100_000 }],
  ['three people', [['peopleCount', '3']], { peopleCount: 3 }],
  ['a way without a number', [['safeContact.ways', 'sms']], { safeContact: { ways: ['sms'] } }],
  [
    'e-mail alone without an address',
    [
      ['safeContact.ways', 'email'],
      ['safeContact.value', 'saya'],
    ],
    { safeContact: { ways: ['email'], value: 'saya' } },
  ],
  [
    'e-mail or a message',
    [
      ['safeContact.ways', 'email'],
      ['safeContact.ways', 'sms'],
      ['safeContact.value', 'saya'],
    ],
    { safeContact: { ways: ['email', 'sms'], value: 'saya' } },
  ],
  ['the page only', [['safeContact.ways', 'this-page-only']], { safeContact: { ways: ['this-page-only'] } }],
] as const)('%s', async (_, fields, body) => {
  expect(await apiProblems(body)).toEqual(formProblems(fields))
})
