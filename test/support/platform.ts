import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Config } from '#src/config.ts'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { runAs, type Context, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import { newId } from '#src/platform/ids.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { insertSession } from '../../src/modules/accounts/session-queries.ts'
import { sessionHash } from '#src/modules/accounts/index.ts'
import { copyDatabase, type TestDatabase } from './database.ts'
import { TEST_ORGS, type TestOrg } from './test-orgs.ts'

export type TestPlatform = {
  readonly platform: Platform
  /** Ids of the organisations by slug (see test-orgs.ts). */
  readonly orgs: Readonly<Record<TestOrg, string>>
  /** The clock of the platform stands still until moved. */
  readonly time: { now: Date; advance(ms: number): void }
  /** One account for each role in each organisation, made on demand and kept. */
  as(role: Role, org: TestOrg): Promise<StaffActor>
  /** A further account with several roles. */
  hire(org: TestOrg, roles: readonly Role[]): Promise<StaffActor>
  /** The cookie of a whole session of this person, for app.request. */
  cookieOf(actor: StaffActor): Promise<string>
  /** Runs as staff, in one transaction. */
  staff<T>(actor: StaffActor, work: (ctx: StaffContext) => Promise<T>): Promise<T>
  /** Sees every row, whatever the policies say: proves that hidden rows exist. */
  root(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

const START = new Date('2026-11-20T04:00:00.000Z') // a Friday, 11.00 WIB

function testConfig(): Config {
  return {
    env: 'test',
    dataFolder: '/nonexistent',
    databaseUrl: undefined,
    port: 0,
    host: '127.0.0.1',
    url: 'http://localhost:3000',
    masterKeyFile: '/nonexistent',
    secretFile: '/nonexistent',
    trustProxy: true,
    smtpUrl: undefined,
    mailFrom: 'Payung <payung@localhost>',
    demo: false,
  }
}

/** A platform on a private copy of the migrated database, with organisations and staff. Close it in afterAll. */
export async function makeTestPlatform(
  config: Partial<Config> = {},
  takeDatabase: () => Promise<TestDatabase> = copyDatabase,
): Promise<TestPlatform> {
  const database = await takeDatabase()
  const time = { now: START, advance: (ms: number) => void (time.now = new Date(time.now.getTime() + ms)) }
  const master = { current: 1, keys: new Map([[1, new Uint8Array(randomBytes(32))]]) }
  const platform = makePlatform({
    config: { ...testConfig(), ...config },
    owner: database.owner,
    secrets: { master, installation: database.secret },
    clock: () => time.now,
  })
  const orgs = await runAs(platform, { kind: 'keeper' }, makeOrganisations)
  const hired = new Map<string, Promise<StaffActor>>()
  const hire = (org: TestOrg, roles: readonly Role[]): Promise<StaffActor> =>
    runAs(platform, { kind: 'keeper' }, (ctx) => makeStaff(ctx, orgs[org], roles))
  const client = new Client(database.root)
  await client.connect()
  // Tampering by hand meets no trigger.
  await client.query('set session_replication_role = replica')
  return {
    platform,
    orgs,
    time,
    hire,
    as(role, org) {
      const name = `${role} ${org}`
      const actor = hired.get(name) ?? hire(org, [role])
      hired.set(name, actor)
      return actor
    },
    async cookieOf(actor) {
      const token = randomBytes(32).toString('base64url')
      await runAs(platform, { kind: 'gate', staffId: actor.staffId }, (ctx) =>
        insertSession(ctx, {
          idHash: sessionHash(token),
          staffId: actor.staffId,
          orgId: actor.orgId,
          factor: 'totp',
          expiresAt: new Date(time.now.getTime() + 12 * 3600_000),
        }),
      )
      return `payung=${token}`
    },
    staff: (actor, work) => runAs(platform, actor, (ctx) => work(ctx as StaffContext)),
    root: async (sql, values) => (await client.query<Record<string, unknown>>(sql, values as unknown[])).rows,
    async close() {
      await client.end()
      await platform.database.close()
      await database.drop()
    },
  }
}

/** The organisations of test-orgs.ts; the keeper makes them. Their ids by slug. */
export async function makeOrganisations(ctx: Context): Promise<Readonly<Record<TestOrg, string>>> {
  const ids = {} as Record<TestOrg, string>
  for (const [slug, org] of Object.entries(TEST_ORGS)) {
    const id = ctx.newId()
    ids[slug as TestOrg] = id
    await ctx.tx
      .insertInto('app.organisations')
      .values({
        id,
        slug,
        kind: org.kind,
        name_id: org.name,
        name_en: `${org.name} (EN)`,
        short_name: org.name,
        code_prefix: org.prefix,
        time_zone: org.zone,
        country: org.country,
        district: org.district ?? null,
        parent_id: org.parent ? ids[org.parent] : null,
        takes_reports: org.takesReports,
        demo: false,
      })
      .execute()
    for (const [rank, covered] of (org.covers ?? []).entries())
      await ctx.tx
        .insertInto('app.desk_coverage')
        .values({
          id: ctx.newId(),
          org_id: id,
          country: covered.country,
          district: covered.district ?? null,
          rank: rank + 1,
        })
        .execute()
  }
  return ids
}

async function makeStaff(ctx: Context, orgId: string, roles: readonly Role[]): Promise<StaffActor> {
  const staffId = newId(ctx.now)
  const name = `uji-${staffId.slice(-12)}`
  await ctx.tx
    .insertInto('app.staff')
    .values({
      id: staffId,
      org_id: orgId,
      sign_in_name: name,
      display_name: `Petugas ${roles[0] ?? ''}`,
      email: `${name}@example.test`,
      state: 'active',
    })
    .execute()
  for (const role of roles)
    await ctx.tx
      .insertInto('app.staff_roles')
      .values({
        id: ctx.newId(),
        staff_id: staffId,
        org_id: orgId,
        role,
        first_set_up: true,
        confirmed_at: ctx.now,
      })
      .execute()
  return { kind: 'staff', staffId, orgId, roles }
}
