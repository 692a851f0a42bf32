import { z } from 'zod'
import { addKeyed, makeCorpus, type Corpus } from '#src/domain/networks/corpus.ts'
import { findNetworks, type Group, type Networks } from '#src/domain/networks/find.ts'
import type { MentionKind } from '#src/domain/networks/mention.ts'
import type { Piece } from '#src/domain/networks/weak.ts'
import { editTable } from '#src/domain/linkage/names/edit-weights.ts'
import { writeJournal } from '#src/platform/audit/journal-queries.ts'
import { runAs, type Actor, type Context } from '#src/platform/db/context.ts'
import { defineJob, type Ticker } from '#src/platform/jobs/jobs.ts'
import { loadEditWeights } from '#src/platform/linkage-weights.ts'
import {
  deleteLongEnded,
  listAliveMentions,
  listFormerGroups,
  replaceGroups,
  type FoundMention,
  type LinkSide,
  type NewGroup,
  type NewLink,
} from './find-queries.ts'
import { lettersOf, wordToken } from './tokens.ts'

const JOB: Actor = { kind: 'job', name: 'networks' }
const DAY_MS = 86_400_000
/** Kept half a year after its end, so that it can be renewed; then it is gone. */
const KEPT_DAYS = 180

/** After each mention that was written, checked, refuted or given: looks anew for what is the same. Safe to run twice. */
export const findNetworksJob = defineJob('networks.find', z.strictObject({}), (platform) =>
  runAs(platform, JOB, findAll),
)

/** Links end on their own day although nobody does anything. */
export const networkClock: Ticker = {
  name: 'networks.end',
  everyMs: 3_600_000,
  tick: async (platform) => {
    await runAs(platform, JOB, async (ctx) => {
      const deleted = await deleteLongEnded(ctx, new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS))
      if (deleted > 0)
        await writeJournal(ctx, {
          verb: 'network.ended',
          subjectKind: 'network',
          subjectId: ctx.newId(),
          details: { mentions: deleted },
        })
      await findAll(ctx)
    })
  },
}

export async function findAll(ctx: Context): Promise<void> {
  const mentions = await listAliveMentions(ctx)
  const former = await listFormerGroups(ctx)
  if (mentions.length === 0 && former.size === 0) return
  const corpus = makeCorpus(editTable(loadEditWeights()), (word) => lettersOf(wordToken(ctx.platform, word)))
  const byFile = new Map<string, FoundMention[]>()
  for (const mention of mentions) {
    const file = fileOf(mention)
    byFile.set(file, [...(byFile.get(file) ?? []), mention])
    addKeyed(corpus, {
      file,
      date: dayOf(mention),
      kind: mention.kind as MentionKind,
      role: mention.role,
      key: lettersOf(mention.token),
      ...(mention.part_token && { part: lettersOf(mention.part_token) }),
      words: mention.word_tokens.map(lettersOf),
    })
  }
  const networks = findNetworks(corpus)
  const groups = networks.groups.map((group, at) =>
    newGroup(ctx, { corpus, networks, byFile, former }, group, at),
  )
  await replaceGroups(ctx, keepAddresses(ctx, groups))
  await writeJournal(ctx, {
    verb: 'network.found',
    subjectKind: 'network',
    subjectId: ctx.newId(),
    details: { groups: groups.length },
  })
}

const fileOf = (mention: FoundMention): string => mention.case_id ?? mention.report_id ?? mention.id
const dayOf = (mention: FoundMention): string =>
  (mention.said_on ?? mention.created_at).toISOString().slice(0, 10)

type Found = {
  readonly corpus: Corpus
  readonly networks: Networks
  readonly byFile: ReadonlyMap<string, readonly FoundMention[]>
  readonly former: ReadonlyMap<string, string>
}

function newGroup(ctx: Context, found: Found, group: Group, at: number): NewGroup {
  const { corpus, byFile, former } = found
  // The earliest file first: its number is 1, and its body leads.
  const files = group.files.toSorted((a, b) => earliest(found, a) - earliest(found, b))
  const noOf = new Map(files.map((file, index) => [file, index + 1]))
  const mentionsOf = (file: number): readonly FoundMention[] => byFile.get(corpus.fileIds[file]!) ?? []
  const side = (file: number, value: number): LinkSide | undefined => {
    const key = corpus.values[value]!.key
    const mention = mentionsOf(file).find(
      (each) => lettersOf(each.token) === key || (each.part_token && lettersOf(each.part_token) === key),
    )
    return mention && { mention, no: noOf.get(file)! }
  }
  const strong = group.ties.flatMap((tie, index): readonly NewLink[] =>
    linkOf(index, corpus.values[tie.value]!.kind, 'strong', side(tie.a, tie.value), side(tie.b, tie.value)),
  )
  const weak = group.joins.flatMap((join, index) =>
    join.pieces.flatMap((piece: Piece) =>
      linkOf(
        group.ties.length + index,
        piece.type,
        'weak',
        side(piece.a, piece.fromValue),
        side(piece.b, piece.toValue) ?? side(piece.a, piece.toValue),
      ),
    ),
  )
  const links = [...strong, ...weak]
  const all = files.flatMap(mentionsOf)
  const formerly = all.map((mention) => former.get(mention.id)).find((id) => id !== undefined)
  return {
    id: formerly ?? ctx.newId(),
    leadOrg: mentionsOf(files[0]!)[0]!.org_id,
    orgs: [...new Set(all.map((mention) => mention.org_id))],
    files: files.length,
    bridges: found.networks.bridges.filter((bridge) => bridge.groups.includes(at)).length,
    expiresAt: new Date(Math.max(...links.map((link) => link.expiresAt.getTime()), ctx.now.getTime())),
    links,
  }
}

function earliest({ corpus, byFile }: Found, file: number): number {
  const mentions = byFile.get(corpus.fileIds[file]!) ?? []
  return Math.min(...mentions.map((mention) => mention.created_at.getTime()))
}

function linkOf(
  joinNo: number,
  evidence: string,
  strength: NewLink['strength'],
  left: LinkSide | undefined,
  right: LinkSide | undefined,
): readonly NewLink[] {
  if (!left || !right) return []
  const ends = Math.min(left.mention.expires_at.getTime(), right.mention.expires_at.getTime())
  return [{ joinNo, evidence, strength, left, right, expiresAt: new Date(ends) }]
}

/** Two groups that were one keep one address between them. */
function keepAddresses(ctx: Context, groups: readonly NewGroup[]): readonly NewGroup[] {
  const taken = new Set<string>()
  return groups.map((group) => {
    const id = taken.has(group.id) ? ctx.newId() : group.id
    taken.add(id)
    return { ...group, id }
  })
}
