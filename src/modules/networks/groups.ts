import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import type { EvidenceType } from '#src/domain/networks/evidence.ts'
import type { MentionState } from '#src/domain/networks/written.ts'
import {
  findGroupRow,
  hasAsked,
  insertAsk,
  listAskRows,
  listGroupRows,
  listLinkRows,
  updateAsk,
} from './group-queries.ts'
import { allowed, openMentions, type Mention } from './mentions.ts'

/** What joins two files, as every body of the group may know it. */
export type Evidence = EvidenceType | 'telephone' | 'account' | 'vehicle' | 'address' | 'document'

export type LinkEnd = {
  readonly mentionId: string
  /** Number of the file in its group: 1 is the earliest. */
  readonly file: number
  readonly orgId: string
  readonly orgName: string
  readonly own: boolean
  readonly state: MentionState
  readonly day: Date | undefined
}

export type Link = {
  readonly id: string
  /** Pieces of one number join together, none of them alone. */
  readonly joinNo: number
  readonly evidence: Evidence
  readonly strength: 'strong' | 'weak'
  readonly left: LinkEnd
  readonly right: LinkEnd
  readonly expiresAt: Date
}

export type GroupLine = {
  readonly id: string
  readonly files: number
  readonly bridges: number
  readonly leadName: string
  readonly leads: boolean
  readonly orgNames: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly foundAt: Date
  readonly expiresAt: Date
}

export type NetworkGroup = GroupLine & {
  readonly links: readonly Link[]
  /** Of the mentions in its links, those that the reader may open. */
  readonly mentions: readonly Mention[]
  readonly asks: readonly Ask[]
}

export type Ask = {
  readonly id: string
  readonly groupId: string
  readonly mentionId: string
  readonly side: 'asked' | 'asking'
  readonly otherName: string
  readonly state: 'open' | 'given' | 'refused'
  readonly askedAt: Date
  readonly until: Date
  readonly version: number
}

export const GROUPS_PAGE = 25
const DAY_MS = 86_400_000
const OPEN_DAYS = 30
/** What was given is seen so long, then it must be asked for again. */
const GIVEN_DAYS = 180

export async function listGroups(
  ctx: StaffContext,
  page: number,
): Promise<{ readonly groups: readonly GroupLine[]; readonly more: boolean }> {
  allowed(ctx, 'network.read')
  const rows = await listGroupRows(ctx, { limit: GROUPS_PAGE + 1, offset: page * GROUPS_PAGE })
  const shown = rows.slice(0, GROUPS_PAGE)
  const links = await linksOf(
    ctx,
    shown.map((row) => row.id),
  )
  await writeAudit(ctx, { verb: 'network.listed', subjectKind: 'network', details: { shown: shown.length } })
  return {
    groups: shown.map((row) => lineOf(ctx, row, links.get(row.id) ?? [])),
    more: rows.length > GROUPS_PAGE,
  }
}

type GroupRow = NonNullable<Awaited<ReturnType<typeof findGroupRow>>>

function lineOf(ctx: StaffContext, row: GroupRow, links: readonly Link[]): GroupLine {
  return {
    id: row.id,
    files: row.files,
    bridges: row.bridges,
    leadName: row.lead_name,
    leads: row.lead_org === ctx.actor.orgId,
    orgNames: [...new Set(links.flatMap((link) => [link.left.orgName, link.right.orgName]))],
    evidence: [...new Set(links.map((link) => link.evidence))],
    foundAt: row.found_at,
    expiresAt: row.expires_at,
  }
}

