/**
 * Whose the thing is. `own`: of those who recruit, carry or hold people; `forger`: of one who serves several groups;
 * `agency`: of a licensed company; `service`: of help or of the State; `lodging` and `transport`: of whoever passes.
 */
export const ROLE_SIDES = [
  'own',
  'forger',
  'agency',
  'service',
  'lodging',
  'transport',
  'victim',
  'unknown',
] as const
export type RoleSide = (typeof ROLE_SIDES)[number]

/** The registry of roles, as words that files use, in both languages. What it does not know is `unknown`. */
const WORDS: Readonly<Record<Exclude<RoleSide, 'unknown'>, readonly string[]>> = {
  own: [
    'perekrut',
    'recruiter',
    'calo',
    'sponsor',
    'koordinator',
    'coordinator',
    'penampung',
    'penampungan',
    'transit-house',
    'pengantar',
    'tekong',
    'transporter',
    'sopir',
    'driver',
    'pelaku',
    'suspect',
    'penyalur',
    'bos',
  ],
  forger: ['pemalsu', 'forger'],
  agency: ['p3mi', 'lpk', 'blk', 'agen-resmi', 'licensed-agency', 'kp2mi-terdaftar'],
  service: [
    'hotline',
    'klinik',
    'clinic',
    'rumah-sakit',
    'hospital',
    'pnbp',
    'bank-negara',
    'government',
    'government-account',
    'pemerintah',
    'shelter',
    'rumah-aman',
    'rptc',
    'rpsa',
    'pendamping',
    'ngo',
    'kbri',
    'kjri',
  ],
  lodging: ['hotel-transit', 'hotel', 'losmen', 'penginapan', 'lodging'],
  transport: [
    'penumpang',
    'passenger',
    'feri',
    'ferry',
    'kapal',
    'maskapai',
    'airline',
    'travel-umum',
    'transport',
  ],
  victim: ['korban', 'victim', 'keluarga', 'family', 'pelapor', 'reporter', 'saksi', 'witness'],
}

const SIDE_OF: ReadonlyMap<string, RoleSide> = new Map(
  Object.entries(WORDS).flatMap(([side, words]) => words.map((word) => [word, side as RoleSide] as const)),
)

export const sideOf = (role: string): RoleSide =>
  SIDE_OF.get(
    role
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  ) ?? 'unknown'

/** Those who lead are named in other files than those who knock at the door: two persons, so two pieces of evidence. */
const LEADING: ReadonlySet<string> = new Set(['koordinator', 'coordinator', 'bos', 'penyalur'])
export const isLeading = (role: string): boolean => LEADING.has(role.trim().toLowerCase())
