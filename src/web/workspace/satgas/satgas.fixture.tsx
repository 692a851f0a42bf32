import type {
  Conference,
  Decision,
  EntryRow,
  Item,
  TaskForceRow,
  WorkRow,
} from '#src/modules/task-force/index.ts'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { minutes } from '#src/web/ui/staff/frame.fixture.ts'
import { BoardPage, type BoardView } from './board-page.tsx'
import { BringPage, type BringView } from './bring-page.tsx'
import { ConferencePage, ItemPage, MembersPage, TaskPage, type ConferenceView } from './conference-page.tsx'
import { ReportPage } from './report-page.tsx'
import { SatgasPage } from './satgas-page.tsx'

const FORCE: TaskForceRow = {
  id: '01a0901c-6e46-7d05-8d4a-4541d1470001',
  level: 'national',
  name: 'Gugus Tugas PP-TPPO pusat',
  basis: 'UU 21/2007 Pasal 58',
  source: 'Perpres 49/2023',
  source_on: '2023-08-10',
  part: 'secretariat',
}
const ENTRY: EntryRow = {
  id: 'e1',
  code: 'JHB-2026-0412',
  urgency: 'darurat',
  lead_org: 'o1',
  lead_name: 'KJRI Johor Bahru',
  org_id: 'o1',
  by_name: 'KJRI Johor Bahru',
  created_at: minutes(-5000),
  basis: 'consent',
  own_file: true,
}
const WORK: readonly WorkRow[] = [
  {
    entry_id: 'e1',
    line: 'need',
    kind: 'medical',
    place: null,
    owner_org: 'o2',
    owner_name: 'Polri',
    state: 'offered',
    next_on: null,
    blocker: null,
  },
  {
    entry_id: 'e1',
    line: 'track',
    kind: 'criminal',
    place: 'home',
    owner_org: 'o2',
    owner_name: 'Polri',
    state: 'waiting',
    next_on: '2026-11-10',
    blocker: 'waits-for-document',
  },
]
const CONFERENCE: Conference = {
  id: 'r1',
  task_force_id: FORCE.id,
  held_at: minutes(3000),
  state: 'planned',
  cancelled_because: null,
  version: 1,
  items: 2,
  words: { place: 'Daring', note: 'Bawa perkembangan jalur' },
}
const DECISION: Decision = {
  id: 'd1',
  created_at: minutes(-9000),
  task_force_id: FORCE.id,
  task_force: FORCE.name,
  item_id: 'i1',
  org_id: 'o2',
  body: 'Polri',
  due_on: '2026-11-12',
  state: 'open',
  answered_on: null,
  entry_id: 'e1',
  version: 1,
  text: 'Kirim permintaan data perekrut.',
  outcome: '',
}
const ITEM: Item = {
  id: 'i1',
  position: 1,
  kind: 'case',
  entry_id: 'e1',
  finding_id: null,
  by_name: 'KJRI Johor Bahru',
  version: 2,
  topic: 'Siapa memimpin jalur pidana',
  minutes: 'Disepakati satu pemimpin.',
  code: ENTRY.code,
}
const OTHER: Item = {
  ...ITEM,
  id: 'i2',
  kind: 'conflict',
  entry_id: null,
  finding_id: 'f1',
  minutes: '',
  code: undefined,
}

