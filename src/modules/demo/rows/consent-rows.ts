import type { ConsentItem } from '#src/domain/cases/codes.ts'
import type { Consent } from '#src/domain/disclosure/consent.ts'
import { addMilliseconds, HOUR } from '#src/domain/kernel/instant.ts'
import { consentsOf } from '#src/modules/reports/index.ts'
import type { Batch } from '../batch.ts'
import { concernedIn, type CaseInWork } from './case-file.ts'
import { demoId } from '../demo-id.ts'
import type { Body, Scenery } from '../scenery.ts'

/** What the person said about sharing, item by item; also what the own report allowed. Returns it all. */
export function addConsents(batch: Batch, scenery: Scenery, file: CaseInWork): readonly Consent[] {
  const said = file.case.consents.flatMap((consent) => {
    const first: Consent = {
      item: consent.item,
      scope: { kind: 'everyone' },
      answer: consent.answer,
      givenBy: consent.givenBy,
      at: consent.at,
    }
    const back = consent.withdrawnAt
    return back === undefined || back > scenery.world.until
      ? [first]
      : [first, { ...first, answer: 'no' as const, at: back }]
  })
  for (const consent of said) addConsent(batch, file, consent, 'case')
  if (said.length > 0)
    batch.tell({
      at: said[0]!.at,
      by: file.officer,
      verb: 'consent.recorded',
      subjectKind: 'case',
      subjectId: file.caseId,
      caseId: file.caseId,
      details: { items: said.length },
    })
  return [...said, ...ofTheReport(file)]
}

function addConsent(batch: Batch, file: CaseInWork, consent: Consent, asked: string): void {
  const { scope } = consent
  batch.add('app.consents', {
    id: demoId(`consent ${file.caseId} ${asked} ${consent.item} ${consent.answer}`, consent.at),
    created_at: consent.at,
    case_id: file.caseId,
    person_id: consent.givenBy === 'person' ? (concernedIn(file)?.id ?? null) : null,
    org_id: file.lead.id,
    item: consent.item,
    reader_kind: scope.kind === 'readers' ? scope.of : 'everyone',
    reader_org: scope.kind === 'body' ? scope.bodyId : null,
    answer: consent.answer,
    given_by: consent.givenBy === 'guardian' ? 'guardian' : 'self',
    how: consent.answer === 'not-asked' ? 'not-asked-yet' : 'spoken',
    language: 'id',
    by_staff: file.officer.id,
  })
}

/** Somebody else's report opens nothing of the person's. */
function ofTheReport(file: CaseInWork): readonly Consent[] {
  if (file.report.joinedAs !== 'concerned') return []
  return consentsOf(file.case.report.draft.mayShare).map((given) => ({
    item: given.item,
    scope: given.reader === 'everyone' ? { kind: 'everyone' } : { kind: 'readers', of: given.reader },
    answer: given.answer,
    givenBy: 'person',
    at: file.case.report.receivedAt,
  }))
}

/** The officer asked once more, about this one body; a person who wanted nothing shared was not asked again. */
export function askForBody(
  batch: Batch,
  file: CaseInWork,
  asked: {
    readonly need: string
    readonly to: Body
    readonly items: readonly ConsentItem[]
    readonly at: Date
  },
): readonly Consent[] {
  const refused = file.case.consents.filter((each) => each.answer === 'no').map((each) => each.item)
  if (refused.includes('name') && refused.includes('needs')) return []
  const given = asked.items.map((item): Consent => ({
    item,
    scope: { kind: 'body', bodyId: asked.to.id },
    answer: 'yes',
    givenBy: file.case.consents.some((each) => each.givenBy === 'guardian') ? 'guardian' : 'person',
    at: addMilliseconds(asked.at, -HOUR / 4),
  }))
  for (const consent of given) addConsent(batch, file, consent, asked.need)
  return given
}
