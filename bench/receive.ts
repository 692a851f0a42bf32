// Receiving a report, all of it, against the same SQL statements alone with the same values: both on equal databases in one run.
import { sql } from 'kysely'
import pg from 'pg'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { newIdempotencyKey, receiveReport, reporterActor } from '#src/modules/reports/index.ts'
import { connectionFor } from '#src/platform/db/prepare.ts'
import { runAs } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { throughput, type BenchDatabase, type BenchServer, type Row } from './server.ts'

const WRITERS = 8

const draft: ReportDraft = {
  ...blankReport({ channel: 'web', language: 'id' }),
  what: ['gaji', 'kunci', 'paspor'],
  names: ['Contoh Rekaan', 'Bu Contoh'],
  village: known('Desa Rekaan'),
  story:
    'Saya dikunci di rumah majikan, gaji tidak pernah diberikan sejak 2019 dan paspor diambil. Kalau majikan pergi saya bisa memakai HP sebentar.',
  place: known({ country: 'MY', words: 'dekat kolam renang besar' }),
  danger: known('now'),
  safeContact: known({
    ways: ['whatsapp'],
    value: '+44 7700 900123',
    hours: 'Minggu 13.00',
    callRule: 'do-not-call',
  }),
  mayShare: { mission: 'yes', 'labour-office': 'yes', police: 'no' },
}

type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

async function addDesk(database: BenchDatabase): Promise<void> {
  await runAs(database.platform, { kind: 'keeper' }, async (ctx) => {
    for (const [slug, kind, country] of [
      ['jhb', 'mission', 'MY'],
      ['pst', 'kp2mi', 'ID'],
    ] as const) {
      const id = `01900000-0000-7000-8000-0000000000${slug === 'jhb' ? '01' : '02'}`
      await ctx.tx
        .insertInto('app.organisations')
        .values({
          id,
          slug,
          kind,
          name_id: slug,
          name_en: slug,
          short_name: slug,
          code_prefix: slug.toUpperCase(),
          time_zone: 'Asia/Jakarta',
          country,
          takes_reports: true,
        })
        .execute()
      await ctx.tx.insertInto('app.desk_coverage').values({ id, org_id: id, country, rank: 1 }).execute()
    }
  })
}

const receive = (platform: Platform): Promise<unknown> => {
  const key = newIdempotencyKey()
  return runAs(platform, reporterActor(platform, key), (ctx) => receiveReport(ctx, draft, key))
}

/** The statements of many receipts as they went over the wire, to be sent again by themselves. */
async function record(database: BenchDatabase, count: number): Promise<readonly (readonly Statement[])[]> {
  const taken: Statement[][] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  let current: Statement[] = []
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [text, parameters] = args
    if (typeof text === 'string' && Array.isArray(parameters)) current.push({ sql: text, parameters })
    return original.apply(this, args)
  }
  try {
    for (let i = 0; i < count; i++) {
      current = []
      await receive(database.platform)
      taken.push(current.filter((statement) => !/^(begin|commit|start transaction)/i.test(statement.sql)))
    }
  } finally {
    prototype.query = original
  }
  return taken
}

export async function benchReceive(server: BenchServer, count: number): Promise<readonly Row[]> {
  const [recorded, ours, bare] = [await server.database(), await server.database(), await server.database()]
  for (const database of [recorded, ours, bare]) await addDesk(database)
  const statements = await record(recorded, count)
  await throughput(200, WRITERS, () => receive(ours.platform)) // warm
  const mine = await throughput(count, WRITERS, () => receive(ours.platform))
  const pool = new pg.Pool({
    ...connectionFor(bare.owner, 'payung_site', bare.platform.secrets.installation),
    max: WRITERS,
  })
  pool.on('error', () => undefined)
  const alone = await throughput(count, WRITERS, async (index) => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      for (const statement of statements[index]!) await client.query(statement.sql, [...statement.parameters])
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  const stored = await runAs(bare.platform, { kind: 'keeper' }, (ctx) =>
    sql<{ n: string }>`select count(*) as n from app.reports`.execute(ctx.tx),
  )
  if (Number(stored.rows[0]!.n) !== count) throw new Error('the bare statements did not store every report')
  await pool.end()
  for (const database of [recorded, ours, bare]) await database.close()
  const ratio = mine / alone
  return [
    {
      what: `receive a report (${count}, ${WRITERS} writers, fsync on)`,
      measured: `${mine.toFixed(0)}/s`,
      baseline: `its ${statements[0]!.length} SQL statements alone: ${alone.toFixed(0)}/s`,
      ratio: ratio.toFixed(2),
      goal: '≥ 0.50',
      reached: ratio >= 0.5,
    },
  ]
}
