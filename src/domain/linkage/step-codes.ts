import { BIRTH_LEVELS } from './fields/birth.ts'
import { NUMBER_LEVELS } from './fields/identifiers.ts'
import { PLACE_LEVELS, SEX_LEVELS } from './model/levels.ts'
import { NAME_CODES } from './waterfall.ts'

type Said<L extends string> = Exclude<L, 'missing'>
type NumberField = 'passport' | 'phone' | 'nik'

/** Every code that a step of the sum can have: each has its sentence in src/texts. What is missing has no step. */
export type StepCode =
  | (typeof NAME_CODES)[number]
  | `birth-${Said<(typeof BIRTH_LEVELS)[number]>}`
  | `place-${Said<(typeof PLACE_LEVELS)[number]>}`
  | `sex-${Said<(typeof SEX_LEVELS)[number]>}`
  | `${NumberField}-${Said<(typeof NUMBER_LEVELS)[number]>}`
  | 'region-rare'
  | 'region-common'

const said = (field: string, levels: readonly string[]): readonly string[] =>
  levels.filter((level) => level !== 'missing').map((level) => `${field}-${level}`)

export const STEP_CODES = [
  ...NAME_CODES,
  ...said('birth', BIRTH_LEVELS),
  ...said('place', PLACE_LEVELS),
  ...said('sex', SEX_LEVELS),
  ...(['passport', 'phone', 'nik'] as const).flatMap((field) => said(field, NUMBER_LEVELS)),
  'region-rare',
  'region-common',
] as readonly StepCode[]

export function isStepCode(code: string): code is StepCode {
  return (STEP_CODES as readonly string[]).includes(code)
}
