// A large, invented case load: 100,000 cases of four bodies with sealed persons, search tokens and a full inbox.
import { sql } from 'kysely'
import { CASE_TYPES } from '#src/domain/cases/case-types.ts'
import { URGENCIES } from '#src/domain/cases/urgency.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport } from '#src/domain/reports/report.ts'
import { blankPerson } from '#src/modules/people/index.ts'
import { tokensFor } from '#src/platform/crypto/search-tokens.ts'
import { runAs, type Context, type StaffActor } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { loadDemoMaterial } from '#src/platform/demo-material.ts'
import { loadReference } from '#src/platform/reference.ts'

const ORGS = ['jhb', 'hkg', 'jtm', 'pst'] as const
const COUNTRIES = ['MY', 'HK', 'TW', 'SA', 'SG'] as const
const BATCH = 1_000

export type Filled = {
  readonly officer: StaffActor
  readonly supervisor: StaffActor
  readonly names: readonly string[]
  readonly codes: readonly string[]
}

/** Every choice comes from the number of the case: the same fill each time. */
const pick = <T>(list: readonly T[], n: number): T =>
  list[Math.abs(Math.imul(n, 2654435761) >>> 7) % list.length]!

function uuid(kind: number, n: number): string {
  return `019${kind.toString(16).padStart(5, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

export async function fillCases(platform: Platform, cases: number): Promise<Filled> {
  const orgs = await runAs(platform, { kind: 'keeper' }, addOrgs)
  const { styles } = loadDemoMaterial(loadReference())
  const given = styles.flatMap((style) => [
    ...style.female,
    ...style.male,
    ...style.secondFemale,
    ...style.secondMale,
  ])
  const names: string[] = []
  const codes: string[] = []
  for (let start = 0; start < cases; start += BATCH) {
    await runAs(platform, { kind: 'keeper' }, async (ctx) => {
      const rows = Array.from({ length: Math.min(BATCH, cases - start) }, (_, i) =>
        makeOne(ctx, start + i, orgs, given),
      )
      await insertAll(ctx, rows)
      for (const row of rows)
        if (row.orgId === orgs.ids[0] && row.n % 211 === 0) {
          names.push(row.name)
          codes.push(row.code)
        }
    })
    if (start % 20_000 === 0) process.stderr.write(`filling ${start + BATCH}/${cases}\n`)
  }
  process.stderr.write('\n')
  await runAs(platform, { kind: 'keeper' }, (ctx) => sql`select 1`.execute(ctx.tx))
  return { officer: orgs.officer, supervisor: orgs.supervisor, names, codes }
}

type Orgs = {
  readonly ids: readonly string[]
  readonly officer: StaffActor
  readonly supervisor: StaffActor
  readonly staff: readonly string[]
}

async function addOrgs(ctx: Context): Promise<Orgs> {
  const ids = ORGS.map((_, i) => uuid(1, i))
  for (const [i, slug] of ORGS.entries())
    await ctx.tx
      .insertInto('app.organisations')
      .values({
        id: ids[i]!,
        slug,
        kind: i < 2 ? 'mission' : 'bp3mi',
        name_id: slug,
        name_en: slug,
        short_name: slug,
        code_prefix: slug.toUpperCase(),
        time_zone: 'Asia/Jakarta',
        country: 'ID',
        takes_reports: true,
      })
      .execute()
  const staff = Array.from({ length: 40 }, (_, i) => uuid(2, i))
  for (const [i, id] of staff.entries())
    await ctx.tx
      .insertInto('app.staff')
      .values({
        id,
        org_id: ids[i % 4]!,
        sign_in_name: `officer-${i}`,
        display_name: `Officer ${i}`,
        email: `o${i}@example.test`,
        state: 'active',
      })
      .execute()
  const actor = (staffId: string, roles: readonly string[]): StaffActor => ({
    kind: 'staff',
    staffId,
    orgId: ids[0]!,
    roles,
  })
  return {
    ids,
    staff,
    officer: actor(staff[0]!, ['intake-officer', 'caseworker']),
    supervisor: actor(staff[4]!, ['supervisor']),
  }
}

function makeOne(ctx: Context, n: number, orgs: Orgs, given: readonly string[]) {
  const share = n % 10
  const at = share < 7 ? 0 : share - 6 // seven of ten belong to one busy mission
  const orgId = orgs.ids[at]!
  const name = [
    pick(given, n),
    pick(given, n * 7 + 3),
    ...(n % 3 === 0 ? [pick(given, n * 13 + 5)] : []),
  ].join(' ')
  const personId = uuid(4, n)
  const { key, row: personKey } = ctx.platform.vault.create(uuid(5, n))
  const { key: reportKey, row: reportRow } = ctx.platform.vault.create(uuid(6, n))
  const facts = { ...blankPerson([name]), village: known(`Desa ${pick(given, n * 3)}`) }
  const draft = {
    ...blankReport({ channel: 'web', language: 'id' }),
    names: [name],
    story: 'Gaji saya tidak dibayar, paspor ditahan, saya ingin pulang.',
  }
  const day = new Date(ctx.now.getTime() - (n % 700) * 24 * 3600_000)
  return {
    n,
    orgId,
    name,
    code: `${ORGS[at]!.toUpperCase()}-${day.getUTCFullYear()}-${String(n).padStart(6, '0')}`,
    caseId: uuid(3, n),
    personId,
    personKey,
    reportRow,
    sealed: key.sealJson(`persons.sealed/${personId}`, facts),
    report: reportKey.sealJson(`reports.sealed/${uuid(7, n)}`, draft),
    tokens: tokensFor(ctx.platform.keys.tokens, { names: [name], villages: [`Desa ${pick(given, n * 3)}`] }),
    urgency: n % 53 === 0 ? 'darurat' : n % 11 === 0 ? 'tinggi' : pick(URGENCIES.slice(2), n),
    types: [pick(CASE_TYPES, n), pick(CASE_TYPES, n * 5)],
    country: pick(COUNTRIES, n),
    closed: n % 4 === 0,
    protected: n % 97 === 0,
    assignee: orgs.staff[at + 4 * (n % 10)]!,
    day,
  }
}
type One = ReturnType<typeof makeOne>

async function insertAll(ctx: Context, rows: readonly One[]): Promise<void> {
  const { tx } = ctx
  const keys = rows.flatMap((row) => [
    {
      id: row.personKey.id,
      subject_kind: 'person',
      subject_id: row.personId,
      wrapped: row.personKey.wrapped,
      master_version: 1,
    },
    {
      id: row.reportRow.id,
      subject_kind: 'report',
      subject_id: uuid(7, row.n),
      wrapped: row.reportRow.wrapped,
      master_version: 1,
    },
  ])
  await tx.insertInto('app.data_keys').values(keys).execute()
  await tx
    .insertInto('app.cases')
    .values(
      rows.map((row) => ({
        id: row.caseId,
        created_at: row.day,
        code: row.code,
        lead_org: row.orgId,
        urgency: row.urgency,
        case_types: row.types,
        country: row.country,
        phase: 'during',
        key_id: row.personKey.id,
        protected: row.protected,
        protected_because: row.protected ? 'child' : null,
        state: row.closed ? 'closed' : 'open',
        closed_at: row.closed ? row.day : null,
        closed_because: row.closed ? 'own-word' : null,
        closed_result: row.closed ? 'achieved' : null,
      })),
    )
    .execute()
  await tx
    .insertInto('app.case_files')
    .values(
      rows.map((row) => ({
        case_id: row.caseId,
        org_id: row.orgId,
        created_at: row.day,
        is_lead: true,
        assignee: row.assignee,
        touched_at: row.day,
        next_due_at: new Date(row.day.getTime() + 9e8),
        code: '',
        case_state: '',
        urgency: '',
        case_types: [],
        phase: '',
        protected: false,
        touches_child: false,
      })),
    )
    .execute()
  await tx
    .insertInto('app.persons')
    .values(
      rows.map((row) => ({
        id: row.personId,
        created_at: row.day,
        org_id: row.orgId,
        key_id: row.personKey.id,
        sealed: row.sealed,
      })),
    )
    .execute()
  await tx
    .insertInto('app.case_persons')
    .values(
      rows.map((row) => ({
        id: uuid(8, row.n),
        created_at: row.day,
        case_id: row.caseId,
        person_id: row.personId,
        org_id: row.orgId,
        roles: ['concerned'],
      })),
    )
    .execute()
  await tx
    .insertInto('app.reports')
    .values(
      rows.map((row) => {
        const waiting = row.n % 5 === 0
        return {
          id: uuid(7, row.n),
          created_at: row.day,
          channel: 'web',
          about: 'myself',
          language: 'id',
          org_id: row.orgId,
          desk_since: row.day,
          respond_by: new Date(row.day.getTime() + 9e8),
          state: waiting ? 'waiting' : 'in-case',
          taken_at: waiting ? null : row.day,
          taken_by: waiting ? null : row.assignee,
          case_id: waiting ? null : row.caseId,
          joined_as: waiting ? null : 'concerned',
          danger: row.urgency === 'darurat' ? 'now' : 'no',
          urgency_suggested: row.urgency,
          urgency: row.urgency,
          case_types: row.types,
          country: row.country,
          anonymous: false,
          key_id: row.reportRow.id,
          sealed: row.report,
        }
      }),
    )
    .execute()
  const tokens = rows.flatMap((row) =>
    row.tokens.map((each) => ({
      token: each.token,
      kind: each.kind,
      subject_id: row.personId,
      subject_kind: 'person',
      org_id: row.orgId,
      case_id: row.caseId,
    })),
  )
  for (let at = 0; at < tokens.length; at += 5_000)
    await tx
      .insertInto('app.search_tokens')
      .values(tokens.slice(at, at + 5_000))
      .onConflict((c) => c.doNothing())
      .execute()
}
