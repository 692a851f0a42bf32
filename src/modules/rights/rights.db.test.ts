import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport } from '#src/domain/reports/report.ts'
import { addNewPerson, createCase, readCase, UNKNOWN_ROLE_FIELDS } from '#src/modules/cases/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { sealChain, verifyChain } from '#src/platform/audit/chain-queries.ts'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  askForRight,
  confirmErasure,
  decideRequest,
  holdCase,
  liftHold,
  listOwnRequests,
  listRequests,
  openRequest,
  pauseRequest,
  prepareRequest,
  readOwnExport,
  recordRequest,
} from './index.ts'
import { runErasure, runExpiry } from './keeping/erase-jobs.ts'
import { applyRules, decideExpired } from './keeping/retention.ts'

let world: TestPlatform
let worker: StaffActor
let boss: StaffActor
let officer: StaffActor
const DAY = 24 * 3600_000
const JOB: Actor = { kind: 'job', name: 'test' }

beforeAll(async () => {
  world = await makeTestPlatform()
  worker = await world.as('caseworker', 'jhb')
  boss = await world.as('supervisor', 'jhb')
  officer = await world.as('data-protection-officer', 'jhb')
})
afterAll(() => world.close())

const job = <T>(work: Parameters<typeof runAs<T>>[2]): Promise<T> => runAs(world.platform, JOB, work)
const version = async (id: string): Promise<number> =>
  Number((await world.root('select version from app.rights_requests where id = $1', [id]))[0]!['version'])
const stateOf = async (id: string): Promise<unknown> =>
  (await world.root('select state from app.rights_requests where id = $1', [id]))[0]!['state']

/** A report with a code, and the visitor who holds it. */
async function reporter(story = 'Gaji saya ditahan') {
  const key = newIdempotencyKey()
  const received = await runAs(world.platform, reporterActor(world.platform, key), (ctx) =>
    receiveReport(
      ctx,
      {
        ...blankReport({ channel: 'web', language: 'id' }),
        place: known({ country: 'MY' }),
        names: ['Sutinah Rahayu'],
        story,
      },
      key,
    ),
  )
  const held = await world.root('select code_hash from app.report_codes where report_id = $1', [
    received.reportId,
  ])
  const actor: Actor = { kind: 'public', codeHash: held[0]!['code_hash'] as Uint8Array }
  return {
    id: received.reportId,
    ask: <T>(work: Parameters<typeof runAs<T>>[2]) => runAs(world.platform, actor, work),
  }
}

async function caseOf(names: readonly string[]) {
  const made = await world.staff(worker, (ctx) =>
    createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: `${names.join(' dan ')} bekerja di kapal yang sama`,
    }),
  )
  for (const [at, name] of names.entries())
    await world.staff(worker, (ctx) =>
      addNewPerson(ctx, {
        code: made.code,
        roles: at === 0 ? ['concerned'] : ['witness'],
        fields: UNKNOWN_ROLE_FIELDS,
        facts: { ...blankPerson([name]), numbers: [`+44 7700 90020${at}`] },
        marks: NO_MARKS,
      }),
    )
  const row = await world.root('select id from app.cases where code = $1', [made.code])
  return { code: made.code, id: String(row[0]!['id']) }
}

