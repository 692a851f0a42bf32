import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#src/domain/disclosure/roles.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { Secret } from 'otpauth'
import { totpCode, totpStepAt } from '#src/platform/auth/totp.ts'
import {
  changePassword,
  closeAccount,
  completeSetUp,
  createFirstAdmin,
  createOrganisation,
  currentSession,
  decideRole,
  demoPassword,
  demoTotpSecret,
  endRole,
  inviteStaff,
  listRoleChangesFor,
  readSetUp,
  renewSetUpLink,
  requestRole,
  sessionHash,
  startSignIn,
} from '#src/modules/accounts/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { giveCredentials, TEST_PASSWORD, VISITOR } from '../../../test/support/sign-in.ts'

const NEW_PASSWORD = 'sungai lambat tujuh tiang'

describe('accounts', () => {
  let world: TestPlatform
  let admin: StaffActor
  let supervisor: StaffActor
  let count = 0
  beforeAll(async () => {
    world = await makeTestPlatform()
    admin = await world.as('organisation-admin', 'jhb')
    supervisor = await world.as('supervisor', 'jhb')
  })
  afterAll(() => world.close())

  const person = () => ({
    displayName: 'Ratna Uji',
    signInName: `ratna.${++count}`,
    email: 'ratna@example.test',
    language: 'id',
  })
  const invite = (roles: readonly Role[] = []) =>
    world.staff(admin, (ctx) => inviteStaff(ctx, { person: person(), roles }))
  const codeFor = async (token: string): Promise<string> => {
    const { totpKey } = await readSetUp(world.platform, token)
    const seed = new Uint8Array(Secret.fromBase32(totpKey.replaceAll(' ', '')).buffer)
    return totpCode(seed, totpStepAt(world.time.now))
  }
  const setUp = async (token: string) =>
    completeSetUp(world.platform, {
      token,
      password: NEW_PASSWORD,
      again: NEW_PASSWORD,
      code: await codeFor(token),
    })
  const stateOf = async (id: string) =>
    (await world.root('select state from app.staff where id = $1', [id]))[0]?.['state']
  const rolesOf = async (id: string) =>
    (
      await world.root(
        'select role from app.staff_roles where staff_id = $1 and confirmed_at is not null and ended_at is null',
        [id],
      )
    ).map((row) => row['role'])
  const roleIdOf = async (id: string) =>
    String(
      (
        await world.root(
          'select id from app.staff_roles where staff_id = $1 and ended_at is null and refused_at is null',
          [id],
        )
      )[0]?.['id'],
    )

  describe('setting up', () => {
    it('makes an invited account active with the person’s own password and codes', async () => {
      const { staffId, token } = await invite()
      expect(await stateOf(staffId)).toBe('invited')
      await setUp(token)
      expect(await stateOf(staffId)).toBe('active')
      expect(
        (
          await startSignIn(world.platform, {
            name: `ratna.${count}`,
            password: NEW_PASSWORD,
            visitor: VISITOR,
          })
        ).kind,
      ).toBe('second-step')
    })

    it('takes a link once', async () => {
      const { token } = await invite()
      await setUp(token)
      await expect(readSetUp(world.platform, token)).rejects.toMatchObject({ code: 'set-up.link-over' })
    })

    it('ends a link after three days', async () => {
      const { token } = await invite()
      world.time.advance(73 * 3600_000)
      await expect(readSetUp(world.platform, token)).rejects.toMatchObject({ code: 'set-up.link-over' })
    })

    it('refuses a weak password, a different repetition and a wrong code, and keeps the link', async () => {
      const { token } = await invite()
      const tries = completeSetUp(world.platform, { token, password: 'ratna uji 12', again: 'x', code: '12' })
      await expect(tries).rejects.toMatchObject({
        problems: [
          { path: 'password', code: 'password.holds-name' },
          { path: 'code', code: 'code.wrong' },
        ],
      })
      await setUp(token)
    })

    it('keeps the word about a name that is taken at its field', async () => {
      await invite()
      const again = { ...person(), signInName: `ratna.${count - 1}` }
      await expect(
        world.staff(admin, (ctx) => inviteStaff(ctx, { person: again, roles: [] })),
      ).rejects.toMatchObject({
        problems: [{ path: 'signInName', code: 'account.name-taken' }],
      })
    })

    it('closes everything that the account could do when a new link is made', async () => {
      const officer = await world.hire('jhb', ['caseworker'])
      await giveCredentials(world, officer)
      const cookie = (await world.cookieOf(officer)).split('=')[1]!
      const { token } = await world.staff(admin, (ctx) => renewSetUpLink(ctx, officer.staffId))
      expect(await rolesOf(officer.staffId)).toEqual([])
      expect(await currentSession(world.platform, cookie, 'id')).toBeUndefined()
      await setUp(token)
      await world.staff(supervisor, async (ctx) =>
        decideRole(ctx, { id: await roleIdOf(officer.staffId), verdict: 'confirm' }),
      )
      expect(await rolesOf(officer.staffId)).toEqual(['caseworker'])
    })

    it('changes a password only with the old one, and ends the other sessions', async () => {
      const officer = await world.hire('jhb', ['caseworker'])
      await giveCredentials(world, officer)
      const [mine, other] = [
        (await world.cookieOf(officer)).split('=')[1]!,
        (await world.cookieOf(officer)).split('=')[1]!,
      ]
      const change = (current: string) =>
        changePassword(world.platform, officer, {
          current,
          password: NEW_PASSWORD,
          again: NEW_PASSWORD,
          visitor: VISITOR,
          sessionHash: sessionHash(mine),
        })
      await expect(change('bukan ini')).rejects.toMatchObject({
        problems: [{ path: 'current', code: 'password.wrong' }],
      })
      await change(TEST_PASSWORD)
      expect(await currentSession(world.platform, mine, 'id')).toBeDefined()
      expect(await currentSession(world.platform, other, 'id')).toBeUndefined()
    })
  })

  describe('roles', () => {
    it('count only after a second person confirmed them', async () => {
      const { staffId } = await invite(['caseworker'])
      expect(await rolesOf(staffId)).toEqual([])
      const id = await roleIdOf(staffId)
      await expect(
        world.staff(admin, (ctx) => decideRole(ctx, { id, verdict: 'confirm' })),
      ).rejects.toMatchObject({ code: 'role.second-person' })
      await world.staff(supervisor, (ctx) => decideRole(ctx, { id, verdict: 'confirm' }))
      expect(await rolesOf(staffId)).toEqual(['caseworker'])
    })

    it('are not asked for oneself and not confirmed by the receiver', async () => {
      await expect(
        world.staff(supervisor, (ctx) =>
          requestRole(ctx, { staffId: supervisor.staffId, role: 'restricted-reader-care' }),
        ),
      ).rejects.toMatchObject({ code: 'role.for-oneself' })
      const id = await world.staff(admin, (ctx) =>
        requestRole(ctx, { staffId: supervisor.staffId, role: 'restricted-reader-care' }),
      )
      await expect(
        world.staff(supervisor, (ctx) => decideRole(ctx, { id, verdict: 'confirm' })),
      ).rejects.toMatchObject({ code: 'role.for-oneself' })
      const second = await world.hire('jhb', ['supervisor'])
      await world.staff(second, (ctx) => decideRole(ctx, { id, verdict: 'refuse' }))
      expect(await rolesOf(supervisor.staffId)).toEqual(['supervisor'])
    })

    it('do not stand beside a role that they exclude', async () => {
      await expect(
        world.staff(supervisor, (ctx) => requestRole(ctx, { staffId: admin.staffId, role: 'caseworker' })),
      ).rejects.toMatchObject({ code: 'role.incompatible' })
    })

    it('are decided once', async () => {
      const { staffId } = await invite(['caseworker'])
      const id = await roleIdOf(staffId)
      await world.staff(supervisor, (ctx) => decideRole(ctx, { id, verdict: 'confirm' }))
      await expect(
        world.staff(supervisor, (ctx) => decideRole(ctx, { id, verdict: 'refuse' })),
      ).rejects.toMatchObject({ code: 'role.decided' })
      await world.staff(supervisor, (ctx) => endRole(ctx, id))
      expect(await rolesOf(staffId)).toEqual([])
    })

    it('are shown to the supervisors of both organisations, and to no third one', async () => {
      const installation = await world.as('installation-admin', 'pusat')
      const receiver = await world.hire('jhb', [])
      const id = await world.staff(installation, (ctx) =>
        requestRole(ctx, { staffId: receiver.staffId, role: 'caseworker' }),
      )
      const sees = async (actor: StaffActor) =>
        (await world.staff(actor, listRoleChangesFor)).find((change) => change.id === id)
      expect(await sees(supervisor)).toMatchObject({ staffName: expect.any(String) })
      expect(await sees(await world.as('supervisor', 'pusat'))).toMatchObject({
        staffName: null,
        role: 'caseworker',
      })
      expect(await sees(await world.as('supervisor', 'hkg'))).toBeUndefined()
    })
  })

  describe('closing', () => {
    const withCase = async (officer: StaffActor) => {
      const id = crypto.randomUUID()
      await world.root(
        `insert into app.data_keys (id, subject_kind, subject_id, wrapped, master_version) values ($1, 'case', $1, '\\x00', 1)`,
        [id],
      )
      await world.root(
        `insert into app.cases (id, created_at, code, lead_org, urgency, key_id) values ($1::uuid, now(), $1::text, $2, 'sedang', $1::uuid)`,
        [id, officer.orgId],
      )
      await world.root(
        `insert into app.case_files (case_id, org_id, created_at, is_lead, assignee, touched_at, code, case_state, urgency, case_types, phase, protected, touches_child)
         values ($1, $2, now(), true, $3, now(), '', '', '', '{}', '', false, false)`,
        [id, officer.orgId, officer.staffId],
      )
      return id
    }

    it('hands over first, then ends sessions and roles at once', async () => {
      const officer = await world.hire('jhb', ['caseworker'])
      const colleague = await world.hire('jhb', ['caseworker'])
      const cookie = (await world.cookieOf(officer)).split('=')[1]!
      const caseId = await withCase(officer)
      const close = (handTo?: string) =>
        world.staff(admin, (ctx) => closeAccount(ctx, { staffId: officer.staffId, handTo }))
      await expect(close()).rejects.toMatchObject({ code: 'account.work-left', missing: ['hand-to'] })
      await expect(close(admin.staffId)).rejects.toMatchObject({ code: 'hand-over.not-an-officer' })
      await expect(close((await world.as('caseworker', 'hkg')).staffId)).rejects.toMatchObject({
        code: 'hand-over.not-an-officer',
      })
      expect(await close(colleague.staffId)).toEqual({ cases: 1 })
      expect(await world.root('select assignee from app.case_files where case_id = $1', [caseId])).toEqual([
        { assignee: colleague.staffId },
      ])
      expect(await currentSession(world.platform, cookie, 'id')).toBeUndefined()
      expect(await rolesOf(officer.staffId)).toEqual([])
      expect(
        (
          await world.root(`select 1 from app.journal where case_id = $1 and verb = 'case.handed-over'`, [
            caseId,
          ])
        ).length,
      ).toBe(1)
    })

    it('is final: the same account never opens again', async () => {
      const officer = await world.hire('jhb', ['caseworker'])
      await world.staff(admin, (ctx) => closeAccount(ctx, { staffId: officer.staffId }))
      await expect(world.staff(admin, (ctx) => renewSetUpLink(ctx, officer.staffId))).rejects.toMatchObject({
        code: 'account.closed',
      })
      const open = world.staff(admin, (ctx) =>
        ctx.tx
          .updateTable('app.staff')
          .set({ state: 'active', closed_at: null })
          .where('id', '=', officer.staffId)
          .execute(),
      )
      await expect(open).rejects.toThrow(/stays closed/)
    })

    it('is not possible with work left, whatever the program does', async () => {
      const officer = await world.hire('jhb', ['caseworker'])
      await withCase(officer)
      const close = world.staff(admin, (ctx) =>
        ctx.tx
          .updateTable('app.staff')
          .set({ state: 'closed', closed_at: ctx.now })
          .where('id', '=', officer.staffId)
          .execute(),
      )
      await expect(close).rejects.toThrow(/still has cases/)
    })

    it('leaves a body and the installation their last administrator, whoever ends the role', async () => {
      for (const [role, org] of [
        ['organisation-admin', 'desa'],
        ['installation-admin', 'pusat'],
      ] as const) {
        const only = await world.as(role, org)
        const others = await world.root(
          "select id from app.staff_roles where role = $1 and ($1 = 'installation-admin' or org_id = $2) and ended_at is null and confirmed_at is not null and staff_id <> $3",
          [role, only.orgId, only.staffId],
        )
        expect(others).toEqual([])
        const end = async () => world.staff(only, async (ctx) => endRole(ctx, await roleIdOf(only.staffId)))
        await expect(end()).rejects.toMatchObject({ code: 'role.last-admin' })
        const second = await world.hire(org, [role])
        await end()
        expect(await rolesOf(only.staffId)).toEqual([])
        expect(await rolesOf(second.staffId)).toEqual([role])
      }
    })

    it('reaches no account of another organisation', async () => {
      const stranger = await world.as('caseworker', 'hkg')
      await expect(
        world.staff(admin, (ctx) => closeAccount(ctx, { staffId: stranger.staffId })),
      ).rejects.toMatchObject({ code: 'account.not-found' })
    })
  })

  describe('the installation', () => {
    const organisation = {
      slug: 'uji-baru',
      kind: 'mission',
      nameId: 'KBRI Uji',
      nameEn: 'Embassy Test',
      shortName: 'KBRI Uji',
      codePrefix: 'UJB',
      timeZone: 'Asia/Riyadh',
      takesReports: 'yes',
      coverage: 'SA\nID 35.08',
    }

    it('gets a first administrator from the command line, once set up by a link', async () => {
      const made = await runAs(world.platform, { kind: 'keeper' }, (ctx) =>
        createFirstAdmin(ctx, {
          organisation: { ...organisation, slug: 'induk', codePrefix: 'IND' },
          person: person(),
        }),
      )
      await setUp(made.token)
      expect(await rolesOf(made.staffId)).toEqual(['installation-admin'])
    })

    it('makes organisations with the places they cover', async () => {
      const installation = await world.as('installation-admin', 'pusat')
      const id = await world.staff(installation, (ctx) => createOrganisation(ctx, organisation))
      expect(
        await world.root('select country, district from app.desk_coverage where org_id = $1 order by rank', [
          id,
        ]),
      ).toEqual([
        { country: 'SA', district: null },
        { country: 'ID', district: '35.08' },
      ])
      await expect(
        world.staff(installation, (ctx) => createOrganisation(ctx, organisation)),
      ).rejects.toMatchObject({ problems: [{ path: 'slug', code: 'organisation.taken' }] })
      await expect(
        world.staff(installation, (ctx) =>
          createOrganisation(ctx, { ...organisation, timeZone: 'Mars/Base', coverage: 'x' }),
        ),
      ).rejects.toMatchObject({ problems: [{ path: 'timeZone' }] })
    })

    it('lets nobody else make one', async () => {
      await expect(
        world.staff(admin, (ctx) =>
          createOrganisation(ctx, { ...organisation, slug: 'lain', codePrefix: 'LAI' }),
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })

    it('derives the sign-ins of the demonstration from its own secret', () => {
      const { secrets } = world.platform
      expect(demoPassword(secrets)).toMatch(/^coba(-[a-z0-9]{4}){3}$/)
      expect(demoTotpSecret(secrets, 'a')).not.toEqual(demoTotpSecret(secrets, 'b'))
      expect(demoPassword({ ...secrets, installation: new Uint8Array(32) })).not.toBe(demoPassword(secrets))
    })
  })
})
