/**
 * What must a request to another State hold, which way may it go, and which states can it have? Contents of a request for mutual
 * legal assistance: UU 1/2006 Pasal 9 and 10, read in a draft report of the national law agency that repeats them, not in the law
 * itself; grounds of refusal (Pasal 6 and 7) and extradition (UU 1/1979) were not read. Every list says so. Nothing here says what
 * a request brings about in law.
 */
import type { LawCertainty } from '../law/article-ref.ts'

export const REQUEST_KINDS = ['mutual-assistance', 'extradition', 'police'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

export const CHANNELS = [
  'central-authority',
  'diplomatic',
  'asean-mlat',
  'prosecutors',
  'interpol',
  'police-to-police',
] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNELS_OF: Readonly<Record<RequestKind, readonly Channel[]>> = {
  'mutual-assistance': ['central-authority', 'diplomatic', 'asean-mlat', 'prosecutors'],
  extradition: ['central-authority', 'diplomatic'],
  police: ['interpol', 'police-to-police'],
}

/** On whose application the central authority asks (Pasal 9; the commission for corruption only). */
export const APPLICANTS = ['police', 'prosecutor', 'corruption-commission'] as const
export type Applicant = (typeof APPLICANTS)[number]

export const REQUEST_STATES = [
  'draft',
  'checked',
  'at-central-authority',
  'sent-abroad',
  'received',
  'answered-in-part',
  'answered',
  'refused',
  'withdrawn',
] as const
export type RequestState = (typeof REQUEST_STATES)[number]

/** Where it can go from each state. A police channel does not pass the central authority. */
export const REQUEST_MOVES: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ['checked', 'withdrawn'],
  checked: ['draft', 'at-central-authority', 'sent-abroad', 'withdrawn'],
  'at-central-authority': ['draft', 'sent-abroad', 'refused', 'withdrawn'],
  'sent-abroad': ['received', 'answered-in-part', 'answered', 'refused', 'withdrawn'],
  received: ['answered-in-part', 'answered', 'refused', 'withdrawn'],
  'answered-in-part': ['answered', 'refused', 'withdrawn'],
  answered: [],
  refused: ['draft'],
  withdrawn: ['draft'],
}

export function nextStates(kind: RequestKind, from: RequestState): readonly RequestState[] {
  const moves = REQUEST_MOVES[from]
  if (kind === 'police') return moves.filter((to) => to !== 'at-central-authority')
  return from === 'checked' ? moves.filter((to) => to !== 'sent-abroad') : moves
}

/** Days until somebody looks after it again: our own targets, no deadline of any law. Undefined: nothing to wait for. */
export const REMIND_AFTER: Readonly<Partial<Record<RequestState, number>>> = {
  draft: 14,
  checked: 7,
  'at-central-authority': 30,
  'sent-abroad': 60,
  received: 60,
  'answered-in-part': 30,
}

