import {
  TRACK_BLOCKERS,
  TRACK_ENDINGS,
  TRACK_KINDS,
  TRACK_PLACES,
  TRACK_STATES,
  trackFaults,
  type TrackBlocker,
  type TrackEnding,
  type TrackState,
} from '#src/domain/cases/tracks.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { getCaseRow, listOfficers, readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import {
  findTrack,
  insertTrack,
  insertTrackStep,
  selectDueTracks,
  selectTakers,
  selectTracks,
  selectTrackSteps,
  updateTrack,
  type DueTrack,
  type TrackRow,
  type TrackStepRow,
} from './track-queries.ts'

/** What comes next and what blocks, in words; sealed under the key of the case. */
export type TrackWords = { readonly next: string; readonly blocks: string }

export type Track = Omit<TrackRow, 'sealed' | 'key_id'> & {
  readonly words: TrackWords | undefined
  /** What the reader's body may do with it. */
  readonly side: 'ours' | 'offered-to-us' | 'theirs'
}
export type TrackHistoryLine = Omit<TrackStepRow, 'sealed' | 'key_id'> & { readonly said: string | undefined }

export type TrackBoard = {
  readonly file: CaseFile
  readonly tracks: readonly Track[]
  readonly history: readonly TrackHistoryLine[]
  /** To whom a track may be offered. */
  readonly takers: readonly { readonly id: string; readonly short_name: string }[]
  readonly officers: readonly { readonly id: string; readonly name: string }[]
}

/** The board of one case. Opening it opens the case and is recorded. NotFoundError as for the case. */
export async function readTracks(ctx: StaffContext, code: string): Promise<TrackBoard> {
  const file = await readCase(ctx, code, 'work', 'tracks')
  const caseId = file.row.id
  const steps = await selectTrackSteps(ctx, caseId)
  const keys = await loadKeys(
    ctx,
    steps.flatMap((step) => step.key_id ?? []),
  )
  return {
    file,
    tracks: await listTracks(ctx, caseId),
    history: steps.map(({ sealed, key_id: keyId, ...rest }) => ({
      ...rest,
      said:
        keyId && sealed
          ? keys.get(keyId)?.openJson<string>(`track_steps.sealed/${rest.id}`, sealed)
          : undefined,
    })),
    takers: await selectTakers(ctx, caseId),
    officers: may(ctx.actor.roles.filter(isRole), 'case.write') ? await listOfficers(ctx) : [],
  }
}

/** The tracks of a case that this reader may see; the caller has opened the case. */
export async function listTracks(ctx: StaffContext, caseId: string): Promise<readonly Track[]> {
  const rows = await selectTracks(ctx, caseId)
  const keys = await loadKeys(
    ctx,
    rows.flatMap((row) => row.key_id ?? []),
  )
  return rows.map(({ sealed, key_id: keyId, ...rest }) => ({
    ...rest,
    words:
      keyId && sealed ? keys.get(keyId)?.openJson<TrackWords>(`tracks.sealed/${rest.id}`, sealed) : undefined,
    side:
      rest.owner_org === ctx.actor.orgId
        ? 'ours'
        : rest.offered_to === ctx.actor.orgId
          ? 'offered-to-us'
          : 'theirs',
  }))
}

/** For Today: days of my body's tracks up to and with `until`. */
export function listDueTracks(ctx: StaffContext, until: string): Promise<readonly DueTrack[]> {
  return selectDueTracks(ctx, until)
}

