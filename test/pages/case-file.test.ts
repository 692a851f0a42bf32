// Working on what is in a case file, through the pages: persons, events, needs, evidence.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Hono } from 'hono'
import type { StaffActor } from '#src/platform/db/context.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { makeApp } from '#src/web/app.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: Hono
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  officer = await world.hire('jhb', ['intake-officer', 'caseworker'])
})
afterAll(() => world.close())

const aCase = async (): Promise<string> =>
  (
    await world.staff(officer, (ctx) =>
      createCase(ctx, {
        urgency: 'sedang',
        types: ['UNPAID_WAGES'],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      }),
    )
  ).code

async function get(path: string, actor = officer, status = 200): Promise<string> {
  const response = await app.request(path, { headers: { cookie: await world.cookieOf(actor) } })
  const text = await response.text()
  expect([path, response.status]).toEqual([path, status])
  return text
}

type Fields = Readonly<Record<string, string | readonly string[] | File>>

async function post(path: string, fields: Fields, actor = officer) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? value : [value]) body.append(name, each as string | File)
  const response = await app.request(path, {
    method: 'POST',
    body,
    headers: { cookie: await world.cookieOf(actor), 'sec-fetch-site': 'same-origin' },
  })
  return { status: response.status, text: await response.text() }
}

/** The hidden and text fields of the form that posts to this address. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.slice(html.indexOf(`action="${action}"`))
  const end = form.slice(0, form.indexOf('</form>'))
  return Object.fromEntries(
    [...end.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
}

const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')
const first = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? ''

describe('evidence', () => {
  it('is a file that an officer brings, with its hash, a check and a custody log', async () => {
    const path = `/kerja/kasus/${await aCase()}/bukti`
    const big = new Uint8Array(400_000).fill(32)
    big.set(PDF)
    const file = new File([big], 'slip.pdf')
    const piece = { title: 'Slip gaji', kind: 'payment-proof', from: 'orang itu', original: 'di tas' }
    expect((await post(path, { ...piece, file })).status).toBe(303)
    const shown = await get(path)
    expect(shown).toContain('bukti bayar')
    expect(shown).toMatch(/SHA-256\): <span class="code">[0-9a-f]{64}/)
    const id = first(shown, /bukti\/([0-9a-f-]{36})\/cek/)
    expect((await post(`${path}/${id}/cek`, {})).status).toBe(303)
    expect((await post(`${path}/${id}/serah`, { to: 'Penyidik', why: 'diminta' })).status).toBe(303)
    const after = await get(path)
    for (const words of ['diterima', 'sidik dicek', 'utuh', 'diserahkan', 'Penyidik'])
      expect(after).toContain(words)
    const download = first(after, /\/kerja\/berkas\/([0-9a-f-]{36})/)
    const response = await app.request(`/kerja/berkas/${download}`, {
      headers: { cookie: await world.cookieOf(officer) },
    })
    expect((await response.arrayBuffer()).byteLength).toBe(400_000)
  })

  it('says beside the field what is wrong with a file and keeps what was typed', async () => {
    const path = `/kerja/kasus/${await aCase()}/bukti`
    const file = new File(['<svg onload=alert(1)>'], 'foto.jpg')
    const answer = await post(path, { title: 'Foto pagar', kind: 'photo', file })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Jenis berkas ini belum bisa disimpan.')
    expect(answer.text).toContain('value="Foto pagar"')
  })
})

describe('a person', () => {
  it('is added, changed with every field, and shows both versions to who comes second', async () => {
    const path = `/kerja/kasus/${await aCase()}/orang`
    expect((await post(path, { names: 'Suparmi', roles: ['concerned', 'reporter'] })).status).toBe(303)
    const edit = first(await get(path), /href="([^"]*\/orang\/[0-9a-f-]{36}\/ubah)"/)
    const opened = fieldsOf(await get(edit), edit)
    const typed = {
      ...opened,
      names: 'Suparmi\nBu Par',
      roles: ['concerned', 'pendamping'],
      category: 'worker',
      phase: 'during',
      sector: 'domestic-work',
      documents: 'papers-held-by-other',
      socialSecurity: 'unknown',
      sex: 'female',
      born: '1996~',
      aged: '25 pada 2021',
      village: 'Wonotepus',
      numbers: '+44 7700 900123',
      departedWhy: 'does-not-know',
    }
    expect((await post(edit, typed)).status).toBe(303)
    const again = await get(edit)
    for (const words of ['Bu Par', '1996~', '25 pada 2021', 'Wonotepus', '+44 7700 900123'])
      expect(again).toContain(words)
    const clash = await post(edit, { ...opened, names: 'Suparmi', roles: 'concerned', born: '1998' })
    expect(clash.status).toBe(409)
    expect(clash.text).toContain('1996~')
    expect(clash.text).toContain('1998')
    const both = await post(edit, { ...fieldsOf(clash.text, edit), pakai: 'keduanya' })
    expect(both.status).toBe(303)
    const merged = await get(edit)
    for (const words of ['Bu Par', '1996~', '1998']) expect(merged).toContain(words)
  })

  it('of another case is found and stands in both', async () => {
    const [one, other] = [await aCase(), await aCase()]
    await post(`/kerja/kasus/${one}/orang`, { names: 'Rukmini Sastro', roles: 'concerned' })
    const found = await post(`/kerja/kasus/${other}/orang/cari`, { dikenal: 'rukmini sastro' })
    expect(found.text).toContain(one)
    const person = first(found.text, /name="person" value="([^"]+)"/)
    expect((await post(`/kerja/kasus/${other}/orang/kenal`, { person, roles: 'witness' })).status).toBe(303)
    expect(await get(`/kerja/kasus/${other}`)).toContain(one)
  })

  it('needs a date that can be read; what was typed stays', async () => {
    const path = `/kerja/kasus/${await aCase()}/orang`
    const answer = await post(path, { names: 'Wagiman', roles: 'concerned', born: 'kemarin dulu' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('kemarin dulu')
    expect(answer.text).toContain('Wagiman')
  })
})

describe('an event', () => {
  it('is corrected on its page; who comes second sees both and may keep both', async () => {
    const path = `/kerja/kasus/${await aCase()}/kronologi`
    const event = { date: '2019-04~', text: 'Berangkat dari Batam', source: 'concerned-person' }
    expect((await post(path, event)).status).toBe(303)
    const edit = first(await get(path), /href="([^"]*\/betulkan)"/)
    const opened = fieldsOf(await get(edit), edit)
    expect((await post(edit, { ...opened, ...event, text: 'Berangkat dari Dumai' })).status).toBe(303)
    const clash = await post(edit, { ...opened, ...event, text: 'Berangkat dari Tanjung Balai' })
    expect(clash.status).toBe(409)
    const action = first(clash.text, /action="([^"]*\/betulkan)"/)
    const both = await post(action, { ...fieldsOf(clash.text, action), pakai: 'keduanya' })
    expect(both.status).toBe(303)
    const shown = await get(path)
    expect(shown).toContain('Berangkat dari Dumai')
    expect(shown).toContain('Berangkat dari Tanjung Balai')
    expect(shown).not.toContain('Berangkat dari Batam')
    const share = first(shown, /action="([^"]*\/bagikan)"/)
    expect((await post(share, fieldsOf(shown, share))).status).toBe(303)
    expect(await get(path)).toContain('Berhenti membagikan')
  })
})

describe('a need', () => {
  it('is told how it stands by its owner', async () => {
    const path = `/kerja/kasus/${await aCase()}/kebutuhan`
    await post(path, { kind: 'shelter', urgency: 'tinggi', label: 'Rumah aman' })
    const shown = await get(path)
    const action = first(shown, /action="([^"]*\/keadaan)"/)
    const fields = fieldsOf(shown, action)
    expect((await post(action, { ...fields, state: 'met' })).status).toBe(303)
    expect(await get(path)).toContain('Tercapai')
    expect((await post(action, { ...fields, state: 'not-met' })).status).toBe(409)
  })

  it('shows both states to who comes second, who may still decide', async () => {
    const path = `/kerja/kasus/${await aCase()}/kebutuhan`
    const need = { kind: 'shelter', urgency: 'sedang', label: 'Gaji 7 tahun' }
    expect((await post(path, need)).status).toBe(303)
    const at = first(await get(path), /action="([^"]+\/keadaan)"/)
    const asSeen = fieldsOf(await get(path), at)
    expect((await post(at, { ...asSeen, state: 'in-progress' })).status).toBe(303)
    const late = await post(at, { ...asSeen, state: 'met' })
    expect(late.status).toBe(409)
    for (const words of ['dikerjakan', 'tercapai', 'Gaji 7 tahun']) expect(late.text).toContain(words)
    expect(late.text).not.toContain('value="keduanya"')
    expect((await post(at, { ...fieldsOf(late.text, at), pakai: 'saya' })).status).toBe(303)
    expect(await world.root('select state from app.needs where id = $1', [at.split('/').at(-2)])).toEqual([
      { state: 'met' },
    ])
  })
})

describe('a link of the chain', () => {
  it('is corrected, taken off, and shows both versions to who comes second', async () => {
    const path = `/kerja/kasus/${await aCase()}/perantara`
    const link = { name: 'Pak Jumadi', kind: 'sponsor', where: 'Wonotepus', note: '' }
    expect((await post(path, link)).status).toBe(303)
    expect((await post(path, { ...link, name: 'PT Contoh', kind: 'p3mi' })).status).toBe(303)
    const at = first(await get(path), /href="([^"]+\/ubah)">Pak Jumadi/)
    const asSeen = fieldsOf(await get(at), at)
    expect((await post(at, { ...asSeen, ...link, name: 'Pak Jumadi Wiryo' })).status).toBe(303)
    const after = await get(path)
    expect(after.indexOf('Pak Jumadi Wiryo')).toBeLessThan(after.indexOf('PT Contoh'))
    const late = await post(at, { ...asSeen, ...link, name: 'Bu Jumiati' })
    expect(late.status).toBe(409)
    for (const name of ['Pak Jumadi Wiryo', 'Bu Jumiati']) expect(late.text).toContain(name)
    const next = first(late.text, /action="([^"]+\/ubah)"/)
    expect((await post(next, { ...fieldsOf(late.text, next), pakai: 'saya' })).status).toBe(303)
    expect(await get(path)).not.toContain('Pak Jumadi Wiryo')
    const newest = first(await get(path), /href="([^"]+\/ubah)">Bu Jumiati/)
    const gone = { ...fieldsOf(await get(newest), newest), ...link, hapus: 'ya' }
    expect((await post(newest, gone)).status).toBe(303)
    const last = await get(path)
    expect(last).not.toContain('Bu Jumiati')
    expect(last).toContain('PT Contoh')
    const removed = await post(newest, { ...gone, hapus: '' })
    expect(removed.status).toBe(409)
    expect(removed.text).toContain('sudah dihapus dari daftar')
    const kept = await world.root('select 1 from app.case_actors where ended_at is not null')
    expect(kept).toHaveLength(3)
  })
})

describe('an incident', () => {
  it('leads from the head of each case to all its cases, and is chosen from a list', async () => {
    const [one, two] = [await aCase(), await aCase()]
    const join = async (code: string, fields: Fields) => {
      const path = `/kerja/kasus/${code}/kejadian`
      const seen = fieldsOf(await get(`/kerja/kasus/${code}/ubah`), path)
      expect((await post(path, { ...seen, ...fields })).status).toBe(303)
    }
    const name = 'Rumah penampungan Skudai'
    await join(one, { name, country: 'MY', happened: '2026-11' })
    const incident = first(await get(`/kerja/kasus/${one}`), /href="(\/kerja\/kasus\/kejadian\/[^"]+)"/)
    expect(await get(`/kerja/kasus/${two}/ubah`)).toContain(name)
    await join(two, { incident: incident.split('/').at(-1) ?? '' })
    expect(await get(`/kerja/kasus/${two}`)).toContain(`href="${incident}"`)
    const all = await get(incident)
    for (const code of [one, two]) expect(all).toContain(`href="/kerja/kasus/${code}"`)
    const stranger = await world.as('caseworker', 'hkg')
    expect(await get(incident, stranger, 404)).not.toContain(name)
  })
})

describe('a closed case', () => {
  it('keeps the exact reason and shows it until it is opened again', async () => {
    const code = await aCase()
    const path = `/kerja/kasus/${code}/tutup`
    const boss = await world.as('supervisor', 'jhb')
    const words = { basis: 'own-word', ownWord: 'Adik saya sudah menjemput saya', reason: 'solved-elsewhere' }
    expect((await post(path, { ...fieldsOf(await get(path, boss), path), ...words }, boss)).status).toBe(303)
    const kept = () => world.root('select closed_reason from app.cases where code = $1', [code])
    expect(await kept()).toEqual([{ closed_reason: 'solved-elsewhere' }])
    expect(await get(`/kerja/kasus/${code}`)).toContain('Selesai di tempat lain (Kata orang itu sendiri)')
    expect((await post(`/kerja/kasus/${code}/buka`, {}, boss)).status).toBe(303)
    expect(await kept()).toEqual([{ closed_reason: null }])
    expect(await get(`/kerja/kasus/${code}`)).not.toContain('Selesai di tempat lain')
  })
})
