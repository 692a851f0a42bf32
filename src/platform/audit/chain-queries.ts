import { sql } from 'kysely'
import { keyedHash } from '../crypto/secrets.ts'
import type { Context } from '../db/context.ts'
import { runAs } from '../db/context.ts'
import type { Platform } from '../platform.ts'
import type { Ticker } from '../jobs/jobs.ts'
import { canonical, type StoredEntry } from './journal-queries.ts'

/** Both logs have one shape and one way of sealing. */
export const CHAINS = ['journal', 'audit'] as const
export type Chain = (typeof CHAINS)[number]

const TABLE = { journal: 'app.journal', audit: 'app.audit_log' } as const
const BATCH = 2_000
/** An entry older than this without a seal is suspect: the sealer passes every second. */
const SEAL_WITHIN_MS = 120_000

type Row = StoredEntry & { readonly mac: Buffer }

function link(platform: Platform, chain: Chain, previous: Uint8Array, entry: StoredEntry): Uint8Array {
  return keyedHash(
    platform.keys.journal,
    `${chain}\n${Buffer.from(previous).toString('hex')}\n${canonical(entry)}`,
  )
}

/** Entries that no link holds yet: what the sealer takes and the proof looks at. */
function unsealed(ctx: Context, chain: Chain) {
  return ctx.tx
    .selectFrom(`${TABLE[chain]} as e`)
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('app.chain_links as l')
            .select('l.seq')
            .where('l.chain', '=', chain)
            .whereRef('l.entry_id', '=', 'e.id'),
        ),
      ),
    )
}

/** Adds links for what is not sealed yet, in batches; one process at a time per chain. Returns how many. */
export async function sealChain(ctx: Context, chain: Chain): Promise<number> {
  const locked = await sql<{
    ok: boolean
  }>`select pg_try_advisory_xact_lock(hashtext(${`payung.seal.${chain}`})) as ok`.execute(ctx.tx)
  if (!locked.rows[0]?.ok) return 0
  const last = await ctx.tx
    .selectFrom('app.chain_links')
    .select(['seq', 'hash'])
    .where('chain', '=', chain)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = (await unsealed(ctx, chain)
    .orderBy('e.created_at')
    .orderBy('e.id')
    .limit(BATCH)
    .execute()) as readonly Row[]
  let hash: Uint8Array = last?.hash ?? new Uint8Array(32)
  let seq = Number(last?.seq ?? 0)
  const links = rows.map((row) => {
    hash = link(ctx.platform, chain, hash, row)
    seq += 1
    return { chain, seq, entry_id: row.id, hash: Buffer.from(hash), created_at: ctx.now }
  })
  for (let at = 0; at < links.length; at += 500)
    await ctx.tx
      .insertInto('app.chain_links')
      .values(links.slice(at, at + 500))
      .execute()
  return links.length
}

export const sealer: Ticker = {
  name: 'audit.seal',
  everyMs: 1_000,
  tick: async (platform) => {
    for (const chain of CHAINS) {
      while (
        (await runAs(platform, { kind: 'job', name: 'audit.seal' }, (ctx) => sealChain(ctx, chain))) === BATCH
      );
    }
  },
}

export type ChainFault = {
  readonly chain: Chain
  readonly kind: 'changed' | 'removed' | 'inserted' | 'reordered'
  /** The entry, as far as it is known. */
  readonly entryId: string
}

/**
 * Proves one chain from the first link. changed: an entry or a link no longer gives the hash; removed: a link whose entry
 * is gone, or a hole in the numbers; inserted: an entry without our MAC, or one that nobody sealed in time.
 */
export async function verifyChain(
  ctx: Context,
  chain: Chain,
): Promise<{ readonly entries: number; readonly faults: readonly ChainFault[] }> {
  const faults: ChainFault[] = []
  let hash: Uint8Array = new Uint8Array(32)
  let seq = 0
  for (;;) {
    const links = await ctx.tx
      .selectFrom('app.chain_links')
      .selectAll()
      .where('chain', '=', chain)
      .where('seq', '>', String(seq))
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    if (links.length === 0) break
    const rows = (await ctx.tx
      .selectFrom(TABLE[chain])
      .selectAll()
      .where(
        'id',
        'in',
        links.map((row) => row.entry_id),
      )
      .execute()) as readonly Row[]
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const row of links) {
      if (Number(row.seq) !== seq + 1) faults.push({ chain, kind: 'removed', entryId: row.entry_id })
      seq = Number(row.seq)
      const entry = byId.get(row.entry_id)
      if (!entry) faults.push({ chain, kind: 'removed', entryId: row.entry_id })
      else {
        const fault = checkEntry(ctx.platform, chain, hash, entry, row.hash)
        if (fault) faults.push(fault)
      }
      hash = row.hash
    }
  }
  return { entries: seq, faults: [...faults, ...(await findUnsealed(ctx, chain))] }
}

function checkEntry(
  platform: Platform,
  chain: Chain,
  previous: Uint8Array,
  entry: Row,
  stored: Uint8Array,
): ChainFault | undefined {
  const genuine = Buffer.from(keyedHash(platform.keys.journal, canonical(entry))).equals(entry.mac)
  const linked = Buffer.from(link(platform, chain, previous, entry)).equals(Buffer.from(stored))
  if (genuine && linked) return undefined
  return {
    chain,
    kind: !genuine && linked ? 'inserted' : genuine ? 'reordered' : 'changed',
    entryId: entry.id,
  }
}

async function findUnsealed(ctx: Context, chain: Chain): Promise<readonly ChainFault[]> {
  const rows = (await unsealed(ctx, chain).execute()) as readonly Row[]
  return rows
    .filter(
      (row) =>
        !Buffer.from(keyedHash(ctx.platform.keys.journal, canonical(row))).equals(row.mac) ||
        ctx.now.getTime() - row.created_at.getTime() > SEAL_WITHIN_MS,
    )
    .map((row) => ({ chain, kind: 'inserted' as const, entryId: row.id }))
}