/** Missing comes first: what nobody looked at is missing. */
export const ITEM_STATES = ['missing', 'present', 'not-applicable'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const MUTUAL_ITEMS = [
  'requesting-institution',
  'subject-and-proceedings',
  'summary-of-facts',
  'provisions-and-penalty',
  'assistance-and-procedure',
  'purpose',
  'conditions-of-requested-state',
] as const
export const EXTRADITION_ITEMS = [
  'identity-and-whereabouts',
  'nationality',
  'statement-of-offence',
  'provisions-and-penalty',
  'warrant-or-judgment',
  'treaty-or-reciprocity',
  'death-penalty-looked-at',
] as const
export const POLICE_ITEMS = [
  'purpose',
  'least-data',
  'victim-not-named',
  'family-safe',
  'not-evidence',
  'contact-point',
] as const
export type ChecklistItem =
  (typeof MUTUAL_ITEMS)[number] | (typeof EXTRADITION_ITEMS)[number] | (typeof POLICE_ITEMS)[number]

export const ITEMS_OF: Readonly<Record<RequestKind, readonly ChecklistItem[]>> = {
  'mutual-assistance': MUTUAL_ITEMS,
  extradition: EXTRADITION_ITEMS,
  police: POLICE_ITEMS,
}

export type Basis = {
  readonly instrument: string
  readonly article: string
  readonly confidence: LawCertainty
}

/** What a list of the checklist rests on; undefined: our own list. */
export const CHECKLIST_BASIS: Readonly<Record<RequestKind, Basis | undefined>> = {
  'mutual-assistance': { instrument: 'id-uu-1-2006', article: 'Pasal 10', confidence: 'secondary' },
  extradition: { instrument: 'id-uu-1-1979', article: '-', confidence: 'unverified' },
  police: undefined,
}
export const CENTRAL_AUTHORITY_BASIS: Basis = {
  instrument: 'id-uu-1-2006',
  article: 'Pasal 9',
  confidence: 'secondary',
}

export type Checklist = Readonly<
  Partial<Record<ChecklistItem, { readonly state: ItemState; readonly note: string }>>
>

/** How many items nobody has dealt with: missing, or not looked at. */
export function missingItems(kind: RequestKind, checklist: Checklist): readonly ChecklistItem[] {
  return ITEMS_OF[kind].filter((item) => (checklist[item]?.state ?? 'missing') === 'missing')
}

/** Closed list. `must`: the State asked refuses; `may`: it can refuse; `theirs`: a ground of its own law. */
export const REFUSAL_GROUNDS = [
  'political-offence',
  'military-offence',
  'acquitted-pardoned-or-served',
  'cannot-be-prosecuted',
  'discrimination',
  'sovereignty-or-security',
  'no-assurance-of-use',
  'no-assurance-of-return',
  'no-offence-in-asked-state',
  'no-offence-abroad',
  'death-penalty',
  'harms-own-proceedings',
  'endangers-a-person',
  'burdens-the-state',
  'own-national',
  'other-law-of-asked-state',
  'no-reason-given',
] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

const MUST: Basis = { instrument: 'id-uu-1-2006', article: 'Pasal 6', confidence: 'unverified' }
const MAY: Basis = { instrument: 'id-uu-1-2006', article: 'Pasal 7', confidence: 'unverified' }
const EXTRADITION: Basis = { instrument: 'id-uu-1-1979', article: '-', confidence: 'unverified' }

export const GROUND_BASIS: Readonly<Record<RefusalGround, Basis | undefined>> = {
  'political-offence': MUST,
  'military-offence': MUST,
  'acquitted-pardoned-or-served': MUST,
  'cannot-be-prosecuted': MUST,
  discrimination: MUST,
  'sovereignty-or-security': MUST,
  'no-assurance-of-use': MUST,
  'no-assurance-of-return': MUST,
  'no-offence-in-asked-state': MAY,
  'no-offence-abroad': MAY,
  'death-penalty': MAY,
  'harms-own-proceedings': MAY,
  'endangers-a-person': MAY,
  'burdens-the-state': MAY,
  'own-national': EXTRADITION,
  'other-law-of-asked-state': undefined,
  'no-reason-given': undefined,
}

export type MoveFault = {
  readonly path: 'state' | 'ground' | 'on'
  readonly code: 'mla.no-way' | 'mla.items-missing' | 'mla.ground-missing' | 'mla.day-missing'
}

/** What stands against this step. A request whose list has gaps is not checked; a refusal has a ground. */
export function moveFaults(
  request: { readonly kind: RequestKind; readonly state: RequestState; readonly checklist: Checklist },
  to: RequestState,
  said: { readonly ground: RefusalGround | undefined; readonly on: string },
): readonly MoveFault[] {
  const faults: MoveFault[] = []
  if (!nextStates(request.kind, request.state).includes(to))
    faults.push({ path: 'state', code: 'mla.no-way' })
  if (to === 'checked' && missingItems(request.kind, request.checklist).length > 0)
    faults.push({ path: 'state', code: 'mla.items-missing' })
  if (to === 'refused' && said.ground === undefined)
    faults.push({ path: 'ground', code: 'mla.ground-missing' })
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(said.on))
    faults.push({ path: 'on', code: 'mla.day-missing' })
  return faults
}