async function linksOf(
  ctx: StaffContext,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Link[]>> {
  const rows = await listLinkRows(ctx, groupIds)
  const links = new Map<string, Link[]>()
  for (const row of rows) {
    const end = (side: 'left' | 'right'): LinkEnd => ({
      mentionId: row[`${side}_mention`],
      file: row[`${side}_no`],
      orgId: row[`${side}_org`],
      orgName: row[`${side}_name`],
      own: row[`${side}_org`] === ctx.actor.orgId,
      state: row[`${side}_state`] as MentionState,
      day: row[`${side}_day`] ?? undefined,
    })
    const link: Link = {
      id: row.id,
      joinNo: row.join_no,
      evidence: row.evidence as Evidence,
      strength: row.strength as Link['strength'],
      left: end('left'),
      right: end('right'),
      expiresAt: row.expires_at,
    }
    links.set(row.group_id, [...(links.get(row.group_id) ?? []), link])
  }
  return links
}

export async function readGroup(ctx: StaffContext, id: string): Promise<NetworkGroup> {
  allowed(ctx, 'network.read')
  const row = await findGroupRow(ctx, id)
  if (!row) throw new NotFoundError('network.not-found')
  const links = (await linksOf(ctx, [id])).get(id) ?? []
  const mentions = await openMentions(ctx, [
    ...new Set(links.flatMap((link) => [link.left.mentionId, link.right.mentionId])),
  ])
  await writeAudit(ctx, { verb: 'network.opened', subjectKind: 'network', subjectId: id })
  const asks = (await listAsks(ctx)).filter((ask) => ask.groupId === id)
  return { ...lineOf(ctx, row, links), links, mentions, asks }
}

export async function listAsks(ctx: StaffContext): Promise<readonly Ask[]> {
  allowed(ctx, 'network.read')
  const rows = await listAskRows(ctx)
  return rows.map((row): Ask => {
    const side = row.to_org === ctx.actor.orgId ? 'asked' : 'asking'
    return {
      id: row.id,
      groupId: row.group_id,
      mentionId: row.mention_id,
      side,
      otherName: side === 'asked' ? row.from_name : row.to_name,
      state: row.state as Ask['state'],
      askedAt: row.created_at,
      until: row.until,
      version: row.version,
    }
  })
}

/** Asks the body that wrote a mention for its words. That body decides. */
export async function askOwner(
  ctx: StaffContext,
  asked: { readonly groupId: string; readonly mentionId: string },
): Promise<void> {
  allowed(ctx, 'network.edit')
  const links = (await linksOf(ctx, [asked.groupId])).get(asked.groupId) ?? []
  const end = links
    .flatMap((link) => [link.left, link.right])
    .find((each) => each.mentionId === asked.mentionId)
  if (!end) throw new NotFoundError('network.not-found')
  if (end.own) throw new RefusedError('network.your-own')
  if (await hasAsked(ctx, asked.mentionId, ctx.actor.orgId)) throw new RefusedError('network.asked-before')
  const id = ctx.newId()
  await insertAsk(ctx, { ...asked, id, toOrg: end.orgId, until: daysOn(ctx, OPEN_DAYS) })
  await writeJournal(ctx, { verb: 'network.asked', subjectKind: 'network-ask', subjectId: id })
}

const daysOn = (ctx: StaffContext, days: number): Date => new Date(ctx.now.getTime() + days * DAY_MS)

/** The owner gives its words, for a time, or keeps them. */
export async function answerAsk(
  ctx: StaffContext,
  asked: { readonly id: string; readonly version: number; readonly answer: 'given' | 'refused' },
): Promise<void> {
  allowed(ctx, 'network.answer')
  const ask = (await listAsks(ctx)).find((each) => each.id === asked.id && each.side === 'asked')
  if (!ask) throw new NotFoundError('network.not-found')
  if (asked.answer === 'given' && (await openMentions(ctx, [ask.mentionId])).length === 0)
    throw new NotFoundError('network.not-found')
  const until = daysOn(ctx, asked.answer === 'given' ? GIVEN_DAYS : OPEN_DAYS)
  const changed = await updateAsk(ctx, asked.id, asked.version, { state: asked.answer, until })
  if (!changed) throw new StaleVersionError('network.stale', { version: ask.version })
  await writeJournal(ctx, {
    verb: asked.answer === 'given' ? 'network.given' : 'network.kept',
    subjectKind: 'network-ask',
    subjectId: asked.id,
  })
}
