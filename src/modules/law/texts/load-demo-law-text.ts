import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { readDemoLawText } from '#src/platform/demo-law-text.ts'
import { inspectOfficialText } from '#src/platform/files/inspect-official-text.ts'
import type { Platform } from '#src/platform/platform.ts'
import { demoReaders } from './text-queries.ts'
import { confirmText, storeText } from './write-text.ts'

const INSTRUMENT = 'id-uu-18-2017'

/** One text that says of itself that it is no law, once, where there is none at all: brought and read by two drafters. */
export async function loadDemoLawText(platform: Platform): Promise<void> {
  const { there, drafters } = await runAs(platform, { kind: 'keeper' }, demoReaders)
  const [first, second] = drafters.map((each): StaffActor => ({
    kind: 'staff',
    staffId: each.id,
    orgId: each.org_id,
    roles: ['law-drafter'],
  }))
  if (there || !first || !second) return
  const file = await inspectOfficialText(await readDemoLawText())
  if (file.kind === 'refused') throw new Error(`the text of the demonstration is refused: ${file.why}`)
  const id = await runAs(platform, first, (ctx) =>
    storeText(
      ctx,
      {
        instrument: INSTRUMENT,
        language: 'id',
        kind: 'example',
        source: 'Contoh peragaan Payung, bukan naskah hukum',
        url: '',
        retrievedOn: ctx.now.toISOString().slice(0, 10),
      },
      file,
    ),
  )
  await runAs(platform, second, (ctx) => confirmText(ctx, { id, version: 1 }))
}
