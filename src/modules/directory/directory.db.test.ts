import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs } from '#src/platform/db/context.ts'
import { loadReference } from '#src/platform/reference.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  bringInReference,
  decideChange,
  decideEdit,
  decideNew,
  findEmergencyNumbers,
  listDirectory,
  listPublicServices,
  loadDirectory,
  proposeBody,
  proposeChange,
  proposeEdit,
  proposeService,
  readEntry,
} from './index.ts'

const DAY = 24 * 3600_000
const FICTION = '+44 7700 900123'

describe('the directory', () => {
  let world: TestPlatform
  let mission: string
  const visitor = <T>(work: Parameters<typeof runAs<T>>[2]): Promise<T> =>
    runAs(world.platform, { kind: 'public' }, work)
  const one = async (sql: string): Promise<string> => String((await world.root(sql))[0]?.['id'])

  beforeAll(async () => {
    world = await makeTestPlatform()
    await loadDirectory(world.platform)
    mission = await one("select id from app.directory_bodies where slug = 'kjri-johor-bahru'")
  })
  afterAll(() => world.close())

  it('loads the reference once and changes nothing the second time', async () => {
    const before = await world.root('select count(*) from app.directory_contacts')
    expect(await loadDirectory(world.platform)).toEqual({ added: 0, changed: 0, proposed: 0 })
    expect(await world.root('select count(*) from app.directory_contacts')).toEqual(before)
  })

  it('has no column that could hold an address', async () => {
    const rows = await world.root(
      "select column_name from information_schema.columns where table_schema = 'app' and table_name like 'directory%' and column_name ~ '(address|street|alamat|lat|lon|location)'",
    )
    expect(rows.map((row) => row['column_name'])).toEqual([])
  })

  it('shows a visitor no unchecked number, not even by a direct question to the table', async () => {
    const rows = await visitor((ctx) => ctx.tx.selectFrom('app.directory_contacts').select('value').execute())
    expect(rows).toEqual([])
    const numbers = await visitor((ctx) => findEmergencyNumbers(ctx, 'MY'))
    expect(numbers.checked).toEqual([])
    expect([numbers.country?.number, numbers.headOffice?.value]).toEqual(['999', '0800-1000'])
    expect(numbers.country?.asOf).toBeTruthy()
  })

  it('renames, moves and ends a body only when a second person agrees, and nobody writes to it by hand', async () => {
    const first = await world.as('caseworker', 'jhb')
    const second = await world.as('supervisor', 'jhb')
    const body = await world.staff(first, (ctx) =>
      proposeBody(ctx, {
        kind: 'body',
        nameId: 'Rumah Rekaan',
        nameEn: 'Invented House',
        country: 'MY',
        district: null,
        source: 'Datang ke sana',
      }),
    )
    await world.staff(second, (ctx) => decideNew(ctx, { what: 'body', id: body, bodyId: body }, 'live'))
    const service = await world.staff(first, (ctx) =>
      proposeService(ctx, {
        bodyId: body,
        nameId: 'Layanan rekaan',
        nameEn: '',
        forWhom: null,
        languages: null,
        cost: null,
        documents: null,
        hours: null,
        secret: null,
        source: 'Datang ke sana',
      }),
    )
    await world.staff(second, (ctx) => decideNew(ctx, { what: 'service', id: service, bodyId: body }, 'live'))
    const propose = (more: Partial<Parameters<typeof proposeEdit>[1]>) =>
      world.staff(first, (ctx) =>
        proposeEdit(ctx, { bodyId: body, edit: 'rename', source: 'Surat lembaga', ...more }),
      )
    const confirm = (id: string) => world.staff(second, (ctx) => decideEdit(ctx, id, 'confirmed'))
    const seen = () => world.staff(first, (ctx) => readEntry(ctx, body, 'id'))

    const renamed = await propose({ nameId: 'Rumah Baru' })
    expect((await seen()).name).toBe('Rumah Rekaan')
    await expect(world.staff(first, (ctx) => decideEdit(ctx, renamed, 'confirmed'))).rejects.toMatchObject({
      code: 'directory.second-reader',
    })
    await confirm(renamed)
    await confirm(await propose({ edit: 'cover', country: 'SG' }))
    await confirm(await propose({ edit: 'uncover', country: 'MY' }))
    await confirm(await propose({ edit: 'end-service', serviceId: service }))
    const now = await seen()
    expect([now.name, now.covers.map((each) => each.country), now.services]).toEqual([
      'Rumah Baru',
      ['SG'],
      [],
    ])
    await expect(
      world.staff(second, (ctx) =>
        ctx.tx.updateTable('app.directory_bodies').set({ name_id: 'Lain' }).where('id', '=', body).execute(),
      ),
    ).rejects.toThrow('permission denied')
    await confirm(await propose({ edit: 'end-body' }))
    await expect(seen()).rejects.toMatchObject({ code: 'directory.not-found' })
  })

  it('makes a number certain only when a second person agrees, and only for the set time', async () => {
    const first = await world.as('caseworker', 'jhb')
    const second = await world.as('supervisor', 'jhb')
    const change = await world.staff(first, (ctx) =>
      proposeChange(ctx, {
        bodyId: mission,
        action: 'add',
        type: 'phone',
        value: FICTION,
        source: 'Called today',
        how: 'called',
      }),
    )
    expect(await visitor((ctx) => findEmergencyNumbers(ctx, 'MY'))).toMatchObject({ checked: [] })
    await world.staff(second, (ctx) => decideChange(ctx, change, 'confirmed'))
    const numbers = await visitor((ctx) => findEmergencyNumbers(ctx, 'MY'))
    expect(numbers).toEqual({
      checked: [{ name: 'KJRI Johor Bahru', value: FICTION, checkedOn: '2026-11-20' }],
    })
    const services = await visitor((ctx) => listPublicServices(ctx, { country: 'MY' }, 'id'))
    expect(services.find((each) => each.name === 'KJRI Johor Bahru')?.numbers).toHaveLength(1)
    world.time.advance(181 * DAY)
    expect(await visitor((ctx) => findEmergencyNumbers(ctx, 'MY'))).toMatchObject({
      checked: [],
      country: { number: '999' },
    })
    world.time.advance(-181 * DAY)
  })

  it('refuses the second reading of one’s own proposal, in words and in the database', async () => {
    const chief = await world.as('supervisor', 'jhb')
    const change = await world.staff(chief, (ctx) =>
      proposeChange(ctx, {
        bodyId: mission,
        action: 'add',
        type: 'phone',
        value: '+44 7700 900124',
        source: 'Called today',
        how: 'called',
      }),
    )
    await expect(world.staff(chief, (ctx) => decideChange(ctx, change, 'confirmed'))).rejects.toThrow(
      'directory.second-reader',
    )
    const direct = await world.staff(chief, (ctx) =>
      ctx.tx
        .updateTable('app.directory_changes')
        .set({ state: 'confirmed', decided_by: chief.staffId, decided_at: ctx.now })
        .where('id', '=', change)
        .executeTakeFirst(),
    )
    expect(Number(direct.numUpdatedRows)).toBe(0)
  })

  it('lets nobody write a number by hand', async () => {
    const chief = await world.as('supervisor', 'jhb')
    await expect(
      world.staff(chief, (ctx) =>
        ctx.tx
          .updateTable('app.directory_contacts')
          .set({ value: FICTION })
          .where('body_id', '=', mission)
          .execute(),
      ),
    ).rejects.toThrow('second person')
    const officer = await world.as('caseworker', 'jhb')
    await expect(
      world.staff(officer, (ctx) =>
        ctx.tx
          .insertInto('app.directory_contacts')
          .values({
            id: ctx.newId(),
            created_at: ctx.now,
            body_id: mission,
            type: 'phone',
            value: FICTION,
            source_citation: 'x',
            confidence: 'verified',
          })
          .execute(),
      ),
    ).rejects.toThrow()
    const reader = await world.as('analyst', 'jhb')
    await expect(
      world.staff(reader, (ctx) =>
        proposeChange(ctx, {
          bodyId: mission,
          action: 'add',
          type: 'phone',
          value: FICTION,
          source: 'guess',
        }),
      ),
    ).rejects.toThrow()
  })

  it('keeps a local edit when a newer file differs, and proposes the difference once', async () => {
    const officer = await world.as('caseworker', 'jhb')
    const chief = await world.as('supervisor', 'jhb')
    const contact = await one(
      "select id from app.directory_contacts where reference_key = 'kjri-johor-bahru:phone:0'",
    )
    const change = await world.staff(officer, (ctx) =>
      proposeChange(ctx, {
        bodyId: mission,
        contactId: contact,
        action: 'change',
        type: 'phone',
        value: '+44 7700 900125',
        source: 'Letter of the mission',
      }),
    )
    await world.staff(chief, (ctx) => decideChange(ctx, change, 'confirmed'))
    const newer = structuredClone(loadReference())
    const changed = {
      ...newer,
      countries: newer.countries.map((country) => ({
        ...country,
        missions: country.missions.map((each) =>
          each.phone === null ? each : { ...each, phone: `${each.phone} 9` },
        ),
      })),
    }
    const load = (reference: typeof newer) =>
      runAs(world.platform, { kind: 'keeper' }, (ctx) => bringInReference(ctx, reference))
    expect((await load(changed)).proposed).toBe(1)
    expect((await load(changed)).proposed).toBe(0)
    const entry = await world.staff(chief, (ctx) => readEntry(ctx, mission, 'id'))
    expect(entry.contacts.find((each) => each.id === contact)?.value).toBe('+44 7700 900125')
    expect(entry.changes.filter((each) => each.from_reference)).toHaveLength(1)
    await load(loadReference())
  })

  it('keeps a drafted shelter from the public until a second person has read it, and never has a place', async () => {
    const officer = await world.as('caseworker', 'jhb')
    const chief = await world.as('supervisor', 'jhb')
    const visible = async (): Promise<boolean> =>
      (await visitor((ctx) => listPublicServices(ctx, { country: 'MY' }, 'id'))).some(
        (each) => each.name === 'Rumah aman contoh',
      )
    const body = await world.staff(officer, (ctx) =>
      proposeBody(ctx, {
        kind: 'shelter',
        nameId: 'Rumah aman contoh',
        nameEn: 'Example shelter',
        country: 'MY',
        district: null,
        source: 'Own knowledge of the desk',
      }),
    )
    const service = await world.staff(officer, (ctx) =>
      proposeService(ctx, {
        bodyId: body,
        nameId: 'Tempat aman',
        nameEn: 'Shelter',
        forWhom: 'Perempuan',
        languages: null,
        cost: null,
        documents: null,
        hours: null,
        secret: { meetingPoint: 'Di kantor perwakilan', howBrought: 'Petugas mengantar' },
        source: 'Own knowledge of the desk',
      }),
    )
    expect(await visible()).toBe(false)
    await world.staff(chief, (ctx) => decideNew(ctx, { what: 'body', id: body, bodyId: body }, 'live'))
    await world.staff(chief, (ctx) => decideNew(ctx, { what: 'service', id: service, bodyId: body }, 'live'))
    expect(await visible()).toBe(true)
  })

  it('lists by kind, name and country, and records the reading', async () => {
    const officer = await world.as('analyst', 'jhb')
    const list = await world.staff(officer, (ctx) =>
      listDirectory(ctx, { filter: 'mission', words: 'malaysia', page: 1, lang: 'id' }),
    )
    expect(list.rows.map((row) => row.name)).toContain('KJRI Johor Bahru')
    expect(list.rows.every((row) => row.kind === 'mission')).toBe(true)
    expect(await world.root("select 1 from app.audit_log where verb = 'directory.listed'")).toHaveLength(1)
  })
})
