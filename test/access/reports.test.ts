import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import {
  addSecondHolder,
  newIdempotencyKey,
  receiveReport,
  reporterActor,
  writeToDesk,
} from '#src/modules/reports/index.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { ROLES } from '#src/domain/disclosure/roles.ts'
import { hashOfCode } from '../../src/modules/reports/receive/report-keys.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const TABLES = [
  'reports',
  'report_codes',
  'report_requests',
  'report_desks',
  'messages',
  'attachments',
  'consents',
  'search_tokens',
  'data_keys',
] as const
type Table = (typeof TABLES)[number]

let world: TestPlatform
let mine: { readonly id: string; readonly holder: Actor; readonly second: Actor }
let others: { readonly id: string; readonly holder: Actor }
const draft = (facts: Partial<ReportDraft>): ReportDraft => ({
  ...blankReport({ channel: 'web', language: 'id' }),
  names: ['Sutinah Rahayu'],
  story: 'Cerita',
  mayShare: { police: 'no' },
  ...facts,
})

async function send(facts: Partial<ReportDraft>): Promise<{ readonly id: string; readonly holder: Actor }> {
  const key = newIdempotencyKey()
  const holder = reporterActor(world.platform, key)
  const { reportId } = await runAs(world.platform, holder, (ctx) => receiveReport(ctx, draft(facts), key))
  await runAs(world.platform, holder, (ctx) => writeToDesk(ctx, 'Halo'))
  return { id: reportId, holder: { kind: 'public', codeHash: (holder as { codeHash: Uint8Array }).codeHash } }
}

beforeAll(async () => {
  world = await makeTestPlatform()
  const one = await send({ place: known({ country: 'MY' }) })
  const code = await runAs(world.platform, one.holder, (ctx) => addSecondHolder(ctx, 'uji'))
  mine = { ...one, second: { kind: 'public', codeHash: hashOfCode(world.platform, code) } }
  others = await send({ place: known({ country: 'HK' }) })
})
afterAll(() => world.close())

/** How many rows an actor sees; 'refused' where he may not even ask. */
const visible = (actor: Actor, table: Table): Promise<number | 'refused'> =>
  runAs(world.platform, actor, async (ctx) =>
    Number(
      (await sql<{ n: string }>`select count(*) as n from ${sql.table(`app.${table}`)}`.execute(ctx.tx))
        .rows[0]?.n,
    ),
  ).catch((error: { code?: string }) => {
    if (error.code === '42501') return 'refused' as const
    throw error
  })
const attempt = (actor: Actor, work: (ctx: Context) => Promise<unknown>): Promise<string> =>
  runAs(world.platform, actor, work).then(
    () => 'done',
    (error: { code?: string }) => String(error.code),
  )
const exist = async (table: Table): Promise<number> =>
  Number((await world.root(`select count(*) as n from app.${table}`))[0]!['n'])

describe('the public role', () => {
  it.each(TABLES)('reads nothing of %s without a code, though rows exist', async (table) => {
    if (table !== 'attachments') expect(await exist(table)).toBeGreaterThan(0)
    expect([0, 'refused']).toContain(await visible({ kind: 'public' }, table))
    expect([0, 'refused']).toContain(await visible({ kind: 'public', codeHash: new Uint8Array(32) }, table))
  })

  it('reads with a code the one report that it opens', async () => {
    expect(await visible(mine.holder, 'reports')).toBe(1)
    expect(await visible(mine.holder, 'messages')).toBe(1)
    expect(await visible(mine.holder, 'data_keys')).toBe(1)
    const ids = await runAs(world.platform, mine.holder, (ctx) =>
      ctx.tx.selectFrom('app.reports').select('id').execute(),
    )
    expect(ids).toEqual([{ id: mine.id }])
  })

  it('reads with the second code no message of the first, no choices and no key', async () => {
    expect(await visible(mine.second, 'reports')).toBe(1)
    for (const table of ['messages', 'consents', 'data_keys'] as const)
      expect(await visible(mine.second, table)).toBe(0)
  })

  it('puts nothing into a report that its code does not open', async () => {
    const row = { created_at: world.time.now, org_id: world.orgs.hkg }
    const foreign = others.id
    expect(
      await attempt(mine.holder, (ctx) =>
        ctx.tx
          .insertInto('app.consents')
          .values({
            ...row,
            id: ctx.newId(),
            report_id: foreign,
            item: 'story',
            reader_kind: 'police',
            answer: 'yes',
            given_by: 'self',
            how: 'web',
          })
          .execute(),
      ),
    ).toBe('42501')
    expect(
      await attempt(mine.holder, (ctx) =>
        ctx.tx
          .insertInto('app.report_codes')
          .values({
            code_hash: Buffer.alloc(32, 1),
            created_at: world.time.now,
            report_id: foreign,
            holder: 'second',
          })
          .execute(),
      ),
    ).toBe('42501')
    expect(
      await attempt(mine.holder, (ctx) =>
        ctx.tx
          .insertInto('app.report_desks')
          .values({ ...row, id: ctx.newId(), report_id: foreign, why: 'place' })
          .execute(),
      ),
    ).toBe('42501')
    expect(
      await attempt(mine.holder, (ctx) =>
        ctx.tx
          .insertInto('app.search_tokens')
          .values({
            token: Buffer.alloc(16, 1),
            subject_id: foreign,
            subject_kind: 'report',
            kind: 'name',
            org_id: world.orgs.hkg,
          })
          .execute(),
      ),
    ).toBe('42501')
    expect(
      await attempt(mine.second, (ctx) =>
        ctx.tx
          .insertInto('app.consents')
          .values({
            ...row,
            id: ctx.newId(),
            report_id: mine.id,
            item: 'story',
            reader_kind: 'police',
            answer: 'yes',
            given_by: 'self',
            how: 'web',
          })
          .execute(),
      ),
    ).toBe('42501')
    expect(
      await attempt(mine.second, (ctx) =>
        ctx.tx
          .insertInto('app.report_codes')
          .values({
            code_hash: Buffer.alloc(32, 2),
            created_at: world.time.now,
            report_id: mine.id,
            holder: 'second',
          })
          .execute(),
      ),
    ).toBe('42501')
  })

  it('changes neither desk nor state nor urgency, even of its own report', async () => {
    for (const change of [{ org_id: world.orgs.hkg }, { state: 'not-a-case' }, { urgency: 'rendah' }])
      expect(
        await attempt(mine.holder, (ctx) =>
          ctx.tx.updateTable('app.reports').set(change).where('id', '=', mine.id).execute(),
        ),
      ).toBe('42501')
    expect(await attempt(mine.holder, (ctx) => ctx.tx.deleteFrom('app.reports').execute())).toBe('42501')
  })

  it('commits no report without a journal entry', async () => {
    const result = await attempt(mine.holder, (ctx) =>
      ctx.tx.updateTable('app.reports').set({ version: 9 }).where('id', '=', mine.id).execute(),
    )
    expect(result).toBe('PJ001')
  })
})

