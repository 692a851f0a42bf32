// An obstacle of the system is told to all bodies; the case that shows it never leaves need to know, not even as a small number.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import type { StaffActor } from '#src/platform/db/context.ts'
import { createCase, protectCase, readCase } from '#src/modules/cases/index.ts'
import { editGap, getGap, linkCase, listGaps, logGapOfCase, openGap } from '#src/modules/gaps/index.ts'
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let boss: StaffActor
let elsewhere: StaffActor
let drafter: StaffActor

const SECRET = 'Zqxrahasiakasus'
const LEGAL = loadAdvocacy().gaps.find((gap) => gap.id === 'no-time-for-missions')!.uuid

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  boss = await world.hire('jhb', ['supervisor'])
  elsewhere = await world.hire('hkg', ['caseworker'])
  drafter = await world.hire('hkg', ['law-drafter'])
})
afterAll(() => world.close())

const ROOM = '/kerja/hambatan'

async function get(actor: StaffActor | undefined, path: string) {
  const headers: Record<string, string> = actor === undefined ? {} : { cookie: await world.cookieOf(actor) }
  const response = await app.request(path, { headers })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    text: await response.text(),
  }
}

async function post(actor: StaffActor, path: string, fields: Readonly<Record<string, string>>) {
  const headers = {
    cookie: await world.cookieOf(actor),
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  const body = new URLSearchParams(fields).toString()
  const response = await app.request(path, { method: 'POST', body, headers })
  return {
    status: response.status,
    text: await response.text(),
    to: response.headers.get('location') ?? '',
  }
}

async function aCase(who: StaffActor = officer): Promise<string> {
  const { code } = await world.staff(who, (ctx) =>
    createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: SECRET,
    }),
  )
  return code
}

const NEW = {
  do: 'log',
  code: 'no-reply',
  description: 'Kantor tenaga kerja tidak menjawab surat.',
  law: 'article',
  instrument: 'UU 18/2017',
  article: 'Pasal 41',
}

const newGap = (description: string) => ({
  code: 'no-reply',
  description,
  owner: '',
  law: { kind: 'silent', norm: '', instrument: '', article: '', searched: 'UU 18/2017' } as const,
})

async function aGap(description = 'Tidak ada jawaban dari kantor daerah.'): Promise<string> {
  const code = await aCase()
  return world.staff(officer, (ctx) => logGapOfCase(ctx, code, newGap(description)))
}

