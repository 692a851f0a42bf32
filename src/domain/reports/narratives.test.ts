// Sentences as people write them, each with the urgency that its words alone may suggest: a suggestion for an officer.
import { describe, expect, it } from 'vitest'
import { mostUrgent, type Urgency } from '../cases/urgency.ts'
import { findWords } from './word-search.ts'

const NARRATIVES: readonly (readonly [story: string, urgency: Urgency])[] = [
  ['gaji sudah dibayar', 'rendah'],
  ['gaji lancar', 'rendah'],
  ['temannya dipukul, saya tidak', 'tinggi'],
  ['saya tidak mau bunuh diri', 'rendah'],
  ['klaim BPJS', 'rendah'],
  ['d1ancam agen', 'tinggi'],
  ['gaji saya lancar setiap bulan', 'rendah'],
  ['gaji dibayar tepat waktu', 'rendah'],
  ['upah sudah diterima semua', 'rendah'],
  ['gaji sudah tidak dibayar 3 bulan', 'sedang'],
  ['gaji belum dibayar', 'sedang'],
  ['gaji sudah 3 bulan tidak dibayar', 'sedang'],
  ['gaji sudah dibayar tapi kurang', 'sedang'],
  ['majikan baik, gaji lancar, mau tanya klaim bpjs', 'rendah'],
  ['saya tidak ingin mati', 'rendah'],
  ['saya mau bunuh diri', 'darurat'],
  ['dia bilang mau bunuh diri', 'darurat'],
  ['tidak ada niat bunuh diri', 'rendah'],
  ['saya tidak mau hidup lagi', 'darurat'],
  ['jangan bunuh saya', 'darurat'],
  ['mereka mau membunuh saya', 'darurat'],
  ['4ncam bunuh', 'darurat'],
  ['dipukul1 majikan', 'tinggi'],
  ['d1pukul majikan', 'tinggi'],
  ['di s3kap di mess', 'darurat'],
  ['dis3kap', 'darurat'],
  ['pa5por ditahan', 'sedang'],
  ['saya aman, tidak dikurung', 'rendah'],
  ['kami tidak pernah dikunci', 'rendah'],
  ['bukan ditipu', 'rendah'],
  ['aku ora digebug', 'rendah'],
  ['aku digebugi juragan', 'tinggi'],
  ["engko' epokol juragan", 'tinggi'],
  ['tiang tempuk isiq majikan', 'tinggi'],
  ['bajaranna tak ebajar', 'sedang'],
  ['my salary is paid on time', 'rendah'],
  ['salary paid every month', 'rendah'],
  ['I was not beaten', 'rendah'],
  ['they did not hit me', 'rendah'],
  ['never threatened', 'rendah'],
  ['my boss hit me', 'tinggi'],
  ['I do not want to kill myself', 'rendah'],
  ['i want to kill myself', 'darurat'],
  ["I don't want to die", 'darurat'],
  ['cara klaim asuransi setelah pulang', 'rendah'],
  ['perlu obat? tidak', 'sedang'],
  ['sakit kepala sudah sembuh', 'rendah'],
  ['suami saya bekerja di kapal pesiar', 'sedang'],
  ['apakah benar ada perang', 'darurat'],
  ['teman saya diperkosa', 'tinggi'],
  ['saya dan dia tidak diperkosa', 'rendah'],
  ['takut dibunuh', 'darurat'],
  ['bapak sudah meninggal tahun 2010', 'tinggi'],
  ['mau tanya syarat kerja ke Korea', 'rendah'],
  ['cara mencari kerja resmi', 'rendah'],
  ['tidak ada ancaman', 'rendah'],
  ['tanpa ancaman', 'rendah'],
  ['tidak ada kekerasan', 'rendah'],
  ['gaji dipotong 5 bulan', 'sedang'],
  ['gaji lancar tapi dipukul', 'tinggi'],
  ['gaji lancar tapi paspor ditahan', 'sedang'],
  ['hutang sudah lunas', 'rendah'],
  ['tidak punya utang', 'rendah'],
  ['paspor tidak ditahan, gaji dibayar', 'rendah'],
  ['gaji tidak lancar', 'sedang'],
  ['gaji kurang lancar', 'sedang'],
  ['gaji belum lancar', 'sedang'],
  ['dulu gaji lancar, sekarang tidak dibayar', 'sedang'],
  ['gajiku durung dibayar', 'sedang'],
  ['gaji wis dibayar', 'rendah'],
  ['gajine lancar', 'rendah'],
  ['kabeh apik, gajine wis dibayar kabeh', 'rendah'],
  ['saya diancam, teman tidak', 'tinggi'],
  ['dipukul saya tidak tahan', 'tinggi'],
  ['dipukul, saya tidak melawan', 'tinggi'],
  ['saya dipukul, dia tidak', 'tinggi'],
  ['tolooong saya disekap', 'darurat'],
  ['uang tebusan', 'darurat'],
  ['4 orang dijual ke bos lain', 'darurat'],
  ['barang dijual di pasar', 'rendah'],
  ['motor saya dijual untuk berangkat', 'rendah'],
  ['rumah dijual buat bayar agen', 'rendah'],
  ['perang sudah selesai', 'rendah'],
  ['gempa kemarin, saya selamat', 'darurat'],
  ['dia gemuk, tidak kelaparan', 'rendah'],
]

function urgencyOf(story: string): Urgency {
  const said = findWords(story).filter((match) => match.sense === 'said')
  return said.length === 0 ? 'rendah' : mostUrgent(said.map((match) => match.urgency))
}

describe('words of a narrative', () => {
  it.each(NARRATIVES)('%s: %s', (story, urgency) => {
    expect(urgencyOf(story)).toBe(urgency)
  })

  it('never take back a danger that stands beside what is settled', () => {
    for (const calm of [
      'gaji lancar',
      'gaji sudah dibayar',
      'hutang sudah lunas',
      'saya tidak mau bunuh diri',
    ])
      for (const danger of ['saya disekap', 'dia dipukul', 'mau dibunuh', 'paspor ditahan'])
        for (const story of [`${calm}, ${danger}`, `${danger}, ${calm}`, `${calm} tapi ${danger}`])
          expect([story, urgencyOf(story) !== 'rendah']).toEqual([story, true])
  })
})
