// The dated list of licensed placement companies. Only the fictional one of the demonstration is delivered; a real
// list is imported by the ministry and never guessed.
import { readFileSync } from 'node:fs'
import { readRegisterCsv, type CompanyRegister } from '#src/domain/rulebook/offer/company-register.ts'

const DEMO_LIST = new URL('../../seeds/demo/p3mi-register.csv', import.meta.url)
/** The day that the invented list claims for itself. */
const DEMO_DAY = '2026-11-01'

let demo: CompanyRegister | undefined

/** Throws when the file is wrong. */
export function loadDemoRegister(): CompanyRegister {
  if (demo !== undefined) return demo
  const read = readRegisterCsv(readFileSync(DEMO_LIST, 'utf8'))
  if (read.kind === 'faults')
    throw new Error(`wrong lines in the list of companies: ${read.lines.join(', ')}`)
  demo = { asOf: DEMO_DAY, source: 'demonstration', companies: read.companies }
  return demo
}