describe('a request about own data', () => {
  it('comes from the follow page with the law’s clock, and the desk reads only its words', async () => {
    const person = await reporter()
    const id = await person.ask((ctx) => askForRight(ctx, 'access', 'Minta salinan data saya'))
    const seen = await world.staff(officer, (ctx) => openRequest(ctx, id))
    expect(seen.words).toBe('Minta salinan data saya')
    expect(seen.dueAt.getTime() - seen.askedAt.getTime()).toBe(3 * DAY)
    const stories = await world.staff(officer, (ctx) =>
      ctx.tx.selectFrom('app.reports').select('id').execute(),
    )
    expect(stories).toEqual([])
    await expect(world.staff(officer, (ctx) => prepareRequest(ctx, id, 1))).rejects.toThrow()
    await expect(
      world.staff(officer, (ctx) => decideRequest(ctx, id, 1, { result: 'done', answer: 'ya' })),
    ).rejects.toThrow('rights.not-prepared')
  })

  it('is prepared by the desk that reads the case, released unread, and opened by the person', async () => {
    const person = await reporter('Majikan memukul')
    const id = await person.ask((ctx) => askForRight(ctx, 'access', ''))
    await world.staff(worker, (ctx) => prepareRequest(ctx, id, 1))
    const asOfficer = await world.staff(officer, (ctx) =>
      ctx.tx.selectFrom('app.rights_export_files').select('request_id').execute(),
    )
    expect(asOfficer).toEqual([])
    await expect(person.ask((ctx) => readOwnExport(ctx, id))).rejects.toThrow('rights.export-not-found')
    const seen = await version(id)
    await world.staff(officer, (ctx) =>
      decideRequest(ctx, id, seen, { result: 'done', answer: 'Silakan unduh.' }),
    )
    const file = await person.ask((ctx) => readOwnExport(ctx, id))
    expect(JSON.stringify(file)).toContain('Majikan memukul')
    expect(await person.ask(listOwnRequests)).toMatchObject([{ state: 'answered', answer: 'Silakan unduh.' }])
    const other = await reporter()
    await expect(other.ask((ctx) => readOwnExport(ctx, id))).rejects.toThrow('rights.export-not-found')
    expect(await other.ask(listOwnRequests)).toEqual([])
  })

  it('masks third persons in an export', async () => {
    const held = await caseOf(['Sutinah Rahayu', 'Bagas Pratomo'])
    const id = await world.staff(worker, (ctx) =>
      recordRequest(ctx, { caseId: held.id, kind: 'access', words: '', identified: 'document-shown' }),
    )
    await world.staff(worker, (ctx) => prepareRequest(ctx, id, 1))
    const row = (
      await world.root('select key_id, sealed from app.rights_export_files where request_id = $1', [id])
    )[0]!
    const text = await world.staff(worker, async (ctx) => {
      const { loadKey } = await import('#src/platform/db/keys-queries.ts')
      const key = await loadKey(ctx, String(row['key_id']))
      return key.openText(`rights_export_files.sealed/${id}`, row['sealed'] as Buffer)
    })
    expect(text).toContain('Sutinah Rahayu')
    expect(text).not.toMatch(/Bagas|Pratomo|900201/)
  })

  it('never lets a clock of the law stand still, and lets an erasure wait', async () => {
    const person = await reporter()
    const access = await person.ask((ctx) => askForRight(ctx, 'access', ''))
    await expect(world.staff(officer, (ctx) => pauseRequest(ctx, access, 1))).rejects.toThrow(
      'rights.legal-clock',
    )
    const erasure = await person.ask((ctx) => askForRight(ctx, 'erasure', ''))
    await world.staff(officer, (ctx) => pauseRequest(ctx, erasure, 1))
  })

  it('is hidden from other bodies, auditors, administrators and other visitors', async () => {
    const person = await reporter()
    const id = await person.ask((ctx) => askForRight(ctx, 'correction', 'Nama saya salah'))
    const readers: readonly StaffActor[] = [
      await world.as('data-protection-officer', 'pusat'),
      await world.as('supervisor', 'pusat'),
      await world.as('auditor', 'jhb'),
      await world.as('organisation-admin', 'jhb'),
      await world.as('analyst', 'jhb'),
    ]
    for (const reader of readers)
      expect((await world.staff(reader, listRequests)).some((row) => row.id === id)).toBe(false)
    const stranger = await runAs(world.platform, { kind: 'public' }, listOwnRequests)
    expect(stranger).toEqual([])
    expect((await world.staff(officer, listRequests)).some((row) => row.id === id)).toBe(true)
  })

  it('answers a refusal with its legal basis', async () => {
    const person = await reporter()
    const id = await person.ask((ctx) => askForRight(ctx, 'correction', ''))
    await world.staff(officer, (ctx) =>
      decideRequest(ctx, id, 1, { result: 'refused', answer: 'Tidak bisa.', basis: 'pdp-33' }),
    )
    expect(await person.ask(listOwnRequests)).toMatchObject([{ state: 'refused', answer: 'Tidak bisa.' }])
  })
})

