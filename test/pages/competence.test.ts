// Who must act for each need stands on the case; what the law leaves open goes into a register that carries no case away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import type { NeedKind } from '#src/domain/cases/codes.ts'
import { addNeed, createCase, protectCase, readCase } from '#src/modules/cases/index.ts'
import { getFinding, listFindings, readRouting, settleFinding } from '#src/modules/competence/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor
let boss: StaffActor
let force: StaffActor
let analyst: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['caseworker'])
  boss = await world.hire('jhb', ['supervisor'])
  force = await world.hire('hkg', ['task-force-member'])
  analyst = await world.hire('hkg', ['analyst'])
})
afterAll(() => world.close())

const ROOM = '/kerja/pengaturan/kewenangan'

async function get(actor: StaffActor, path: string) {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
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
  return { status: response.status, text: await response.text() }
}

async function aCase(needs: readonly NeedKind[], country: string | null = 'MY'): Promise<string> {
  const { code } = await world.staff(officer, (ctx) =>
    createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country,
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: 'Majikan menahan gaji Sutinah.',
    }),
  )
  for (const kind of needs)
    await world.staff(officer, (ctx) => addNeed(ctx, { code, kind, urgency: 'sedang', label: '' }))
  return code
}

const rowsOf = async (code: string) =>
  world.root(
    `select x.need, x.kind, x.place, x.rules from app.competence_finding_cases x join app.cases c on c.id = x.case_id
     where c.code = $1 order by x.need, x.kind`,
    [code],
  )

describe('the routing panel of a case', () => {
  it('names one lead for each need, its supporters and the law with how sure we are, and the way to refer', async () => {
    const code = await aCase(['wages', 'detention-visit'])
    const { text } = await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    expect(text).toContain('Panel kewenangan')
    expect(text).toContain('Memimpin di luar negeri')
    expect(text).toContain('<strong>Perwakilan RI</strong>')
    expect(text).toContain('UU 18/2017, Pasal 21')
    expect(text).toContain('Rujuk kebutuhan ini')
    const care = await aCase(['psychosocial'], 'ID')
    expect((await get(officer, `/kerja/kasus/${care}/kebutuhan`)).text).toContain('(belum diverifikasi)')
    expect((await get(officer, `/en/kerja/kasus/${code}/kebutuhan`)).text).toContain('Who is competent')
  })

  it('proposes both places and says so while nobody knows where the person is', async () => {
    const code = await aCase(['wages'], null)
    const { text } = await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    expect(text).toContain('Tempat orang itu belum diketahui. Kedua tempat tampil.')
    expect(text).toContain('Memimpin di Indonesia')
  })

  it('says that no need waits where there is none', async () => {
    const code = await aCase([])
    expect((await get(officer, `/kerja/kasus/${code}/kebutuhan`)).text).toContain(
      'Tidak ada kebutuhan yang menunggu.',
    )
  })
})

describe('a finding', () => {
  it('is written once, however often the panel is opened', async () => {
    const code = await aCase(['safety-rescue', 'wages'], 'ID')
    for (let time = 0; time < 3; time++) await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    await get(boss, `/kerja/kasus/${code}/kebutuhan`)
    const rows = await rowsOf(code)
    expect(rows.map((row) => row['rules'])).toEqual([
      ['hole.no-forum-at-home'],
      ['overlap.ministry-and-agency'],
    ])
    const journal = await world.root(
      `select count(*)::int as n from app.journal j join app.cases c on c.id = j.case_id
       where j.verb = 'competence.found' and c.code = $1`,
      [code],
    )
    expect(journal[0]?.['n']).toBe(2)
  })

  it('is not the gap of a file that does not know the place', async () => {
    const code = await aCase(['documents'], null)
    await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    expect((await rowsOf(code)).map((row) => row['kind'])).not.toContain('place-unknown')
  })
})

