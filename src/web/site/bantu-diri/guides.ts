/** The guides: their questions in order, and the facts that the answers are. What was skipped stays unknown. */
import { parsePartialDate, type PartialDate } from '#src/domain/kernel/partial-date.ts'
import type { Facts } from '#src/domain/rulebook/facts/facts.ts'
import { numberAt, oneOf, type Answers, type Guide, type GuideName } from './guide.ts'

type Of<G extends keyof Facts, F extends keyof NonNullable<Facts[G]>> = NonNullable<Facts[G]>[F]
type YesNo = 'yes' | 'no'
type CostItem = Exclude<Of<'cost', 'items'>, undefined>[number]

/** Wage and deduction are compared with each other only: whatever the money, it is the same. */
const SAME_MONEY = 'ZZZ'

const biaya: Guide = {
  name: 'biaya',
  steps: [
    { id: 'negara', kind: 'country' },
    { id: 'kerja', kind: 'one' },
    { id: 'untuk', kind: 'many' },
    { id: 'jumlah', kind: 'amounts', of: 'untuk' },
    { id: 'oleh', kind: 'one' },
    { id: 'kapan', kind: 'numbers' },
    { id: 'bayar', kind: 'one' },
    { id: 'utang', kind: 'numbers' },
    { id: 'jaminan', kind: 'many' },
  ],
  facts: (answers) => ({
    migration: { destination: country(answers) },
    work: { occupation: oneOf<Exclude<Of<'work', 'occupation'>, undefined>>(answers, 'kerja') },
    cost: {
      items: (answers['untuk'] ?? []).map((item) => ({
        item: item as 'other',
        amount: rupiah(answers, `rp-${item}`),
        chargedBy: oneOf<CostItem['chargedBy'] & string>(answers, 'oleh'),
        on: whenAsked(answers),
        paid: oneOf<YesNo>(answers, 'bayar'),
      })),
      monthlyPay: money(answers, 'gaji'),
      loanMonthly: money(answers, 'potongan'),
      collateral: answers['jaminan'] as Of<'cost', 'collateral'>,
    },
  }),
}

const tawaran: Guide = {
  name: 'tawaran',
  steps: [
    { id: 'oleh', kind: 'one' },
    { id: 'perusahaan', kind: 'text' },
    { id: 'negara', kind: 'country' },
    { id: 'kerja', kind: 'one' },
    { id: 'visa', kind: 'one' },
    { id: 'uang', kind: 'one' },
    { id: 'kontrak', kind: 'one' },
    { id: 'surat', kind: 'one' },
    { id: 'izin', kind: 'one' },
    { id: 'tanda', kind: 'many' },
  ],
  facts: (answers) => {
    const signs = answers['tanda'] ?? []
    const sign = (code: string) => (signs.includes(code) ? ('yes' as const) : undefined)
    const fee = { yes: { amount: 1, currency: SAME_MONEY }, no: { amount: 0, currency: SAME_MONEY } } as const
    const asked = oneOf<YesNo>(answers, 'uang')
    return {
      work: { occupation: oneOf<Exclude<Of<'work', 'occupation'>, undefined>>(answers, 'kerja') },
      offer: {
        by: oneOf<Exclude<Of<'offer', 'by'>, undefined>>(answers, 'oleh'),
        companyName: oneOf<string>(answers, 'perusahaan'),
        country: country(answers),
        visa: oneOf<Exclude<Of<'offer', 'visa'>, undefined>>(answers, 'visa'),
        feeAsked: asked === undefined ? undefined : fee[asked],
        contractBeforeDeparture: oneOf<YesNo>(answers, 'kontrak'),
        holdsDocuments: oneOf<YesNo>(answers, 'surat'),
        recruitmentPermitShown: oneOf<YesNo>(answers, 'izin'),
        deadlinePressure: sign('cepat'),
        askedToLie: sign('bohong'),
        secretRoute: sign('diam'),
        payFarAboveUsual: sign('gaji'),
        noSkillsNeeded: sign('mudah'),
        trainingLockedIn: sign('kunci'),
      },
    }
  },
}

/** What the schema of facts takes. */
const MOST_CONTRACT_MONTHS = 600

const jaminan: Guide = {
  name: 'jaminan',
  steps: [
    { id: 'tahap', kind: 'one' },
    { id: 'anggota', kind: 'one' },
    { id: 'kejadian', kind: 'one' },
    { id: 'sebab', kind: 'one' },
    { id: 'lewat', kind: 'one' },
    { id: 'bulan', kind: 'numbers' },
  ],
  facts: (answers) => {
    const event = oneOf<Exclude<Of<'insurance', 'event'>, undefined>>(answers, 'kejadian')
    const months = numberAt(answers, 'bulan')
    const cause = event === 'death' ? oneOf<'work-accident' | 'illness'>(answers, 'sebab') : undefined
    return {
      person: { category: 'worker' },
      migration: {
        phase: oneOf<Exclude<Of<'migration', 'phase'>, undefined>>(answers, 'tahap'),
        placementWay: oneOf<Exclude<Of<'migration', 'placementWay'>, undefined>>(answers, 'lewat'),
      },
      insurance: {
        status: oneOf<Exclude<Of<'insurance', 'status'>, undefined>>(answers, 'anggota'),
        event,
        contractMonths: months === undefined || months > MOST_CONTRACT_MONTHS ? undefined : months,
      },
      death: { cause },
    }
  },
}

