import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { loadDemoRegister } from '#src/platform/company-register.ts'
import { runAs } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { hasRegister, insertRegister, waitForRegisters } from './register-queries.ts'

/** The invented list, once, where there is no list at all. */
export async function loadDemoList(platform: Platform): Promise<void> {
  const demo = await loadDemoRegister()
  await runAs(platform, { kind: 'keeper' }, async (ctx) => {
    await waitForRegisters(ctx)
    if (await hasRegister(ctx)) return
    const id = ctx.newId()
    await insertRegister(ctx, {
      ...demo,
      id,
      kind: 'demonstration',
      headings: {},
      importedBy: null,
    })
    await writeJournal(ctx, {
      verb: 'company-register.loaded',
      subjectKind: 'company-register',
      subjectId: id,
      details: { companies: demo.companies.length },
    })
  })
}
