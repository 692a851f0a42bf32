// What the database itself refuses about accounts, roles, links and programs, whatever the program above it does.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areCompatible, ROLES, type Role } from '#src/domain/disclosure/roles.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

const DENIED = { code: '42501' }

describe('accounts at the database', () => {
  let world: TestPlatform
  beforeAll(async () => {
    world = await makeTestPlatform()
  })
  afterAll(() => world.close())

  const note = (ctx: Context, id: string) =>
    writeJournal(ctx, { verb: 'test.tried', subjectKind: 'staff', subjectId: id })
  const grab = (actor: StaffActor, to: StaffActor, role: Role, extra: Record<string, unknown> = {}) =>
    world.staff(actor, async (ctx) => {
      const id = ctx.newId()
      await ctx.tx
        .insertInto('app.staff_roles')
        .values({
          id,
          staff_id: to.staffId,
          org_id: to.orgId,
          role,
          requested_by: actor.staffId,
          requested_org: actor.orgId,
          ...extra,
        })
        .execute()
      await note(ctx, to.staffId)
      return id
    })
  const confirm = (actor: StaffActor, id: string, by = actor.staffId) =>
    world.staff(actor, async (ctx) => {
      const result = await ctx.tx
        .updateTable('app.staff_roles')
        .set({ confirmed_at: ctx.now, confirmed_by: by })
        .where('id', '=', id)
        .executeTakeFirst()
      await note(ctx, id)
      return Number(result.numUpdatedRows)
    })

  it.each(ROLES)('lets a %s give no role to himself', async (role) => {
    const actor = await world.as(role, 'jhb')
    for (const wanted of [
      'caseworker',
      'supervisor',
      'restricted-reader-legal',
      'installation-admin',
    ] as const)
      await expect(grab(actor, actor, wanted)).rejects.toMatchObject(DENIED)
  })

  it.each(ROLES.filter((role) => !['organisation-admin', 'supervisor', 'installation-admin'].includes(role)))(
    'lets a %s ask for no role at all',
    async (role) => {
      const actor = await world.as(role, 'jhb')
      const other = await world.hire('jhb', [])
      await expect(grab(actor, other, 'caseworker')).rejects.toMatchObject(DENIED)
    },
  )

  it('takes no role that comes confirmed, from another hand, for another organisation or as a first set-up', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    const other = await world.hire('jhb', [])
    const stranger = await world.hire('hkg', [])
    const second = await world.as('supervisor', 'jhb')
    await expect(
      grab(admin, other, 'caseworker', { confirmed_at: world.time.now, confirmed_by: second.staffId }),
    ).rejects.toMatchObject(DENIED)
    await expect(grab(admin, other, 'caseworker', { requested_by: second.staffId })).rejects.toMatchObject(
      DENIED,
    )
    await expect(
      grab(admin, other, 'caseworker', { first_set_up: true, confirmed_at: world.time.now }),
    ).rejects.toMatchObject(DENIED)
    await expect(grab(admin, stranger, 'caseworker')).rejects.toMatchObject(DENIED)
    await expect(grab(admin, { ...stranger, orgId: admin.orgId }, 'caseworker')).rejects.toMatchObject({
      code: '23503',
    })
    await expect(grab(admin, other, 'installation-admin')).rejects.toMatchObject(DENIED)
  })

  it('lets only a second person confirm, as himself, once', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    const supervisor = await world.as('supervisor', 'jhb')
    const receiver = await world.hire('jhb', [])
    const id = await grab(admin, receiver, 'caseworker')
    await expect(confirm(admin, id)).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) })
    await expect(confirm(admin, id, supervisor.staffId)).rejects.toMatchObject(DENIED)
    expect(await confirm({ ...receiver, roles: ['caseworker'] }, id)).toBe(0)
    expect(await confirm(await world.as('supervisor', 'hkg'), id)).toBe(0)
    expect(await confirm(supervisor, id)).toBe(1)
    await expect(confirm(await world.hire('jhb', ['supervisor']), id)).rejects.toMatchObject(DENIED)
  })

  it('refuses the receiver even when he supervises', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    const receiver = await world.hire('jhb', ['supervisor'])
    const id = await grab(admin, receiver, 'restricted-reader-care')
    await expect(confirm(receiver, id)).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) })
  })

  it('says the same of every pair of roles as the domain', async () => {
    const pairs = ROLES.flatMap((a) => ROLES.filter((b) => b !== a).map((b) => [a, b] as const))
    const rows = await world.root(
      'select a, b, app.incompatible_roles(a, b) as apart from unnest($1::text[], $2::text[]) as pair (a, b)',
      [pairs.map(([a]) => a), pairs.map(([, b]) => b)],
    )
    for (const row of rows)
      expect(row['apart'], `${String(row['a'])} ${String(row['b'])}`).toBe(
        !areCompatible([row['a'] as Role, row['b'] as Role]),
      )
  })

  it('confirms no role beside one that excludes it', async () => {
    const admin = await world.hire('jhb', ['organisation-admin'])
    const installation = await world.as('installation-admin', 'jhb')
    const supervisor = await world.as('supervisor', 'jhb')
    const id = await grab(installation, admin, 'caseworker')
    await expect(confirm(supervisor, id)).rejects.toMatchObject({ code: 'PA004' })
  })

  it.each(ROLES)('hides password hashes and seeds from a %s', async (role) => {
    const actor = await world.as(role, 'jhb')
    for (const column of ['password_hash', 'totp_sealed', 'key_id'] as const)
      await expect(
        world.staff(actor, (ctx) => ctx.tx.selectFrom('app.staff').select(column).execute()),
      ).rejects.toMatchObject(DENIED)
    await expect(
      world.staff(actor, (ctx) => ctx.tx.selectFrom('app.api_clients').select('token_hash').execute()),
    ).rejects.toMatchObject(DENIED)
    await expect(
      world.staff(actor, (ctx) =>
        ctx.tx.updateTable('app.staff').set({ password_hash: 'x' }).where('id', '=', actor.staffId).execute(),
      ),
    ).rejects.toMatchObject(DENIED)
  })

  it.each(ROLES.filter((role) => !['organisation-admin', 'installation-admin'].includes(role)))(
    'lets a %s make no account and no link',
    async (role) => {
      const actor = await world.as(role, 'jhb')
      await expect(
        world.staff(actor, (ctx) =>
          ctx.tx
            .insertInto('app.staff')
            .values({
              id: ctx.newId(),
              org_id: actor.orgId,
              sign_in_name: 'baru',
              display_name: 'Baru',
              email: 'b@example.test',
            })
            .execute(),
        ),
      ).rejects.toMatchObject(DENIED)
      const other = await world.hire('jhb', [])
      await expect(link(actor, other)).rejects.toMatchObject(DENIED)
    },
  )

  const link = (actor: StaffActor, to: StaffActor) =>
    world.staff(actor, async (ctx) => {
      await ctx.tx
        .insertInto('app.set_up_links')
        .values({
          id_hash: Buffer.from(ctx.newId()),
          created_at: ctx.now,
          staff_id: to.staffId,
          org_id: to.orgId,
          made_by: actor.staffId,
          expires_at: ctx.now,
        })
        .execute()
      await note(ctx, to.staffId)
    })

  it('makes no link to an account that has roles, to oneself or to another organisation', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    await expect(link(admin, await world.as('caseworker', 'jhb'))).rejects.toMatchObject(DENIED)
    await expect(link(admin, admin)).rejects.toMatchObject(DENIED)
    await expect(link(admin, await world.hire('hkg', []))).rejects.toMatchObject(DENIED)
    await expect(link(admin, await world.hire('jhb', []))).resolves.toBeUndefined()
  })

  it('lets nobody close his own account or open one that is not open', async () => {
    const admin = await world.hire('jhb', ['organisation-admin'])
    const set = (actor: StaffActor, id: string, state: string) =>
      world.staff(actor, async (ctx) => {
        await ctx.tx
          .updateTable('app.staff')
          .set({ state, closed_at: state === 'closed' ? ctx.now : null })
          .where('id', '=', id)
          .execute()
        await note(ctx, id)
      })
    await expect(set(admin, admin.staffId, 'closed')).rejects.toMatchObject(DENIED)
    await expect(set(admin, (await world.hire('jhb', [])).staffId, 'invited')).rejects.toMatchObject(DENIED)
  })

  it.each(ROLES)('shows a %s nobody of another organisation, except to the installation', async (role) => {
    const stranger = await world.as('supervisor', 'hkg')
    const actor = await world.as(role, 'jhb')
    const rows = await world.staff(actor, (ctx) =>
      ctx.tx.selectFrom('app.staff').select('id').where('id', '=', stranger.staffId).execute(),
    )
    expect(rows.length).toBe(role === 'installation-admin' ? 1 : 0)
  })

  it('shows the gate one account at a time, and the public none', async () => {
    const gate = await runAs(world.platform, { kind: 'gate', signInName: 'tidak-ada' }, (ctx) =>
      ctx.tx.selectFrom('app.staff').select('id').execute(),
    )
    expect(gate).toEqual([])
    await expect(
      runAs(world.platform, { kind: 'public' }, (ctx) =>
        ctx.tx.selectFrom('app.staff').select('id').execute(),
      ),
    ).rejects.toMatchObject(DENIED)
  })

  it('opens no session for another account at the gate', async () => {
    const [me, other] = [await world.as('caseworker', 'jhb'), await world.as('caseworker', 'hkg')]
    await expect(
      runAs(world.platform, { kind: 'gate', staffId: me.staffId }, (ctx) =>
        ctx.tx
          .insertInto('app.sessions')
          .values({
            id_hash: Buffer.from('x'),
            created_at: ctx.now,
            staff_id: other.staffId,
            org_id: other.orgId,
            last_seen_at: ctx.now,
            expires_at: ctx.now,
            factor: 'totp',
          })
          .execute(),
      ),
    ).rejects.toMatchObject(DENIED)
  })

  it('hands over only for a supervisor or an administrator of the same organisation', async () => {
    const [from, to] = [await world.hire('jhb', ['caseworker']), await world.hire('jhb', ['caseworker'])]
    const move = (actor: StaffActor) =>
      world.staff(actor, (ctx) =>
        sql`select * from app.hand_over_files(${from.staffId}, ${to.staffId})`.execute(ctx.tx),
      )
    for (const role of ['caseworker', 'auditor', 'analyst', 'data-protection-officer'] as const)
      await expect(move(await world.as(role, 'jhb'))).rejects.toMatchObject(DENIED)
    await expect(move(await world.as('supervisor', 'hkg'))).rejects.toMatchObject(DENIED)
    await expect(move(await world.as('supervisor', 'jhb'))).resolves.toBeDefined()
  })

  it('confirms no program by its own maker and gives it no person', async () => {
    const admin = await world.as('organisation-admin', 'jhb')
    const id = crypto.randomUUID()
    const make = (scopes: readonly string[], confirmed: Date | null) =>
      world.staff(admin, async (ctx) => {
        await ctx.tx
          .insertInto('app.api_clients')
          .values({
            id,
            created_at: ctx.now,
            org_id: admin.orgId,
            name: 'Uji',
            scopes: [...scopes],
            token_hash: Buffer.from(id),
            requested_by: admin.staffId,
            confirmed_at: confirmed,
          })
          .execute()
        await note(ctx, id)
      })
    await expect(make(['cases:read'], world.time.now)).rejects.toMatchObject({ code: '23514' })
    await make(['cases:read'], null)
    const self = world.staff(admin, (ctx) =>
      ctx.tx
        .updateTable('app.api_clients')
        .set({ confirmed_at: ctx.now, confirmed_by: admin.staffId })
        .where('id', '=', id)
        .execute(),
    )
    await expect(self).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) })
    const client = {
      kind: 'client',
      clientId: id,
      orgId: admin.orgId,
      roles: ['organisation-admin'],
      scopes: [],
    } as const
    const grabbed = runAs(world.platform, client, (ctx) =>
      ctx.tx
        .insertInto('app.staff_roles')
        .values({
          id: ctx.newId(),
          staff_id: admin.staffId,
          org_id: admin.orgId,
          role: 'caseworker',
          requested_by: admin.staffId,
          requested_org: admin.orgId,
        })
        .execute(),
    )
    await expect(grabbed).rejects.toMatchObject(DENIED)
  })
})
