import { addMention } from '../../src/modules/networks/index.ts'
import { findAll } from '../../src/modules/networks/find-job.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import type { TestPlatform } from './platform.ts'

/** A case and a tip of one body that speak of one recruiter, and a question to another body about it. */
export async function leaveNetwork(
  world: TestPlatform,
  officer: StaffActor,
  of: {
    readonly caseCode: string
    readonly reportId: string
    readonly askedOrg: string
    readonly value: string
    readonly source: string
  },
): Promise<{ readonly mentionId: string; readonly networkId: string; readonly askId: string }> {
  // Each body its own number: nothing in one world may show in the other.
  const last = [...officer.orgId].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1000, 7)
  const number = `+44 7700 900${String(last).padStart(3, '0')}`
  const said = {
    kind: 'person',
    role: 'koordinator',
    value: of.value,
    source: of.source,
    saidOn: '2026-11-01',
  }
  const phone = {
    kind: 'telephone',
    role: 'perekrut',
    value: number,
    source: of.source,
    saidOn: '',
  }
  const mentionId = await world.staff(officer, async (ctx) => {
    const id = await addMention(ctx, { ...said, caseCode: of.caseCode, reportId: '' })
    await addMention(ctx, { ...phone, caseCode: of.caseCode, reportId: '' })
    await addMention(ctx, { ...phone, caseCode: '', reportId: of.reportId })
    return id
  })
  await runAs(world.platform, { kind: 'job', name: 'test' }, findAll)
  const [group] = await world.root('select id from app.network_groups where lead_org = $1', [officer.orgId])
  const networkId = String(group?.['id'])
  const askId = await runAs(world.platform, { kind: 'keeper' }, async (ctx) => {
    const id = ctx.newId()
    await ctx.tx
      .insertInto('app.network_asks')
      .values({
        id,
        created_at: ctx.now,
        group_id: networkId,
        mention_id: mentionId,
        from_org: officer.orgId,
        to_org: of.askedOrg,
        by_staff: officer.staffId,
        until: new Date(ctx.now.getTime() + 86_400_000),
      })
      .execute()
    await writeJournal(ctx, { verb: 'network.asked', subjectKind: 'network-ask', subjectId: id })
    return id
  })
  return { mentionId, networkId, askId }
}
