import { readCase, type CaseFile, type CasePerson } from '#src/modules/cases/index.ts'
import { readRounds } from '#src/modules/screening/index.ts'
import { openReport } from '#src/modules/intake/index.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { asStaff, type Context, type StaffContext } from '#src/platform/db/context.ts'
import { linesOf, maskOthers, type ExportSection, type PersonExport } from './person-export.ts'
import { findCaseHead, findOrgName, findReportCase, listReceivers } from './request-queries.ts'

type Rows = PersonExport['sections'][number]['rows']

export type ExportSubject = {
  readonly reportId: string | null
  readonly caseId: string | null
  /** Needed only where a case concerns several persons. */
  readonly personId?: string
}

/** What the reader's own body holds about one person, third persons masked. Each making is in the audit log. */
export async function exportPerson(ctx: Context, subject: ExportSubject): Promise<PersonExport> {
  const staff = asStaff(ctx)
  const head = subject.caseId === null ? undefined : await findCaseHead(ctx, subject.caseId)
  const file = head && (await readCase(staff, head.code, 'export', 'rights'))
  const own = file && personOf(file, subject.personId)
  // A report that somebody else wrote about this case is not the person's own words.
  const report = subject.reportId === null ? undefined : await findReportCase(ctx, subject.reportId)
  const opened = report && (await openReport(staff, report.id))
  const receivers = head ? await listReceivers(ctx, head.id) : []
  const sections: readonly { readonly section: ExportSection; readonly rows: Rows }[] = [
    { section: 'person', rows: own ? personRows(own) : [] },
    { section: 'report', rows: opened ? linesOf(opened.draft) : [] },
    ...(file ? caseSections(file) : []),
    { section: 'screening', rows: file && own ? await screeningRows(staff, file, own) : [] },
    {
      section: 'receivers',
      rows: receivers.map((each) => ({
        code: each.consent_basis,
        at: each.created_at.toISOString(),
        text: each.short_name,
      })),
    },
  ]
  await writeAudit(ctx, {
    verb: 'person.exported',
    subjectKind: own ? 'person' : 'report',
    subjectId: own?.person_id ?? subject.reportId,
    caseId: subject.caseId,
    reportId: subject.reportId,
  })
  const document: PersonExport = {
    preparedAt: ctx.now.toISOString(),
    body: await findOrgName(ctx, staff.actor.orgId),
    sections: sections.filter((section) => section.rows.length > 0),
  }
  const ownNames = [...(own?.person?.facts?.names ?? []), ...(opened?.draft.names ?? [])]
  return maskOthers(document, ownNames, file ? othersIn(file, own) : [])
}

/** What was answered about this one person in every round, the sentences for and against, and how it ended. */
async function screeningRows(ctx: StaffContext, file: CaseFile, own: CasePerson): Promise<Rows> {
  const rounds = await readRounds(ctx, file.row.id, own.person_id)
  return rounds.flatMap(({ round, sheet, first, second }): Rows => {
    const opinions = [first, second].flatMap((each) =>
      each ? [{ code: each.outcome, at: each.at.toISOString(), text: each.reason }] : [],
    )
    return [
      { code: round.state, at: round.created_at.toISOString(), text: String(round.round) },
      ...Object.entries(sheet.answers).map(([path, answer]) => ({ code: answer, text: path })),
      ...sheet.proofs.map(({ path, side, words }) => ({ code: side, text: `${path}: ${words}` })),
      ...opinions,
    ]
  })
}

/** The person concerned; undefined where the case concerns several and nobody said which. */
export function personOf(file: CaseFile, personId: string | undefined): CasePerson | undefined {
  const concerned = file.persons.filter((each) => each.roles.includes('concerned'))
  if (personId !== undefined) return file.persons.find((each) => each.person_id === personId)
  return concerned.length === 1 ? concerned[0] : undefined
}

function othersIn(file: CaseFile, own: CasePerson | undefined): readonly string[] {
  const persons = file.persons.filter((each) => each.person_id !== own?.person_id)
  return [
    ...persons.flatMap(({ person }) => [
      ...(person?.facts?.names ?? []),
      ...(person?.facts?.numbers ?? []),
      ...(person?.facts?.documents ?? []),
    ]),
    ...file.chain.flatMap((each) => (each.words ? [each.words.name] : [])),
    ...[...file.timeline, ...file.notes, ...file.messages].flatMap((each) => each.by_name ?? []),
  ]
}

function personRows(own: CasePerson): Rows {
  const { person } = own
  if (!person) return []
  return [
    ...(person.facts ? linesOf(person.facts) : []),
    ...linesOf({ sex: person.sex, nationality: person.nationality, originDistrict: person.originDistrict }),
    ...linesOf({
      roles: own.roles,
      category: own.category,
      phase: own.phase,
      placementWay: own.placement_way,
      sector: own.sector,
      documentStatus: own.document_status,
      socialSecurity: own.social_security,
    }),
  ]
}

type Dated = { readonly created_at: Date; readonly words: { readonly text: string } | undefined }

function dated(code: string, items: readonly Dated[]): Rows {
  return items.flatMap((item) =>
    item.words ? [{ code, at: item.created_at.toISOString(), text: item.words.text }] : [],
  )
}

/** Restricted notes stay with those who may read them; a general note is about the person and is handed over. */
function caseSections(file: CaseFile): readonly { readonly section: ExportSection; readonly rows: Rows }[] {
  return [
    {
      section: 'case',
      rows: linesOf({
        code: file.row.code,
        state: file.row.state,
        caseTypes: file.row.case_types,
        country: file.row.country,
        summary: file.summary,
        wish: file.wish?.words,
      }),
    },
    { section: 'timeline', rows: dated('fact', file.timeline) },
    {
      section: 'needs',
      rows: file.needs.map((need) => ({
        code: need.state,
        at: need.created_at.toISOString(),
        text: need.words?.label ?? need.kind,
      })),
    },
    {
      section: 'notes',
      rows: dated(
        'note',
        file.notes.filter((note) => note.class === 'general'),
      ),
    },
    {
      section: 'evidence',
      rows: file.evidence.flatMap((item) =>
        item.words
          ? [
              {
                code: 'evidence',
                at: item.created_at.toISOString(),
                text: `${item.words.title} (${item.words.kind})`,
              },
            ]
          : [],
      ),
    },
    { section: 'messages', rows: dated('message', file.messages) },
    {
      section: 'consents',
      rows: file.consents.map((consent) => ({
        code: consent.answer,
        at: consent.created_at.toISOString(),
        text: [consent.item, consent.reader_name ?? consent.reader_kind].join(' → '),
      })),
    },
  ]
}
