/** Kinds of bodies that may act, and what they were called when. Which desk of that kind it is stands in the directory. */
import { article } from '../law/article-ref.ts'
import { valueOn, type DatedValue } from '../law/dated-value.ts'
import type { PlainDate } from '../kernel/partial-date.ts'

export const BODY_KINDS = [
  'mission',
  'labour-attache',
  'kemlu',
  'kp2mi',
  'bp3mi',
  'kemnaker',
  'disnaker-province',
  'disnaker-district',
  'polri',
  'lpsk',
  'kejaksaan',
  'kemensos',
  'dinsos',
  'uptd-ppa',
  'bpjs-tk',
  'bpjs-kesehatan',
  'immigration',
  'kemenhub',
  'kkp',
  'disdukcapil',
  'gugus-tugas',
  'pemdes',
  'p3mi',
  'ombudsman',
  'ngo',
  'hospital',
  'iom',
  'unhcr',
  'foreign-labour-office',
  'foreign-police',
  'foreign-social-service',
  'foreign-hospital',
  'flag-state',
  'court',
  'foreign-immigration',
  'foreign-prosecutor',
  'foreign-court',
  'foreign-legal-aid',
  'foreign-maritime',
  'foreign-fisheries',
  'port-state',
  'coastal-state',
  'seafarers-union',
  'third-country-referral',
  'home-embassy',
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

const ALWAYS: PlainDate = '1945-08-17'

function always(value: string): readonly DatedValue<string>[] {
  return [{ value, from: ALWAYS, basis: article('nama tanpa tanggal', '—', 'unverified') }]
}

/** Names as they stood; a name that does not matter by date has one window. */
export const BODY_NAMES: Readonly<Record<BodyKind, readonly DatedValue<string>[]>> = {
  mission: always('Perwakilan RI'),
  'labour-attache': always('Atase Ketenagakerjaan'),
  kemlu: always('Kementerian Luar Negeri'),
  kp2mi: [
    {
      value: 'BNP2TKI',
      from: '2006-09-08',
      until: '2019-12-31',
      basis: article('Perpres 81/2006', '1', 'secondary'),
    },
    {
      value: 'BP2MI',
      from: '2019-12-31',
      until: '2024-11-05',
      basis: article('Perpres 90/2019', '1', 'secondary'),
    },
    {
      value: 'Kementerian P2MI / BP2MI',
      from: '2024-11-05',
      basis: article('Perpres 165/2024', '5', 'secondary'),
    },
  ],
  bp3mi: [
    {
      value: 'BP3TKI',
      from: '2006-09-08',
      until: '2019-12-31',
      basis: article('Perpres 81/2006', '1', 'secondary'),
    },
    {
      value: 'UPT BP2MI',
      from: '2019-12-31',
      until: '2022-01-01',
      basis: article('Perpres 90/2019', '1', 'unverified'),
    },
    { value: 'BP3MI', from: '2022-01-01', basis: article('Permen P2MI 33/2025', '6', 'unverified') },
  ],
  kemnaker: always('Kementerian Ketenagakerjaan'),
  'disnaker-province': always('Dinas ketenagakerjaan provinsi'),
  'disnaker-district': always('Dinas ketenagakerjaan kabupaten/kota'),
  polri: always('Kepolisian Negara Republik Indonesia'),
  lpsk: always('Lembaga Perlindungan Saksi dan Korban'),
  kejaksaan: always('Kejaksaan'),
  kemensos: always('Kementerian Sosial'),
  dinsos: always('Dinas sosial'),
  'uptd-ppa': always('UPTD PPA'),
  'bpjs-tk': always('BPJS Ketenagakerjaan'),
  'bpjs-kesehatan': always('BPJS Kesehatan'),
  immigration: always('Imigrasi'),
  kemenhub: always('Kementerian Perhubungan'),
  kkp: always('Kementerian Kelautan dan Perikanan'),
  disdukcapil: always('Dinas kependudukan dan pencatatan sipil'),
  'gugus-tugas': always('Gugus Tugas PP-TPPO'),
  pemdes: always('Pemerintah desa/kelurahan'),
  p3mi: always('P3MI'),
  ombudsman: always('Ombudsman RI'),
  ngo: always('Organisasi pendamping'),
  hospital: always('Rumah sakit atau puskesmas'),
  iom: always('IOM'),
  unhcr: always('UNHCR'),
  'foreign-labour-office': always('Kantor tenaga kerja setempat'),
  'foreign-police': always('Polisi setempat'),
  'foreign-social-service': always('Layanan sosial setempat'),
  'foreign-hospital': always('Rumah sakit setempat'),
  'flag-state': always('Negara bendera kapal'),
  court: always('Pengadilan'),
  'foreign-immigration': always('Imigrasi setempat'),
  'foreign-prosecutor': always('Jaksa setempat'),
  'foreign-court': always('Pengadilan setempat'),
  'foreign-legal-aid': always('Bantuan hukum setempat'),
  'foreign-maritime': always('Otoritas pelayaran setempat'),
  'foreign-fisheries': always('Otoritas perikanan setempat'),
  'port-state': always('Negara pelabuhan'),
  'coastal-state': always('Negara pantai'),
  'seafarers-union': always('Serikat pelaut'),
  'third-country-referral': always('Mekanisme rujukan negara ketiga'),
  'home-embassy': always('Kedutaan negara asal orang itu'),
}

/** What the body was called on that day; before its first name, undefined. */
export function bodyNameOn(kind: BodyKind, on: PlainDate): string | undefined {
  return valueOn(BODY_NAMES[kind], on)
}
