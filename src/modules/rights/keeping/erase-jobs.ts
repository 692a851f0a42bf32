import { z } from 'zod'
import { tellRoles } from '#src/modules/notices/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob } from '#src/platform/jobs/jobs.ts'
import { findRequest, listScope } from '../requests/request-queries.ts'
import {
  countKeysLeft,
  destroyKeys,
  finishErasure,
  finishProposal,
  lockErasure,
  lockProposal,
  subjectsOfCase,
  type Subject,
} from './erase-queries.ts'

export const RIGHTS_JOB: Actor = { kind: 'job', name: 'rights' }
const RequestPayload = z.strictObject({ requestId: z.uuid() })

/** Destroys what row security allows; a subject under a hold keeps its keys. */
async function erase(
  ctx: Context,
  subjects: readonly Subject[],
): Promise<{ readonly gone: number; readonly left: number }> {
  let gone = 0
  for (const subject of subjects) gone += await destroyKeys(ctx, subject)
  return { gone, left: await countKeysLeft(ctx, subjects) }
}

/** The second person confirmed: the keys go, the journal stays. Under a hold it stays "erasing" and is tried again. */
export async function runErasure(ctx: Context, requestId: string): Promise<'erased' | 'held' | 'not-due'> {
  const row = await lockErasure(ctx, requestId)
  if (!row || row.state !== 'erasing') return 'not-due'
  const scope = await listScope(ctx, requestId)
  const { gone, left } = await erase(
    ctx,
    scope.map((each) => ({ kind: each.subject_kind, id: each.subject_id })),
  )
  const entry = {
    subjectKind: 'rights-request',
    subjectId: requestId,
    reportId: row.report_id,
    caseId: row.case_id,
  }
  if (left > 0) {
    if (gone > 0) await writeJournal(ctx, { verb: 'rights.erased-in-part', ...entry }, row.org_id)
    return 'held'
  }
  await finishErasure(ctx, requestId)
  await writeJournal(
    ctx,
    { verb: 'rights.erased', ...entry, details: { subjects: scope.length } },
    row.org_id,
  )
  await tellBodies(ctx, requestId, row.told_orgs)
  return 'erased'
}

async function tellBodies(ctx: Context, requestId: string, orgs: readonly string[]): Promise<void> {
  for (const orgId of orgs)
    await tellRoles(
      ctx,
      {
        orgId,
        kind: 'rights-request',
        dedupe: `rights:${requestId}:told`,
        subjectKind: 'rights-request',
        subjectId: requestId,
      },
      ['data-protection-officer', 'supervisor'],
    )
}

export const eraseJob = defineJob('rights.erase', RequestPayload, async (platform, { requestId }) => {
  await runAs(platform, RIGHTS_JOB, (ctx) => runErasure(ctx, requestId))
})

/** Bodies that hold a copy are told that there is something to follow; the words stay at the desk. */
export const tellBodiesJob = defineJob(
  'rights.tell-bodies',
  RequestPayload,
  async (platform, { requestId }) => {
    await runAs(platform, RIGHTS_JOB, async (ctx) => {
      const row = await findRequest(ctx, requestId)
      if (row) await tellBodies(ctx, requestId, row.told_orgs)
    })
  },
)

export const rightsAskedJob = defineJob('rights.asked', RequestPayload, async (platform, { requestId }) => {
  await runAs(platform, RIGHTS_JOB, async (ctx) => {
    const row = await findRequest(ctx, requestId)
    if (row)
      await tellRoles(
        ctx,
        {
          orgId: row.org_id,
          kind: 'rights-request',
          dedupe: `rights:${requestId}`,
          subjectKind: 'rights-request',
          subjectId: requestId,
        },
        ['data-protection-officer', 'supervisor'],
      )
  })
})

/** Expired and decided by a person. The same care about holds. */
export async function runExpiry(ctx: Context, proposalId: string): Promise<'erased' | 'held' | 'not-due'> {
  const row = await lockProposal(ctx, proposalId)
  if (!row) return 'not-due'
  const subjects =
    row.subject_kind === 'case'
      ? await subjectsOfCase(ctx, row.subject_id)
      : [{ kind: 'report', id: row.subject_id }]
  const { gone, left } = await erase(ctx, subjects)
  if (left === 0) await finishProposal(ctx, proposalId)
  else if (gone === 0) return 'held'
  await writeJournal(
    ctx,
    {
      verb: left === 0 ? 'retention.erased' : 'retention.erased-in-part',
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      details: { kind: row.kind },
    },
    row.org_id,
  )
  return left === 0 ? 'erased' : 'held'
}

export const expireJob = defineJob(
  'rights.expire',
  z.strictObject({ proposalId: z.uuid() }),
  async (platform, { proposalId }) => {
    await runAs(platform, RIGHTS_JOB, (ctx) => runExpiry(ctx, proposalId))
  },
)
