import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAINS, sealChain, verifyChain } from '../audit/chain-queries.ts'
import { writeJournal } from '../audit/journal-queries.ts'
import { runAs } from '../db/context.ts'
import { createKey, loadKey } from '../db/keys-queries.ts'
import { enqueue } from '../jobs/queue-queries.ts'
import { makePlatform } from '../platform.ts'
import { backupTo } from './backup-queries.ts'
import { openBackup, restoreFrom } from './restore-queries.ts'
import { rewrapDataKeys } from './rotate-queries.ts'
import { copyDatabase } from '../../../test/support/database.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'

describe('the keeper', () => {
  let world: TestPlatform
  const folder = mkdtempSync(join(tmpdir(), 'payung-keep-'))
  const file = join(folder, 'copy.age')
  const quiet = (): void => undefined
  let incident = ''

  beforeAll(async () => {
    world = await makeTestPlatform()
    const officer = await world.as('caseworker', 'jhb')
    incident = await world.staff(officer, async (ctx) => {
      const id = ctx.newId()
      const key = await createKey(ctx, 'incident', id)
      const sealed = key.sealText(`incidents.sealed/${id}`, 'Kapal di pelabuhan "A"\nbaris dua')
      await ctx.tx
        .insertInto('app.incidents')
        .values({ id, created_at: ctx.now, org_id: officer.orgId, key_id: key.id, sealed })
        .execute()
      await writeJournal(ctx, { verb: 'incident.opened', subjectKind: 'incident', subjectId: id })
      await enqueue(ctx, 'keep.test', { id })
      await enqueue(ctx, 'keep.test', { id }, { jobKey: 'one', runAt: new Date('2030-01-01T00:00:00Z') })
      return id
    })
    for (const chain of CHAINS)
      await runAs(world.platform, { kind: 'job', name: 'seal' }, (ctx) => sealChain(ctx, chain))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await world.close()
  })

  it('makes a copy that does not open without the master key', async () => {
    const counts = await backupTo(world.platform, file, quiet)
    expect(counts['organisations']).toBeGreaterThan(5)
    expect(readFileSync(file).includes('KJRI')).toBe(false)
    const other = { current: 1, keys: new Map([[1, new Uint8Array(randomBytes(32))]]) }
    await expect(openBackup(file, other)).rejects.toThrow(/does not open/)
  })

  it('brings every row back, and the chains still prove', async () => {
    const target = await copyDatabase()
    try {
      const opened = await openBackup(file, world.platform.secrets.master)
      const counts = await restoreFrom(opened, target.owner, quiet)
      expect(counts).toEqual(opened.header.counts)
      const restored = makePlatform({
        config: world.platform.config,
        owner: target.owner,
        secrets: world.platform.secrets,
        clock: world.platform.clock,
      })
      for (const chain of CHAINS)
        expect((await runAs(restored, { kind: 'keeper' }, (ctx) => verifyChain(ctx, chain))).faults).toEqual(
          [],
        )
      const text = await runAs(restored, { kind: 'keeper' }, async (ctx) => {
        const row = await ctx.tx
          .selectFrom('app.incidents')
          .selectAll()
          .where('id', '=', incident)
          .executeTakeFirstOrThrow()
        return (await loadKey(ctx, row.key_id)).openText(`incidents.sealed/${incident}`, row.sealed)
      })
      expect(text).toBe('Kapal di pelabuhan "A"\nbaris dua')
      await expect(
        restoreFrom(await openBackup(file, world.platform.secrets.master), target.owner, quiet),
      ).rejects.toThrow(/not empty/)
      const root = new Client(target.root)
      await root.connect()
      const waiting = `select t.identifier, j.payload, j.key, j.run_at from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`
      const jobs = await world.root(waiting)
      expect(jobs).toHaveLength(2)
      expect((await root.query(waiting)).rows).toEqual(jobs)
      const { rows } = await root.query(
        `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
      )
      await root.end()
      expect(rows).toEqual([])
      await restored.database.close()
    } finally {
      await target.drop()
    }
  })

  it('refuses a damaged copy', async () => {
    const broken = join(folder, 'broken.age')
    const bytes = readFileSync(file)
    bytes[bytes.length - 40]! ^= 1
    writeFileSync(broken, bytes)
    const attempt = async (): Promise<void> => {
      const opened = await openBackup(broken, world.platform.secrets.master)
      for (let next = await opened.lines.next(); !next.done; next = await opened.lines.next());
    }
    await expect(attempt()).rejects.toThrow()
  })

  it('wraps every data key under the new master key, after which the old one opens nothing', async () => {
    const { master } = world.platform.secrets
    const both = {
      current: 2,
      keys: new Map([...master.keys, [2, new Uint8Array(randomBytes(32))] as const]),
    }
    const rotating = makePlatform({
      config: world.platform.config,
      owner: world.platform.owner,
      secrets: { ...world.platform.secrets, master: both },
      clock: world.platform.clock,
    })
    expect(await rewrapDataKeys(rotating, quiet)).toBe(1)
    expect(await rewrapDataKeys(rotating, quiet)).toBe(0)
    const newest = { current: 2, keys: new Map([[2, both.keys.get(2)!]]) }
    const after = makePlatform({
      config: world.platform.config,
      owner: world.platform.owner,
      secrets: { ...world.platform.secrets, master: newest },
      clock: world.platform.clock,
    })
    const open = (platform: typeof after) =>
      runAs(platform, { kind: 'keeper' }, async (ctx) => {
        const row = await ctx.tx.selectFrom('app.incidents').selectAll().executeTakeFirstOrThrow()
        return (await loadKey(ctx, row.key_id)).openText(`incidents.sealed/${incident}`, row.sealed)
      })
    await expect(open(after)).resolves.toContain('Kapal')
    await expect(open(world.platform)).rejects.toThrow(/master key 2/)
    await rotating.database.close()
    await after.database.close()
  })
})