/** Opens a track. One that follows a need belongs to the owner of the need; any other to the body that opens it. */
export async function openTrack(
  ctx: StaffContext,
  given: { readonly code: string; readonly kind: string; readonly place: string; readonly needId?: string },
): Promise<string> {
  const kind = TRACK_KINDS.find((each) => each === given.kind)
  const place = TRACK_PLACES.find((each) => each === given.place)
  if (kind === undefined || place === undefined)
    throw new InvalidInputError([
      ...(kind === undefined ? [{ path: 'kind', code: 'track.kind-missing' }] : []),
      ...(place === undefined ? [{ path: 'place', code: 'track.place-missing' }] : []),
    ])
  const file = await readCase(ctx, given.code, 'work', 'tracks')
  if (file.row.state !== 'open') throw new RefusedError('track.case-closed')
  const there = (await selectTracks(ctx, file.row.id)).some(
    (row) => row.kind === kind && row.place === place && row.state !== 'ended',
  )
  if (there) throw new InvalidInputError([{ path: 'kind', code: 'track.there' }])
  const need = given.needId ? file.needs.find((each) => each.id === given.needId) : undefined
  if (given.needId && !need) throw new InvalidInputError([{ path: 'need', code: 'track.need-unknown' }])
  const id = ctx.newId()
  await insertTrack(ctx, {
    id,
    caseId: file.row.id,
    kind,
    place,
    ownerOrg: need?.owner_org ?? ctx.actor.orgId,
    needId: need?.id ?? null,
  })
  await insertTrackStep(ctx, { id: ctx.newId(), trackId: id, kind: 'opened', toState: 'not-opened' })
  await journal(ctx, 'track.opened', id, file.row.id, { kind, place })
  return id
}

export type TrackEdit = {
  readonly code: string
  readonly id: string
  readonly version: number
  readonly state: string
  readonly endedAs: string
  /** A day as `2026-11-30`, or empty. */
  readonly nextOn: string
  readonly blocker: string
  readonly next: string
  readonly blocks: string
  readonly why: string
  readonly staffId: string
  readonly shared: 'shared' | 'not-shared'
}

/** The owner says where the track stands. Throws InvalidInputError, RefusedError (not the owner), StaleVersionError. */
export async function changeTrack(ctx: StaffContext, edit: TrackEdit): Promise<void> {
  const { row, caseKeyId } = await trackOf(ctx, edit.code, edit.id)
  if (row.owner_org !== ctx.actor.orgId) throw new RefusedError('track.not-ours')
  const to = standingOf(edit)
  const problems = [
    ...('problems' in to ? to.problems : trackFaults(row.state, to)),
    ...[edit.next, edit.blocks, edit.why].flatMap((words) =>
      words.length > LONGEST ? [{ path: 'next', code: 'text.too-long' }] : [],
    ),
  ]
  const officers = await listOfficers(ctx)
  if (edit.staffId !== '' && !officers.some(({ id }) => id === edit.staffId))
    problems.push({ path: 'staff', code: 'track.officer-unknown' })
  if ('problems' in to || problems.length > 0) throw new InvalidInputError(problems)
  const key = await loadKey(ctx, caseKeyId)
  const words: TrackWords = { next: edit.next.trim(), blocks: edit.blocks.trim() }
  const done = await updateTrack(ctx, edit, {
    state: to.state,
    ended_as: to.endedAs,
    ended_at: to.state === 'ended' ? ctx.now : null,
    next_on: to.nextOn,
    blocker: to.blocker,
    shared: edit.shared === 'shared',
    owner_staff: edit.staffId === '' ? null : edit.staffId,
    key_id: key.id,
    sealed: key.sealJson(`tracks.sealed/${row.id}`, words),
  })
  if (!done)
    throw new StaleVersionError('track.changed-meanwhile', { version: row.version, state: row.state })
  const stepId = ctx.newId()
  await insertTrackStep(ctx, {
    id: stepId,
    trackId: row.id,
    kind: 'changed',
    fromState: row.state,
    toState: to.state,
    nextOn: to.nextOn,
    blocker: to.blocker,
    ...(edit.why.trim() !== '' && {
      sealed: { keyId: key.id, words: key.sealJson(`track_steps.sealed/${stepId}`, edit.why.trim()) },
    }),
  })
  await journal(ctx, 'track.changed', row.id, row.case_id, {
    from: row.state,
    to: to.state,
    ...(to.endedAs && { ended: to.endedAs }),
  })
}
const LONGEST = 2000
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

type Standing = {
  readonly state: TrackState
  readonly nextOn: string | null
  readonly blocker: TrackBlocker
  readonly endedAs: TrackEnding | null
}

