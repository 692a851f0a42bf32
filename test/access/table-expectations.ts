// Who may see rows of a table, said by hand for every table: the independent answer that the policies are held against.
import type { Role } from '#src/domain/disclosure/roles.ts'

export const READERS = [
  'intake-officer',
  'caseworker',
  'supervisor',
  'restricted-reader-care',
  'restricted-reader-legal',
  'task-force-member',
  'village-officer',
] as const satisfies readonly Role[]

export type Expectation = {
  /** Of the organisation that the row belongs to; 'staff' is every role. */
  readonly own: readonly Role[] | 'staff'
  /** Of any other organisation. */
  readonly elsewhere?: readonly Role[] | 'staff'
  /** A visitor without a code. */
  readonly visitor?: 'sees'
  /** Roles of the own organisation that may take rows away; nobody else ever. */
  readonly deletedBy?: readonly Role[]
  readonly why?: string
}

const ofReaders: Expectation = { own: READERS }
const ofTaskForce: Expectation = { own: ['task-force-member'], why: 'bodies that are members' }
const toAll: Expectation = { own: 'staff', elsewhere: 'staff' }

export const EXPECTED: Readonly<Record<string, Expectation>> = {
  agreement_items: { ...toAll, visitor: 'sees', why: 'visitors the duties of what is open' },
  agreement_stages: { ...toAll, visitor: 'sees' },
  agreements: { ...toAll, visitor: 'sees' },
  api_clients: {
    own: ['organisation-admin', 'supervisor', 'auditor', 'installation-admin'],
    elsewhere: ['installation-admin'],
  },
  attachments: ofReaders,
  audit_log: { own: ['supervisor', 'auditor', 'data-protection-officer'] },
  body_hints: { own: ['supervisor'], why: 'another body may know this person, where the person said yes' },
  breach_records: { own: ['data-protection-officer'] },
  case_actors: ofReaders,
  case_files: ofReaders,
  case_numbers: { own: 'staff', why: 'a number for each year, no case' },
  case_persons: ofReaders,
  cases: ofReaders,
  chain_links: {
    own: [...READERS, 'auditor', 'data-protection-officer'],
    why: 'places in the chain of entries that one may read',
  },
  claim_sheets: ofReaders,
  clause_answers: toAll,
  clause_choices: toAll,
  clause_comments: toAll,
  clause_texts: toAll,
  clause_versions: toAll,
  clause_wordings: toAll,
  companies: { ...toAll, visitor: 'sees' },
  company_drafts: {
    own: ['installation-admin'],
    elsewhere: [],
    deletedBy: ['installation-admin'],
    why: 'each his own upload, until it is imported',
  },
  company_registers: { ...toAll, visitor: 'sees' },
  competence_finding_cases: ofReaders,
  competence_findings: {
    own: READERS,
    elsewhere: ['task-force-member'],
    why: 'need, place and kind, and no case: a task force settles who acts between bodies',
  },
  competence_rulings: {
    own: READERS,
    elsewhere: ['task-force-member'],
    why: 'what was ruled before, for who reads the finding',
  },
  conference_bodies: ofTaskForce,
  conference_items: ofTaskForce,
  conferences: ofTaskForce,
  consents: ofReaders,
  contact_attempts: ofReaders,
  custody: ofReaders,
  data_keys: { ...toAll, why: 'wrapped by the master key; nothing sealed can be reached with it' },
  decision_reasons: { own: ['supervisor'] },
  desk_coverage: { ...toAll, visitor: 'sees', deletedBy: ['installation-admin'] },
  directory_bodies: { ...toAll, visitor: 'sees' },
  directory_changes: toAll,
  directory_contacts: { ...toAll, visitor: 'sees' },
  directory_coverage: { ...toAll, visitor: 'sees' },
  directory_edits: toAll,
  directory_rules: toAll,
  directory_services: { ...toAll, visitor: 'sees' },
  duty_alerts: { own: 'staff' },
  duty_shifts: { own: 'staff' },
  evidence: ofReaders,
  exchange_keys: {
    ...toAll,
    visitor: 'sees',
    why: 'how many generations there were; a key comes from the secret',
  },
  exchange_messages: {
    own: [...READERS, 'installation-admin'],
    elsewhere: ['installation-admin'],
    why: 'kinds and states; what is in them nobody of staff reads',
  },
  exchange_received: {
    own: [...READERS, 'installation-admin'],
    elsewhere: ['installation-admin'],
    why: 'kinds and states; the door finds a message by its number when it comes again',
  },
  exchange_refusals: { own: ['installation-admin'] },
  exchange_threads: ofReaders,
  family_wishes: { own: ['supervisor', 'restricted-reader-care'] },
  gap_cases: { ...ofReaders, deletedBy: ['intake-officer', 'caseworker', 'supervisor'] },
  gap_steps: toAll,
  gaps: { ...toAll, visitor: 'sees', why: 'obstacles of the system, and no case' },
  incidents: ofReaders,
  htcds_imports: {
    own: ['supervisor'],
    deletedBy: ['supervisor'],
    why: 'what was taken over, to every supervisor; a draft to whoever uploaded it, who alone throws it away',
  },
  htcds_records: ofReaders,
  journal: {
    own: [
      'intake-officer',
      'caseworker',
      'supervisor',
      'restricted-reader-care',
      'restricted-reader-legal',
      'auditor',
      'data-protection-officer',
    ],
  },
  kept_apart: ofReaders,
  law_current: toAll,
  law_edits: toAll,
  law_index: { ...toAll, visitor: 'sees', deletedBy: ['law-drafter'] },
  law_releases: toAll,
  law_texts: { ...toAll, visitor: 'sees', why: 'visitors only what two people have read' },
  legal_holds: { own: [...READERS, 'data-protection-officer'] },
  messages: ofReaders,
  missing_matches: {
    own: ['supervisor', 'restricted-reader-care'],
    why: 'somebody found who is looked for: few may know before that person has said what may be told',
  },
  match_keys: { own: [] },
  missing_searches: { own: ['intake-officer', 'supervisor'] },
  needs: ofReaders,
  notes: ofReaders,
  notices: { own: 'staff', why: 'each his own' },
  organisations: { ...toAll, visitor: 'sees' },
  partner_keys: {
    own: ['installation-admin', 'organisation-admin'],
    elsewhere: ['installation-admin', 'organisation-admin'],
    visitor: 'sees',
    why: 'public keys, by which the door knows a partner',
  },
  partners: { ...toAll, visitor: 'sees', why: 'installations, no person' },
  passkeys: { own: 'staff', deletedBy: [], why: 'each his own' },
  persons: ofReaders,
  person_judgements: { own: ['intake-officer', 'caseworker', 'supervisor'] },
  person_matches: { own: ['intake-officer', 'caseworker', 'supervisor'] },
  proposal_events: {
    own: 'staff',
    elsewhere: 'staff',
    visitor: 'sees',
    why: 'positions of bodies; others read what is public',
  },
  proposal_gaps: { own: 'staff', visitor: 'sees', deletedBy: ['law-drafter'] },
  proposals: {
    ...toAll,
    visitor: 'sees',
    why: 'drafts only by their own body; visitors only what is public',
  },
  protected_readers: { own: ['supervisor'], why: 'and who is named' },
  rate_hits: { own: [] },
  referral_numbers: { own: 'staff', why: 'a number for each year, no referral' },
  hand_overs: { own: READERS, elsewhere: READERS, why: 'its tasks were offered to the other body' },
  referrals: { own: READERS, elsewhere: READERS, why: 'the need was offered to the other body' },
  report_codes: { own: [] },
  report_desks: ofReaders,
  report_requests: { own: [], why: 'only with the key in hand' },
  reports: ofReaders,
  retention_proposals: { own: ['data-protection-officer'] },
  retention_rules: toAll,
  rights_export_files: { own: ['data-protection-officer'] },
  rights_requests: { own: [...READERS, 'data-protection-officer'] },
  rights_scope: { own: ['data-protection-officer'] },
  screening_answers: ofReaders,
  screenings: ofReaders,
  search_tokens: { own: READERS, deletedBy: READERS, why: 'rewritten when a name is corrected' },
  sharing_agreements: {
    own: 'staff',
    elsewhere: [],
    why: 'both bodies; the other one after the second person confirmed',
  },
  sessions: { own: 'staff', why: 'each his own, and those whom one closes' },
  set_up_links: { own: ['organisation-admin', 'installation-admin'], elsewhere: ['installation-admin'] },
  sign_in_challenges: { own: [] },
  staff: { own: 'staff', elsewhere: ['installation-admin'] },
  staff_roles: { own: 'staff', elsewhere: ['installation-admin'] },
  tasks: ofReaders,
  timeline_entries: ofReaders,
  track_steps: ofReaders,
  tracks: ofReaders,
  village_findings: toAll,
  visitor_keys: { own: [] },
}
  task_force_cases: { ...ofReaders, why: 'the body that brought it; members read codes through a function' },
  task_force_decisions: { own: ['task-force-member', 'supervisor'] },
  task_force_members: { own: ['task-force-member', 'intake-officer', 'caseworker', 'supervisor'] },
  task_forces: { own: ['task-force-member', 'intake-officer', 'caseworker', 'supervisor'] },

/** Everybody may add what he did; nobody may change or read it back without the role. */
export const APPEND_ONLY = ['journal', 'audit_log']
