// What the matrix of routes needs: two furnished organisations, every reader, one way to ask, and how leaks are found.
import type { Hono } from 'hono'
import { ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import { SCOPES } from '#src/domain/disclosure/scopes.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeProgram } from '../support/api-world.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import type { Door } from '../support/requests.ts'
import { marksIn, type OrgWorld } from '../support/sentinel-world.ts'
import { maySee, type Reader } from './who-may-see.ts'

/** Without PAYUNG_FULL_MATRIX a part of the matrix, another one each run; the seed tells which. */
export const FULL = process.env['PAYUNG_FULL_MATRIX'] === '1'
export const SEED = Number(process.env['PAYUNG_MATRIX_SEED'] ?? Math.floor(Math.random() * 1e9))

export type Person = Reader & {
  readonly actor?: StaffActor
  readonly token?: string
  readonly cookie?: string
}
export type Answer = { readonly status: number; readonly text: string; readonly all: string }
export type Matrix = { readonly world: TestPlatform; readonly app: Hono }

let state = SEED
/** Mulberry32: the same seed gives the same sample. */
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

export function sampled<T>(all: readonly T[], share: number): readonly T[] {
  return FULL ? all : all.filter(() => chance() < share)
}

export async function makeMatrix(): Promise<Matrix> {
  process.stdout.write(
    `matrix: seed ${SEED}${FULL ? ', whole' : ''} (PAYUNG_MATRIX_SEED, PAYUNG_FULL_MATRIX=1)\n`,
  )
  const world = await makeTestPlatform()
  return { world, app: makeApp(world.platform) }
}

export const VISITOR: Person = { title: 'a visitor', org: undefined, roles: [] }

export async function readersOf(
  { world }: Matrix,
  org: 'jhb' | 'hkg',
  own: OrgWorld,
): Promise<readonly Person[]> {
  const person = async (title: string, actor: StaffActor, more: Partial<Person> = {}): Promise<Person> => ({
    title: `${title} of ${org}`,
    org,
    actor,
    roles: actor.roles as readonly Role[],
    cookie: await world.cookieOf(actor),
    ...more,
  })
  const program = async (scopes: readonly string[]): Promise<Person> => ({
    title: `a program (${scopes.join(' ')}) of ${org}`,
    org,
    roles: [],
    scopes,
    token: await makeProgram(world, org, scopes),
  })
  return [
    ...(await Promise.all(ROLES.map(async (role) => person(role, await world.as(role, org))))),
    await person('care team', await world.hire(org, ['caseworker', 'restricted-reader-care'])),
    await person('author', own.officer, { isAuthor: true }),
    await person('named supervisor', own.boss, { isNamed: true }),
    await program(SCOPES),
    await program(['figures:read', 'directory:read']),
  ]
}

let visitor = 0
export async function ask(
  { app }: Matrix,
  who: Person,
  door: Pick<Door, 'method' | 'kind'>,
  path: string,
  body?: BodyInit,
): Promise<Answer> {
  const json = door.kind === 'api'
  const response = await app.request(path, {
    method: door.method,
    body: door.method === 'GET' ? null : (body ?? null),
    headers: {
      'x-forwarded-for': `203.0.${++visitor >> 8}.${visitor & 255}`,
      'sec-fetch-site': 'same-origin',
      ...(who.cookie && { cookie: who.cookie }),
      ...(who.token && { authorization: `Bearer ${who.token}` }),
      ...(door.method === 'POST' && {
        'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
  })
  const text = Buffer.from(await response.arrayBuffer()).toString('latin1')
  return { status: response.status, text, all: `${[...response.headers].join('\n')}\n${text}` }
}

/** What was seen by somebody who may: without it the matrix would prove nothing. */
export const seen = new Set<string>()

/** Marks in the answer that this reader may not know; those he sent himself are his own. */
export function leaks(who: Person, answer: Answer, sent = ''): readonly string[] {
  for (const each of marksIn(answer.all)) if (maySee(who, each)) seen.add(`${each.kind} of ${each.org}`)
  return marksIn(answer.all)
    .filter((each) => !maySee(who, each) && !sent.includes(each.word))
    .map((each) => each.word)
}

/** Without what differs from one answer to the next by itself: the names asked for, sealed tokens, references. */
export function steady(text: string, ...asked: readonly string[]): string {
  return asked
    .flatMap((each) => [each, ...each.split('/')])
    .filter((each) => each.length > 5)
    .reduce((all, each) => all.replaceAll(each, '•').replaceAll(encodeURIComponent(each), '•'), text)
    .replaceAll(/[A-Za-z0-9_-]{40,}/g, '•')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '•')
}
