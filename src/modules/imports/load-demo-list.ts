import { SAMPLE_LIST } from '#src/domain/imports/sample-list.ts'
import { asStaff, runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findDemoSupervisor } from './demo-queries.ts'
import type { ListWords } from './make-case.ts'
import { openList, saidOfList } from './open-list.ts'
import { chooseSheet, sayColumns, sayValues, startOldList } from './prepare-list.ts'
import { runList } from './run-list.ts'
import { startRun } from './start-run.ts'

/** One finished list in the demonstration, once: through the same steps as any other. */
export async function loadDemoOldList(platform: Platform, words: ListWords): Promise<void> {
  const found = await runAs(platform, { kind: 'keeper' }, findDemoSupervisor)
  if (found === undefined) return
  const actor: StaffActor = { kind: 'staff', ...found, roles: ['supervisor'] }
  const id = await runAs(platform, actor, (ctx) => startDemo(asStaff(ctx)))
  await runList(platform, id, words)
}

async function startDemo(ctx: StaffContext): Promise<string> {
  const bytes = new TextEncoder().encode(SAMPLE_LIST.map((row) => row.map(quoted).join(',')).join('\n'))
  const id = await startOldList(ctx, { bytes, format: 'csv', source: 'Buku kasus 2019' })
  await chooseSheet(ctx, id, { sheet: 0, headingRow: 0, seen: 1 })
  const { mapping } = saidOfList((await openList(ctx, id)).said)
  const uses = Object.fromEntries(Object.values(mapping.uses).map((use, at) => [at, use]))
  await sayColumns(ctx, id, { seen: 2, uses, order: 'day-first' })
  const values = { status: { dipulangkan: 'settled', arsip: '' }, 'jenis kasus': { 'gaji macet': '' } }
  await sayValues(ctx, id, { seen: 3, values })
  await startRun(ctx, id, { seen: 4, known: 'skip' })
  return id
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell
}
