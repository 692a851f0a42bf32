// Proposals of bodies and recommendations of the papers: drafts stay at home, what is sent is read by all, what is public by everybody.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import {
  addEvent,
  addProposal,
  changeProposal,
  getProposal,
  moveProposal,
  openProposal,
} from '#src/modules/advocacy/index.ts'
import { editGap, linkCase, logGap } from '#src/modules/gaps/index.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let drafter: StaffActor
let other: StaffActor
let reader: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  drafter = await world.hire('jhb', ['law-drafter'])
  other = await world.hire('hkg', ['law-drafter'])
  reader = await world.hire('hkg', ['caseworker'])
})
afterAll(() => world.close())

const ROOM = '/kerja/advokasi'
const recommendation = (id: string) => loadAdvocacy().recommendations.find((each) => each.id === id)!

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
  return { status: response.status, text: await response.text(), to: response.headers.get('location') ?? '' }
}

const GIVEN = {
  topic: 'placement-cost',
  title: 'Pidana bagi pemungut biaya',
  change: 'Tambahkan sanksi untuk Pasal 30.',
  toWhom: 'DPR dan KP2MI',
  basis: 'UU 18/2017, Pasal 30',
  norms: 'id-uu18-30-cost',
}

const draft = (title: string) =>
  world.staff(drafter, (ctx) => addProposal(ctx, { ...GIVEN, title, gapIds: [] }))

const at = async (id: string) => ({
  id,
  version: (await world.staff(drafter, (ctx) => getProposal(ctx, id))).version,
})

const EVENT = {
  kind: 'position',
  heldOn: '2026-10-01',
  body: 'Serikat contoh',
  stance: 'with-conditions',
  agenda: '',
  attendance: '',
  outcome: '',
  decisions: '',
  nextOn: '',
  words: 'Setuju bila ada masa peralihan.',
  source: 'Surat serikat 12/2026',
  audience: 'public',
}

