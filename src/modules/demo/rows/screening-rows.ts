import type { CaseType } from '#src/domain/cases/case-types.ts'
import type { DemoCase } from '#src/domain/demo/demo-world.ts'
import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import type { ScreeningOutcome } from '#src/domain/screening/lifecycle.ts'
import type { Proof, SheetStep } from '#src/domain/screening/sheet.ts'
import { rulebookVersion } from '#src/modules/screening/index.ts'
import type { Batch } from '../batch.ts'
import { demoId } from '../demo-id.ts'
import { notAfter, type Account, type Scenery } from '../scenery.ts'
import { concernedIn, type CaseInWork } from './case-file.ts'

/** What a screening of the demonstration shows, in the order in which the cases get it. */
const SHOWN = ['waits-for-second', 'agreed-yes', 'unclear-then-again'] as const
type Shown = (typeof SHOWN)[number]

const ACT = 'elements.act.recruitment'
const MEANS = 'elements.means.fraud'
const PURPOSE = 'elements.purpose.forcedLabour'

/** A screening where this case is one of the three that show it. One person, one sheet; two people for a yes. */
export function addScreening(batch: Batch, scenery: Scenery, file: CaseInWork): void {
  const shown = shownIn(scenery, file.case)
  const second = scenery.supervisor(file.case.organisation)
  const person = concernedIn(file)
  if (shown === undefined || second === undefined || person === undefined) return
  const story = { batch, scenery, file, personId: person.id, second }
  if (shown === 'waits-for-second') addRound(story, 1, { first: 'yes' })
  if (shown === 'agreed-yes') addRound(story, 1, { first: 'yes', second: 'yes' })
  if (shown === 'unclear-then-again') {
    addRound(story, 1, { first: 'yes', second: 'no' })
    addRound(story, 2, { first: 'unclear' })
  }
}

/** Behind these a desk asks whether it is trafficking. */
const ASKED_OF: readonly CaseType[] = ['TPPO', 'FORCED_LABOUR', 'UNPAID_WAGES', 'DOCS_WITHHELD', 'UNDERPAID']

/** The newest open cases of exploitation of the body that visitors see first. */
function shownIn(scenery: Scenery, made: DemoCase): Shown | undefined {
  const fit = scenery.world.cases
    .filter(
      (each) =>
        each.types.some((type) => ASKED_OF.includes(type)) && each.organisation === 'kjri-johor-bahru',
    )
    .filter(
      (each) =>
        each.protection === undefined &&
        each.closing === undefined &&
        each.agencyClosing === undefined &&
        each.people.some((person) => person.roles.includes('concerned')),
    )
    .slice(-SHOWN.length)
  return SHOWN[fit.findIndex((each) => each.key === made.key)]
}

type Story = {
  readonly batch: Batch
  readonly scenery: Scenery
  readonly file: CaseInWork
  readonly personId: string
  readonly second: Account
}
type Opinions = { readonly first: ScreeningOutcome; readonly second?: ScreeningOutcome }

function addRound(story: Story, round: number, opinions: Opinions): void {
  const { batch, scenery, file, personId, second } = story
  const on = (days: number): Date =>
    notAfter(addMilliseconds(file.case.openedAt, (round * 3 + days) * DAY), scenery.world.until)
  const id = demoId(`screening ${file.caseId} ${round}`, file.case.openedAt)
  const { reasons } = scenery.material.lines.screenings
  const seal = (which: 'first' | 'second', outcome: ScreeningOutcome): Buffer =>
    file.key.sealJson(`screenings.${which}_sealed/${id}`, { reason: reasons[outcome] })
  const state = stateOf(opinions)
  batch.add('app.screenings', {
    id,
    created_at: on(0),
    case_id: file.caseId,
    person_id: personId,
    org_id: file.lead.id,
    started_by: file.officer.id,
    round,
    state,
    answered_at: on(0),
    first_screener: file.officer.id,
    first_outcome: opinions.first,
    first_at: on(1),
    first_sealed: seal('first', opinions.first),
    second_screener: opinions.second === undefined ? null : second.id,
    second_outcome: opinions.second ?? null,
    second_at: opinions.second === undefined ? null : on(2),
    second_sealed: opinions.second === undefined ? null : seal('second', opinions.second),
    outcome_agreed: agreedIn(opinions),
    rulebook_version: rulebookVersion(),
    key_id: file.key.id,
    version: 3,
  })
  addStep(story, id, on(0))
  const about = { subjectKind: 'screening', subjectId: id, caseId: file.caseId }
  batch.tell({ ...about, at: on(0), by: file.officer, verb: 'screening.started', details: { round } })
  batch.tell({ ...about, at: on(1), by: file.officer, verb: 'screening.concluded', details: { state } })
  if (opinions.second !== undefined)
    batch.tell({
      ...about,
      at: on(2),
      by: second,
      verb: state === 'agreed' ? 'screening.agreed' : 'screening.differed',
    })
}

/** An unclear needs nobody else; a yes waits for a second person; two that differ stay side by side. */
function stateOf({ first, second }: Opinions): 'unclear' | 'second-opinion' | 'agreed' | 'not-agreed' {
  if (first === 'unclear') return 'unclear'
  if (second === undefined) return 'second-opinion'
  return first === second ? 'agreed' : 'not-agreed'
}

function agreedIn(opinions: Opinions): ScreeningOutcome | null {
  if (stateOf(opinions) === 'second-opinion') return null
  return opinions.first === opinions.second ? opinions.first : 'unclear'
}

/** What was answered, with the sentence for each yes and one that speaks against. */
function addStep({ batch, scenery, file }: Story, screeningId: string, at: Date): void {
  const { act, means, purpose, contrary, by } = scenery.material.lines.screenings
  const proof = (path: string, words: string, side: Proof['side'] = 'for'): Proof => ({
    path,
    side,
    words,
    source: { kind: 'told', by },
  })
  const step: SheetStep = {
    answers: {
      [ACT]: 'yes',
      [MEANS]: 'yes',
      [PURPOSE]: 'yes',
      'elements.means.confinement': 'unknown',
      'elements.means.violence': 'no',
      'elements.consented': 'yes',
    },
    proofs: [
      proof(ACT, act),
      proof(MEANS, means),
      proof(PURPOSE, purpose),
      proof(MEANS, contrary, 'against'),
    ],
  }
  const id = demoId(`screening step ${screeningId}`, at)
  batch.add('app.screening_answers', {
    id,
    created_at: at,
    screening_id: screeningId,
    case_id: file.caseId,
    org_id: file.lead.id,
    by_staff: file.officer.id,
    number: 2,
    key_id: file.key.id,
    sealed: file.key.sealJson(`screening_answers.sealed/${id}`, step),
  })
  batch.tell({
    at,
    by: file.officer,
    verb: 'screening.answered',
    subjectKind: 'screening',
    subjectId: screeningId,
    caseId: file.caseId,
    details: { questions: Object.keys(step.answers).length },
  })
}
