/** The public pages of proposals and gaps, for the page tests. */
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { GapListPage, UsulanPage } from './usulan-page.tsx'

const TODAY = '2026-11-21'
const EVENT = {
  proposal_id: 'p1',
  kind: 'response',
  held_on: '2026-11-01',
  body: 'Kementerian contoh',
  stance: null,
  words: 'Akan dikaji.',
  outcome: null,
  source: 'Surat contoh 1/2026',
} as const

export function usulanPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const { gaps, recommendations } = loadAdvocacy()
  const known = recommendations.find((each) => each.state !== null)!
  const unknown = recommendations.find((each) => each.state === null)!
  const fromFiles = [known, unknown].map((reference) => ({
    id: reference.uuid,
    topic: reference.topic,
    state: 'sent' as const,
    reference,
    basis: reference.basis,
    events: [],
    gapIds: [],
  }))
  const written = {
    id: 'p1',
    topic: 'other',
    state: 'answered',
    words: { title: 'Usulan contoh', change: 'Ubah pasal contoh.', toWhom: 'DPR' },
    orgName: 'KJRI Contoh',
    basis: [],
    events: [EVENT, { ...EVENT, kind: 'position', stance: 'for' }],
    gapIds: [gaps[0]!.uuid],
  } as const
  const paged = { ...frame, current: 1, pages: 2, today: TODAY }
  const shown = gaps.slice(0, 2).map((gap, index) => ({
    id: gap.uuid,
    code: gap.code,
    state: 'open' as const,
    owner: index === 0 ? gap.owner : null,
    law: gap.law,
    title: gap.title,
    told: index === 0 ? 10 : undefined,
    confidence: 'unverified' as const,
    proposals:
      index === 0
        ? [
            {
              title: 'Usulan contoh',
              href: '/usulan?hal=1#p1' as const,
              state: 'answered' as const,
              answers: 2,
            },
          ]
        : [],
    shownLaw: { words: 'UU Contoh, Pasal 1', ...(index === 0 && { href: '/hukum/id-uu-18-2017' as const }) },
  }))
  return {
    usulan: <UsulanPage {...paged} proposals={[written, ...fromFiles]} nameOfLaw={(id) => id} />,
    'usulan-kosong': <UsulanPage {...paged} pages={1} proposals={[]} nameOfLaw={(id) => id} />,
    'usulan-hambatan': <GapListPage {...paged} gaps={shown} />,
    'usulan-hambatan-kosong': <GapListPage {...paged} pages={1} gaps={[]} />,
  }
}
