/** The self-help pages with invented answers, for the page tests. */
import { concludePlacementCost } from '#src/domain/rulebook/placement-cost/placement-cost.ts'
import { refundLetterOf } from '#src/domain/rulebook/placement-cost/refund-letter.ts'
import { conclude } from '#src/domain/rulebook/conclude.ts'
import { lookUpCompany, type Company } from '#src/domain/rulebook/offer/company-register.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import type { Option } from '#src/web/ui/public/form-parts.tsx'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { GUIDE_NAMES, type Answers, type GuideName } from './guide.ts'
import { GuidePage } from './guide-page.tsx'
import { GuideResultPage } from './guide-result-page.tsx'
import { GUIDES } from './guides.ts'
import { RefundLetterPage } from './surat/refund-letter-page.tsx'
import { P3miPage } from './p3mi-page.tsx'

const QUESTION = {
  biaya: 'placement-cost',
  tawaran: 'offer',
  jaminan: 'social-security',
  gaji: 'wages',
  langkah: 'departure-documents',
} as const

export const ANSWERS: Readonly<Record<GuideName, Answers>> = {
  biaya: {
    negara: ['HK'],
    kerja: ['housekeeper'],
    untuk: ['agency-fee', 'ticket-out', 'training', 'administration'],
    'rp-agency-fee': ['Rp 18.000.000'],
    'rp-ticket-out': ['6500000'],
    'rp-training': ['7.000.000'],
    'rp-administration': ['1500000'],
    oleh: ['sponsor-or-broker'],
    'tahun-minta': ['2025'],
    'bulan-minta': ['3'],
    bayar: ['no'],
    gaji: ['5100'],
    potongan: ['2600'],
    jaminan: ['house'],
  },
  tawaran: { oleh: ['social-media'], visa: ['visit-or-tourist'], uang: ['yes'], tanda: ['cepat', 'bohong'] },
  jaminan: { tahap: ['during'], anggota: ['member'], kejadian: ['death'], lewat: ['p3mi'], bulan: ['24'] },
  langkah: {
    siapa: ['worker'],
    lewat: ['by-individual'],
    kawin: ['married'],
    visa: ['visit-or-tourist'],
    punya: ['passport'],
  },
  gaji: {
    negara: ['HK'],
    kerja: ['housekeeper'],
    upah: ['4500'],
    bulan: ['7'],
    kontrak: ['no'],
    diterima: ['1000'],
    potongan: ['500'],
  },
}

const DAY = '2026-11-21'

const LIST = { asOf: '2026-11-01', source: 'demonstration', kind: 'demonstration' } as const
const COMPANIES: readonly Company[] = [
  { name: 'PT Contoh Karya Mandiri', licence: 'DEMO-0002', state: 'active', validUntil: '2027-06-30' },
  { name: 'PT Contoh Pelita Utama', licence: 'DEMO-0005', state: 'active', validUntil: '2026-09-30' },
]

export function guidePages(frame: PageFrame, countries: readonly Option[]) {
  const company = (name: string) => (
    <P3miPage {...frame} name={name} list={LIST} found={lookUpCompany(COMPANIES, name, DAY)} />
  )
  return {
    ...Object.fromEntries(GUIDE_NAMES.flatMap((name) => pagesOf(frame, countries, name))),
    ...letterPages(frame),
    'biaya-salah': (
      <GuidePage
        {...frame}
        guide={GUIDES.biaya}
        step={GUIDES.biaya.steps.findIndex((each) => each.id === 'utang')}
        answers={{ gaji: ['lima juta'] }}
        countries={countries}
        wrong={['gaji']}
      />
    ),
    'tawaran-hasil-perusahaan': offer(frame, 'Contoh Karya Mandiri'),
    'tawaran-hasil-mirip': offer(frame, 'Contoh Karya Mandir'),
    p3mi: <P3miPage {...frame} name="" list={LIST} />,
    'p3mi-ada': company('PT Contoh Karya Mandiri'),
    'p3mi-habis': company('Contoh Pelita Utama'),
    'p3mi-mirip': company('Contoh Karya Mandir'),
    'p3mi-tidak': company('Zamrud Khatulistiwa'),
    'p3mi-tanpa-daftar': <P3miPage {...frame} name="" />,
  }
}

function offer(frame: PageFrame, name: string) {
  const answers = { ...ANSWERS.tawaran, perusahaan: [name] }
  return (
    <GuideResultPage
      {...frame}
      guide={GUIDES.tawaran}
      answers={answers}
      conclusion={conclude('offer', GUIDES.tawaran.facts(answers), loadRulebook(), DAY)}
      company={{
        kind: 'list',
        register: { ...LIST, id: 'r1', companies: COMPANIES.length },
        found: lookUpCompany(COMPANIES, name, DAY),
      }}
    />
  )
}

function letterPages(frame: PageFrame) {
  const drawn = (name: string, answers: Answers, country: string) => {
    const conclusion = concludePlacementCost(GUIDES.biaya.facts(answers), loadRulebook(), DAY)
    const letter = refundLetterOf(conclusion, 'IDR')
    return [name, <RefundLetterPage {...frame} answers={answers} country={country} letter={letter} />]
  }
  const { bayar: _paid, ...unsaid } = ANSWERS.biaya
  return Object.fromEntries([
    drawn('biaya-surat', { ...ANSWERS.biaya, bayar: ['yes'] }, 'Hong Kong'),
    drawn('biaya-surat-belum-tahu', unsaid, ''),
    drawn('biaya-surat-kosong', ANSWERS.biaya, 'Hong Kong'),
  ])
}

function pagesOf(frame: PageFrame, countries: readonly Option[], name: GuideName) {
  const guide = GUIDES[name]
  const result = (answers: Answers) => (
    <GuideResultPage
      {...frame}
      guide={guide}
      answers={answers}
      conclusion={conclude(QUESTION[name], guide.facts(answers), loadRulebook(), DAY)}
    />
  )
  return [
    ...guide.steps.map((_step, at) => [
      `${name}-${at + 1}`,
      <GuidePage
        {...frame}
        guide={guide}
        step={at}
        answers={at === 0 ? {} : ANSWERS[name]}
        countries={countries}
      />,
    ]),
    [`${name}-hasil`, result(ANSWERS[name])],
    [`${name}-hasil-kosong`, result({})],
  ]
}