/** Money of the country, so that the claim can be laid beside its minimum pay. */
const MONEY_OF: Readonly<Record<string, string>> = {
  AE: 'AED',
  BN: 'BND',
  HK: 'HKD',
  JO: 'JOD',
  JP: 'JPY',
  KR: 'KRW',
  KW: 'KWD',
  MY: 'MYR',
  SA: 'SAR',
  SG: 'SGD',
  TW: 'TWD',
}

const gaji: Guide = {
  name: 'gaji',
  steps: [
    { id: 'negara', kind: 'country' },
    { id: 'kerja', kind: 'one' },
    { id: 'upah', kind: 'numbers' },
    { id: 'lama', kind: 'numbers' },
    { id: 'kontrak', kind: 'one' },
    { id: 'terima', kind: 'numbers' },
  ],
  facts: (answers) => {
    const destination = country(answers)
    const currency = MONEY_OF[destination ?? ''] ?? SAME_MONEY
    const amount = numberAt(answers, 'upah')
    const months = numberAt(answers, 'bulan')
    const days = numberAt(answers, 'libur')
    const listed = (field: string) => {
      const sum = numberAt(answers, field)
      return sum === undefined || sum === 0 ? undefined : { amount: sum, currency }
    }
    const [paid, kept] = [listed('diterima'), listed('potongan')]
    return {
      migration: { destination },
      contract: { exists: oneOf<YesNo>(answers, 'kontrak') },
      work: { occupation: oneOf<Exclude<Of<'work', 'occupation'>, undefined>>(answers, 'kerja') },
      wages: {
        currency,
        promisedMonthly: amount === undefined ? undefined : { amount, currency },
        monthsUnpaid: months === undefined || months > MOST_MONTHS ? undefined : months,
        payments: paid === undefined ? undefined : [{ amount: paid, to: 'worker' }],
        deductions: kept === undefined ? undefined : [{ amount: kept }],
        restDaysWorked: days === undefined || days > MOST_DAYS ? undefined : days,
      },
    }
  },
}

/** What the schema of facts takes. */
const MOST_MONTHS = 1200
const MOST_DAYS = 40_000

/** A paper that was not ticked was not asked about: nobody is told that it is missing. */
const langkah: Guide = {
  name: 'langkah',
  steps: [
    { id: 'siapa', kind: 'one' },
    { id: 'lewat', kind: 'one' },
    { id: 'kawin', kind: 'one' },
    { id: 'visa', kind: 'one' },
    { id: 'punya', kind: 'many' },
  ],
  facts: (answers) => {
    const has = (code: string) => (answers['punya']?.includes(code) === true ? ('yes' as const) : undefined)
    return {
      person: {
        category: oneOf<Exclude<Of<'person', 'category'>, undefined>>(answers, 'siapa'),
        maritalStatus: oneOf<Exclude<Of<'person', 'maritalStatus'>, undefined>>(answers, 'kawin'),
      },
      migration: {
        phase: 'before',
        placementWay: oneOf<Exclude<Of<'migration', 'placementWay'>, undefined>>(answers, 'lewat'),
        visa: oneOf<Exclude<Of<'migration', 'visa'>, undefined>>(answers, 'visa'),
        registeredAtLabourOffice: has('registration'),
      },
      documents: {
        insuranceCard: has('social-security'),
        maritalLetter: has('marital-letter'),
        familyConsent: has('family-consent'),
        competenceCertificate: has('competence-certificate'),
        healthCertificate: has('health-certificate'),
        passport: has('passport'),
        workVisa: has('work-visa'),
        placementAgreement: has('placement-agreement'),
        workContract: has('work-contract'),
      },
    }
  },
}

export const GUIDES: Readonly<Record<GuideName, Guide>> = { biaya, tawaran, jaminan, gaji, langkah }

function country(answers: Answers): string | undefined {
  return answers['negara']?.[0]
}

/** Only a whole month or year is asked: more, nobody remembers; what the rules say on both its ends is compared. */
export function whenAsked(answers: Answers): PartialDate | undefined {
  const [year, month] = [numberAt(answers, 'tahun-minta'), numberAt(answers, 'bulan-minta')]
  if (year === undefined) return undefined
  return parsePartialDate(month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`)
}

function rupiah(answers: Answers, field: string) {
  const amount = numberAt(answers, field)
  return amount === undefined ? undefined : { amount, currency: 'IDR' }
}

function money(answers: Answers, field: string) {
  const amount = numberAt(answers, field)
  return amount === undefined ? undefined : { amount, currency: SAME_MONEY }
}