describe('staff', () => {
  it.each(['intake-officer', 'caseworker', 'supervisor'] as const)(
    '%s of the desk sees its report, of another body nothing',
    async (role) => {
      expect(await visible(await world.as(role, 'jhb'), 'reports')).toBe(1)
      for (const org of ['kemlu', 'pusat', 'ngo', 'jatim', 'disnaker', 'desa'] as const)
        for (const table of ['reports', 'messages', 'attachments', 'consents', 'search_tokens'] as const)
          expect(await visible(await world.as(role, org), table)).toBe(0)
    },
  )

  it('administrators, auditors, analysts and data-protection officers read no report of their own desk', async () => {
    for (const role of ROLES.filter((each) =>
      ['analyst', 'auditor', 'data-protection-officer', 'organisation-admin', 'installation-admin'].includes(
        each,
      ),
    ))
      for (const table of ['reports', 'messages', 'consents', 'search_tokens'] as const)
        expect([role, await visible(await world.as(role, 'jhb'), table)]).toEqual([role, 0])
  })

  it('nobody of staff reads codes', async () => {
    expect(await visible(await world.as('supervisor', 'jhb'), 'report_codes')).toBe('refused')
  })

  it('a body that the reporter named sees nothing, even where it would be the desk', async () => {
    const kept = await send({ place: known({ country: 'MY' }), keepFrom: [{ kind: 'this-mission' }] })
    const officer = await world.as('supervisor', 'jhb')
    const seen = await runAs(world.platform, officer, (ctx) =>
      ctx.tx.selectFrom('app.reports').select('id').execute(),
    )
    expect(seen.map((row) => row.id)).not.toContain(kept.id)
    expect(
      await world.root('select 1 from app.reports where id = $1 and $2 = any (kept_from_orgs)', [
        kept.id,
        world.orgs.jhb,
      ]),
    ).toHaveLength(1)
    await expect(
      world.root('update app.reports set org_id = $2 where id = $1', [kept.id, world.orgs.jhb]),
    ).rejects.toThrow(/check/)
  })
})

it('leaves no name, number or story in clear in any row of a report', async () => {
  const secret = 'Kinanti Purwaningrum'
  await send({
    names: [secret],
    story: `${secret} di Muar Selatan`,
    place: known({ country: 'MY', words: 'Muar Selatan' }),
    safeContact: known({ ways: ['sms'], value: '+44 7700 900321', callRule: 'do-not-call' }),
    village: known('Desa Tirtasari'),
  })
  for (const table of [...TABLES, 'journal', 'audit_log'] as const) {
    const rows = await world.root(`select t::text as row from app.${table} t`)
    const text = rows
      .map((row) =>
        Buffer.from(
          String(row['row']).replaceAll(/\\x([0-9a-f]+)/g, (_, hex: string) =>
            Buffer.from(hex, 'hex').toString('latin1'),
          ),
        ).toString(),
      )
      .join('\n')
    for (const word of ['Kinanti', 'kinanti', 'Muar', '900321', 'Tirtasari', 'tirtasari'])
      expect([table, word, text.includes(word)]).toEqual([table, word, false])
  }
})
