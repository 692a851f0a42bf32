/**
 * Case files of our own making, of the kind of synd-dev: strangers who share hotlines, clinics, State accounts, hotels,
 * licensed agencies and ferries, and groups whose files share what is their own. The shares are set so that telephones,
 * accounts and houses of recruiters alone reach a recall of about 0.64, as measured in ANALYTICS B. No value is anybody’s.
 */
import pools from '../linkage/name-pools.json' with { type: 'json' }

export type MadeRow = readonly [
  file: string,
  agency: string,
  date: string,
  kind: string,
  role: string,
  value: string,
]
export type Made = {
  readonly mentions: readonly MadeRow[]
  readonly truth: ReadonlyMap<string, string>
}

type Random = () => number

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Counts = Readonly<Record<string, number>>
const MALE = { first: pools.first.M as Counts, mono: pools.mono.M as Counts, rest: pools.rest.M as Counts }
const FEMALE = {
  first: pools.female.first as Counts,
  mono: pools.female.mono as Counts,
  rest: pools.female.rest as Counts,
}

function chooser(counts: Counts): (random: Random) => string {
  const words = Object.keys(counts).filter((word) => word.length > 2)
  let all = 0
  const sums = words.map((word) => (all += counts[word]!))
  return (random) => {
    const at = random() * all
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! <= at) low = middle + 1
      else high = middle
    }
    return words[low]!
  }
}
const CHOOSE = [MALE, FEMALE].map((pool) => ({
  first: chooser(pool.first),
  mono: chooser(pool.mono),
  rest: chooser(pool.rest),
}))

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => between(random, 0, 9)).join('')
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function newName(random: Random): string {
  const choose = CHOOSE[random() < 0.5 ? 0 : 1]!
  if (random() < 0.35) return capital(choose.mono(random))
  return `${capital(choose.first(random))} ${capital(choose.rest(random))}`
}

// No operator in Indonesia has a number that begins with 084: nobody is called by accident.
const newPhone = (random: Random): string => `084${digits(random, 9)}`
const newAccount = (random: Random): string =>
  `${pick(random, ['BCA', 'BRI', 'BNI', 'MANDIRI', 'BSI'])}-${digits(random, 10)}`
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split('')
const newBooking = (random: Random): string => Array.from({ length: 6 }, () => pick(random, SIGNS)).join('')
const ENDS = ['sari', 'rejo', 'harjo', 'mulya', 'jaya', 'agung', 'wangi', 'anom', 'kerta', 'mukti']
const STARTS = ['Suka', 'Karang', 'Sumber', 'Tanjung', 'Pasir', 'Bumi', 'Sido', 'Marga', 'Kali', 'Wono']
function newAddress(random: Random): string {
  const street = pick(random, [
    'Jalan Melati',
    'Jalan Raya',
    'Gang Mawar',
    'Dusun Krajan',
    'Perumahan Asri Blok A',
    `Ruko Kav. ${between(random, 1, 30)}`,
  ])
  const rt = `RT 0${between(random, 1, 9)}/0${between(random, 1, 9)}`
  return `${street} ${rt}, ${pick(random, STARTS)}${pick(random, ENDS)} ${pick(random, ['', 'Kidul', 'Lor', 'Timur'])}`.trim()
}
const newCompany = (random: Random, form: string): string =>
  `${form} ${capital(CHOOSE[0]!.first(random))} ${pick(random, ['Bina', 'Karya', 'Mitra', 'Putra', 'Duta'])} ${pick(random, ['Mandiri', 'Abadi', 'Sejahtera', 'Persada', 'Utama'])}`

