import { blockWords, type BlockSide } from '#src/domain/linkage/block-words.ts'
import { compareWithStanding, type Likeness } from '#src/domain/linkage/standing.ts'
import { keyedHash } from '#src/platform/crypto/secrets.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadStanding } from '#src/platform/linkage-weights.ts'
import { recordsOf } from './said-record.ts'
import type { Subject } from './subject.ts'

const KEY_BYTES = 16

/** The keyed words by which somebody is looked up; nothing else leaves the subject. */
export function blockKeys(ctx: Context, { said }: Subject, side: BlockSide): readonly Buffer[] {
  const words = blockWords(
    {
      names: said.names,
      birth: said.birth,
      places: [said.district, said.village.split(/[,;(/]/)[0] ?? ''].filter((place) => place !== ''),
      numbers: said.numbers,
      documents: said.documents,
    },
    side,
  )
  return words.map((word) =>
    Buffer.from(keyedHash(ctx.platform.keys.tokens, `match:${word}`)).subarray(0, KEY_BYTES),
  )
}

/** The likely ones among others, the likeliest first. */
export function likely(subject: Subject, others: readonly Subject[], among: number): readonly Likeness[] {
  const pairs = others.map((other) => recordsOf(subject.said, other.said))
  return compareWithStanding(loadStanding(), pairs, among)
}

/** Two persons of one case are two persons. */
export const sharesCase = (a: Subject, b: Subject): boolean => a.cases.some((id) => b.cases.includes(id))
