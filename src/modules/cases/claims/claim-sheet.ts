import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { StaleVersionError } from '#src/platform/errors.ts'
import { inCase } from '../items/write-item.ts'
import { findSheet, insertSheet, updateSheet } from './claim-queries.ts'

export type ClaimQuestion = 'social-security' | 'placement-cost' | 'wages' | 'restitution'

/** What was filled in, by field of the form. */
export type ClaimValues = Readonly<Record<string, readonly string[]>>

export type ClaimSheet = {
  readonly version: number
  readonly values: ClaimValues
  readonly changedAt: Date
  readonly by: string
}

/**
 * The sheet that the reader's body keeps for a case. Not an opening in itself: the case is opened by readCase. Undefined
 * when nothing was filled in, and when the key was destroyed.
 */
export async function findClaimSheet(
  ctx: StaffContext,
  caseId: string,
  question: ClaimQuestion,
): Promise<ClaimSheet | undefined> {
  const row = await findSheet(ctx, caseId, ctx.actor.orgId, question)
  if (!row) return undefined
  const key = (await loadKeys(ctx, [row.key_id])).get(row.key_id)
  if (!key) return undefined
  return {
    version: row.version,
    values: key.openJson<ClaimValues>(`claim_sheets.sealed/${row.id}`, row.sealed),
    changedAt: row.changed_at,
    by: row.by_name,
  }
}

/**
 * Keeps what was filled in. `version` is the one that the writer saw, 0 for none; StaleVersionError with the sheet that
 * stands there now when a colleague kept it meanwhile.
 */
export async function keepClaimSheet(
  ctx: StaffContext,
  sheet: {
    readonly code: string
    readonly question: ClaimQuestion
    readonly version: number
    readonly values: ClaimValues
  },
): Promise<void> {
  await inCase(ctx, sheet.code, async ({ key, caseId, orgId, staffId }) => {
    const { question, version, values } = sheet
    const before = await findSheet(ctx, caseId, orgId, question)
    const id = before?.id ?? ctx.newId()
    const sealed = key.sealJson(`claim_sheets.sealed/${id}`, values)
    const kept =
      before === undefined
        ? await insertSheet(ctx, { id, caseId, orgId, question, staffId, keyId: key.id, sealed })
        : await updateSheet(ctx, { id, staffId, version, sealed })
    if (!kept)
      throw new StaleVersionError('claim.changed-meanwhile', await findClaimSheet(ctx, caseId, question))
    return {
      verb: 'claim-sheet.kept',
      subjectKind: 'claim-sheet',
      subjectId: id,
      details: { question },
      result: undefined,
    }
  })
}