/** How a name, a number or an address is written down by the next officer. */
function writtenName(random: Random, name: string): string {
  let written = name
  if (random() < 0.15) written = written.split(' ')[0]!
  if (random() < 0.12) {
    const at = between(random, 1, written.length - 1)
    written = written.slice(0, at) + written.slice(at + 1)
  } else if (random() < 0.08) written = written.replace('u', 'oe').replace('y', 'i')
  return random() < 0.25 ? written.toUpperCase() : written
}
function writtenNumber(random: Random, number: string): string {
  if (random() >= 0.05) return number
  const at = between(random, number.length - 7, number.length - 1)
  return (
    number.slice(0, at) + String((Number(number[at]) + between(random, 1, 9)) % 10) + number.slice(at + 1)
  )
}
function writtenPhone(random: Random, phone: string): string {
  const right = writtenNumber(random, phone)
  const way = random()
  if (way < 0.2) return `+62${right.slice(1)}`
  return way < 0.35 ? `${right.slice(0, 4)}-${right.slice(4, 8)}-${right.slice(8)}` : right
}
const writtenAccount = (random: Random, account: string): string => {
  const right = writtenNumber(random, account)
  return random() < 0.3 ? right.slice(right.indexOf('-') + 1) : right
}
function writtenAddress(random: Random, address: string): string {
  let written = random() < 0.12 ? address.slice(0, address.indexOf(',')) : address
  if (random() < 0.4)
    written = written.replace('Jalan', 'Jl.').replace('Gang', 'Gg.').replace('Dusun', 'Dsn.')
  return random() < 0.4 ? written.replace('RT ', 'rt.') : written
}
const writtenCompany = (random: Random, company: string): string =>
  random() < 0.3 ? company.replace(/^(PT|CV)/, '$1.').toUpperCase() : company

type Group = {
  readonly id: string
  readonly recruiters: readonly { readonly name: string; readonly phones: readonly string[] }[]
  readonly leader: { readonly name: string; readonly phones: readonly string[] }
  readonly accounts: readonly string[]
  readonly houses: readonly string[]
  readonly company: string | undefined
  readonly bookings: readonly string[]
  readonly forger: Forger
  readonly from: number
  readonly files: number
}
type Forger = { readonly name: string; readonly phone: string }
const several = <T>(random: Random, low: number, high: number, make: () => T): readonly T[] =>
  Array.from({ length: between(random, low, high) }, make)

function makeGroup(random: Random, id: string, forgers: readonly Forger[], most: number): Group {
  const phone = () => newPhone(random)
  return {
    id,
    recruiters: several(random, 1, 4, () => ({
      name: newName(random),
      phones: several(random, 1, 2, phone),
    })),
    leader: { name: newName(random), phones: several(random, 1, 2, phone) },
    accounts: several(random, 1, 2, () => newAccount(random)),
    houses: several(random, 1, 2, () => newAddress(random)),
    company: random() < 0.4 ? newCompany(random, 'CV') : undefined,
    bookings: several(random, 2, 4, () => newBooking(random)),
    forger: pick(random, forgers),
    from: between(random, 0, 700),
    files: between(random, 4, most),
  }
}

export type MakeOptions = {
  readonly files: number
  readonly groups: number
  readonly seed: number
  readonly most?: number
}

const START = Date.UTC(2022, 0, 1)
const dateOf = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 10)

export function makeMentions({ files, groups, seed, most = 11 }: MakeOptions): Made {
  const random = randomOf(seed)
  const forgers = several(
    random,
    Math.max(1, Math.round(groups / 3)),
    Math.max(1, Math.round(groups / 3)),
    () => ({
      name: newName(random),
      phone: newPhone(random),
    }),
  )
  const made = Array.from({ length: groups }, (_, at) => makeGroup(random, `S-${at + 1}`, forgers, most))
  const world = makeWorld(random, files)
  const mentions: MadeRow[] = []
  const truth = new Map<string, string>()
  const inGroups = made.flatMap((group) => Array.from({ length: group.files }, () => group))
  const order = [
    ...inGroups,
    ...Array.from({ length: Math.max(0, files - inGroups.length) }, () => undefined),
  ]
  shuffle(random, order)
  order.forEach((group, at) => {
    const file = `F-${String(at + 1).padStart(7, '0')}`
    const day = group ? group.from + between(random, 0, 300) : between(random, 0, 1000)
    const agency = pick(random, AGENCIES)
    const say: Say = (kind, role, value) => {
      mentions.push([file, agency, dateOf(day), kind, role, value])
    }
    sayVictims(random, say)
    if (group) sayGroup(random, say, group, world)
    else sayStranger(random, say, world)
    sayHubs(random, say, world)
    truth.set(file, group?.id ?? '')
  })
  shuffle(random, mentions)
  return { mentions, truth }
}

