// Hand-overs of several tasks for tests: a case with four needs, what the person lets one body know, and both sides.
import type { NeedKind } from '#src/domain/cases/codes.ts'
import { addNeed, recordConsent } from '#src/modules/cases/index.ts'
import {
  decideTasks,
  offerHandOver,
  openHandOver,
  prepareHandOver,
  proposeReferral,
  type AnsweredTask,
  type HandOverDraft,
  type OpenedHandOver,
} from '#src/modules/referrals/index.ts'
import type { StaffActor, StaffContext } from '#src/platform/db/context.ts'
import { sendableWords } from '#src/texts/sendables.ts'
import type { TestPlatform } from './platform.ts'
import { makeReferableCase, type ReferableCase } from './referral-world.ts'

export const KINDS = ['shelter', 'legal-aid', 'return-home'] as const satisfies readonly NeedKind[]

export function handOversOf(world: TestPlatform, sender: StaffActor, receiver: StaffActor) {
  async function agree(of: ReferableCase, readerOrg: string, items: readonly string[], more: object = {}) {
    await world.staff(sender, async (ctx) => {
      for (const item of items)
        await recordConsent(ctx, {
          code: of.code,
          item,
          readerOrg,
          answer: 'yes',
          givenBy: 'self',
          how: 'spoken',
          language: 'sas',
          ...more,
        })
    })
  }

  /** A case with four needs, of which the person lets this body know. */
  async function aCase(readerOrg = world.orgs.ngo): Promise<ReferableCase & { needs: readonly string[] }> {
    const of = await makeReferableCase(world, sender)
    const more = await world.staff(sender, async (ctx) => {
      const ids: string[] = []
      for (const kind of KINDS)
        ids.push(await addNeed(ctx, { code: of.code, kind, urgency: 'sedang', label: kind }))
      return ids
    })
    await agree(of, readerOrg, ['needs', 'name'])
    return { ...of, needs: [of.needId, ...more] }
  }

  async function draftOf(
    ctx: StaffContext,
    of: ReferableCase,
    needs: readonly string[],
    more: Partial<HandOverDraft> = {},
  ): Promise<HandOverDraft> {
    const tasks: HandOverDraft['tasks'][number][] = []
    for (const needId of needs) {
      const { sendables } = await proposeReferral(ctx, { caseCode: of.code, needId }, sendableWords)
      tasks.push({ needId, asked: 'Mohon bantu.', sendables, basis: [] })
    }
    return {
      caseId: of.caseId,
      caseCode: of.code,
      toOrg: world.orgs.ngo,
      tasks,
      chosen: ['needs', 'name'],
      handling: [],
      kept: ['refund'],
      ...more,
    }
  }

  const send = (of: ReferableCase, needs: readonly string[], more: Partial<HandOverDraft> = {}) =>
    world.staff(sender, async (ctx) => {
      const draft = await draftOf(ctx, of, needs, more)
      return offerHandOver(ctx, draft, (await prepareHandOver(ctx, sender.orgId, draft)).seen)
    })
  const open = (id: string, who = receiver): Promise<OpenedHandOver> =>
    world.staff(who, (ctx) => openHandOver(ctx, id))
  async function answer(id: string, ways: readonly Omit<AnsweredTask, 'code' | 'version'>[]): Promise<void> {
    const { tasks } = await open(id)
    await world.staff(receiver, (ctx) =>
      decideTasks(
        ctx,
        id,
        ways.map((way, place) => ({
          ...way,
          code: tasks[place]!.referral.code,
          version: tasks[place]!.referral.version,
        })),
      ),
    )
  }
  return { agree, aCase, draftOf, send, open, answer }
}