describe('logging an obstacle from a case', () => {
  it('links the case, names the law, and shows the gap on the page of the case in both languages', async () => {
    const code = await aCase()
    const page = await get(officer, `/kerja/kasus/${code}/hambatan`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Jangan tulis nama, nomor, atau isi kasus')
    expect((await get(officer, `/kerja/kasus/${code}/dokumen`)).text).toContain(
      `/kerja/kasus/${code}/hambatan`,
    )
    expect((await post(officer, `/kerja/kasus/${code}/hambatan`, NEW)).status).toBe(303)
    const after = (await get(officer, `/kerja/kasus/${code}/hambatan`)).text
    expect(after).toContain('Kantor tenaga kerja tidak menjawab surat.')
    expect((await get(officer, `/en/kerja/kasus/${code}/hambatan`)).text).toContain('A body does not answer')
    const list = (await get(elsewhere, ROOM)).text
    expect(list).toContain('/hukum/id-uu-18-2017/41')
    expect(list).not.toContain(code)
  })

  it.each([
    [{ ...NEW, description: 'Telepon +44 7700 900123 tidak diangkat.' }, 'nomor telepon atau NIK'],
    [{ ...NEW, description: 'Paspor C1234567 ditahan.' }, 'nomor paspor'],
    [{ ...NEW, article: 'Pasal 999' }, 'Pasal ini tidak ada di pustaka.'],
    [{ ...NEW, instrument: 'UU Khayal' }, 'Aturan ini tidak ada di pustaka.'],
    [{ ...NEW, law: 'norm', norm: 'tidak-ada' }, 'Norma ini tidak ada di pustaka.'],
    [{ ...NEW, law: 'silent' }, 'Tulis di mana sudah dicari.'],
    [{ ...NEW, law: 'silent', norm: 'id-uu18-30-cost' }, 'Norma ini mengatur sesuatu.'],
    [{ ...NEW, code: 'khayal' }, 'Pilih jenis hambatan.'],
  ])('refuses numbers of persons and citations that lead nowhere (%#)', async (fields, words) => {
    const answer = await post(officer, `/kerja/kasus/${await aCase()}/hambatan`, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
  })

  it('keeps what was written sealed in the database', async () => {
    const id = await aGap('Kalimat yang disegel.')
    const [row] = await world.root('select * from app.gaps where id = $1', [id])
    expect((row!['words_sealed'] as Buffer).toString('latin1')).not.toContain('disegel')
  })

  it('takes the case away again', async () => {
    const code = await aCase()
    const id = await world.staff(officer, (ctx) => logGapOfCase(ctx, code, newGap('Sementara.')))
    expect((await post(officer, `/kerja/kasus/${code}/hambatan`, { do: 'unlink', gap: id })).status).toBe(303)
    expect((await world.staff(officer, (ctx) => openGap(ctx, id))).cases).toEqual([])
  })
})

describe('the cases behind a gap', () => {
  it('are shown to who may open them, and to nobody else', async () => {
    const code = await aCase()
    await world.staff(officer, (ctx) => linkCase(ctx, code, LEGAL))
    expect((await get(officer, `${ROOM}/${LEGAL}`)).text).toContain(code)
    for (const who of [
      elsewhere,
      drafter,
      await world.hire('jhb', ['analyst']),
      await world.hire('jhb', ['auditor']),
    ]) {
      const page = await get(who, `${ROOM}/${LEGAL}`)
      expect(page.status).toBe(200)
      expect(page.text).not.toContain(code)
      expect(page.text).not.toContain('JHB-')
    }
  })

  it('stay with the named readers when the case is protected', async () => {
    const code = await aCase()
    const id = await world.staff(officer, (ctx) => logGapOfCase(ctx, code, newGap('Kasus terlindung.')))
    await world.staff(boss, async (ctx) => {
      const { row } = await readCase(ctx, code, 'work')
      await protectCase(ctx, { code, version: row.version, because: 'insider', readers: [] })
    })
    expect((await world.staff(officer, (ctx) => openGap(ctx, id))).cases).toEqual([])
    expect((await world.staff(boss, (ctx) => openGap(ctx, id))).cases).toEqual([code])
  })

  it('cannot be linked by who may not open them', async () => {
    const code = await aCase()
    const answer = await post(elsewhere, `/kerja/kasus/${code}/hambatan`, { do: 'link', gap: LEGAL })
    expect(answer.status).toBe(404)
    await expect(
      world.staff(elsewhere, (ctx) =>
        sql`insert into app.gap_cases (gap_id, case_id, org_id, created_at, by_staff)
            select ${LEGAL}::uuid, ${'00000000-0000-7000-8000-000000000000'}::uuid, app.org(), now(), app.staff()`.execute(
          ctx.tx,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('carry no word or code of the case into the list, the files or the public page', async () => {
    const code = await aCase()
    await world.staff(officer, (ctx) => linkCase(ctx, code, LEGAL))
    for (const path of [ROOM, `${ROOM}/unduh.csv`, `${ROOM}/unduh.xlsx`, `${ROOM}/${LEGAL}`])
      for (const secret of [SECRET, code]) expect((await get(elsewhere, path)).text).not.toContain(secret)
    expect((await get(elsewhere, `${ROOM}/unduh.xlsx`)).type).toContain('spreadsheetml')
    expect((await get(officer, `${ROOM}/unduh.csv`)).text).not.toContain(code)
  })
})

describe('the number of cases', () => {
  it('is not told below five, whoever asks, and then only in fives of each body', async () => {
    const id = await aGap('Angka kecil.')
    const told = async (who: StaffActor) => (await world.staff(who, (ctx) => getGap(ctx, id))).told
    const more = async (who: StaffActor, times: number) => {
      for (let made = 0; made < times; made++) {
        const code = await aCase(who)
        await world.staff(who, (ctx) => linkCase(ctx, code, id))
      }
    }
    await more(officer, 3)
    for (const who of [officer, boss, elsewhere, drafter]) expect(await told(who)).toBeUndefined()
    expect((await get(drafter, `${ROOM}/${id}`)).text).toContain('kurang dari 5')
    // Another body links as many of its own as it likes: what it sees depends on its own number alone.
    for (let own = 1; own <= 6; own++) {
      await more(elsewhere, 1)
      expect(await told(elsewhere)).toBe(own >= 5 ? 5 : undefined)
    }
    await more(officer, 1)
    expect(await told(elsewhere)).toBe(10)
  })

  it('is the same in the list whatever the filter', async () => {
    const { gaps } = await world.staff(drafter, (ctx) => listGaps(ctx, {}, 0))
    for (const gap of gaps.slice(0, 5)) {
      const filtered = await world.staff(drafter, (ctx) =>
        listGaps(ctx, { state: gap.state, code: gap.code }, 0),
      )
      expect(filtered.gaps.find((each) => each.id === gap.id)?.told).toBe(gap.told)
    }
  })

  it('cannot be read by a role that reads rows: the table gives no row of another body', async () => {
    const rows = await world.staff(elsewhere, (ctx) =>
      sql<{ n: number }>`select count(*)::int as n from app.gap_cases where org_id <> app.org()`.execute(
        ctx.tx,
      ),
    )
    expect(rows.rows[0]?.n).toBe(0)
  })
})

describe('carrying a gap on', () => {
  const edit = (id: string, version: number) => ({
    id,
    version,
    state: 'proposed' as const,
    owner: 'kemlu' as const,
    titleId: '',
    titleEn: '',
    reason: '',
  })

  it('lets one of two editors at once win, and shows the other the newer state', async () => {
    const id = await aGap('Dua penyunting.')
    await world.staff(drafter, (ctx) => editGap(ctx, edit(id, 1)))
    await expect(world.staff(drafter, (ctx) => editGap(ctx, edit(id, 1)))).rejects.toMatchObject({
      code: 'gap.changed-meanwhile',
    })
    const late = await post(drafter, `${ROOM}/${id}`, {
      version: '1',
      state: 'solved',
      owner: '',
      reason: 'x',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('baru saja diubah orang lain')
  })

  it('takes up an entry of the reference files without changing its words', async () => {
    const legal = loadAdvocacy().gaps.find((gap) => gap.id === 'two-heads')!
    const before = await get(drafter, `${ROOM}/${legal.uuid}`)
    expect(before.text).toContain(legal.title.id)
    const version = (await world.staff(drafter, (ctx) => getGap(ctx, legal.uuid))).version
    expect(version).toBe(0)
    await world.staff(drafter, (ctx) => editGap(ctx, edit(legal.uuid, 0)))
    const after = await world.staff(elsewhere, (ctx) => openGap(ctx, legal.uuid))
    expect(after.gap).toMatchObject({ state: 'proposed', owner: 'kemlu', version: 2 })
    expect(after.gap.reference?.id).toBe('two-heads')
    expect(after.history.map((line) => line.kind)).toContain('state')
  })

  it('asks why when it is set aside, and refuses a way that is none', async () => {
    const id = await aGap('Tanpa alasan.')
    const fields = { version: '1', owner: '', titleId: '', titleEn: '' }
    expect((await post(drafter, `${ROOM}/${id}`, { ...fields, state: 'set-aside', reason: '' })).status).toBe(
      422,
    )
    expect((await post(drafter, `${ROOM}/${id}`, { ...fields, state: 'answered', reason: '' })).status).toBe(
      422,
    )
    const why = { ...fields, state: 'set-aside', reason: 'Sudah ada perjanjian baru.' }
    expect((await post(drafter, `${ROOM}/${id}`, why)).status).toBe(303)
    expect((await get(elsewhere, `${ROOM}/${id}`)).text).toContain('Sudah ada perjanjian baru.')
  })

  it('is for drafters, in the database too', async () => {
    const id = await aGap('Bukan perancang.')
    expect(
      (await post(officer, `${ROOM}/${id}`, { version: '1', state: 'solved', reason: 'x' })).status,
    ).toBe(403)
    await expect(world.staff(officer, (ctx) => editGap(ctx, edit(id, 1)))).rejects.toMatchObject({
      code: 'gap.not-yours',
    })
    const done = await world.staff(officer, (ctx) =>
      sql`update app.gaps set state = 'solved' where id = ${id}::uuid`.execute(ctx.tx),
    )
    expect(Number(done.numAffectedRows ?? 0)).toBe(0)
  })
})

describe('the list', () => {
  it('shows the entries of the legal notes, is filtered, and stands in both languages', async () => {
    const { text } = await get(elsewhere, ROOM)
    expect(text).toContain('Tidak ada batas waktu jawaban Perwakilan')
    expect(text).toContain('Data rujukan')
    expect((await get(elsewhere, `/en${ROOM}`)).text).toContain('No time limit for the answer of a mission')
    const filtered = (await get(elsewhere, `${ROOM}?jenis=no-penalty`)).text
    expect(filtered).toContain('Larangan biaya penempatan')
    expect(filtered).not.toContain('Tidak ada batas waktu jawaban Perwakilan')
    expect((await get(undefined, ROOM)).status).not.toBe(200)
    expect((await get(elsewhere, '/kerja/hukum')).text).toContain(ROOM)
  })
})
