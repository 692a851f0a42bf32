/**
 * The register of processing (UU 27/2022 art 31: a controller records every processing): for each table why it is kept, about
 * whom, and which retention rule ends it. A test compares it with the database, so that a new table without an entry fails.
 */
export const PURPOSES = [
  'help',
  'exchange',
  'rights',
  'accountability',
  'sign-in',
  'running',
  'public-information',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** nobody: no personal data. */
export const CONCERNED = ['nobody', 'persons-and-reporters', 'staff', 'both', 'visitors'] as const
export type Concerned = (typeof CONCERNED)[number]

export type Processing = { readonly purpose: Purpose; readonly about: Concerned; readonly rule: string }

const help: Processing = { purpose: 'help', about: 'persons-and-reporters', rule: 'cases' }
const contact: Processing = { ...help, rule: 'contacts-not-cases' }
const facts: Processing = { purpose: 'public-information', about: 'nobody', rule: 'public-facts' }
const account: Processing = { purpose: 'sign-in', about: 'staff', rule: 'accounts' }
const running: Processing = { purpose: 'running', about: 'nobody', rule: 'public-facts' }
const rights: Processing = { purpose: 'rights', about: 'persons-and-reporters', rule: 'rights-requests' }

export const PROCESSING_MAP: Readonly<Record<string, Processing>> = {
  agreement_items: { ...facts, about: 'staff' },
  agreement_stages: { ...facts, about: 'staff' },
  agreements: { ...facts, about: 'staff' },
  api_clients: account,
  attachments: contact,
  audit_log: { purpose: 'accountability', about: 'both', rule: 'journal' },
  breach_records: { purpose: 'rights', about: 'both', rule: 'breaches' },
  case_actors: help,
  case_files: help,
  case_numbers: running,
  case_persons: help,
  cases: help,
  companies: facts,
  competence_finding_cases: help,
  competence_findings: { ...facts, about: 'staff' },
  competence_rulings: { ...facts, about: 'staff' },
  company_drafts: { ...facts, about: 'staff' },
  company_registers: { ...facts, about: 'staff' },
  chain_links: { purpose: 'accountability', about: 'nobody', rule: 'journal' },
  claim_sheets: help,
  consents: contact,
  contact_attempts: help,
  custody: help,
  data_keys: { purpose: 'running', about: 'both', rule: 'cases' },
  decision_reasons: help,
  desk_coverage: facts,
  directory_bodies: { ...facts, about: 'staff' },
  directory_changes: { ...facts, about: 'staff' },
  directory_contacts: { ...facts, about: 'staff' },
  clause_answers: { ...facts, about: 'staff' },
  clause_choices: { ...facts, about: 'staff' },
  clause_comments: { ...facts, about: 'staff' },
  clause_texts: { ...facts, about: 'staff' },
  clause_versions: { ...facts, about: 'staff' },
  clause_wordings: { ...facts, about: 'staff' },
  directory_coverage: facts,
  directory_edits: { ...facts, about: 'staff' },
  directory_rules: facts,
  directory_services: { ...facts, about: 'staff' },
  duty_alerts: { purpose: 'help', about: 'staff', rule: 'accounts' },
  duty_shifts: { purpose: 'help', about: 'staff', rule: 'accounts' },
  evidence: help,
  gap_cases: help,
  gap_steps: { ...facts, about: 'staff' },
  gaps: { ...facts, about: 'staff' },
  incidents: help,
  journal: { purpose: 'accountability', about: 'both', rule: 'journal' },
  kept_apart: help,
  law_current: { ...facts, about: 'staff' },
  law_edits: { ...facts, about: 'staff' },
  law_index: facts,
  law_releases: { ...facts, about: 'staff' },
  legal_holds: { ...rights, about: 'both' },
  messages: contact,
  needs: help,
  notes: help,
  notices: { purpose: 'help', about: 'staff', rule: 'notices' },
  organisations: facts,
  passkeys: account,
  persons: help,
  proposal_events: { ...facts, about: 'staff' },
  proposal_gaps: facts,
  proposals: { ...facts, about: 'staff' },
  protected_readers: { purpose: 'accountability', about: 'both', rule: 'cases' },
  rate_hits: { purpose: 'running', about: 'visitors', rule: 'visitor-counts' },
  referral_numbers: running,
  referrals: { ...help, purpose: 'exchange' },
  report_codes: { ...contact, purpose: 'sign-in' },
  report_desks: contact,
  report_requests: { purpose: 'running', about: 'persons-and-reporters', rule: 'report-requests' },
  reports: contact,
  retention_proposals: { ...rights, about: 'both' },
  retention_rules: { ...facts, purpose: 'rights' },
  rights_export_files: { ...rights, rule: 'export-files' },
  rights_requests: { ...rights, about: 'both' },
  rights_scope: rights,
  screening_answers: help,
  screenings: help,
  search_tokens: help,
  sharing_agreements: { ...facts, purpose: 'exchange', about: 'staff' },
  sessions: { ...account, rule: 'sign-in-sessions' },
  set_up_links: account,
  sign_in_challenges: { ...account, rule: 'sign-in-challenges' },
  staff: account,
  staff_roles: account,
  tasks: help,
  timeline_entries: help,
  village_findings: { ...facts, about: 'staff' },
  visitor_keys: { purpose: 'running', about: 'visitors', rule: 'visitor-counts' },
}