function standingOf(
  edit: TrackEdit,
): Standing | { readonly problems: { readonly path: string; readonly code: string }[] } {
  const state = TRACK_STATES.find((each) => each === edit.state)
  const blocker = TRACK_BLOCKERS.find((each) => each === edit.blocker)
  if (state === undefined) return { problems: [{ path: 'state', code: 'track.no-way' }] }
  if (blocker === undefined) return { problems: [{ path: 'blocker', code: 'track.blocker-missing' }] }
  if (edit.nextOn !== '' && !DAY.test(edit.nextOn))
    return { problems: [{ path: 'nextOn', code: 'date.unreadable' }] }
  const endedAs = state === 'ended' ? TRACK_ENDINGS.find((each) => each === edit.endedAs) : undefined
  return {
    state,
    blocker,
    nextOn: state === 'ended' || edit.nextOn === '' ? null : edit.nextOn,
    endedAs: endedAs ?? null,
  }
}

type AnyTrack = { readonly code: string; readonly id: string; readonly version: number }

/** The owner offers the track to a body that works on the case too; until that body takes it nothing changes. */
export async function offerTrack(
  ctx: StaffContext,
  given: AnyTrack & { readonly toOrg: string },
): Promise<void> {
  const { row } = await trackOf(ctx, given.code, given.id)
  if (row.owner_org !== ctx.actor.orgId || row.state === 'ended') throw new RefusedError('track.not-ours')
  if (row.need_id !== null) throw new RefusedError('track.follows-need')
  const takers = await selectTakers(ctx, row.case_id)
  if (!takers.some(({ id }) => id === given.toOrg))
    throw new InvalidInputError([{ path: 'to', code: 'track.taker-unknown' }])
  await write(ctx, given, row, { offered_to: given.toOrg, offered_at: ctx.now })
  await insertTrackStep(ctx, { id: ctx.newId(), trackId: row.id, kind: 'offered', toOrg: given.toOrg })
  await journal(ctx, 'track.offered', row.id, row.case_id, { to: given.toOrg })
}

/** `accept` moves the track to my body; `decline` and `take-back` leave it where it is. */
export async function answerTrackOffer(
  ctx: StaffContext,
  given: AnyTrack & { readonly answer: 'accept' | 'decline' | 'take-back' },
): Promise<void> {
  const { row } = await trackOf(ctx, given.code, given.id)
  const me = ctx.actor.orgId
  const mayAnswer = given.answer === 'take-back' ? row.owner_org === me : row.offered_to === me
  if (row.offered_to === null || !mayAnswer) throw new RefusedError('track.no-offer')
  const free = { offered_to: null, offered_at: null }
  await write(
    ctx,
    given,
    row,
    given.answer === 'accept' ? { ...free, owner_org: me, owner_staff: ctx.actor.staffId } : free,
  )
  const kind = { accept: 'accepted', decline: 'declined', 'take-back': 'taken-back' } as const
  await insertTrackStep(ctx, {
    id: ctx.newId(),
    trackId: row.id,
    kind: kind[given.answer],
    fromOrg: row.owner_org,
    ...(given.answer === 'accept' && { toOrg: me }),
  })
  await journal(ctx, `track.${kind[given.answer]}`, row.id, row.case_id, { from: row.owner_org })
}

async function write(
  ctx: StaffContext,
  at: AnyTrack,
  row: TrackRow,
  change: Parameters<typeof updateTrack>[2],
): Promise<void> {
  if (!(await updateTrack(ctx, at, change)))
    throw new StaleVersionError('track.changed-meanwhile', { version: row.version, state: row.state })
}

async function trackOf(ctx: StaffContext, code: string, id: string) {
  const found = await getCaseRow(ctx, code)
  const row = await findTrack(ctx, id)
  if (!row || row.case_id !== found.id) throw new NotFoundError('track.not-found')
  return { row, caseKeyId: found.key_id }
}

function journal(
  ctx: StaffContext,
  verb: `track.${string}`,
  id: string,
  caseId: string,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  return writeJournal(ctx, { verb, subjectKind: 'track', subjectId: id, caseId, details })
}
