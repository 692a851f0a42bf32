import { createHash } from 'node:crypto'
import { checkItem, dueDayOf } from '#src/domain/agreements/items.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import {
  loadAgreementFile,
  type AgreementFile,
  type AgreementRecord,
} from '#src/platform/law/agreement-files.ts'
import type { Platform } from '#src/platform/platform.ts'
import {
  followDelivery,
  insertAgreement,
  listDelivered,
  propose,
  waitForLoader,
} from './agreement-queries.ts'
import type { AgreementFacts } from './agreement-types.ts'
import {
  insertItem,
  insertStep,
  listItems,
  listSteps,
  updateDeliveredStep,
  updateItem,
} from './part-queries.ts'

export type LoadedAgreements = { readonly added: number; readonly changed: number; readonly proposed: number }

/** At every start: brings the delivered agreements in. Running it again changes nothing. */
export async function loadAgreements(platform: Platform): Promise<LoadedAgreements> {
  return runAs(platform, { kind: 'keeper' }, (ctx) => bringInAgreements(ctx, loadAgreementFile()))
}

/** What nobody touched follows the file; what was edited here stays, and the newer text waits as a proposal. */
export async function bringInAgreements(
  ctx: Context,
  file: Pick<AgreementFile, 'agreements'>,
): Promise<LoadedAgreements> {
  await waitForLoader(ctx)
  const stored = new Map((await listDelivered(ctx)).map((row) => [row.slug, row]))
  const count = { added: 0, changed: 0, proposed: 0 }
  let last: string | undefined
  for (const record of file.agreements) {
    const hash = hashOf(record)
    const row = stored.get(record.id)
    if (row && (row.reference_hash === hash || row.proposed_hash === hash)) continue
    last = row?.id ?? ctx.newId()
    if (!row) await addRecord(ctx, last, record, hash)
    else if (row.edited_at === null) await takeRecord(ctx, last, record, hash)
    else await propose(ctx, { id: last, hash }, record)
    count[!row ? 'added' : row.edited_at === null ? 'changed' : 'proposed'] += 1
  }
  if (last)
    await writeJournal(ctx, {
      verb: 'agreement.loaded',
      subjectKind: 'agreement',
      subjectId: last,
      details: count,
    })
  return count
}

async function addRecord(ctx: Context, id: string, record: AgreementRecord, hash: string): Promise<void> {
  const facts = { ...factsIn(record), isPublic: true }
  await insertAgreement(ctx, { id, slug: record.id, facts, stage: record.stage, by: { hash } })
  await takeParts(ctx, id, record)
}

/** The whole record as delivered; what officers added of their own stays beside it. */
export async function takeRecord(
  ctx: Context,
  id: string,
  record: AgreementRecord,
  hash: string,
): Promise<void> {
  await followDelivery(ctx, { id, hash, stage: record.stage }, factsIn(record))
  await takeParts(ctx, id, record)
}

async function takeParts(ctx: Context, agreementId: string, record: AgreementRecord): Promise<void> {
  const steps = new Set((await listSteps(ctx, agreementId)).map(({ key }) => key))
  for (const [at, { key, stage, on, reason, citation }] of record.steps.entries()) {
    const from = record.steps[at - 1]?.stage ?? null
    const step = {
      agreementId,
      from,
      stage,
      on,
      reasonId: reason.id,
      reasonEn: reason.en,
      citation,
      by: { key },
    }
    await (steps.has(key) ? updateDeliveredStep(ctx, key, step) : insertStep(ctx, step))
  }
  const items = new Map((await listItems(ctx, [agreementId])).map((item) => [item.key, item]))
  for (const { key, kind, content: given } of record.items) {
    const checked = checkItem(kind, given, today(ctx))
    if (checked.kind === 'wrong') throw new Error(`agreement ${record.id}: ${key} is wrong`)
    const { content } = checked
    const dueOn = dueDayOf(kind, content)
    const old = items.get(key)
    if (old) await updateItem(ctx, old, { content, dueOn, note: old.note, struck: false })
    else
      await insertItem(ctx, { id: ctx.newId(), agreementId, kind, content, dueOn, note: null, by: { key } })
  }
  const delivered = new Set(record.items.map(({ key }) => key))
  for (const [key, item] of items)
    if (key !== null && !delivered.has(key) && !item.struck)
      await updateItem(ctx, item, { ...item, struck: true })
}

function today(ctx: Context): string {
  return ctx.now.toISOString().slice(0, 10)
}

function factsIn(record: AgreementRecord): Omit<AgreementFacts, 'isPublic'> {
  const { title, aim, note } = record
  return {
    titleId: title.id,
    titleEn: title.en,
    type: record.type,
    states: record.states,
    bodies: record.bodies,
    subjects: record.subjects,
    purposes: record.purposes,
    aimId: aim?.id ?? null,
    aimEn: aim?.en ?? null,
    instrument: record.instrument,
    form: record.form,
    field: record.field,
    model: record.model,
    citation: record.citation,
    url: record.url,
    confidence: record.confidence,
    noteId: note?.id ?? null,
    noteEn: note?.en ?? null,
  }
}

function hashOf(record: AgreementRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url')
}
