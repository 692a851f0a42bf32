import { differencesOf, type OldCase, type OldRow } from '#src/domain/imports/read-list.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { findEarlier, listWorkedOn, type EarlierRow } from './import-queries.ts'
import { openList, ownKeyOf, readList, saidOfList, type ListSaid, type ListReading } from './open-list.ts'
import type { SealedImport } from './import-queries.ts'

/** A case that an earlier list made from the row with the same own number. */
export type KnownCase = {
  readonly rowId: string
  readonly caseId: string
  readonly personId: string | null
  readonly code: string
  readonly before: OldCase
  /** Somebody worked on it since: no list changes it. */
  readonly touched: 'touched' | 'untouched'
}

export type DryRow = OldRow & {
  readonly becomes: 'made' | 'same' | 'differs' | 'touched' | 'left'
  readonly code?: string
  readonly differs: readonly (keyof OldCase)[]
  readonly before?: OldCase
}

export type DryRun = ListReading & {
  readonly row: SealedImport
  readonly said: ListSaid
  readonly dry: readonly DryRow[]
  readonly counts: Readonly<Record<DryRow['becomes'], number>>
}

/** Every row as it would become, with what is known already; nothing is written but that somebody looked. */
export async function dryRunList(ctx: StaffContext, id: string): Promise<DryRun> {
  const { row, sheets, said: maybe } = await openList(ctx, id)
  const said = saidOfList(maybe)
  const view = readList(ctx, sheets, said)
  const known = await findKnown(ctx, view.reading.rows)
  const dry = view.reading.rows.map((each) => judge(each, known.get(each.row)))
  const counts = { made: 0, same: 0, differs: 0, touched: 0, left: 0 }
  for (const { becomes } of dry) counts[becomes] += 1
  await writeAudit(ctx, {
    verb: 'old-list.tried',
    subjectKind: 'old-list',
    subjectId: id,
    details: { rows: dry.length, left: counts.left },
  })
  return { ...view, row, said, dry, counts }
}

function judge(row: OldRow, known: KnownCase | undefined): DryRow {
  if (row.faults.length > 0) return { ...row, becomes: 'left', differs: [] }
  if (known === undefined) return { ...row, becomes: 'made', differs: [] }
  const { code, before } = known
  const differs = differencesOf(before, row.told)
  const changed = known.touched === 'touched' ? 'touched' : 'differs'
  return { ...row, code, before, differs, becomes: differs.length === 0 ? 'same' : changed }
}

/** By the number that the body itself gave; a row without one is never the same as another. */
export async function findKnown(
  ctx: StaffContext,
  rows: readonly OldRow[],
): Promise<ReadonlyMap<number, KnownCase>> {
  const keys = new Map<number, Buffer>()
  for (const { row, told } of rows)
    if (told.ownNumber !== undefined) keys.set(row, ownKeyOf(ctx, told.ownNumber))
  const earlier = await findEarlier(ctx, [...keys.values()])
  const touched = await listWorkedOn(
    ctx,
    earlier.map(({ id }) => id),
  )
  const dataKeys = await loadKeys(
    ctx,
    earlier.map(({ key_id }) => key_id),
  )
  const byKey = new Map(
    earlier.flatMap((each) => {
      const key = dataKeys.get(each.key_id)
      if (!key) return []
      const before = key.openJson<OldCase>(`list_import_rows.sealed/${each.id}`, each.sealed)
      const mark = touched.has(each.id) ? ('touched' as const) : ('untouched' as const)
      return [[each.own_key.toString('hex'), knownOf(each, before, mark)] as const]
    }),
  )
  return new Map(
    [...keys].flatMap(([row, key]) => {
      const found = byKey.get(key.toString('hex'))
      return found === undefined ? [] : [[row, found] as const]
    }),
  )
}

function knownOf(row: EarlierRow, before: OldCase, touched: KnownCase['touched']): KnownCase {
  return {
    rowId: row.id,
    caseId: row.case_id,
    personId: row.person_id,
    code: row.code,
    before,
    touched,
  }
}
