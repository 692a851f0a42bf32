import {
  AGREEMENT_PURPOSES,
  AGREEMENT_SUBJECTS,
  AGREEMENT_TYPES,
  COOPERATION_FIELDS,
  COOPERATION_FORMS,
  COOPERATION_MODELS,
} from '#src/domain/agreements/codes.ts'
import { LAW_CERTAINTIES } from '#src/domain/law/article-ref.ts'
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { InvalidInputError, type Problem } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { AgreementFacts } from './agreement-types.ts'

/** As typed: every field may be anything. */
export type GivenFacts = {
  readonly [K in keyof AgreementFacts]: AgreementFacts[K] extends readonly string[]
    ? readonly string[]
    : AgreementFacts[K] extends boolean
      ? boolean
      : string
}

const LONGEST_LINE = 300
const LONGEST_TEXT = 4000
const SOME = { longest: LONGEST_LINE, need: 'optional' } as const

/** Throws InvalidInputError with every problem at its field. */
export function checkFacts(given: GivenFacts): AgreementFacts {
  const problems: Problem[] = []
  const text = (
    path: keyof GivenFacts,
    rule: { readonly longest: number; readonly need: 'required' | 'optional' } = SOME,
  ): string | null => {
    const said = String(given[path]).trim()
    if (said === '' && rule.need === 'required') problems.push({ path, code: 'text.missing' })
    if (said.length > rule.longest) problems.push({ path, code: 'text.too-long' })
    return said === '' ? null : said
  }
  const long = { longest: LONGEST_TEXT, need: 'optional' } as const
  const needed = { longest: LONGEST_LINE, need: 'required' } as const
  const code = <T extends string>(path: keyof GivenFacts, codes: readonly T[]): T => {
    const found = codes.find((each) => each === given[path])
    if (found === undefined) problems.push({ path, code: 'code.wrong' })
    return found ?? (codes[0] as T)
  }
  const facts: AgreementFacts = {
    titleId: text('titleId', needed) ?? '',
    titleEn: text('titleEn'),
    type: code('type', AGREEMENT_TYPES),
    ...parties(given, problems),
    subjects: AGREEMENT_SUBJECTS.filter((each) => given.subjects.includes(each)),
    purposes: AGREEMENT_PURPOSES.filter((each) => given.purposes.includes(each)),
    aimId: text('aimId', long),
    aimEn: text('aimEn', long),
    instrument: instrument(given.instrument.trim(), problems),
    form: code('form', ['unclear', ...COOPERATION_FORMS]),
    field: code('field', ['unclear', ...COOPERATION_FIELDS]),
    model: code('model', ['unclear', ...COOPERATION_MODELS]),
    citation: text('citation', needed) ?? '',
    url: url(given.url.trim(), problems),
    confidence: code('confidence', LAW_CERTAINTIES),
    noteId: text('noteId', long),
    noteEn: text('noteEn', long),
    isPublic: given.isPublic,
  }
  if (facts.titleId !== '' && facts.titleId.length < SHORTEST_TITLE)
    problems.push({ path: 'titleId', code: 'text.missing' })
  if (facts.subjects.length === 0) problems.push({ path: 'subjects', code: 'subjects.missing' })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return facts
}
const SHORTEST_TITLE = 3

function parties(given: GivenFacts, problems: Problem[]) {
  const known = new Set(loadReference().countryNames.map(({ iso }) => iso))
  const states = [
    ...new Set(given.states.map((each) => each.trim().toUpperCase()).filter((each) => each !== '')),
  ]
  const bodies = [...new Set(given.bodies.map((each) => each.trim()).filter((each) => each !== ''))]
  if (states.some((each) => !known.has(each))) problems.push({ path: 'states', code: 'states.unknown' })
  else if (states.length + bodies.length < 2) problems.push({ path: 'states', code: 'parties.missing' })
  if (bodies.some((each) => each.length > LONGEST_LINE))
    problems.push({ path: 'bodies', code: 'text.too-long' })
  return { states, bodies }
}

/** The id of a record of the library, whichever of its names was typed. A statement is no agreement. */
function instrument(name: string, problems: Problem[]): string | null {
  if (name === '') return null
  const found = resolveCitation(loadLaw(), { instrument: name, article: '-' })
  if (found.kind === 'instrument') return found.instrument.id
  problems.push({
    path: 'instrument',
    code: found.kind === 'statement' ? 'instrument.statement' : 'instrument.unknown',
  })
  return null
}

function url(text: string, problems: Problem[]): string | null {
  if (text === '') return null
  if (!/^https?:\/\/[^\s<>"]{3,490}$/.test(text)) problems.push({ path: 'url', code: 'url.wrong' })
  return text
}