describe('restriction', () => {
  it('lets the case go to no other body with consent while it stands', async () => {
    const held = await caseOf(['Kinanti Putri'])
    const id = await world.staff(worker, (ctx) =>
      recordRequest(ctx, { caseId: held.id, kind: 'restriction', words: '', identified: 'known-to-desk' }),
    )
    await world.staff(worker, (ctx) => prepareRequest(ctx, id, 1))
    await world.staff(officer, (ctx) => decideRequest(ctx, id, 2, { result: 'done', answer: 'Ditunda.' }))
    const offer = (basis: string) =>
      world.staff(worker, async (ctx) => {
        const key = await ctx.tx
          .selectFrom('app.cases')
          .select('key_id')
          .where('id', '=', held.id)
          .executeTakeFirstOrThrow()
        const need = ctx.newId()
        await ctx.tx
          .insertInto('app.needs')
          .values({
            id: need,
            created_at: ctx.now,
            case_id: held.id,
            kind: 'shelter',
            owner_org: worker.orgId,
            opened_by_org: worker.orgId,
            urgency: 'sedang',
          })
          .execute()
        await ctx.tx
          .insertInto('app.referrals')
          .values({
            id: ctx.newId(),
            created_at: ctx.now,
            code: `R-UJI-${basis}`,
            case_id: held.id,
            need_id: need,
            from_org: worker.orgId,
            to_org: world.orgs.pusat,
            by_staff: worker.staffId,
            urgency: 'sedang',
            remind_at: ctx.now,
            escalate_at: ctx.now,
            due_at: ctx.now,
            consent_basis: basis,
            key_id: key.key_id,
            package_sealed: Buffer.from('x'),
            package_digest: Buffer.from('x'),
          })
          .execute()
      })
    await expect(offer('consent')).rejects.toThrow('restricted the use')
    await expect(offer('exception')).rejects.not.toThrow('restricted the use')
  })
})