const AGENCIES = ['Polri', 'Imigrasi', 'BP2MI', 'Kemlu-KBRI', 'Disnaker', 'NGO']
type Say = (kind: string, role: string, value: string) => void
type World = ReturnType<typeof makeWorld>

/** Hubs grow with the number of files, so that each is shared by about as many as in the development set. */
function makeWorld(random: Random, files: number) {
  const count = (per: number): number => Math.max(3, Math.round(files / per))
  const list = <T>(per: number, make: () => T): readonly T[] => Array.from({ length: count(per) }, make)
  return {
    hotlines: list(250, () => newPhone(random)),
    clinics: list(80, () => newPhone(random)),
    stateAccounts: list(250, () => newAccount(random)),
    hotels: list(60, () => newAddress(random)),
    ferries: list(14, () => newBooking(random)),
    agencies: list(17, () => ({
      company: newCompany(random, 'PT'),
      phone: newPhone(random),
      address: newAddress(random),
    })),
  }
}

function shuffle<T>(random: Random, list: T[]): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = list[at]!
    list[at] = list[other]!
    list[other] = kept
  }
}

function sayVictims(random: Random, say: Say): void {
  const count = random() < 0.8 ? 1 : between(random, 2, 3)
  for (let at = 0; at < count; at++) say('nama', 'korban', writtenName(random, newName(random)))
  if (random() < 0.5)
    say('paspor', 'korban', `${pick(random, ['A', 'B', 'C', 'E', 'X'])}${digits(random, 7)}`)
  if (random() < 0.5) say('hp', 'korban', writtenPhone(random, newPhone(random)))
}

function sayHubs(random: Random, say: Say, world: World): void {
  if (random() < 0.2) say('hp', 'hotline', writtenPhone(random, pick(random, world.hotlines)))
  if (random() < 0.3) say('hp', 'klinik', writtenPhone(random, pick(random, world.clinics)))
  if (random() < 0.15) say('rekening', 'pnbp', writtenAccount(random, pick(random, world.stateAccounts)))
  if (random() < 0.25) say('alamat', 'hotel_transit', writtenAddress(random, pick(random, world.hotels)))
  if (random() < 0.2) say('pnr', 'penumpang', pick(random, world.ferries))
}

function sayAgency(random: Random, say: Say, world: World): void {
  const agency = pick(random, world.agencies)
  say('perusahaan', 'p3mi', writtenCompany(random, agency.company))
  if (random() < 0.6) say('hp', 'p3mi', writtenPhone(random, agency.phone))
  if (random() < 0.4) say('alamat', 'p3mi', writtenAddress(random, agency.address))
}

/** Most went with a licensed agency; others with a small fish of their own. */
function sayStranger(random: Random, say: Say, world: World): void {
  if (random() < 0.55) return sayAgency(random, say, world)
  say('nama', 'perekrut', writtenName(random, newName(random)))
  if (random() < 0.6) say('hp', 'perekrut', writtenPhone(random, newPhone(random)))
  if (random() < 0.3) say('rekening', 'perekrut', writtenAccount(random, newAccount(random)))
}

function sayGroup(random: Random, say: Say, group: Group, world: World): void {
  const recruiter = pick(random, group.recruiters)
  if (random() < 0.75) say('nama', 'perekrut', writtenName(random, recruiter.name))
  if (random() < 0.68) say('hp', 'perekrut', writtenPhone(random, pick(random, recruiter.phones)))
  if (random() < 0.35) say('nama', 'koordinator', writtenName(random, group.leader.name))
  if (random() < 0.35) say('hp', 'koordinator', writtenPhone(random, pick(random, group.leader.phones)))
  if (random() < 0.45) say('rekening', 'perekrut', writtenAccount(random, pick(random, group.accounts)))
  if (random() < 0.4) say('alamat', 'penampungan', writtenAddress(random, pick(random, group.houses)))
  if (group.company !== undefined && random() < 0.4)
    say('perusahaan', 'perekrut', writtenCompany(random, group.company))
  if (random() < 0.35) say('pnr', 'penumpang', pick(random, group.bookings))
  if (random() < 0.15) say('nama', 'pemalsu', writtenName(random, group.forger.name))
  if (random() < 0.08) say('hp', 'pemalsu', writtenPhone(random, group.forger.phone))
  if (random() < 0.2) sayAgency(random, say, world)
}
