/** An invented case for the tests of letters; every name and number in it is made up. */
import type { LetterEntry } from '#src/domain/letters/letter-facts.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { textsFor } from '#src/texts/texts.ts'
import type { FormValues } from '#src/web/form-values.ts'
import type { Making } from './letter-parts.ts'

export function typedForm(given: Readonly<Record<string, readonly string[]>>): FormValues {
  return { given, one: (name) => given[name]?.[0] ?? '', all: (name) => given[name] ?? [] }
}

const entry = (id: string, date: string, text: string, more: Partial<LetterEntry> = {}): LetterEntry => ({
  id,
  date: date === '' ? undefined : partialDateOf(date),
  dateWords: '',
  text,
  source: 'concerned-person',
  certainty: 'likely',
  sharedBy: '',
  contradicts: null,
  ...more,
})

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  kejadian: ['e1', 'e2', 'e3', 'e4'],
  sebut: ['born', 'village'],
  bagian: ['chain', 'evidence'],
  'kuasa-nama': ['Rini Wulandari'],
  'kuasa-jabatan': ['Pendamping'],
  'kuasa-lembaga': ['Yayasan Contoh'],
  'kuasa-nomor': ['KTA 0042'],
  wewenang: ['represent-offices', 'claim-pay'],
  tempat: ['Johor Bahru'],
  tujuan: ['fine-waiver'],
  'mata-uang': ['MYR'],
  'biaya-1': ['Pelatihan'],
  'jumlah-1': ['1.250'],
  'kapan-1': ['Januari 2019'],
  'biaya-2': ['Pemeriksaan kesehatan'],
  'jumlah-2': ['250,50'],
  hari: ['14'],
  negara: ['MY'],
  'upah-sepakat': ['1.000'],
  dari: ['2022-01-01'],
  sampai: ['2022-12-31'],
  'bayar-1': ['500'],
  'bayar-kepada-1': ['worker'],
}

export const MAKING = (
  lang: 'id' | 'en',
  more: Readonly<Record<string, readonly string[]>> = {},
): Making => ({
  t: textsFor(lang),
  lang,
  zone: 'Asia/Kuala_Lumpur',
  now: new Date('2026-11-20T04:00:00Z'),
  body: lang === 'id' ? 'Yayasan Contoh' : 'Example Foundation',
  officer: 'Rini Wulandari',
  to: ['PT Contoh Penempatan', 'Jalan Contoh 1, Jakarta'],
  form: typedForm({ ...FIELDS, ...more }),
  facts: {
    caseCode: 'JHB-2026-0412',
    country: 'MY',
    persons: [
      {
        id: 'p1',
        name: 'Suparmi binti Kasan',
        otherNames: ['Sri'],
        roles: ['concerned'],
        born: partialDateOf('1998~'),
        village: 'Sukamaju',
        documents: ['Paspor C0000000'],
      },
      {
        id: 'p2',
        name: 'Wali Contoh',
        otherNames: [],
        roles: ['guardian'],
        born: undefined,
        village: '',
        documents: [],
      },
    ],
    timeline: [
      entry('e2', '2019-04~', 'Berangkat dari desa dengan sponsor.', { dateWords: 'sebelum puasa' }),
      entry('e1', '2019', 'Ditawari kerja di restoran dengan upah 1.200 ringgit sebulan.'),
      entry('e3', '2019-05', 'Paspor diambil majikan pada hari pertama.'),
      entry('e4', '2019-06', 'Paspor disimpan pekerja sendiri.', {
        source: 'employer',
        certainty: 'doubtful',
        contradicts: 'e3',
      }),
      entry('e5', '', 'Kejadian yang tidak dipilih.'),
    ],
    chain: [{ kind: 'p3mi', name: 'PT Contoh Penempatan' }],
    evidence: [{ number: 1, title: 'Foto perjanjian kerja' }],
  },
})
