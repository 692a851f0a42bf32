import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import type { DataKey } from '#src/platform/crypto/vault.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { agesOf, listPersons, type Ages, type Person } from '#src/modules/people/index.ts'
import { findCaseByCode, findFile, findOrganisation, type CaseRow } from './case-queries.ts'
import * as items from './items/item-queries.ts'
import type {
  SealedActor,
  SealedCustody,
  SealedEntry,
  SealedEvidence,
  SealedIncident,
  SealedNeed,
  SealedSummary,
  SealedText,
  SealedWish,
} from './sealed.ts'

/** Why a file is opened; it stays in the audit log. */
export type Purpose = 'work' | 'print' | 'review' | 'export'

type Rows<T extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<ReturnType<T>>[number]
type Opened<Row, Words> = Omit<Row, 'sealed' | 'key_id'> & { readonly words: Words | undefined }

export type CasePerson = Rows<typeof items.listCasePersons> & {
  readonly person: Person | undefined
  readonly ages: Ages
}

/** One case as this reader may see it: what the policies hide is not here, and nothing says that it is missing. */
export type CaseFile = {
  readonly row: Omit<CaseRow, 'summary_sealed' | 'wish_sealed' | 'key_id' | 'urgency'> & {
    readonly urgency: Urgency
  }
  readonly file: NonNullable<Awaited<ReturnType<typeof findFile>>>
  /** The body of the reader. */
  readonly orgId: string
  readonly leadName: string
  readonly summary: string | undefined
  readonly wish: SealedWish | undefined
  readonly persons: readonly CasePerson[]
  readonly timeline: readonly Opened<Rows<typeof items.listTimeline>, SealedEntry>[]
  readonly chain: readonly Opened<Rows<typeof items.listChain>, SealedActor>[]
  readonly needs: readonly Opened<Rows<typeof items.listNeeds>, SealedNeed>[]
  readonly notes: readonly Opened<Rows<typeof items.listNotes>, SealedText>[]
  readonly tasks: readonly Opened<Rows<typeof items.listTasks>, SealedText>[]
  readonly evidence: readonly Opened<Rows<typeof items.listEvidence>, SealedEvidence>[]
  readonly custody: readonly Opened<Rows<typeof items.listCustody>, SealedCustody>[]
  readonly attempts: readonly Opened<Rows<typeof items.listAttempts>, SealedText>[]
  readonly consents: Awaited<ReturnType<typeof items.listConsents>>
  readonly messages: readonly Opened<Rows<typeof items.listMessages>, SealedText>[]
  readonly reports: Awaited<ReturnType<typeof items.listReportsOf>>
  readonly related: Awaited<ReturnType<typeof items.listRelated>>
  readonly incident: { readonly id: string; readonly name: string } | undefined
}

/**
 * Opens one case file: the only door to it, recorded each time. NotFoundError both for a case that does not exist and for
 * one that this reader may not know of.
 */
export async function readCase(
  ctx: StaffContext,
  code: string,
  purpose: Purpose,
  detail = '',
): Promise<CaseFile> {
  const row = await getCaseRow(ctx, code)
  await writeAudit(ctx, {
    verb: 'case.opened',
    subjectKind: 'case',
    subjectId: row.id,
    caseId: row.id,
    details: { purpose, part: detail },
  })
  const file = await findFile(ctx, row.id, ctx.actor.orgId)
  if (!file) throw new NotFoundError('case.not-found')
  const raw = await loadItems(ctx, row)
  const keys = await loadKeys(ctx, keyIdsOf(row, raw))
  const open = opener(keys)
  // Who accepted a need reads what was sent, not the story that the leading body was told.
  const leads = row.lead_org === ctx.actor.orgId
  const { summary_sealed: summary, wish_sealed: wish, key_id: keyId, ...rest } = row
  return {
    row: { ...rest, urgency: row.urgency as Urgency },
    file,
    orgId: ctx.actor.orgId,
    leadName: (await findOrganisation(ctx, row.lead_org)).short_name,
    summary: leads ? open<SealedSummary>(keyId, summary, `cases.summary_sealed/${row.id}`)?.text : undefined,
    wish: leads ? open<SealedWish>(keyId, wish, `cases.wish_sealed/${row.id}`) : undefined,
    persons: await openPersons(ctx, raw.persons),
    timeline: raw.timeline.map((item) => opened<typeof item, SealedEntry>(open, 'timeline_entries', item)),
    chain: raw.chain.map((item) => opened<typeof item, SealedActor>(open, 'case_actors', item)),
    needs: raw.needs.map((item) => opened<typeof item, SealedNeed>(open, 'needs', item)),
    notes: raw.notes.map((item) => opened<typeof item, SealedText>(open, 'notes', item)),
    tasks: raw.tasks.map((item) => opened<typeof item, SealedText>(open, 'tasks', item)),
    evidence: raw.evidence.map((item) => opened<typeof item, SealedEvidence>(open, 'evidence', item)),
    custody: raw.custody.map((item) => opened<typeof item, SealedCustody>(open, 'custody', item)),
    attempts: raw.attempts.map((item) => opened<typeof item, SealedText>(open, 'contact_attempts', item)),
    messages: raw.messages.map((item) => openedMessage(keys, item)),
    consents: raw.consents,
    reports: raw.reports,
    related: raw.related,
    incident: raw.incident && {
      id: raw.incident.id,
      name:
        open<SealedIncident>(raw.incident.key_id, raw.incident.sealed, `incidents.sealed/${raw.incident.id}`)
          ?.name ?? '',
    },
  }
}

