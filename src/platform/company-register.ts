// The invented list of placement companies of the demonstration; a real list is imported and never guessed.
import { readFile } from 'node:fs/promises'
import { guessMapping, readCompanyList } from '#src/domain/rulebook/offer/company-list.ts'
import type { CompanyRegister } from '#src/domain/rulebook/offer/company-register.ts'
import { readTable } from './spreadsheet/read-table.ts'

const DEMO_LIST = new URL('../../seeds/demo/p3mi-register.csv', import.meta.url)
/** The day that the invented list claims for itself. */
const DEMO_DAY = '2026-11-01'

/** Throws when the file is wrong. */
export async function loadDemoRegister(): Promise<CompanyRegister> {
  const table = await readTable(await readFile(DEMO_LIST))
  const read = table.kind === 'table' ? readCompanyList(table.rows, guessMapping(table.rows)) : table
  if (read.kind !== 'list') throw new Error(`the list of companies of the demonstration: ${read.kind}`)
  return { asOf: DEMO_DAY, source: 'demonstration', companies: read.companies }
}
