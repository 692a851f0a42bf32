import { loadDemoClauses } from '#src/platform/demo-clauses.ts'
import { runAs } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findDrafter, hasTexts } from './clause-queries.ts'
import { createText } from './write-text.ts'

/** The invented texts, once, where there are none at all: kept by the drafter of the demonstration as if by hand. */
export async function loadDemoTexts(platform: Platform): Promise<void> {
  const drafter = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasTexts(ctx)) ? undefined : findDrafter(ctx),
  )
  if (drafter === undefined) return
  const actor = { kind: 'staff' as const, staffId: drafter.id, orgId: drafter.org_id, roles: ['law-drafter'] }
  const texts = await loadDemoClauses()
  await runAs(platform, actor, async (ctx) => {
    for (const text of texts) await createText(ctx, text)
  })
}