describe('erasure', () => {
  async function prepared() {
    const held = await caseOf(['Rukmini Astuti'])
    const id = await world.staff(worker, (ctx) =>
      recordRequest(ctx, { caseId: held.id, kind: 'erasure', words: 'hapus', identified: 'document-shown' }),
    )
    await world.staff(worker, (ctx) => prepareRequest(ctx, id, 1))
    return { ...held, request: id }
  }
  const keysLeft = async (caseId: string): Promise<number> =>
    Number(
      (
        await world.root(
          `select count(*) as n from app.data_keys k where k.destroyed_at is null and (k.subject_id = $1
             or k.subject_id in (select person_id from app.case_persons where case_id = $1))`,
          [caseId],
        )
      )[0]!['n'],
    )

  it('takes two persons, destroys the keys, and the chain still proves', async () => {
    const held = await prepared()
    await world.staff(officer, async (ctx) =>
      decideRequest(ctx, held.request, await version(held.request), { result: 'done', answer: 'Dihapus.' }),
    )
    expect(await stateOf(held.request)).toBe('confirming')
    expect(await job((ctx) => runErasure(ctx, held.request))).toBe('not-due')
    const seen = await version(held.request)
    await expect(world.staff(officer, (ctx) => confirmErasure(ctx, held.request, seen))).rejects.toThrow()
    await expect(world.staff(worker, (ctx) => confirmErasure(ctx, held.request, seen))).rejects.toThrow()
    await world.staff(boss, (ctx) => confirmErasure(ctx, held.request, seen))
    expect(await keysLeft(held.id)).toBe(2)
    expect(await job((ctx) => runErasure(ctx, held.request))).toBe('erased')
    expect(await keysLeft(held.id)).toBe(0)
    const file = await world.staff(worker, (ctx) => readCase(ctx, held.code, 'work'))
    expect(file.summary).toBeUndefined()
    expect(file.persons[0]?.person?.facts).toBeUndefined()
    await job((ctx) => sealChain(ctx, 'journal'))
    const proof = await runAs(world.platform, { kind: 'keeper' }, (ctx) => verifyChain(ctx, 'journal'))
    expect(proof.faults).toEqual([])
    expect(proof.entries).toBeGreaterThan(0)
    expect(await stateOf(held.request)).toBe('answered')
  })

  it('stops at a legal hold, also one put after the second person, and goes on when another person lifts it', async () => {
    const held = await prepared()
    await world.staff(officer, async (ctx) =>
      decideRequest(ctx, held.request, await version(held.request), { result: 'done', answer: 'Dihapus.' }),
    )
    const seen = await version(held.request)
    await world.staff(boss, (ctx) => confirmErasure(ctx, held.request, seen))
    const hold = await world.staff(officer, (ctx) =>
      holdCase(ctx, { code: held.code, reason: 'court', until: null }),
    )
    expect(await job((ctx) => runErasure(ctx, held.request))).toBe('held')
    expect(await keysLeft(held.id)).toBe(2)
    await expect(world.staff(officer, (ctx) => liftHold(ctx, hold))).rejects.toThrow('hold.second-person')
    await world.staff(boss, (ctx) => liftHold(ctx, hold))
    expect(await job((ctx) => runErasure(ctx, held.request))).toBe('erased')
  })

  it('refuses the decision itself while a hold stands', async () => {
    const held = await prepared()
    await world.staff(boss, (ctx) => holdCase(ctx, { code: held.code, reason: 'restitution', until: null }))
    const seen = await version(held.request)
    await expect(
      world.staff(officer, (ctx) => decideRequest(ctx, held.request, seen, { result: 'done', answer: 'x' })),
    ).rejects.toThrow('rights.legal-hold')
  })

  it('lets no job and no person destroy a key that nobody released', async () => {
    const held = await caseOf(['Wening Sari'])
    const destroy = (actor: Actor) =>
      runAs(world.platform, actor, async (ctx) => {
        const done = await ctx.tx
          .updateTable('app.data_keys')
          .set({ wrapped: null, destroyed_at: ctx.now })
          .where('subject_id', '=', held.id)
          .executeTakeFirst()
        return Number(done.numUpdatedRows)
      })
    expect(await destroy(JOB)).toBe(0)
    for (const actor of [worker, boss, officer])
      await expect(destroy(actor)).rejects.toThrow('permission denied')
    expect(await keysLeft(held.id)).toBe(2)
  })

  it('does not let an officer skip the desk or the second person by hand', async () => {
    const held = await prepared()
    await expect(
      world.staff(officer, (ctx) =>
        ctx.tx
          .updateTable('app.rights_requests')
          .set({ state: 'erasing', confirmed_by: officer.staffId })
          .where('id', '=', held.request)
          .execute(),
      ),
    ).rejects.toThrow()
  })

  it('names a body only by what its desk may read', async () => {
    const held = await caseOf(['Lestari Dewi'])
    const stranger = await world.as('caseworker', 'pusat')
    await expect(
      world.staff(stranger, (ctx) =>
        recordRequest(ctx, { caseId: held.id, kind: 'erasure', words: '', identified: 'known-to-desk' }),
      ),
    ).rejects.toThrow()
  })
})

describe('keeping', () => {
  it('proposes what expired and erases it only after a person decided', async () => {
    const person = await reporter('lama')
    await world.root(
      "update app.reports set state = 'not-a-case', closed_as = 'information', closed_at = $2 where id = $1",
      [person.id, new Date(world.time.now.getTime() - 400 * DAY)],
    )
    await job(applyRules)
    const left = async (): Promise<unknown> =>
      (
        await world.root(
          "select count(*) as n from app.data_keys where subject_kind = 'report' and subject_id = $1 and destroyed_at is null",
          [person.id],
        )
      )[0]!['n']
    const proposal = String(
      (await world.root('select id from app.retention_proposals where subject_id = $1', [person.id]))[0]![
        'id'
      ],
    )
    expect(await job((ctx) => runExpiry(ctx, proposal))).toBe('not-due')
    expect(await left()).toBe('1')
    await expect(
      world.staff(boss, (ctx) => decideExpired(ctx, 'contacts-not-cases', 'approved')),
    ).resolves.toBe(0)
    expect(await world.staff(officer, (ctx) => decideExpired(ctx, 'contacts-not-cases', 'approved'))).toBe(1)
    expect(await job((ctx) => runExpiry(ctx, proposal))).toBe('erased')
    expect(await left()).toBe('0')
  })
})