describe('the register', () => {
  it('shows case, phase and bodies to the supervisor of the case, and only need, place and kind elsewhere', async () => {
    const code = await aCase(['safety-rescue'])
    await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    const own = (await get(boss, ROOM)).text
    expect(own).toContain(code)
    expect(own).toContain('Undang-undang tidak menetapkan batas waktu tanggapan Perwakilan.')
    const elsewhere = await get(force, ROOM)
    expect(elsewhere.status).toBe(200)
    expect(elsewhere.text).toContain('kekosongan')
    for (const secret of [code, 'JHB-', 'Undang-undang tidak menetapkan', 'Sutinah', 'Selama bekerja'])
      expect(elsewhere.text).not.toContain(secret)
    const otherBoss = await world.hire('hkg', ['supervisor'])
    expect((await get(otherBoss, ROOM)).text).toContain('Belum ada temuan.')
  })

  it('does not carry a protected case to a colleague who is not named', async () => {
    const code = await aCase(['safety-rescue'])
    await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    await world.staff(boss, async (ctx) => {
      const { row } = await readCase(ctx, code, 'work')
      await protectCase(ctx, { code, version: row.version, because: 'insider', readers: [] })
    })
    const other = await world.hire('jhb', ['supervisor'])
    expect((await get(other, ROOM)).text).not.toContain(code)
    expect((await get(other, `${ROOM}/unduh`)).text).not.toContain(code)
  })

  it('is filtered, has pages, and is refused to those who neither settle nor count', async () => {
    const { text } = await get(boss, `${ROOM}?jenis=overlap`)
    const cells = [...text.matchAll(/<td>(tumpang tindih|kekosongan)<\/td>/g)].map((hit) => hit[1])
    expect((await get(boss, `${ROOM}?kebutuhan=remains`)).text).toContain('Belum ada temuan.')
    expect(cells[0]).toBe('tumpang tindih')
    const listed = await world.staff(boss, (ctx) => listFindings(ctx, { kind: 'overlap' }, 0))
    expect(listed.every((finding) => finding.kind === 'overlap')).toBe(true)
    expect(await world.staff(boss, (ctx) => listFindings(ctx, {}, 9))).toEqual([])
    for (const role of ['caseworker', 'auditor', 'village-officer', 'data-protection-officer'] as const)
      expect((await get(await world.hire('jhb', [role]), ROOM)).status).toBe(403)
  })

  it('gives an analyst figures of all bodies, and keeps small numbers back', async () => {
    const before = (await get(analyst, ROOM)).text
    expect(before).toContain('kurang dari 5')
    for (let made = 0; made < 5; made++) {
      const code = await aCase(['livelihood'])
      await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    }
    const { text } = await get(analyst, ROOM)
    expect(text).toMatch(/<td class="num">5<\/td>/)
    expect(text).not.toContain('JHB-')
    expect(text).not.toContain('Tulis putusan')
    const csv = await get(analyst, `${ROOM}/unduh`)
    expect(csv.type).toContain('text/csv')
    expect(csv.text).not.toContain('JHB-')
    const rows = await world.staff(analyst, (ctx) => listFindings(ctx, {}, 0))
    expect(rows).toEqual([])
  })

  it('gives a file in which no cell is a formula', async () => {
    const code = await aCase(['safety-rescue'])
    await get(officer, `/kerja/kasus/${code}/kebutuhan`)
    const [open] = await world.staff(boss, (ctx) => listFindings(ctx, { state: 'open' }, 0))
    await post(boss, `${ROOM}/${open!.id}`, { version: '1', text: '=1+1, "lagi"', citation: 'UU 37/1999' })
    const { text } = await get(boss, `${ROOM}/unduh`)
    expect(text).toContain(code)
    expect(text).toContain(`"'=1+1, ""lagi"""`)
  })
})

