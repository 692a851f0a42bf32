/** Pages of the search for persons, with invented people. */
import type { Found, Match, SideView } from '#src/modules/matches/index.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { FoundPage } from './found-page.tsx'
import { PARTS, PersonSearchPage } from './list-pages.tsx'
import { MatchPage } from './match-page.tsx'

const SIDE: SideView = {
  kind: 'person',
  id: 'p1',
  names: ['Rosmawati Yulianti', 'Ros'],
  born: '1994-03-12',
  sex: 'female',
  district: 'Kabupaten Blitar',
  village: 'Tanjungsari',
  numbers: ['+44 7700 900123'],
  documents: ['B7654321'],
  cases: [{ code: 'JHB-2026-0412', country: 'MY' }],
  since: minutes(-4000),
  niks: [],
  tellFamily: 'not-said',
}
const OTHER: SideView = {
  ...SIDE,
  kind: 'report',
  id: 'r1',
  names: ['Rosmawaty Julianti'],
  born: '1994',
  sex: 'unknown',
  district: '',
  numbers: [],
  documents: [],
  cases: [],
}
const STEPS: Match['steps'] = [
  { code: 'name-alike', weight: 5.3 },
  { code: 'birth-same', weight: 8.6 },
  { code: 'place-village', weight: 6.1 },
  { code: 'phone-differs', weight: -0.7 },
]
const MATCH: Match = {
  id: 'm1',
  verdict: 'same-person',
  state: 'open',
  version: 1,
  foundAt: minutes(-90),
  modelVersion: 'idn-2026-11-21',
  steps: STEPS,
  left: OTHER,
  right: SIDE,
  decidedBy: undefined,
  decidedAt: undefined,
}
const CONFLICT: Match = {
  ...MATCH,
  id: 'm2',
  verdict: 'conflicting-identity',
  state: 'unsure',
  steps: [
    { code: 'passport-same', weight: 15.1 },
    { code: 'name-differs', weight: -6 },
    { code: 'birth-differs', weight: -3.7 },
  ],
}
const FOUND: Found = {
  id: 'f1',
  state: 'open',
  version: 1,
  foundAt: minutes(-60),
  verdict: 'same-person',
  steps: STEPS,
  subject: SIDE,
  seeker: { name: 'Ibu Warsinem', relation: 'parent', searched: ['Rosmawati'], since: '2026-09' },
  wish: 'not-asked',
  gate: { kind: 'tell-nothing', because: 'no-wish' },
  told: undefined,
  toldAt: undefined,
}
const SEARCH = {
  reportId: 'r2',
  names: ['Rosmawati'],
  caseCode: undefined,
  country: 'MY',
  since: minutes(-9000),
}

const HINT = {
  id: 'h1',
  at: minutes(-300),
  person: SIDE,
  body: { id: 'BP3MI Jawa Timur', en: 'BP3MI East Java' },
}

export function missingPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const list = { parts: PARTS, found: [FOUND], searches: [SEARCH], matches: [MATCH, CONFLICT], hints: [HINT] }
  const history = [{ at: minutes(-5), judged: 'unsure' as const, by: 'Rini W.', reason: 'Tunggu paspor.' }]
  const wish = {
    at: minutes(-5),
    wish: 'tell-alive' as const,
    how: 'in-person' as const,
    listened: 'alone' as const,
    knowsSeeker: 'yes' as const,
    by: 'Rini W.',
    words: 'Bilang saja saya selamat.',
  }
  const gate = { kind: 'may-tell', told: 'alive' } as const
  return {
    ...Object.fromEntries(
      PARTS.map((part) => [
        `persons-${part}`,
        <PersonSearchPage frame={frame} view={{ ...list, part, next: '/kerja/orang-hilang?hal=2' }} />,
      ]),
    ),
    'persons-none': (
      <PersonSearchPage
        frame={frame}
        view={{ part: 'sama', parts: ['sama'], found: [], searches: [], matches: [], hints: [] }}
      />
    ),
    'persons-pair': (
      <MatchPage
        frame={frame}
        view={{ match: MATCH, history: [], together: [], form: EMPTY_FORM, mayDecide: 'may-decide' }}
      />
    ),
    'persons-pair-judged': (
      <MatchPage
        frame={frame}
        view={{
          match: CONFLICT,
          history,
          together: [SIDE],
          form: {
            values: { judged: 'same', reason: '' },
            problems: [
              { path: 'reason', message: frame.t.kerjaPencarian.problem['match.reason-missing'] ?? '' },
            ],
          },
          mayDecide: 'may-decide',
        }}
      />
    ),
    'persons-found': (
      <FoundPage
        frame={frame}
        view={{ found: FOUND, wishes: [], form: EMPTY_FORM, model: 'idn-2026-11-21' }}
      />
    ),
    'persons-found-asked': (
      <FoundPage
        frame={frame}
        view={{
          found: { ...FOUND, wish: 'tell-alive', gate },
          wishes: [wish],
          form: EMPTY_FORM,
          model: 'idn-2026-11-21',
          sentence: frame.t.lacak.familyTold.alive,
        }}
      />
    ),
    'persons-found-told': (
      <FoundPage
        frame={frame}
        view={{
          found: { ...FOUND, state: 'told', told: 'alive', toldAt: minutes(-1), wish: 'tell-alive', gate },
          wishes: [wish],
          form: EMPTY_FORM,
          model: 'idn-2026-11-21',
        }}
      />
    ),
  }
}
