import { startHtcdsImport, takeOverHtcds } from '#src/modules/htcds/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import type { TestPlatform } from './platform.ts'

/** A file of HTCDS that was taken over: one case of a person with this name. Returns the id of the import. */
export async function takeOverFile(world: TestPlatform, boss: StaffActor, name: string): Promise<string> {
  const document = { records: [{ prs_FirstName: name, cas_IncomingReferralDetails: name }] }
  const importId = await world.staff(boss, (ctx) =>
    startHtcdsImport(ctx, {
      content: { kind: 'document', document },
      format: 'json',
      bytes: new TextEncoder().encode(JSON.stringify(document)),
      source: 'Yayasan Contoh',
      certainty: 'unknown',
    }),
  )
  await world.staff(boss, (ctx) => takeOverHtcds(ctx, importId, 1))
  return importId
}
