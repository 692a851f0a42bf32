import { CONSENT_ITEMS, type ConsentItem } from '#src/domain/cases/codes.ts'
import type { ContactWay, SafeContact } from '#src/domain/reports/report.ts'
import { valueOf } from '#src/domain/kernel/answer.ts'
import { readCase, type CaseFile, type CasePerson } from '#src/modules/cases/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { readSafeContact } from './safe-contact.ts'
import type { Sendable } from './offer-referral.ts'
import type { PackageLine } from './referral-package.ts'

/** How facts are put into words; the same words whoever looks, so that a preview and a sending agree. */
export type SendableWords = {
  readonly reported: (day: string) => string
  readonly through: (org: string) => string
  readonly doNotCall: string
  readonly tellFamilyNothing: string
  readonly safeWays: (ways: readonly string[]) => string
  readonly safeHours: (hours: string) => string
  readonly way: (code: ContactWay) => string
  readonly district: (code: string) => string
  readonly age: (from: number, to: number) => string
  readonly evidence: (number: number) => string
  readonly day: (at: Date) => string
  readonly partialDate: (date: string) => string
  readonly country: (iso: string) => string
  readonly need: (code: string) => string
  readonly intermediary: (code: string) => string
  readonly role: (code: string) => string
}

type Source = {
  readonly words: SendableWords
  readonly file: CaseFile
  readonly person: CasePerson | undefined
  readonly needId: string
}

export type Gathered = {
  readonly file: CaseFile
  readonly sendables: readonly Sendable[]
  /** Goes with every package: how to reach the person without harm. */
  readonly handling: readonly string[]
}

/**
 * What the case holds that could be sent for this need, item by item, in the order of the consent list. Items of which
 * nothing is known are not there. Notes never are: not the general ones, and still less those of psychologist and lawyer.
 */
export async function gatherSendables(
  ctx: StaffContext,
  wanted: { readonly caseCode: string; readonly needId: string; readonly personId?: string },
  words: SendableWords,
): Promise<Gathered> {
  const file = await readCase(ctx, wanted.caseCode, 'work', 'referral')
  const personId =
    wanted.personId ?? file.needs.find((each) => each.id === wanted.needId)?.person_id ?? undefined
  const person =
    file.persons.find((each) => each.person_id === personId) ??
    file.persons.find((each) => each.roles.includes('concerned'))
  const source = { words, file, person, needId: wanted.needId }
  const contact = await readSafeContact(ctx, file.row.id)
  return { file, sendables: sendablesOf(source), handling: handlingOf(source, contact) }
}

function sendablesOf(source: Source): readonly Sendable[] {
  return CONSENT_ITEMS.flatMap((item) => {
    const lines = GATHER[item](source).filter((line) => line.text.trim() !== '')
    return lines.length === 0 ? [] : [{ item, lines }]
  })
}

const GATHER: Readonly<Record<ConsentItem, (source: Source) => readonly PackageLine[]>> = {
  'that-i-reported': ({ words, file }) =>
    file.reports
      .filter((report) => report.joined_as === 'concerned')
      .map((report) => ({ text: words.reported(words.day(report.created_at)) })),
  name: ({ person }) => plain(person?.person?.facts?.names.join(' / ')),
  contact: contactLines,
  'birth-date': birthLines,
  whereabouts: ({ words, file, person }) => [
    ...plain(valueOf(person?.person?.facts?.address ?? NOTHING)),
    ...plain(file.row.country === null ? undefined : words.country(file.row.country)),
    ...plain(file.row.district ?? undefined, words.district),
  ],
  'home-village': ({ words, person }) => [
    ...plain(valueOf(person?.person?.facts?.village ?? NOTHING)),
    ...plain(person?.person?.originDistrict ?? undefined, words.district),
  ],
  story: storyLines,
  needs: ({ words, file, needId }) =>
    file.needs
      .filter((need) => need.id === needId)
      .flatMap((need) => plain([words.need(need.kind), need.words?.label].filter(Boolean).join(': '))),
  'employer-and-chain': ({ words, file }) =>
    file.chain.map((link) => ({
      text: [
        `${words.intermediary(link.kind)}: ${link.words?.name ?? ''}`,
        link.words?.where,
        link.words?.note,
      ]
        .filter(Boolean)
        .join(', '),
      // Who the links of the chain are rests on what somebody said until a body has looked.
      certainty: 'unknown',
    })),
  documents: ({ words, file, person }) => [
    ...(person?.person?.facts?.documents ?? []).map((text) => ({ text })),
    ...evidence(words, file, ['identity-paper', 'contract', 'official-letter']),
  ],
  'photos-and-recordings': ({ words, file }) =>
    evidence(words, file, ['photo', 'recording', 'video', 'message-log']),
  health: ({ words, file }) => evidence(words, file, ['medical-paper']),
  psychological: () => [],
  legal: () => [],
  family: ({ words, file, person }) =>
    file.persons
      .filter((each) => each !== person && each.roles.some((role) => FAMILY.includes(role)))
      .map((each) => ({
        text: `${each.roles.map((role) => words.role(role)).join(', ')}: ${each.person?.facts?.names.join(' / ') ?? ''}`,
      })),
  money: ({ words, file }) => evidence(words, file, ['payment-proof']),
}

const NOTHING = { known: false, why: 'not-asked' } as const
const FAMILY: readonly string[] = ['family', 'pendamping', 'guardian', 'child-of-concerned', 'heir']

function plain(text: string | undefined, say: (text: string) => string = (same) => same): PackageLine[] {
  return text === undefined || text.trim() === '' ? [] : [{ text: say(text) }]
}

function contactLines({ person }: Source): readonly PackageLine[] {
  return (person?.person?.facts?.numbers ?? []).map((text) => ({ text }))
}

/** Reached through us, and what keeps the person safe: rules, ways and hours. Never a number; that is the item `contact`. */
function handlingOf({ words, file, person }: Source, contact: SafeContact | undefined): readonly string[] {
  const mayNotCall = contact?.callRule === 'do-not-call' || file.reports.some((report) => report.do_not_call)
  return [
    words.through(file.leadName),
    ...(mayNotCall ? [words.doNotCall] : []),
    ...(person?.tell_family === 'nothing' ? [words.tellFamilyNothing] : []),
    ...(contact && contact.ways.length > 0 ? [words.safeWays(contact.ways.map(words.way))] : []),
    ...(contact?.hours ? [words.safeHours(contact.hours)] : []),
  ]
}

function birthLines({ words, person }: Source): readonly PackageLine[] {
  const born = valueOf(person?.person?.facts?.born ?? NOTHING)
  const age = person?.ages.now
  return [
    ...plain(born === undefined ? undefined : words.partialDate(born)),
    ...(age === undefined ? [] : [{ text: words.age(age.min, age.max) }]),
  ]
}

function storyLines({ words, file }: Source): readonly PackageLine[] {
  return [
    ...plain(file.summary),
    ...file.timeline.flatMap((entry) =>
      entry.words === undefined
        ? []
        : [
            {
              text: entry.words.text,
              certainty: entry.certainty,
              when:
                entry.words.date === undefined ? entry.words.dateWords : words.partialDate(entry.words.date),
            },
          ],
    ),
  ]
}

/** Titles only: the things themselves go by hand, with their custody. */
function evidence(words: SendableWords, file: CaseFile, kinds: readonly string[]): readonly PackageLine[] {
  return file.evidence.flatMap((each) =>
    each.words !== undefined && kinds.includes(each.words.kind)
      ? [{ text: `${each.words.title} (${words.evidence(each.number)})` }]
      : [],
  )
}
