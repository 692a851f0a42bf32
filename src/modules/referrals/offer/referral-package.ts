import { createHash } from 'node:crypto'
import type { ConsentItem, NeedKind } from '#src/domain/cases/codes.ts'
import type { AbroadStatement } from '#src/domain/disclosure/abroad.ts'
import type { Urgency } from '#src/domain/cases/urgency.ts'
import type { ArticleRef } from '#src/domain/law/article-ref.ts'
import type { ExceptionFact, ExceptionGround } from '#src/domain/referrals/exception.ts'

/** One fact as the receiver reads it, with how sure it is. */
export type PackageLine = { readonly text: string; readonly certainty?: string; readonly when?: string }

/**
 * What leaves. The sheet on both screens is drawn from these bytes and from nothing else, so the preview cannot show less
 * than is sent, nor more.
 */
export type ReferralPackage = {
  readonly version: 1
  readonly code: string
  readonly need: NeedKind
  readonly urgency: Urgency
  readonly from: string
  readonly to: string
  readonly madeAt: string
  /** The case's code; the person's name only as an item that consent opens. */
  readonly caseCode: string
  readonly asked: string
  readonly items: readonly { readonly item: ConsentItem; readonly lines: readonly PackageLine[] }[]
  /** How to reach the person without harm: it travels whatever else may, because it protects and names nobody. */
  readonly handling: readonly string[]
  readonly basis: readonly ArticleRef[]
  readonly came: 'with-consent' | 'without-consent'
  readonly ground?: ExceptionGround
  readonly reason?: string
  /** What the officer ticked about the exception; a next offer stands on these and on no others. */
  readonly facts?: readonly ExceptionFact[]
  /** ISO date until which it may be used, for this need only. */
  readonly until: string
  /** Only where the receiver is abroad: on which ground it may leave the country, and on what evidence (UU 27/2022 art 56). */
  readonly abroad?: AbroadStatement
  /** One of several tasks offered at once: who does what, so that nobody thinks the other does it. */
  readonly split?: TaskSplit
}

export type TaskSplit = {
  readonly handOver: string
  /** Needs asked of the receiver, this one among them. */
  readonly asked: readonly NeedKind[]
  /** Needs that stay with the sender. */
  readonly kept: readonly NeedKind[]
}

export function digestOf(pack: ReferralPackage): Buffer {
  return createHash('sha256').update(JSON.stringify(pack)).digest()
}

const sameSplit = (split: TaskSplit): TaskSplit => ({ ...split, handOver: '' })

/** The same content under another number and moment is the same content: what a preview and a sending are compared by. */
export function contentDigest(pack: ReferralPackage): string {
  return createHash('sha256')
    .update(
      JSON.stringify({ ...pack, code: '', madeAt: '', ...(pack.split && { split: sameSplit(pack.split) }) }),
    )
    .digest('base64url')
}
