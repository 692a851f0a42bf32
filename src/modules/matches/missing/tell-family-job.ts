import { z } from 'zod'
import {
  familyGate,
  type KnowsSeeker,
  type Told,
  type WhoListened,
  type Wish,
} from '#src/domain/matches/family-wish.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { loadKeys } from '#src/platform/db/keys-queries.ts'
import { defineJob, type Job } from '#src/platform/jobs/jobs.ts'
import {
  findBox,
  findCountryOfPerson,
  insertSystemMessage,
  isToldNot,
  lastWish,
  lockToTell,
  setTold,
  takeBack,
} from './missing-queries.ts'

const JOB: Actor = { kind: 'job', name: 'missing' }

/** The fixed sentences, given from outside: modules hold no words. */
export type FamilyWords = (language: 'id' | 'en', told: Told, country: string | undefined) => string

type Payload = { readonly matchId: string }

/**
 * Writes one of the fixed sentences into the family's box. The wish is looked at again: a word that was taken back in the
 * meantime counts. Safe to run twice.
 */
export const tellFamilyJob = (words: FamilyWords): Job<Payload> =>
  defineJob('missing.tell-family', z.strictObject({ matchId: z.uuid() }), (platform, { matchId }) =>
    runAs(platform, JOB, (ctx) => tell(ctx, matchId, words)),
  )

async function tell(ctx: Context, matchId: string, words: FamilyWords): Promise<void> {
  const match = await lockToTell(ctx, matchId)
  if (!match) return
  const box = await findBox(ctx, match.report_id)
  const key = box && (await loadKeys(ctx, [box.key_id])).get(box.key_id)
  const gate = familyGate(await saidOf(ctx, matchId), await toldNot(ctx, match))
  if (!box || !key || box.withdrawn_at || gate.kind === 'tell-nothing' || gate.told !== match.told) {
    await takeBack(ctx, matchId, match.version)
    await note(ctx, matchId, match.org_id, 'missing.held-back')
    return
  }
  const country = gate.told === 'where' ? await countryOf(ctx, match) : undefined
  const id = ctx.newId()
  const text = words(box.language === 'en' ? 'en' : 'id', gate.told, country)
  await insertSystemMessage(ctx, {
    id,
    reportId: box.id,
    caseId: box.case_id,
    orgId: box.org_id,
    keyId: key.id,
    sealed: key.sealText(`messages.sealed/${id}`, text),
  })
  await setTold(ctx, matchId, match.version)
  await note(ctx, matchId, match.org_id, 'missing.told')
}

type Row = { readonly subject_kind: string; readonly subject_id: string }

async function toldNot(ctx: Context, row: Row): Promise<'told-not' | 'not-said'> {
  return row.subject_kind === 'person' && (await isToldNot(ctx, row.subject_id)) ? 'told-not' : 'not-said'
}

async function countryOf(ctx: Context, row: Row): Promise<string | undefined> {
  return row.subject_kind === 'person' ? findCountryOfPerson(ctx, row.subject_id) : undefined
}

async function saidOf(ctx: Context, matchId: string) {
  const last = await lastWish(ctx, matchId)
  return (
    last && {
      wish: last.wish as Wish,
      listened: last.listened as WhoListened,
      knowsSeeker: last.knows_seeker as KnowsSeeker,
    }
  )
}

async function note(
  ctx: Context,
  matchId: string,
  orgId: string,
  verb: 'missing.told' | 'missing.held-back',
): Promise<void> {
  await writeJournal(ctx, { verb, subjectKind: 'missing-match', subjectId: matchId }, orgId)
}
