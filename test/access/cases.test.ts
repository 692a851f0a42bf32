import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { runAs, type Actor } from '#src/platform/db/context.ts'
import {
  addChainLink,
  addEvidence,
  addNeed,
  addNewPerson,
  addNote,
  addTask,
  addTimelineEntry,
  createCase,
  protectCase,
  recordAttempt,
  recordConsent,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { answerScreening, startScreening } from '#src/modules/screening/index.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let openCase = ''
let hiddenCase = ''

/** Every table that hangs on a case, with the column that names the case. */
const TABLES = [
  'case_files',
  'case_persons',
  'timeline_entries',
  'case_actors',
  'needs',
  'notes',
  'tasks',
  'evidence',
  'custody',
  'contact_attempts',
  'consents',
  'screenings',
  'screening_answers',
] as const
/** Of the case's lead: a village officer reads only what was referred to the village, so is not among them. */
const READERS: readonly Role[] = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
]

beforeAll(async () => {
  world = await makeTestPlatform()
  openCase = await fullCase()
  hiddenCase = await fullCase()
  const boss = await world.hire('jhb', ['supervisor'])
  const [row] = await world.root('select code, version from app.cases where id = $1', [hiddenCase])
  await world.staff(boss, (ctx) =>
    protectCase(ctx, {
      code: String(row?.['code']),
      version: Number(row?.['version']),
      because: 'insider',
      readers: [],
    }),
  )
})
afterAll(() => world.close())

async function fullCase(): Promise<string> {
  const worker = await world.as('caseworker', 'jhb')
  return world.staff(worker, async (ctx) => {
    const { id, code } = await createCase(ctx, {
      urgency: 'sedang',
      types: ['TPPO'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'ringkasan',
    })
    const personId = await addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(['Suparmi']), village: known('Sukamaju') },
      marks: NO_MARKS,
    })
    await startScreening(ctx, { code, personId })
    await answerScreening(
      ctx,
      {
        code,
        personId,
        version: 1,
      },
      { answers: { 'elements.act.transport': 'yes' }, happened: '' },
    )
    await addTimelineEntry(ctx, {
      code,
      date: '2019',
      dateWords: '',
      text: 'berangkat',
      source: 'family',
      certainty: 'likely',
    })
    await addChainLink(ctx, { code, kind: 'p3mi', name: 'PT Contoh', where: '', note: '' })
    await addNeed(ctx, { code, kind: 'wages', urgency: 'sedang', label: '' })
    await addNote(ctx, { code, noteClass: 'general', text: 'catatan' })
    await addTask(ctx, {
      code,
      kind: 'visit',
      title: 'kunjungi',
      urgency: 'sedang',
      dueAt: null,
      source: 'internal-target',
    })
    await addEvidence(ctx, { code, title: 'kontrak', kind: 'contract', from: '', original: '' })
    await recordAttempt(ctx, { code, at: ctx.now, way: 'phone', result: 'no-answer', how: 'tidak diangkat' })
    await recordConsent(ctx, {
      code,
      item: 'story',
      readerKind: 'police',
      answer: 'no',
      givenBy: 'self',
      how: 'spoken',
      language: 'id',
    })
    return id
  })
}

async function seen(actor: Actor, table: string, caseId: string): Promise<number> {
  return runAs(world.platform, actor, async (ctx) => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from ${sql.table(`app.${table}`)} where case_id = ${caseId}`.execute(ctx.tx)
    return rows[0]?.n ?? 0
  })
}

const counts = (table: string) =>
  world
    .root(`select count(*)::int as n from app.${table} where case_id = $1`, [hiddenCase])
    .then((rows) => Number(rows[0]?.['n']))

describe('what hangs on a case', () => {
  it.each(TABLES)('%s: rows exist', async (table) => {
    expect(await counts(table)).toBeGreaterThan(0)
  })

  it.each(ROLES)(
    '%s of the own organisation sees an open case only with a reading role, and no protected case',
    async (role) => {
      const actor = await world.as(role, 'jhb')
      for (const table of TABLES) {
        const n = await seen(actor, table, openCase)
        expect([role, table, n > 0]).toEqual([role, table, READERS.includes(role)])
        expect([role, table, await seen(actor, table, hiddenCase)]).toEqual([role, table, 0])
      }
    },
  )

  it.each(ROLES)('%s of another organisation sees nothing', async (role) => {
    const actor = await world.as(role, 'hkg')
    for (const table of TABLES) expect([table, await seen(actor, table, openCase)]).toEqual([table, 0])
    expect(
      await runAs(world.platform, actor, (ctx) => ctx.tx.selectFrom('app.cases').select('id').execute()),
    ).toEqual([])
    expect(
      await runAs(world.platform, actor, (ctx) => ctx.tx.selectFrom('app.persons').select('id').execute()),
    ).toEqual([])
    expect(
      await runAs(world.platform, actor, (ctx) =>
        ctx.tx.selectFrom('app.search_tokens').select('subject_id').execute(),
      ),
    ).toEqual([])
  })

  it('is nothing to a visitor, who may not even ask most tables', async () => {
    const visitor: Actor = { kind: 'public' }
    for (const table of TABLES) {
      const n = await seen(visitor, table, openCase).catch(
        (error: unknown) => (error as { code?: string }).code,
      )
      expect([table, n === 0 || n === '42501']).toEqual([table, true])
    }
  })

  it('is not written by another organisation, a reader of notes or an auditor', async () => {
    const strangers = [
      await world.as('supervisor', 'hkg'),
      await world.as('auditor', 'jhb'),
      await world.as('organisation-admin', 'jhb'),
    ]
    for (const actor of strangers) {
      const add = runAs(world.platform, actor, (ctx) =>
        ctx.tx
          .insertInto('app.tasks')
          .values({
            id: ctx.newId(),
            created_at: ctx.now,
            case_id: openCase,
            org_id: actor.orgId,
            kind: 'other',
            urgency: 'sedang',
          })
          .execute(),
      )
      await expect(add).rejects.toMatchObject({ code: '42501' })
      const file = runAs(world.platform, actor, (ctx) =>
        ctx.tx
          .insertInto('app.case_files')
          .values({
            case_id: openCase,
            org_id: actor.orgId,
            created_at: ctx.now,
            touched_at: ctx.now,
            code: '',
            case_state: '',
            urgency: '',
            case_types: [],
            phase: '',
            protected: false,
            touches_child: false,
          })
          .execute(),
      )
      await expect(file).rejects.toMatchObject({ code: expect.stringMatching(/42501|23505/) })
    }
  })

  it('does not name a reader of a protected case to oneself', async () => {
    const other = await world.hire('jhb', ['supervisor'])
    const name = runAs(world.platform, other, (ctx) =>
      ctx.tx
        .insertInto('app.protected_readers')
        .values({
          id: ctx.newId(),
          created_at: ctx.now,
          case_id: hiddenCase,
          org_id: other.orgId,
          staff_id: other.staffId,
          named_by: other.staffId,
        })
        .execute(),
    )
    await expect(name).rejects.toMatchObject({ code: '42501' })
  })
})
