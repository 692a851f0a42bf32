/** What a column of an old case list may be. A column that is none of these is kept as a note, or left out. */
import { CASE_TYPES, isCaseType, type CaseType } from '../cases/case-types.ts'

export const FIELDS = [
  'own-number',
  'name',
  'other-name',
  'sex',
  'born',
  'age',
  'nik',
  'passport',
  'telephone',
  'village',
  'regency',
  'address',
  'nationality',
  'country',
  'sector',
  'employer',
  'recruiter',
  'case-type',
  'complained',
  'departed',
  'urgency',
  'status',
  'narrative',
] as const
export type Field = (typeof FIELDS)[number]

/** `yes:UNPAID_WAGES`: a yes in this column says that the case is about it. */
export type ColumnUse = Field | `yes:${CaseType}` | 'note' | 'leave-out'

/** Fields that several columns may hold. */
const SEVERAL: readonly ColumnUse[] = [
  'other-name',
  'telephone',
  'recruiter',
  'case-type',
  'narrative',
  'note',
  'leave-out',
]

/** Fields whose words stand for a code of ours; what is not known is asked, never guessed. */
export const CODED = ['sex', 'nationality', 'country', 'sector', 'case-type', 'urgency', 'status'] as const
export type Coded = (typeof CODED)[number]

export const YES_USES: readonly `yes:${CaseType}`[] = CASE_TYPES.map((type) => `yes:${type}` as const)

export function isColumnUse(text: string): text is ColumnUse {
  return (
    (FIELDS as readonly string[]).includes(text) ||
    text === 'note' ||
    text === 'leave-out' ||
    typeOfYes(text) !== undefined
  )
}

export function isCoded(use: ColumnUse): use is Coded {
  return (CODED as readonly string[]).includes(use)
}

export function typeOfYes(use: string): CaseType | undefined {
  const type = use.startsWith('yes:') ? use.slice(4) : ''
  return isCaseType(type) ? type : undefined
}

/** The first field that two columns claim and that only one may hold. */
export function doubledUse(uses: readonly ColumnUse[]): ColumnUse | undefined {
  return uses.find((use, at) => !SEVERAL.includes(use) && uses.indexOf(use) !== at)
}
