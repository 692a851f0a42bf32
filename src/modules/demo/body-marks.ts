/** What the bodies of the demonstration are called in addresses and in the codes of their cases. */
const MARKS: Readonly<Record<string, readonly [prefix: string, slug: string, shortName: string]>> = {
  'kbri-kuala-lumpur': ['KUL', 'kuala-lumpur', 'KBRI Kuala Lumpur'],
  'kjri-johor-bahru': ['JHB', 'johor-bahru', 'KJRI Johor Bahru'],
  'kjri-hong-kong': ['HKG', 'hong-kong', 'KJRI Hong Kong'],
  'kdei-taipei': ['TPE', 'taipei', 'KDEI Taipei'],
  'kbri-riyadh': ['RUH', 'riyadh', 'KBRI Riyadh'],
  'kbri-singapura': ['SIN', 'singapura', 'KBRI Singapura'],
  'kbri-seoul': ['SEL', 'seoul', 'KBRI Seoul'],
  'kbri-tokyo': ['TYO', 'tokyo', 'KBRI Tokyo'],
  'kbri-abu-dhabi': ['AUH', 'abu-dhabi', 'KBRI Abu Dhabi'],
  'kbri-bandar-seri-begawan': ['BSB', 'bandar-seri-begawan', 'KBRI Bandar Seri Begawan'],
  'kbri-phnom-penh': ['PNH', 'phnom-penh', 'KBRI Phnom Penh'],
  'kp2mi-pusat': ['PST', 'kp2mi-pusat', 'KP2MI Pusat'],
  'bp3mi-jawa-timur': ['JTM', 'bp3mi-jawa-timur', 'BP3MI Jawa Timur'],
  'bp3mi-ntb': ['NTB', 'bp3mi-ntb', 'BP3MI NTB'],
  'bp3mi-jawa-barat': ['JBR', 'bp3mi-jawa-barat', 'BP3MI Jawa Barat'],
  'disnaker-lumajang': ['LMJ', 'disnaker-lumajang', 'Disnaker Lumajang'],
  'uptd-ppa-jawa-timur': ['PPA', 'uptd-ppa-jawa-timur', 'UPTD PPA Jatim'],
  'lpsk-pusat': ['LPSK', 'lpsk', 'LPSK'],
  'polda-ntb-ppa-ppo': ['PNTB', 'polda-ntb', 'Polda NTB'],
  'kemlu-pwni': ['PWNI', 'kemlu-pwni', 'Kemlu PWNI'],
  'sentra-kemensos': ['STR', 'sentra-kemensos', 'Sentra Kemensos'],
  'yayasan-teduh': ['TDH', 'yayasan-teduh', 'Yayasan Teduh'],
  'lembaga-pelita': ['PLT', 'lembaga-pelita', 'Lembaga Pelita'],
  'bpjs-tk-surabaya': ['BPJS', 'bpjs-tk-surabaya', 'BPJS TK Surabaya'],
  'desk-imigrasi-bandara': ['TPI', 'desk-imigrasi-bandara', 'Desk Imigrasi Bandara'],
  'desa-wonotepus': ['WTP', 'desa-wonotepus', 'Desa Wonotepus'],
}

export function markOf(key: string): {
  readonly prefix: string
  readonly slug: string
  readonly shortName: string
} {
  const mark = MARKS[key]
  if (mark === undefined) throw new Error(`the body ${key} of the demonstration has no code`)
  return { prefix: mark[0], slug: mark[1], shortName: `${mark[2]} (demo)` }
}
