import { describe, expect, it } from 'vitest'
import { printScript, staffCss } from '#src/web/ui/staff/assets.ts'
import { aFrame } from '#src/web/ui/staff/frame.fixture.ts'
import { bpjsFacts, bpjsFieldOf, isBpjsField } from './bpjs-facts.ts'
import { BpjsPage } from './bpjs-page.tsx'
import { bpjsView, DEATH } from './bpjs.fixture.tsx'

function factsIn(values: Parameters<typeof bpjsFacts>[0]) {
  const read = bpjsFacts(values)
  if (read.kind === 'faults') throw new Error(JSON.stringify(read.faults))
  return read.facts
}

function html(lang: 'id' | 'en', values: Parameters<typeof bpjsFacts>[0]): string {
  const frame = aFrame(lang)
  return `${BpjsPage({ frame, view: bpjsView(frame, values) }) as unknown as string}`
}

describe('the sheet on paper', () => {
  it('has a button to print that waits for its script, and shows what is folded', () => {
    const page = html('id', DEATH)
    expect(page).toMatch(/data-print="?[^>]*hidden/)
    expect(page).toContain(printScript().path)
    expect(staffCss().body).toContain('details::details-content')
  })
})

describe('the answers of the BPJS sheet', () => {
  it('leave out what is empty: unknown never counts as no', () => {
    expect(factsIn({})).toEqual({})
    expect(factsIn({ kejadian: ['illness'] })).toEqual({ insurance: { event: 'illness' } })
  })

  it('take papers as had, missing or not known', () => {
    expect(
      factsIn({ 'surat-family-card': ['yes'], 'surat-identity-worker': ['no'], 'surat-bank-book': [] }),
    ).toEqual({ documents: { familyCard: 'yes', identityCard: 'no', passport: 'no' } })
  })

  it.each([
    [{ tanggal: ['2026-02-30'] }, 'tanggal'],
    [{ bulan: ['-1'] }, 'bulan'],
    [{ anak: ['dua'] }, 'anak'],
    [{ anggota: ['ya'] }, 'anggota'],
    [{ sejak: ['2026-05'], sampai: ['2025-05'] }, 'sampai'],
  ])('point a fault at its field: %j', (values, field) => {
    const read = bpjsFacts(values)
    expect(read.kind === 'faults' && read.faults.map((each) => bpjsFieldOf(each.field))).toContain(field)
  })

  it('keep known fields only', () => {
    expect(['kejadian', 'surat-heir-letter', 'catatan'].every(isBpjsField)).toBe(true)
    expect(['version', 'surat-<b>', 'nama'].some(isBpjsField)).toBe(false)
  })
})

describe.each(['id', 'en'] as const)('the BPJS sheet in %s', (lang) => {
  const { bpjs: words, confirm } = aFrame(lang).t.kerjaKlaim

  it('shows programme, benefit with its basis, papers, time left and who confirms', () => {
    const page = html(lang, DEATH)
    expect(page).toContain(words.programme['jkk'])
    expect(page).toContain('Permenaker 4/2023')
    expect(page).toContain(words.standing.covered)
    expect(page).toContain(words.days.open(1776))
    expect(page).toContain(confirm['social-security-body'])
    expect(page).toContain(words.counted(2, 7))
    expect(page).toContain(words.states.no)
  })

  it('marks every sum that nobody verified; only the contribution was read', () => {
    const page = html(lang, DEATH)
    const sums = [...page.matchAll(/Rp\u00A0(?<sum>[\d.,]+\d)(?<mark> \()?/g)].map((each) => each.groups)
    expect(sums.length).toBeGreaterThan(1)
    expect(sums.filter((each) => each?.['mark'] === undefined).map((each) => each?.['sum'])).toEqual([
      lang === 'id' ? '370.000' : '370,000',
    ])
  })

  it('claims nothing for somebody who is not covered, and says what else to do', () => {
    const page = html(lang, { ...DEATH, anggota: ['not-member'] })
    expect(page).toContain(words.noClaim)
    expect(page).toContain(words.without)
    expect(page).not.toContain(words.counted(2, 7))
  })

  it('keeps what is not known open', () => {
    const { anggota: _anggota, sebab: _sebab, ...rest } = DEATH
    const page = html(lang, rest)
    expect(page).toContain(words.standing.unclear)
    expect(page).toContain(words.perhaps)
  })

  it('asks for the event before it lists papers', () => {
    expect(html(lang, {})).toContain(words.papersEmpty)
    expect(html(lang, { tahap: ['during'] })).toContain(words.noEvent)
  })
})
