/** Pages of recruiters and modus, with invented numbers. */
import type { Ask, Link, LinkEnd, Mention, NetworkGroup } from '#src/modules/networks/index.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { GroupPage } from './group-page.tsx'
import { NetworkListPage, PARTS } from './list-pages.tsx'
import { NewMentionPage } from './new-page.tsx'

const end = (file: number, mentionId: string, own: boolean): LinkEnd => ({
  mentionId,
  file,
  orgId: own ? 'o1' : 'o2',
  orgName: own ? 'KJRI Johor Bahru' : 'BP3MI Jawa Timur',
  own,
  state: own ? 'checked' : 'reported',
  day: minutes(-90_000),
})
const link = (id: string, joinNo: number, over: Partial<Link>): Link => ({
  id,
  joinNo,
  evidence: 'telephone',
  strength: 'strong',
  left: end(1, 'm1', true),
  right: end(2, 'm2', false),
  expiresAt: minutes(200_000),
  ...over,
})
const MENTION: Mention = {
  id: 'm1',
  kind: 'telephone',
  role: 'perekrut',
  value: '+44 7700 900123',
  source: 'Nomor yang dihubungi sebelum berangkat.',
  saidOn: minutes(-90_000),
  writtenAt: minutes(-80_000),
  state: 'checked',
  expiresAt: minutes(200_000),
  version: 1,
  caseCode: 'JHB-2026-0412',
  reportId: undefined,
  orgName: 'KJRI Johor Bahru',
  own: true,
}
const ASK: Ask = {
  id: 'a1',
  groupId: 'g1',
  mentionId: 'm1',
  side: 'asked',
  otherName: 'BP3MI Jawa Timur',
  state: 'open',
  askedAt: minutes(-600),
  until: minutes(40_000),
  version: 1,
}
const GROUP: NetworkGroup = {
  id: 'g1',
  files: 3,
  bridges: 1,
  leadName: 'KJRI Johor Bahru',
  leads: true,
  orgNames: ['KJRI Johor Bahru', 'BP3MI Jawa Timur'],
  evidence: ['telephone', 'recruiter-name', 'company'],
  foundAt: minutes(-60),
  expiresAt: minutes(200_000),
  links: [
    link('l1', 0, {}),
    link('l2', 1, {
      strength: 'weak',
      evidence: 'recruiter-name',
      left: end(2, 'm3', false),
      right: end(3, 'm4', true),
    }),
    link('l3', 1, {
      strength: 'weak',
      evidence: 'company',
      left: end(2, 'm5', false),
      right: end(3, 'm6', true),
    }),
  ],
  mentions: [MENTION],
  asks: [{ ...ASK, side: 'asking', mentionId: 'm3', state: 'given' }],
}

export function networkPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const list = {
    groups: [GROUP],
    mentions: [
      MENTION,
      { ...MENTION, id: 'm7', caseCode: undefined, reportId: 'r1', state: 'reported' as const },
    ],
    asks: [ASK],
    kind: '',
    state: '',
    form: EMPTY_FORM,
    mayEdit: 'may-edit' as const,
    mayAnswer: 'may-answer' as const,
    next: '?hal=2',
  }
  return {
    ...Object.fromEntries(
      PARTS.map((part) => [`network-${part}`, <NetworkListPage frame={frame} view={{ ...list, part }} />]),
    ),
    'network-empty': (
      <NetworkListPage
        frame={frame}
        view={{ ...list, part: 'kelompok', groups: [], mentions: [], asks: [] }}
      />
    ),
    'network-group': (
      <GroupPage frame={frame} view={{ group: GROUP, form: EMPTY_FORM, mayEdit: 'may-edit' }} />
    ),
    'network-new': (
      <NewMentionPage
        frame={frame}
        view={{
          caseCode: 'JHB-2026-0412',
          reportId: '',
          form: {
            values: { value: '112' },
            problems: [{ path: 'value', message: frame.t.kerjaJaringan.problem['too-little'] ?? '' }],
          },
        }}
      />
    ),
  }
}
