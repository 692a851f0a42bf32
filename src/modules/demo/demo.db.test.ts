import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAINS, verifyChain } from '#src/platform/audit/chain-queries.ts'
import { runAs } from '#src/platform/db/context.ts'
import { DEMO_WORDS, prepareDemonstration } from '#src/demonstration.ts'
import { makePlatform, type Platform } from '#src/platform/platform.ts'
import { followReport, hashOfCode } from '#src/modules/reports/index.ts'
import { copyDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { holdsDemonstration, loadDemonstration, readDemoGuide } from './index.ts'

/** A Friday morning at 17 past; the demonstration ends there. */
const START = new Date('2026-11-20T04:17:23.000Z')
const FICTION = /\+44 ?7700 ?900\d{3}/g

type Place = { readonly database: TestDatabase; readonly platform: Platform; readonly root: Client }

async function openPlace(): Promise<Place> {
  const database = await copyDatabase()
  const platform = makePlatform({
    config: demoConfig('development'),
    owner: database.owner,
    secrets: {
      master: { current: 1, keys: new Map([[1, new Uint8Array(32).fill(7)]]) },
      installation: database.secret,
    },
    clock: () => START,
  })
  const root = new Client(database.root)
  await root.connect()
  return { database, platform: { ...platform, log: quiet(platform) }, root }
}

function quiet(platform: Platform): Platform['log'] {
  return { ...platform.log, info: () => undefined, warn: () => undefined, error: () => undefined }
}

function demoConfig(env: 'development' | 'production'): Platform['config'] {
  return {
    env,
    dataFolder: '/nonexistent',
    databaseUrl: undefined,
    port: 0,
    host: '127.0.0.1',
    url: 'http://localhost:3000',
    masterKeyFile: '/nonexistent',
    secretFile: '/nonexistent',
    trustProxy: false,
    smtpUrl: undefined,
    mailFrom: 'Payung <payung@localhost>',
    demo: env === 'development',
  }
}

async function closePlace({ database, platform, root }: Place): Promise<void> {
  await root.end()
  await platform.database.close()
  await database.drop()
}

const REAL_BODY = {
  id: '01890000-0000-7000-8000-000000000001',
  slug: 'nyata',
  kind: 'ngo',
  name_id: 'Nyata',
  name_en: 'Real',
  short_name: 'Nyata',
  code_prefix: 'NYT',
  time_zone: 'Asia/Jakarta',
}

const silent = (): void => undefined
let place: Place
const count = async (from: string): Promise<number> => {
  const result = await place.root.query<{ n: string }>(`select count(*) as n from app.${from}`)
  return Number(result.rows[0]!.n)
}

beforeAll(async () => {
  place = await openPlace()
  expect(await loadDemonstration({ platform: place.platform, words: DEMO_WORDS }, silent)).toBe('loaded')
}, 120_000)
afterAll(() => closePlace(place))

describe('the stored demonstration', () => {
  it('fills the screens, and everything in it is marked as demonstration', async () => {
    expect(await count('organisations')).toBeGreaterThanOrEqual(12)
    expect(await count('cases')).toBeGreaterThanOrEqual(400)
    for (const table of ['organisations', 'cases', 'reports'])
      expect(await count(`${table} where not demo`), table).toBe(0)
  })

  it('shows every state of a report, a referral and a need', async () => {
    const states = async (table: string): Promise<number> =>
      (await place.root.query(`select distinct state from app.${table}`)).rowCount ?? 0
    expect(await states('reports')).toBe(4)
    expect(await states('referrals')).toBe(9)
    expect(await states('needs')).toBe(7)
    expect(await count("referrals where consent_basis = 'exception'")).toBeGreaterThan(0)
    expect(await count('needs where split_from is not null')).toBeGreaterThan(0)
  })

  it('shows a screening that waits for a second person, one that two agreed on, and one that was screened again', async () => {
    const rounds = await place.root.query(
      `select s.round, s.state, s.outcome_agreed from app.screenings s order by s.case_id, s.round`,
    )
    const found = rounds.rows.map((row) => `${row['round']} ${row['state']} ${row['outcome_agreed']}`)
    expect(found.toSorted()).toEqual([
      '1 agreed yes',
      '1 not-agreed unclear',
      '1 second-opinion null',
      '2 unclear unclear',
    ])
    expect(await count('screenings where second_screener = first_screener')).toBe(0)
  })

  it('leaves no clock that has run out before anybody could look', async () => {
    const now = START.toISOString()
    expect(await count(`reports where state = 'waiting' and respond_by <= '${now}'`)).toBe(0)
    expect(await count(`referrals where state in ('requested', 'received') and due_at <= '${now}'`)).toBe(0)
  })

  it('lets nothing happen after the moment of its start, duty lists and clocks apart', async () => {
    for (const table of [
      'reports',
      'cases',
      'messages',
      'notes',
      'referrals',
      'consents',
      'journal',
      'audit_log',
    ])
      expect(await count(`${table} where created_at > '${START.toISOString()}'`), table).toBe(0)
  })

  it('keeps every case to the rules of the program: owners, closings and readers', async () => {
    expect(
      await count(`needs n where state in ('met','not-met','cancelled') <> (ended_at is not null)`),
    ).toBe(0)
    expect(await count(`cases where state = 'closed' and closed_because is null`)).toBe(0)
    expect(
      await count(
        `cases c where protected and not exists (select 1 from app.protected_readers r where r.case_id = c.id)`,
      ),
    ).toBe(0)
    expect(
      await count(
        `needs n where not exists (select 1 from app.case_files f where f.case_id = n.case_id and f.org_id = n.owner_org)`,
      ),
    ).toBe(0)
  })

  it('has a journal and an audit log that prove themselves', async () => {
    for (const chain of CHAINS) {
      const result = await runAs(place.platform, { kind: 'keeper' }, (ctx) => verifyChain(ctx, chain))
      expect(result.faults).toEqual([])
      expect(result.entries).toBeGreaterThan(400)
    }
  })

  it('opens under its keys, and no number in it is a real one', async () => {
    const keys = await openKeys(place)
    const sealed = [
      ['reports', 'sealed'],
      ['persons', 'sealed'],
      ['cases', 'summary_sealed'],
      ['cases', 'wish_sealed'],
      ['messages', 'sealed'],
      ['notes', 'sealed'],
      ['referrals', 'package_sealed'],
      ['timeline_entries', 'sealed'],
      ['evidence', 'sealed'],
    ] as const
    for (const [table, column] of sealed) {
      const { rows } = await place.root.query<{ id: string; key_id: string; sealed: Buffer }>(
        `select id, key_id, ${column} as sealed from app.${table} where ${column} is not null`,
      )
      expect(rows.length, table).toBeGreaterThan(0)
      for (const row of rows) {
        const text = keys.get(row.key_id)!.openText(`${table}.${column}/${row.id}`, row.sealed)
        expect(text.replaceAll(FICTION, ''), `${table} ${text}`).not.toMatch(
          /\+\d{2}[ \d-]{7,}|\b0?8\d{8,}\b/,
        )
      }
    }
  })

  it('opens the follow page with each printed code', async () => {
    const guide = await readDemoGuide({ platform: place.platform, words: DEMO_WORDS })
    expect(guide?.codes.map((each) => each.shows)).toEqual(['in-work', 'closed', 'waiting'])
    expect(guide?.signIns).toHaveLength(17)
    for (const { code, shows } of guide?.codes ?? []) {
      const actor = { kind: 'public', codeHash: hashOfCode(place.platform, code) } as const
      const view = await runAs(place.platform, actor, (ctx) => followReport(ctx, 'id'))
      expect(view?.holder, shows).toBe('first')
      expect(view?.steps.length, shows).toBeGreaterThan(0)
    }
  })

  it('changes nothing when it is loaded again', async () => {
    const before = await count('journal')
    expect(await loadDemonstration({ platform: place.platform, words: DEMO_WORDS }, silent)).toBe('there')
    expect(await count('journal')).toBe(before)
  })

  it('keeps production from starting over it', async () => {
    const production = { ...place.platform, config: demoConfig('production') }
    await expect(prepareDemonstration(production)).rejects.toThrow('holds the demonstration')
  })
})

async function openKeys({ root, platform }: Place) {
  const { rows } = await root.query<{ id: string; wrapped: Buffer; master_version: number }>(
    'select id, wrapped, master_version from app.data_keys',
  )
  return new Map(
    rows.map((row) => [
      row.id,
      platform.vault.open({ id: row.id, wrapped: row.wrapped, masterVersion: row.master_version }),
    ]),
  )
}

describe('a loading that is stopped halfway', () => {
  it('is whole after the next start', async () => {
    const size = { cases: 60, waiting: 12 }
    const other = await openPlace()
    try {
      const killed = loadDemonstration(
        { platform: other.platform, words: DEMO_WORDS },
        (line) => {
          if (line.includes('60/60')) throw new Error('killed')
        },
        size,
      )
      await expect(killed).rejects.toThrow('killed')
      const later = { ...other.platform, clock: () => new Date(START.getTime() + 3 * 3600_000) }
      expect(await holdsDemonstration(later)).toBe(true)
      expect(await loadDemonstration({ platform: later, words: DEMO_WORDS }, silent, size)).toBe('loaded')
      const rows = await other.root.query<{ n: string; codes: string; waiting: string }>(
        `select (select count(*) from app.cases) as n, (select count(distinct code) from app.cases) as codes,
          (select count(*) from app.reports where state = 'waiting') as waiting`,
      )
      expect(rows.rows[0]).toMatchObject({ n: '60', codes: '60' })
      expect(Number(rows.rows[0]!.waiting)).toBeGreaterThan(12)
      const proof = await runAs(later, { kind: 'keeper' }, (ctx) => verifyChain(ctx, 'journal'))
      expect(proof.faults).toEqual([])
    } finally {
      await closePlace(other)
    }
  })

  it('never mixes with bodies that are not of the demonstration', async () => {
    const other = await openPlace()
    try {
      await runAs(other.platform, { kind: 'keeper' }, (ctx) =>
        ctx.tx.insertInto('app.organisations').values(REAL_BODY).execute(),
      )
      expect(await loadDemonstration({ platform: other.platform, words: DEMO_WORDS }, silent)).toBe('real')
    } finally {
      await closePlace(other)
    }
  })
})