/** The row of a case that the reader may open; not an opening in itself. */
export async function getCaseRow(ctx: StaffContext, code: string): Promise<CaseRow> {
  const row = await findCaseByCode(ctx, code)
  if (!row) throw new NotFoundError('case.not-found')
  return row
}

async function loadItems(ctx: StaffContext, row: CaseRow) {
  return {
    persons: await items.listCasePersons(ctx, row.id),
    timeline: await items.listTimeline(ctx, row.id),
    chain: await items.listChain(ctx, row.id),
    needs: await items.listNeeds(ctx, row.id),
    notes: await items.listNotes(ctx, row.id),
    tasks: await items.listTasks(ctx, row.id),
    evidence: await items.listEvidence(ctx, row.id),
    custody: await items.listCustody(ctx, row.id),
    attempts: await items.listAttempts(ctx, row.id),
    messages: await items.listMessages(ctx, row.id),
    consents: await items.listConsents(ctx, row.id),
    reports: await items.listReportsOf(ctx, row.id),
    related: await items.listRelated(ctx, row.id, row.incident_id),
    incident: row.incident_id ? await items.findIncident(ctx, row.incident_id) : undefined,
  }
}

type RawItems = Awaited<ReturnType<typeof loadItems>>
type Open = <T>(
  keyId: string | null,
  sealed: Buffer | null,
  place: `${string}.${string}/${string}`,
) => T | undefined

function keyIdsOf(row: CaseRow, raw: RawItems): readonly string[] {
  const lists = [
    raw.timeline,
    raw.chain,
    raw.needs,
    raw.notes,
    raw.tasks,
    raw.evidence,
    raw.custody,
    raw.attempts,
    raw.messages,
  ]
  const ids = lists.flat().map((item) => item.key_id)
  return [row.key_id, raw.incident?.key_id, ...ids].filter((id) => id !== null && id !== undefined)
}

/** A destroyed key opens nothing: what it sealed is erased and simply not there. */
function opener(keys: ReadonlyMap<string, DataKey>): Open {
  return (keyId, sealed, place) =>
    keyId === null || sealed === null ? undefined : keys.get(keyId)?.openJson(place, sealed)
}

function opened<
  Row extends { readonly id: string; readonly key_id: string | null; readonly sealed: Buffer | null },
  Words,
>(open: Open, table: string, item: Row): Opened<Row, Words> {
  const { sealed, key_id: keyId, ...rest } = item
  return { ...rest, words: open<Words>(keyId, sealed, `${table}.sealed/${item.id}`) }
}

/** Messages are sealed as plain text: the follow page reads and writes the same box. */
function openedMessage(
  keys: ReadonlyMap<string, DataKey>,
  item: RawItems['messages'][number],
): Opened<RawItems['messages'][number], SealedText> {
  const { sealed, key_id: keyId, ...rest } = item
  const text = keys.get(keyId)?.openText(`messages.sealed/${item.id}`, sealed)
  return { ...rest, words: text === undefined ? undefined : { text } }
}

async function openPersons(ctx: StaffContext, rows: RawItems['persons']): Promise<readonly CasePerson[]> {
  const persons = await listPersons(
    ctx,
    rows.map((row) => row.person_id),
  )
  const concernedFirst = rows.toSorted(
    (a, b) => Number(b.roles.includes('concerned')) - Number(a.roles.includes('concerned')),
  )
  return concernedFirst.map((row) => {
    const person = persons.find((each) => each.id === row.person_id)
    const ages = person?.facts ? agesOf(person.facts, ctx.now) : { now: undefined, atDeparture: undefined }
    return { ...row, person, ages }
  })
}
