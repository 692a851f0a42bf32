import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
} from '#src/platform/errors.ts'
import { NEED_KINDS, NOTE_CLASSES } from '#src/domain/cases/codes.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import type { SealedNeed, SealedText } from '../sealed.ts'
import { findNeed } from './item-queries.ts'
import { insertNeed, insertNote, setNeedState } from './item-write-queries.ts'
import { inCase } from './write-item.ts'

/** A new need is owned by the body that records it, until another accepts it. */
export async function addNeed(
  ctx: StaffContext,
  need: {
    readonly code: string
    readonly kind: string
    readonly urgency: string
    readonly label: string
    readonly personId?: string
  },
): Promise<string> {
  const { urgency } = need
  if (!NEED_KINDS.some((kind) => kind === need.kind))
    throw new InvalidInputError([{ path: 'kind', code: 'kind.unknown' }])
  if (!isUrgency(urgency)) throw new InvalidInputError([{ path: 'urgency', code: 'urgency.unknown' }])
  return inCase(ctx, need.code, async ({ key, caseId, orgId }) => {
    const id = ctx.newId()
    const words: SealedNeed = { label: need.label }
    await insertNeed(ctx, {
      id,
      caseId,
      orgId,
      kind: need.kind,
      urgency,
      personId: need.personId ?? null,
      keyId: key.id,
      sealed: need.label === '' ? null : key.sealJson(`needs.sealed/${id}`, words),
    })
    return {
      verb: 'need.added',
      subjectKind: 'need',
      subjectId: id,
      details: { kind: need.kind, urgency },
      result: id,
    }
  })
}

export const OWN_NEED_STATES = ['open', 'in-progress', 'on-hold', 'met', 'not-met', 'cancelled'] as const
export type OwnNeedState = (typeof OWN_NEED_STATES)[number]

/** What stands there now, for whoever changed the same need meanwhile. */
export type StaleNeed = { readonly version: number; readonly state: OwnNeedState }

/**
 * What the owner says about its own need. An offered need is changed by the answer to the offer alone, one of another body
 * by that body (RefusedError). Throws StaleVersionError with what stands there now.
 */
export async function setNeed(
  ctx: StaffContext,
  change: {
    readonly code: string
    readonly needId: string
    readonly version: number
    readonly state: OwnNeedState
  },
): Promise<void> {
  await inCase(ctx, change.code, async ({ caseId, orgId }) => {
    const need = await findNeed(ctx, change.needId)
    if (!need || need.case_id !== caseId) throw new NotFoundError('need.not-found')
    const now = OWN_NEED_STATES.find((code) => code === need.state)
    if (need.owner_org !== orgId || now === undefined) throw new RefusedError('need.not-ours', [])
    if (!(await setNeedState(ctx, change.needId, change.version, orgId, change.state))) {
      const current: StaleNeed = { version: need.version, state: now }
      throw new StaleVersionError('need.changed-meanwhile', current)
    }
    return {
      verb: 'need.changed',
      subjectKind: 'need',
      subjectId: change.needId,
      details: { state: change.state },
      result: undefined,
    }
  })
}

const CLASS_OF = { general: 'general', 'restricted-care': 'care', 'restricted-legal': 'legal' } as const

/** Notes stay with the own organisation. A restricted class opens to its readers and to its writer. A correction is a new note. */
export async function addNote(
  ctx: StaffContext,
  note: {
    readonly code: string
    readonly noteClass: string
    readonly text: string
    readonly corrects?: string
  },
): Promise<string> {
  const wanted = NOTE_CLASSES.find((code) => code === note.noteClass)
  if (wanted === undefined) throw new InvalidInputError([{ path: 'class', code: 'class.unknown' }])
  if (note.text.trim() === '') throw new InvalidInputError([{ path: 'text', code: 'text.missing' }])
  if (ctx.actor.roles.every((role) => role === 'village-officer'))
    throw new NotAllowedError('note.not-for-village')
  return inCase(ctx, note.code, async ({ key, caseId, orgId, staffId }) => {
    const id = ctx.newId()
    const words: SealedText = { text: note.text }
    await insertNote(ctx, {
      id,
      caseId,
      orgId,
      staffId,
      noteClass: CLASS_OF[wanted],
      corrects: note.corrects ?? null,
      keyId: key.id,
      sealed: key.sealJson(`notes.sealed/${id}`, words),
    })
    return { verb: 'note.added', subjectKind: 'note', subjectId: id, details: { class: wanted }, result: id }
  })
}
