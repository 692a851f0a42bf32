import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What no code, type or function of the domain may say: these are a person's own or a court's to say. */
const NEVER = [
  /is-?victim\b/i,
  /\bvictim-(yes|no|true|false|confirmed)\b/i,
  /refuse-?departure/i,
  /deny-?departure/i,
  /\b(stop|block|forbid|hold-?back)-?(the-?)?(departure|travell?er)\b/i,
  /\b(not-?(allowed|cleared)|cleared)-?to-?(leave|depart|travel)\b/i,
  /return-?the-?person/i,
  /must-?return\b/i,
  /\billegal-(person|worker|migrant)/i,
]

/** Time and chance come in from outside. */
const IMPURE = [/Date\.now\(/, /new Date\(\)/, /Math\.random\(/, /process\.env/, /from 'node:/]

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
)

describe('the domain', () => {
  it('has no word for deciding who is a victim, who may not leave, or who must go back', () => {
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      for (const never of NEVER) expect(never.test(text), `${file} ${never}`).toBe(false)
    }
  })

  it('asks neither the clock nor chance nor the machine', () => {
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      for (const impure of IMPURE) expect(impure.test(text), `${file} ${impure}`).toBe(false)
    }
  })
})