describe('a ruling', () => {
  const aFinding = async () => {
    const code = await aCase(['safety-rescue'])
    await world.staff(officer, async (ctx) => readRouting(ctx, await readCase(ctx, code, 'work')))
    return (await world.staff(force, (ctx) => listFindings(ctx, { state: 'open' }, 0)))[0]!
  }

  it('says who acts and on which article, by whom, and stays sealed in the database', async () => {
    const { id } = await aFinding()
    expect((await get(force, `${ROOM}/${id}`)).text).toContain('Jangan tulis nama orang')
    const given = {
      version: '1',
      text: 'Perwakilan menjawab dalam satu jam.',
      citation: 'UU 37/1999 Pasal 19',
    }
    expect((await post(force, `${ROOM}/${id}`, given)).status).toBe(303)
    const { text } = await get(force, `${ROOM}?keadaan=settled`)
    expect(text).toContain('Perwakilan menjawab dalam satu jam.')
    expect(text).toContain('UU 37/1999 Pasal 19')
    expect((await get(boss, ROOM)).text).toContain('Perwakilan menjawab dalam satu jam.')
    const [row] = await world.root('select * from app.competence_findings where id = $1', [id])
    expect(row).toMatchObject({ state: 'settled', settled_by: force.staffId })
    expect((row!['ruling_sealed'] as Buffer).toString('latin1')).not.toContain('Perwakilan')
  })

  it('needs both its words and its law', async () => {
    const { id } = await aFinding()
    const answer = await post(boss, `${ROOM}/${id}`, { version: '1', text: '', citation: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Isi bagian ini.')
  })

  it('is not written over: who comes second reads the first', async () => {
    const { id } = await aFinding()
    const ruling = { text: 'KP2MI memimpin.', citation: 'Perpres 165/2024' }
    await world.staff(boss, (ctx) => settleFinding(ctx, { id, version: 1 }, ruling))
    const late = await post(force, `${ROOM}/${id}`, { version: '1', ...ruling })
    expect(late.status).toBe(409)
    expect(late.text).toContain('baru saja diputus orang lain')
  })

  it('can be corrected, and what it said before stays to be read', async () => {
    const { id } = await aFinding()
    const first = { text: 'BP2MI memimpin.', citation: 'Perpres 90/2019' }
    await world.staff(force, (ctx) => settleFinding(ctx, { id, version: 1 }, first))
    const page = await get(force, `${ROOM}/${id}`)
    expect(page.text).toContain('Putusan lama tetap bisa dibaca.')
    expect(page.text).toContain('BP2MI memimpin.')
    const second = { version: '2', text: 'KP2MI memimpin.', citation: 'Perpres 165/2024' }
    expect((await post(force, `${ROOM}/${id}`, second)).status).toBe(303)
    const found = await world.staff(force, (ctx) => getFinding(ctx, id))
    expect(found.ruling).toMatchObject({ text: 'KP2MI memimpin.' })
    expect(found.earlier).toMatchObject([{ ...first, by: expect.any(String) as unknown }])
    expect((await get(force, `${ROOM}?keadaan=settled`)).text).toContain('1 putusan sebelumnya')
    // Nobody corrects what he did not read: the version he saw counts.
    expect((await post(force, `${ROOM}/${id}`, second)).status).toBe(409)
    const rows = await world.root('select * from app.competence_rulings where finding_id = $1', [id])
    expect((rows[0]!['ruling_sealed'] as Buffer).toString('latin1')).not.toContain('BP2MI')
  })

  it('stands at an address that does not tell when its case showed it', async () => {
    const { id } = await aFinding()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/)
    const { text } = await get(force, ROOM)
    for (const [, link] of text.matchAll(/kewenangan\/([0-9a-f-]{36})/g)) expect(link?.charAt(14)).toBe('4')
  })

  it('is not for those who only count or only work on cases', async () => {
    const { id } = await aFinding()
    const ruling = { text: 'x', citation: 'y' }
    for (const actor of [analyst, officer]) {
      expect((await post(actor, `${ROOM}/${id}`, { version: '1', ...ruling })).status).toBe(403)
      await expect(
        world.staff(actor, (ctx) => settleFinding(ctx, { id, version: 1 }, ruling)),
      ).rejects.toMatchObject({ code: 'competence.not-yours' })
    }
  })
})
