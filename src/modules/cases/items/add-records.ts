import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, StaleVersionError } from '#src/platform/errors.ts'
import { INTERMEDIARY_KINDS, NEED_KINDS, NOTE_CLASSES } from '#src/domain/cases/codes.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import type { SealedActor, SealedNeed, SealedText } from '../sealed.ts'
import { insertActor, insertNeed, insertNote, setNeedState } from './item-write-queries.ts'
import { inCase } from './write-item.ts'

/** Employer and chain of intermediaries: the next link after the last. */
export async function addChainLink(
  ctx: StaffContext,
  link: SealedActor & { readonly code: string; readonly kind: string },
): Promise<string> {
  if (!INTERMEDIARY_KINDS.some((kind) => kind === link.kind))
    throw new InvalidInputError([{ path: 'kind', code: 'kind.unknown' }])
  return inCase(ctx, link.code, async ({ key, caseId, orgId }) => {
    const id = ctx.newId()
    const words: SealedActor = { name: link.name, where: link.where, note: link.note }
    await insertActor(ctx, {
      id,
      caseId,
      orgId,
      kind: link.kind,
      keyId: key.id,
      sealed: key.sealJson(`case_actors.sealed/${id}`, words),
    })
    return {
      verb: 'chain.added',
      subjectKind: 'case-actor',
      subjectId: id,
      details: { kind: link.kind },
      result: id,
    }
  })
}

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

/** What the owner says about its own need. An offered need is changed by the answer to the offer alone. */
export async function setNeed(
  ctx: StaffContext,
  change: {
    readonly code: string
    readonly needId: string
    readonly version: number
    readonly state: 'open' | 'in-progress' | 'on-hold' | 'met' | 'not-met' | 'cancelled'
  },
): Promise<void> {
  await inCase(ctx, change.code, async ({ orgId }) => {
    if (!(await setNeedState(ctx, change.needId, change.version, orgId, change.state)))
      throw new StaleVersionError('need.changed-meanwhile')
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
