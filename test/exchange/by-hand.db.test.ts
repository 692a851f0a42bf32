// Other ways than the line: a file for a partner with Payung, a locked file, paper and a spoken answer for one without.
import { Decrypter } from 'age-encryption'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmPartner,
  exportFile,
  findPartner,
  importFile,
  noteSpokenAnswer,
  noteSpokenStop,
  passphraseOf,
  proposePaperPartner,
  refreshPartner,
  sealSheet,
  suspendPartner,
} from '#src/modules/exchange/index.ts'
import { findReferral, offerReferral, prepareOffer, type OfferDraft } from '#src/modules/referrals/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import { makeReferableCase, type ReferableCase } from '../support/referral-world.ts'
import { makeTwoInstallations, type TwoInstallations } from '../support/two-installations.ts'
import { act, countsAt, deliveries, offerAcross, receivedAt, sentAt, takeConsentBack } from './across.ts'

const VISITOR = new Uint8Array(16)

describe('a hand-over another way than the line', () => {
  let both: TwoInstallations
  let officer: StaffActor
  let boss: { readonly a: StaffActor; readonly b: StaffActor }
  beforeAll(async () => {
    both = await makeTwoInstallations()
    officer = await both.a.as('caseworker', 'jhb')
    boss = { a: await both.a.as('supervisor', 'jhb'), b: await both.b.as('supervisor', 'jatim') }
  })
  afterAll(() => both.close())
  afterEach(() => {
    both.a.line.fate = () => 'pass'
    both.b.line.fate = () => 'pass'
  })

  const carry = async (from: 'a' | 'b'): Promise<{ readonly taken: number; readonly refused: number }> => {
    const to = from === 'a' ? 'b' : 'a'
    const file = await both[from].staff(boss[from], (ctx) => exportFile(ctx, both[from].partnerId))
    expect(file.text).not.toContain('Sulastri')
    return importFile(both[to].platform, { actor: boss[to], visitor: VISITOR, text: file.text })
  }

  it('goes as a file in both directions while there is no line, once however often it is opened', async () => {
    both.a.line.fate = () => 'cut'
    both.b.line.fate = () => 'cut'
    const sent = await offerAcross(both)
    await both.settle()
    expect(await carry('a')).toEqual({ taken: 1, refused: 0 })
    await both.settle()
    const before = await countsAt(both.b)
    await carry('a')
    await both.settle()
    expect(await countsAt(both.b)).toEqual(before)
    await act(both, sent, { action: 'accept' })
    await both.settle()
    await carry('b')
    await both.settle()
    expect((await sentAt(both, sent)).state).toBe('accepted')
    expect(await deliveries(both.a, sent)).toEqual([
      { kind: 'referral.offered', state: 'acknowledged', answer: 'applied' },
    ])
  })

  it('refuses a file that is not for us, or no file, in words', async () => {
    both.b.line.fate = () => 'cut'
    await offerAcross(both)
    await both.settle()
    const file = await both.a.staff(boss.a, (ctx) => exportFile(ctx, both.a.partnerId))
    for (const text of ['', '{}', file.text])
      await expect(
        importFile(both.a.platform, { actor: boss.a, visitor: VISITOR, text }),
      ).rejects.toMatchObject({ problems: [{ path: 'file', code: 'exchange.file' }] })
  })

  it('tells a suspended partner nothing but that consent was taken back', async () => {
    const sent = await offerAcross(both)
    await both.settle()
    await act(both, sent, { action: 'accept' })
    await both.settle()
    const admin = await both.a.hire('pusat', ['installation-admin'])
    const set = (to: 'suspended' | 'confirmed') =>
      both.a.staff(admin, async (ctx) => {
        const { id, version } = (await findPartner(ctx, both.a.partnerId))!
        await suspendPartner(ctx, { id, version, to })
      })
    await set('suspended')
    const later = await offerAcross(both)
    await takeConsentBack(both, sent)
    await both.settle()
    await expect(receivedAt(both, later)).rejects.toThrow()
    expect((await receivedAt(both, sent)).stopped).toBe(true)
    await set('confirmed')
    both.advance(3600_000)
    await both.settle()
    expect((await receivedAt(both, later)).state).toBe('requested')
  })

  type Paper = ReferableCase & { readonly referralId: string; readonly code: string }
  let paperBody: string

  const onPaper = async (): Promise<Paper & { readonly referralCode: string }> => {
    const made = await makeReferableCase(both.a, await both.a.as('intake-officer', 'jhb'), {
      mayShare: { organisation: 'yes' },
    })
    const draft: OfferDraft = {
      caseId: made.caseId,
      caseCode: made.code,
      needId: made.needId,
      toOrg: paperBody,
      asked: 'Kamar untuk satu orang.',
      sendables: [{ item: 'needs', lines: [{ text: 'Kamar' }] }],
      chosen: ['needs'],
      handling: [],
      basis: [],
    }
    return both.a.staff(officer, async (ctx) => {
      const { seen } = await prepareOffer(ctx, officer.orgId, draft)
      const { id, code } = await offerReferral(ctx, draft, seen)
      return { ...made, referralId: id, referralCode: code }
    })
  }

  it('lets two people write down a partner without Payung, and only then offers it', async () => {
    const { a } = both
    const admin = await a.hire('pusat', ['installation-admin'])
    const second = await a.hire('pusat', ['organisation-admin'])
    const body = { name: 'Rumah Rekaan', shortName: 'RR', kind: 'ngo', country: 'ID' }
    const id = await a.staff(admin, (ctx) => proposePaperPartner(ctx, body))
    const confirm = (who: StaffActor) =>
      a.staff(who, async (ctx) =>
        confirmPartner(ctx, { id, version: (await findPartner(ctx, id))!.version, fingerprint: '' }),
      )
    await expect(confirm(admin)).rejects.toMatchObject({ code: 'exchange.second-person-needed' })
    const before = await a.root('select active from app.organisations where partner_id = $1', [id])
    expect(before).toEqual([{ active: false }])
    await confirm(second)
    await refreshPartner(a.platform, id)
    const [row] = await a.root('select id, active from app.organisations where partner_id = $1', [id])
    expect(row!['active']).toBe(true)
    paperBody = String(row!['id'])
  })

  it('gives a locked file that opens with the words told by telephone, and with no others', async () => {
    const sent = await onPaper()
    const { a } = both
    const { file, passphrase } = await a.staff(officer, async (ctx) => {
      const row = (await findReferral(ctx, sent.referralId))!
      return { file: await sealSheet(ctx, row, '<p>Kamar</p>'), passphrase: passphraseOf(a.platform, row) }
    })
    const open = (words: string) => {
      const decrypter = new Decrypter()
      decrypter.addPassphrase(words)
      return decrypter.decrypt(file, 'text')
    }
    expect(await open(passphrase)).toBe('<p>Kamar</p>')
    await expect(open('salah')).rejects.toThrow()
    const cookie = await a.cookieOf(officer)
    const app = makeApp(a.platform)
    for (const path of ['mitra', 'lembar', 'paket']) {
      const answer = await app.request(`http://localhost:3000/kerja/rujukan/${sent.referralCode}/${path}`, {
        headers: { cookie },
      })
      expect(answer.status).toBe(200)
      const text = await answer.text()
      if (path === 'mitra') expect(text).toContain(passphrase)
      if (path === 'lembar') expect(text).toContain('Kamar')
      if (path === 'paket') expect(text).not.toContain('Kamar')
    }
  })

  it('takes down what it answered, by the same lifecycle, with the name of who wrote it down', async () => {
    const sent = await onPaper()
    const { a } = both
    const say = (state: string, reason = '') =>
      noteSpokenAnswer(a.platform, officer, {
        referralId: sent.referralId,
        state,
        reason,
        words: 'Bu Rekaan lewat telepon',
      })
    await expect(say('rejected')).rejects.toMatchObject({ problems: [{ path: 'reason' }] })
    await say('accepted')
    await expect(say('rejected', 'capacity')).rejects.toMatchObject({ code: 'exchange.not-possible-now' })
    const [need] = await a.root('select owner_org, state from app.needs where id = $1', [sent.needId])
    expect(need).toEqual({ owner_org: paperBody, state: 'in-progress' })
    const noted = await a.root(
      `select actor_id from app.journal where verb = 'referral.answer-noted' and subject_id = $1`,
      [sent.referralId],
    )
    expect(noted[0]).toEqual({ actor_id: officer.staffId })
    await takeConsentBack(both, { ...sent, pack: undefined as never })
    await both.settle()
    const [notice] = await a.root(
      `select count(*)::int as n from app.notices where kind = 'withdrawal-unacknowledged' and subject_id = $1`,
      [sent.referralId],
    )
    expect(Number(notice!['n'])).toBeGreaterThan(0)
    await noteSpokenStop(a.platform, officer, sent.referralId)
    const [row] = await a.root(
      'select stop_acknowledged_at is not null as done from app.referrals where id = $1',
      [sent.referralId],
    )
    expect(row).toEqual({ done: true })
  })

  it('lets nobody else speak for a partner, and nobody for one that answers by itself', async () => {
    const sent = await onPaper()
    const other = await both.a.as('caseworker', 'hkg')
    const said = { state: 'accepted', reason: '', words: 'katanya' }
    await expect(
      noteSpokenAnswer(both.a.platform, other, { ...said, referralId: sent.referralId }),
    ).rejects.toMatchObject({ code: 'referral.not-found' })
    const across = await offerAcross(both)
    await expect(
      noteSpokenAnswer(both.a.platform, officer, { ...said, referralId: across.referralId }),
    ).rejects.toMatchObject({ code: 'exchange.answers-itself' })
  })

  it('shows on its pages where everything is, to those who may see it', async () => {
    const { a } = both
    const app = makeApp(a.platform)
    const get = async (who: StaffActor, path: string) => {
      const answer = await app.request(`http://localhost:3000${path}`, {
        headers: { cookie: await a.cookieOf(who) },
      })
      return { status: answer.status, text: await answer.text() }
    }
    const room = await get(boss.a, '/kerja/ekspor-impor/mitra?saring=semua')
    expect(room.status).toBe(200)
    expect(room.text).toContain('Instalasi lain')
    expect(room.text).toContain('diterima dan dijawab')
    expect(room.text).not.toContain('Sulastri')
    expect((await get(boss.a, `/kerja/ekspor-impor/mitra/${a.partnerId}`)).text).toContain('BP3MI Uji Timur')
    expect((await get(officer, '/kerja/ekspor-impor/mitra')).status).toBe(403)
    const admin = await a.hire('pusat', ['installation-admin'])
    expect((await get(admin, '/kerja/ekspor-impor/mitra')).text).toContain('Sidik angka kita')
  })
})