describe('writing a proposal', () => {
  it('keeps the draft at home until it is sent, and opens its law', async () => {
    const done = await post(drafter, `${ROOM}/baru`, GIVEN)
    expect(done.status).toBe(303)
    const path = done.to.split('?')[0]!
    const own = await get(drafter, path)
    expect(own.text).toContain('/hukum/id-uu-18-2017/30')
    expect(own.text).toContain('/harmonisasi/norma/id-uu18-30-cost')
    expect((await get(other, path)).status).toBe(404)
    expect((await get(other, ROOM)).text).not.toContain('Pidana bagi pemungut biaya')
    const sent = await post(drafter, path, { version: '1', state: 'sent', audience: 'internal', why: '' })
    expect(sent.status).toBe(303)
    expect((await get(other, path)).status).toBe(200)
    expect((await get(reader, `/en${ROOM}?soal=placement-cost`)).text).toContain('Pidana bagi pemungut biaya')
    expect((await get(undefined, '/usulan')).text).not.toContain('Pidana bagi pemungut biaya')
  })

  it.each([
    [{ ...GIVEN, basis: 'UU Khayal, Pasal 1' }, 'Ada dasar hukum yang tidak ada di pustaka.'],
    [{ ...GIVEN, norms: 'khayal' }, 'Norma ini tidak ada di pustaka.'],
    [{ ...GIVEN, title: '' }, 'Isi bagian ini.'],
    [{ ...GIVEN, topic: '' }, 'Pilih soalnya.'],
    [{ ...GIVEN, change: 'Hubungi +44 7700 900200.' }, 'nomor telepon atau NIK'],
  ])('refuses what leads nowhere or names a person (%#)', async (fields, words) => {
    const answer = await post(drafter, `${ROOM}/baru`, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
  })

  it('is for drafters of the body that wrote it; the second of two editors reads the first', async () => {
    const id = await draft('Dua penyunting usulan')
    const path = `${ROOM}/${id}`
    expect((await post(reader, path, { version: '1', state: 'sent' })).status).toBe(403)
    await world.staff(drafter, (ctx) =>
      moveProposal(ctx, { id, version: 1 }, { state: 'sent', audience: 'internal', why: '' }),
    )
    await expect(
      world.staff(other, async (ctx) =>
        moveProposal(ctx, await at(id), { state: 'withdrawn', audience: 'internal', why: '' }),
      ),
    ).rejects.toMatchObject({ code: 'proposal.not-yours' })
    await expect(
      world.staff(drafter, (ctx) => changeProposal(ctx, { id, version: 1 }, { ...GIVEN, gapIds: [] })),
    ).rejects.toMatchObject({ code: 'proposal.changed-meanwhile' })
    const late = await post(drafter, path, {
      version: '1',
      state: 'withdrawn',
      audience: 'internal',
      why: '',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('baru saja diubah orang lain')
    const form = await get(drafter, `${path}/sunting`)
    expect(form.text).toContain('UU 18/2017, Pasal 30')
    expect((await get(other, `${path}/sunting`)).status).toBe(404)
  })

  it('does not open a draft to everybody', async () => {
    const id = await draft('Draf tertutup')
    const answer = await post(drafter, `${ROOM}/${id}`, {
      version: '1',
      state: 'draft',
      audience: 'public',
      why: '',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Draf belum dapat dibuka untuk umum.')
  })

  it('shows its consultations at the obstacle, and leads back there from a new one', async () => {
    const gap = loadAdvocacy().gaps.find((each) => each.id === 'household-rest-taiwan')!
    const gapPath = `/kerja/hambatan/${gap.uuid}`
    expect((await get(drafter, gapPath)).text).toContain(`/kerja/advokasi/baru?hambatan=${gap.uuid}`)
    const id = await world.staff(drafter, (ctx) =>
      addProposal(ctx, { ...GIVEN, title: 'Libur perawat dibahas', gapIds: [gap.uuid] }),
    )
    const from = `?hambatan=${gap.uuid}`
    expect((await get(drafter, gapPath)).text).toContain(`${ROOM}/${id}${from}#catat`)
    expect((await get(drafter, `${ROOM}/${id}${from}`)).text).toContain(`${ROOM}/${id}/catatan${from}`)
    const meeting = { ...EVENT, kind: 'consultation', agenda: 'Rapat hari libur', outcome: 'Perlu data' }
    const wrong = await post(drafter, `${ROOM}/${id}/catatan${from}`, { ...meeting, heldOn: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain(`${ROOM}/${id}/catatan${from}`)
    const done = await post(drafter, `${ROOM}/${id}/catatan${from}`, {
      ...meeting,
      eventAudience: 'internal',
    })
    expect(done.to).toBe(`${gapPath}?kabar=disimpan`)
    const page = (await get(drafter, gapPath)).text
    expect(page).toContain('Rapat hari libur')
    expect(page).toContain('Perlu data')
    const read = (await get(reader, gapPath)).text
    expect(read).not.toContain('Rapat hari libur')
    expect(read).not.toContain('#catat')
  })

  it('names the obstacles it solves, and stands at them', async () => {
    const gap = loadAdvocacy().gaps.find((each) => each.id === 'household-rest-taiwan')!
    const id = await world.staff(drafter, (ctx) =>
      addProposal(ctx, { ...GIVEN, title: 'Hari libur di Taiwan', gapIds: [gap.uuid] }),
    )
    expect((await get(drafter, `${ROOM}/${id}`)).text).toContain(gap.title.id)
    expect((await get(drafter, `/kerja/hambatan/${gap.uuid}`)).text).toContain('Hari libur di Taiwan')
    expect((await get(other, `/kerja/hambatan/${gap.uuid}`)).text).not.toContain('Hari libur di Taiwan')
  })

  it('is shown to everybody at its obstacle, with the number of public notes, once it is public', async () => {
    const code = loadAdvocacy().gaps.find((each) => each.id === 'household-rest-taiwan')!
    const id = await world.staff(drafter, (ctx) =>
      addProposal(ctx, { ...GIVEN, title: 'Libur perawat bagi umum', gapIds: [code.uuid] }),
    )
    const shown = async () =>
      (await publicText('/usulan/hambatan')) + (await publicText('/usulan/hambatan?hal=2'))
    expect(await shown()).not.toContain('Libur perawat bagi umum')
    await world.staff(drafter, async (ctx) => {
      await moveProposal(ctx, { id, version: 1 }, { state: 'sent', audience: 'public', why: 'Dikirim.' })
      await addEvent(ctx, id, EVENT)
    })
    expect(await shown()).toContain('Libur perawat bagi umum (Diusulkan, 1 catatan)')
  })
})

describe('consultations, positions and responses', () => {
  it('are added by any drafter to what was sent; what is internal stays with the body that wrote it', async () => {
    const id = await draft('Usulan dengan sikap')
    await expect(world.staff(other, (ctx) => addEvent(ctx, id, EVENT))).rejects.toMatchObject({
      code: 'proposal.not-found',
    })
    await world.staff(drafter, async (ctx) =>
      moveProposal(ctx, { id, version: 1 }, { state: 'sent', audience: 'public', why: 'Dikirim.' }),
    )
    await world.staff(other, (ctx) => addEvent(ctx, id, EVENT))
    const meeting = {
      ...EVENT,
      kind: 'consultation',
      stance: '',
      words: '',
      agenda: 'Membahas sanksi',
      attendance: 'KP2MI, serikat, tiga LSM',
      outcome: 'Sepakat menulis ulang.',
      nextOn: '2026-12-01',
      audience: 'internal',
    }
    await world.staff(other, (ctx) => addEvent(ctx, id, meeting))
    const kinds = async (who: StaffActor) =>
      (await world.staff(who, (ctx) => openProposal(ctx, id))).events.map((event) => event.kind).toSorted()
    expect(await kinds(other)).toEqual(['consultation', 'position', 'state'])
    expect(await kinds(drafter)).toEqual(['position', 'state'])
    const all = await publicText('/usulan')
    expect(all).toContain('Setuju bila ada masa peralihan.')
    expect(all).not.toContain('Membahas sanksi')
    expect(all).not.toContain('Dikirim.')
  })

  it.each([
    [{ ...EVENT, heldOn: 'kemarin' }, 'Isi tanggal yang benar.'],
    [{ ...EVENT, stance: '' }, 'Pilih sikapnya.'],
    [{ ...EVENT, kind: '' }, 'Pilih jenis catatan.'],
    [{ ...EVENT, source: '' }, 'Sebut sumbernya bila untuk umum.'],
    [{ ...EVENT, words: 'NIK 3201000000000001' }, 'nomor telepon atau NIK'],
  ])('need a day, a body, their words and a source (%#)', async ({ audience, ...fields }, words) => {
    const id = await draft('Catatan salah')
    const answer = await post(drafter, `${ROOM}/${id}/catatan`, { ...fields, eventAudience: audience })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(words)
  })
})

/** Every page of a public list. */
async function publicText(path: string): Promise<string> {
  let text = ''
  for (let page = 1; page <= 6; page++) text += (await get(undefined, `${path}?hal=${page}`)).text
  // A citation within a sentence is a link of its own.
  return text.replaceAll(/<\/?a\b[^>]*>/g, '')
}

describe('the recommendations of the papers', () => {
  it('stand in the list with their paper, and say what is known of them and what is not', async () => {
    const { text } = await get(reader, ROOM)
    expect(text).toContain('Segera ratifikasi Konvensi ILO 102')
    expect(text).toContain('Makalah 002, D.2 saran 2')
    expect(text).toContain('Nasib usulan ini belum diketahui.')
    expect(text).toContain('Belum diratifikasi Indonesia menurut sumber yang ditemukan.')
    expect((await get(reader, `/en${ROOM}`)).text).toContain('Ratify ILO Convention 102 soon')
  })

  it('are moved on by a drafter of any body, and keep the words of the paper', async () => {
    const { uuid } = recommendation('i-map-origin')
    await world.staff(other, (ctx) =>
      moveProposal(ctx, { id: uuid, version: 0 }, { state: 'in-consultation', audience: 'public', why: '' }),
    )
    await world.staff(drafter, async (ctx) =>
      moveProposal(ctx, await at(uuid), { state: 'answered', audience: 'public', why: '' }),
    )
    const { proposal } = await world.staff(reader, (ctx) => openProposal(ctx, uuid))
    expect(proposal.state).toBe('answered')
    expect(proposal.reference?.title.id).toBe('Petakan daerah asal PMI bersama IOM')
    await expect(
      world.staff(other, async (ctx) => changeProposal(ctx, await at(uuid), { ...GIVEN, gapIds: [] })),
    ).rejects.toMatchObject({ code: 'proposal.from-files' })
  })

  it('come as files', async () => {
    const csv = await get(reader, `${ROOM}/unduh.csv?soal=ratification`)
    expect(csv.type).toContain('text/csv')
    expect(csv.text).toContain('Segera ratifikasi')
    expect(csv.text).not.toContain('Peta')
    expect((await get(reader, `${ROOM}/unduh.xlsx`)).type).toContain('spreadsheetml')
  })
})

describe('the public page', () => {
  it('shows recommendations and gaps in both languages, and is linked from the library and the comparer', async () => {
    const id = await publicText('/usulan')
    for (const each of loadAdvocacy().recommendations) expect(id).toContain(each.title.id)
    expect(await publicText('/en/usulan')).toContain('Ratify ILO Convention 102 soon')
    const gaps = await publicText('/usulan/hambatan')
    for (const gap of loadAdvocacy().gaps) expect(gaps).toContain(gap.title.id)
    expect(gaps).toContain('kurang dari 5')
    expect(await publicText('/en/usulan/hambatan')).toContain(
      'The law is silent. That does not mean allowed.',
    )
    for (const path of ['/hukum', '/harmonisasi'])
      expect((await get(undefined, path)).text).toContain('href="/usulan"')
  })

  it('shows a gap of a body only once a drafter gave it words for everybody, and never a small number', async () => {
    const officer = await world.hire('jhb', ['caseworker'])
    const law = { kind: 'silent', norm: '', instrument: '', article: '', searched: 'PP 59/2021' } as const
    const id = await world.staff(officer, (ctx) =>
      logGap(ctx, { code: 'no-shelter-place', description: 'Kata petugas saja.', owner: '', law }),
    )
    expect(await publicText('/usulan/hambatan')).not.toContain('Kata petugas saja.')
    const edit = {
      id,
      version: 1,
      state: 'open',
      owner: '',
      titleId: 'Tempat aman kurang di Johor',
      titleEn: 'Too few safe places in Johor',
      reason: '',
    } as const
    await world.staff(drafter, (ctx) => editGap(ctx, edit))
    const link = async () => {
      const { code } = await world.staff(officer, (ctx) =>
        createCase(ctx, {
          urgency: 'sedang',
          types: ['UNPAID_WAGES'],
          country: 'MY',
          district: null,
          phase: 'during',
          touchesChild: false,
          summary: 'x',
        }),
      )
      await world.staff(officer, (ctx) => linkCase(ctx, code, id))
    }
    for (let made = 0; made < 4; made++) await link()
    const api = async () => {
      const { gaps } = JSON.parse((await get(undefined, '/api/v1/gaps')).text) as {
        gaps: readonly { id: string; atLeastCases?: number }[]
      }
      return gaps.find((gap) => gap.id === id)
    }
    const text = await publicText('/usulan/hambatan')
    expect(text).toContain('Tempat aman kurang di Johor')
    expect(text).not.toContain('Kata petugas saja.')
    expect(await api()).not.toHaveProperty('atLeastCases')
    for (let made = 0; made < 3; made++) await link()
    expect(await api()).toMatchObject({ atLeastCases: 5 })
    expect(await publicText('/en/usulan/hambatan')).toContain('at least 5')
  })

  it('gives the same as data, in the language asked for', async () => {
    const { proposals } = JSON.parse((await get(undefined, '/api/v1/proposals')).text) as {
      proposals: readonly { title: string; known?: unknown }[]
    }
    const c102 = proposals.find((each) => each.title === 'Segera ratifikasi Konvensi ILO 102')
    expect(c102).toHaveProperty('known')
    expect(proposals.find((each) => each.title.startsWith('Permudah calon PMI'))).not.toHaveProperty('known')
    expect(proposals.map((each) => each.title)).not.toContain('Draf tertutup')
  })
})

describe('a finding on competence', () => {
  it('becomes an obstacle once, by who may see the finding', async () => {
    const boss = await world.hire('jhb', ['supervisor'])
    const id = '019a0000-0000-7000-8000-00000000abcd'
    await world.root(
      `insert into app.competence_findings (id, org_id, kind, need, place) values ($1, $2, 'hole', 'wages', 'abroad')`,
      [id, boss.orgId],
    )
    const path = `/kerja/hambatan/baru?temuan=${id}`
    expect((await get(boss, '/kerja/pengaturan/kewenangan')).text).toContain(path)
    const form = await get(boss, path)
    expect(form.text).toContain('Tabel kewenangan Payung')
    const fields = {
      code: 'unclear-competence',
      description: 'Tidak ada lembaga untuk gaji di luar negeri.',
      law: 'silent',
      searched: 'Tabel kewenangan Payung',
      owner: 'kemnaker',
    }
    const foreign = await world.hire('hkg', ['supervisor'])
    expect((await post(foreign, path, fields)).status).toBe(404)
    const done = await post(boss, path, fields)
    expect(done.status).toBe(303)
    expect((await get(reader, done.to)).text).toContain('berasal dari temuan kewenangan')
    expect((await post(boss, path, fields)).text).toContain('Temuan ini sudah dicatat.')
  })
})