/** Every page of the room: the secretariat's view, and a member's view of what it may not change. */
export function satgasPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const members = [
    {
      org_id: 'o1',
      name: 'KJRI Johor Bahru',
      kind: 'mission',
      part: 'secretariat' as const,
      since: '2024-01-02',
      until: null,
    },
    {
      org_id: 'o2',
      name: 'Polri',
      kind: 'polri',
      part: 'member' as const,
      since: '2024-01-02',
      until: '2026-06-30',
    },
  ]
  const board: BoardView = {
    taskForce: FORCE,
    members,
    entries: [ENTRY],
    work: WORK,
    others: [],
    conferences: [
      CONFERENCE,
      { ...CONFERENCE, id: 'r0', state: 'cancelled', cancelled_because: 'no-quorum' },
    ],
    decisions: [
      DECISION,
      { ...DECISION, id: 'd2', state: 'done', answered_on: '2026-11-14', outcome: 'Terkirim.' },
    ],
    form: EMPTY_FORM,
    mayOpen: 'may-open',
  }
  const conference: ConferenceView = {
    taskForce: FORCE,
    conference: CONFERENCE,
    attendance: [{ org_id: 'o2', name: 'Polri', attendance: 'invited' }],
    items: [ITEM, OTHER],
    decisions: [DECISION],
    entries: [{ id: 'e1', code: ENTRY.code }],
    members: [{ id: 'o2', name: 'Polri' }],
    findings: [{ value: 'f1', label: 'Tumpang tindih' }],
    runs: 'runs',
    form: EMPTY_FORM,
  }
  const bring: BringView = {
    code: ENTRY.code,
    taskForces: [
      { id: FORCE.id, name: FORCE.name, reach: [{ orgId: 'o2', name: 'Polri', said: 'not-asked' }] },
    ],
    brought: [
      {
        id: 'e0',
        task_force_id: 'other',
        name: 'Gugus Tugas NTB',
        created_at: minutes(-900),
        basis: 'exception',
        ground: 'child',
        readers: ['Polri'],
        ended_at: null,
        ended_because: null,
        shows: true,
        version: 1,
      },
    ],
    form: EMPTY_FORM,
    mayBring: 'may-bring',
    mayExcept: 'may-except',
  }
  const report = {
    taskForce: FORCE,
    quarter: { year: 2026, quarter: 4 as const },
    figures: {
      cases: 15,
      byUrgency: [{ key: 'darurat', told: undefined }],
      byWork: [{ key: 'track:criminal:waiting', told: 5 }],
      byBody: [
        {
          body: 'Polri',
          lateTracks: 1,
          openDecisions: 1,
          lateDecisions: 1,
          doneDecisions: 2,
          undoneDecisions: 0,
        },
      ],
    },
    conferences: { planned: 1, held: 2, cancelled: 1 },
    conflicts: [{ need: 'legal-aid', place: 'abroad', kind: 'overlap', state: 'open', found: undefined }],
    obstacles: [],
  }
  return {
    satgas: (
      <SatgasPage
        frame={frame}
        view={{
          taskForces: [FORCE],
          tasks: [DECISION],
          form: EMPTY_FORM,
          mayRead: 'may-read',
          mayCreate: 'may-create',
          mayMla: 'may-mla',
        }}
      />
    ),
    'satgas-empty': <SatgasPage frame={frame} view={{ taskForces: [], tasks: [], form: EMPTY_FORM }} />,
    'satgas-board': <BoardPage frame={frame} view={board} />,
    'satgas-board-member': (
      <BoardPage
        frame={frame}
        view={{ ...board, taskForce: { ...FORCE, part: 'member' }, entries: [], work: [], decisions: [] }}
      />
    ),
    conference: <ConferencePage frame={frame} view={conference} />,
    'conference-member': (
      <ConferencePage
        frame={frame}
        view={{
          ...conference,
          runs: 'takes-part',
          conference: { ...CONFERENCE, state: 'cancelled', cancelled_because: 'emergency' },
        }}
      />
    ),
    'conference-item': <ItemPage frame={frame} view={conference} item={ITEM} />,
    'conference-conflict': (
      <ItemPage frame={frame} view={{ ...conference, runs: 'takes-part' }} item={OTHER} />
    ),
    'satgas-task': (
      <TaskPage frame={frame} view={{ task: DECISION, form: EMPTY_FORM, answers: ['done', 'not-done'] }} />
    ),
    'satgas-members': (
      <MembersPage
        frame={frame}
        view={{ taskForce: FORCE, members, others: [{ value: 'o3', label: 'LPSK' }], form: EMPTY_FORM }}
      />
    ),
    'satgas-bring': <BringPage frame={frame} view={bring} />,
    'satgas-report': <ReportPage frame={frame} report={report} />,
  }
}
