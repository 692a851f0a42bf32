import { sha256 } from '@noble/hashes/sha2.js'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import { loadKey } from '#src/platform/db/keys-queries.ts'
import type { InspectedFile } from '#src/platform/files/inspect-file.ts'
import { EVIDENCE_KINDS } from '#src/domain/cases/codes.ts'
import type { SealedCustody, SealedEvidence } from '../sealed.ts'
import { findAttachmentBytes, findEvidence } from './item-queries.ts'
import { insertCaseFile, insertCustody, insertEvidence, listLooseFiles } from './evidence-queries.ts'
import { inCase, type InCase } from './write-item.ts'

/** A file that the officer brings, already inspected: pictures take time, so it is done before the transaction. */
export type BroughtFile = {
  readonly name: string
  readonly inspected: Extract<InspectedFile, { kind: 'taken' }>
}

/** Takes a piece in: a file with its hash, an attachment of the case, or an object that lies elsewhere. The custody begins. */
export async function addEvidence(
  ctx: StaffContext,
  piece: SealedEvidence & {
    readonly code: string
    readonly attachmentId?: string
    readonly file?: BroughtFile
  },
): Promise<string> {
  if (piece.title.trim() === '') throw new InvalidInputError([{ path: 'title', code: 'text.missing' }])
  if (!EVIDENCE_KINDS.some((kind) => kind === piece.kind))
    throw new InvalidInputError([{ path: 'kind', code: 'kind.unknown' }])
  return inCase(ctx, piece.code, async (place) => {
    const id = ctx.newId()
    const file = piece.file ? await keepFile(ctx, place, piece.file) : await attachmentOf(ctx, place, piece)
    const words: SealedEvidence = {
      title: piece.title,
      kind: piece.kind,
      from: piece.from,
      original: piece.original,
    }
    const { key, caseId, orgId, staffId } = place
    await insertEvidence(ctx, {
      id,
      caseId,
      orgId,
      staffId,
      attachmentId: file?.id ?? null,
      sha256: file?.sha256 ?? null,
      keyId: key.id,
      sealed: key.sealJson(`evidence.sealed/${id}`, words),
    })
    await logCustody(ctx, place, id, {
      action: 'taken-in',
      intact: null,
      words: { from: piece.from, to: piece.original, why: '' },
    })
    return {
      verb: 'evidence.taken-in',
      subjectKind: 'evidence',
      subjectId: id,
      details: { kind: piece.kind },
      result: id,
    }
  })
}

async function attachmentOf(
  ctx: StaffContext,
  place: InCase,
  piece: { readonly attachmentId?: string },
): Promise<{ readonly id: string; readonly sha256: Buffer } | undefined> {
  if (piece.attachmentId === undefined) return undefined
  const found = await findAttachmentBytes(ctx, piece.attachmentId)
  if (!found || found.case_id !== place.caseId) throw new NotFoundError('attachment.not-found')
  return found
}

async function keepFile(
  ctx: StaffContext,
  { key, caseId, orgId }: InCase,
  { name, inspected }: BroughtFile,
): Promise<{ readonly id: string; readonly sha256: Buffer }> {
  const id = ctx.newId()
  const { mediaType, metadata, sha256, originalSha256, bytes } = inspected
  await insertCaseFile(ctx, {
    id,
    caseId,
    orgId,
    keyId: key.id,
    mediaType,
    metadata,
    sha256,
    originalSha256,
    sizeBytes: bytes.length,
    nameSealed: key.sealText(`attachments.name_sealed/${id}`, name.slice(0, 200)),
    sealed: key.sealBytes(`attachments.sealed/${id}`, bytes),
  })
  return { id, sha256 }
}

/** What the reporter sent and nobody has taken in as evidence yet. */
export function listFilesToTakeIn(ctx: StaffContext, caseId: string) {
  return listLooseFiles(ctx, caseId)
}

export type HashCheck = 'intact' | 'changed' | 'no-file'

/** Opens the stored file and compares its hash with the one of its arrival; the answer goes into the custody log. */
export async function checkEvidence(
  ctx: StaffContext,
  asked: { readonly code: string; readonly evidenceId: string },
): Promise<HashCheck> {
  return inCase(ctx, asked.code, async (place) => {
    const piece = await pieceOf(ctx, place, asked.evidenceId)
    const file =
      piece.attachment_id === null ? undefined : await findAttachmentBytes(ctx, piece.attachment_id)
    if (!file || piece.sha256 === null)
      return {
        verb: 'evidence.checked',
        subjectKind: 'evidence',
        subjectId: piece.id,
        details: { result: 'no-file' },
        result: 'no-file' as const,
      }
    const result = (await hashOf(ctx, file)).equals(piece.sha256) ? ('intact' as const) : ('changed' as const)
    await logCustody(ctx, place, piece.id, {
      action: 'checked',
      intact: result === 'intact',
      words: undefined,
    })
    return {
      verb: 'evidence.checked',
      subjectKind: 'evidence',
      subjectId: piece.id,
      details: { result },
      result,
    }
  })
}

export async function handOverEvidence(
  ctx: StaffContext,
  move: SealedCustody & { readonly code: string; readonly evidenceId: string },
): Promise<void> {
  if (move.to.trim() === '') throw new InvalidInputError([{ path: 'to', code: 'text.missing' }])
  await inCase(ctx, move.code, async (place) => {
    const piece = await pieceOf(ctx, place, move.evidenceId)
    await logCustody(ctx, place, piece.id, {
      action: 'handed-over',
      intact: null,
      words: { from: move.from, to: move.to, why: move.why },
    })
    return { verb: 'evidence.handed-over', subjectKind: 'evidence', subjectId: piece.id, result: undefined }
  })
}

/** A file that no longer opens under its key was changed: authenticated encryption refuses it. */
async function hashOf(
  ctx: StaffContext,
  file: { readonly id: string; readonly key_id: string; readonly sealed: Buffer },
): Promise<Buffer> {
  const key = await loadKey(ctx, file.key_id)
  try {
    return Buffer.from(sha256(key.openBytes(`attachments.sealed/${file.id}`, file.sealed)))
  } catch {
    return Buffer.alloc(0)
  }
}

async function pieceOf(ctx: StaffContext, place: InCase, evidenceId: string) {
  const piece = await findEvidence(ctx, evidenceId)
  if (!piece || piece.case_id !== place.caseId) throw new NotFoundError('evidence.not-found')
  return piece
}

type Step = {
  readonly action: 'taken-in' | 'checked' | 'handed-over'
  readonly intact: boolean | null
  readonly words: SealedCustody | undefined
}

async function logCustody(ctx: StaffContext, place: InCase, evidenceId: string, step: Step): Promise<void> {
  const id = ctx.newId()
  const { key, caseId, orgId, staffId } = place
  await insertCustody(ctx, {
    id,
    evidenceId,
    caseId,
    orgId,
    staffId,
    action: step.action,
    intact: step.intact,
    keyId: step.words ? key.id : null,
    sealed: step.words ? key.sealJson(`custody.sealed/${id}`, step.words) : null,
  })
}
