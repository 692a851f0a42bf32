import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { createCase, protectCase } from '#src/modules/cases/index.ts'
import { runJobs } from '../../../test/support/run-jobs.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import type { TestOrg } from '../../../test/support/test-orgs.ts'
import { findAll } from './find-job.ts'
import {
  addMention,
  answerAsk,
  askOwner,
  judgeMention,
  listAsks,
  listGroups,
  listMentions,
  networkClock,
  readGroup,
  type MentionForm,
} from './index.ts'

let world: TestPlatform
let jhb: StaffActor
let hkg: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  jhb = await world.as('caseworker', 'jhb')
  hkg = await world.as('caseworker', 'hkg')
})
afterAll(() => world.close())

const PHONE = '+44 7700 900417'

const form = (caseCode: string, over: Partial<MentionForm> = {}): MentionForm => ({
  kind: 'telephone',
  role: 'perekrut',
  value: PHONE,
  source: 'Nomor yang ia hubungi.',
  saidOn: '2026-10-01',
  caseCode,
  reportId: '',
  ...over,
})

async function newCase(org: TestOrg): Promise<string> {
  const officer = await world.as('caseworker', org)
  const { code } = await world.staff(officer, (ctx) =>
    createCase(ctx, {
      urgency: 'sedang',
      types: ['UNPAID_WAGES'],
      country: 'MY',
      district: null,
      phase: 'during',
      touchesChild: false,
      summary: '',
    }),
  )
  return code
}

const write = (actor: StaffActor, caseCode: string, over: Partial<MentionForm> = {}): Promise<string> =>
  world.staff(actor, (ctx) => addMention(ctx, form(caseCode, over)))
const find = (): Promise<void> => runAs(world.platform, { kind: 'job', name: 'networks' }, findAll)
const groupsOf = (actor: StaffActor) => world.staff(actor, async (ctx) => (await listGroups(ctx, 0)).groups)
const mentionsOf = (actor: StaffActor) =>
  world.staff(actor, async (ctx) => (await listMentions(ctx, { page: 0 })).mentions)

describe('two bodies whose cases speak of one number', () => {
  let group = ''
  let ofHkg = ''
  let ofJhb = ''

  beforeAll(async () => {
    ofJhb = await write(jhb, await newCase('jhb'))
    world.time.advance(60_000)
    ofHkg = await write(hkg, await newCase('hkg'), { value: '0044-7700-900417' })
    await runJobs(world)
    await find()
    group = (await groupsOf(jhb))[0]!.id
  })

  it('learn that a link exists, of what kind and whom to ask', async () => {
    const [mine] = await groupsOf(jhb)
    const [theirs] = await groupsOf(hkg)
    expect([mine!.files, mine!.evidence, mine!.leads]).toEqual([2, ['telephone'], true])
    expect([theirs!.id, theirs!.leads]).toEqual([group, false])
    expect(theirs!.leadName).not.toBe('')
  })

  it('see their own words and not those of the other', async () => {
    const opened = await world.staff(jhb, (ctx) => readGroup(ctx, group))
    expect(opened.mentions.map((mention) => mention.id)).toEqual([ofJhb])
    expect(JSON.stringify(opened)).not.toContain('0044')
    const rows = await world.staff(jhb, (ctx) =>
      ctx.tx.selectFrom('app.network_mentions').select('id').where('id', '=', ofHkg).execute(),
    )
    expect(rows).toEqual([])
  })

  it('is told nothing when it has no part in it', async () => {
    const other = await world.as('supervisor', 'pusat')
    expect(await groupsOf(other)).toEqual([])
    await expect(world.staff(other, (ctx) => readGroup(ctx, group))).rejects.toThrow('network.not-found')
  })

  it('give each other the words by their own yes, for a time', async () => {
    await world.staff(jhb, (ctx) => askOwner(ctx, { groupId: group, mentionId: ofHkg }))
    await expect(
      world.staff(jhb, (ctx) => askOwner(ctx, { groupId: group, mentionId: ofHkg })),
    ).rejects.toThrow('network.asked-before')
    const boss = await world.as('supervisor', 'hkg')
    const [ask] = await world.staff(boss, listAsks)
    await expect(
      world.staff(hkg, (ctx) => answerAsk(ctx, { id: ask!.id, version: 1, answer: 'given' })),
    ).rejects.toThrow('network.not-yours')
    await world.staff(boss, (ctx) => answerAsk(ctx, { id: ask!.id, version: 1, answer: 'given' }))
    const opened = await world.staff(jhb, (ctx) => readGroup(ctx, group))
    const given = opened.mentions.find((mention) => mention.id === ofHkg)
    expect([given?.value, given?.caseCode]).toEqual(['0044-7700-900417', undefined])
  })

  it('check each other’s words with other eyes than the writer’s, and confirm with a third', async () => {
    const judge = (actor: StaffActor, version: number, act: 'check' | 'refute') =>
      world.staff(actor, (ctx) => judgeMention(ctx, { id: ofJhb, version, act }))
    await expect(judge(jhb, 1, 'check')).rejects.toThrow('network.own-word')
    const second = await world.hire('jhb', ['caseworker'])
    await judge(second, 1, 'check')
    await expect(judge(second, 2, 'check')).rejects.toThrow('network.own-word')
    await expect(judge(await world.as('supervisor', 'jhb'), 1, 'check')).rejects.toThrow('network.stale')
    await judge(await world.as('supervisor', 'jhb'), 2, 'check')
    expect((await mentionsOf(jhb))[0]!.state).toBe('confirmed')
  })

  it('lose the link when one of them refutes its word', async () => {
    await world.staff(hkg, (ctx) => judgeMention(ctx, { id: ofHkg, version: 1, act: 'refute' }))
    await find()
    expect(await groupsOf(jhb)).toEqual([])
  })
})

describe('what never joins', () => {
  it('is a clinic that many went to', async () => {
    const clinic = { role: 'klinik', value: '+44 7700 900500' }
    await write(jhb, await newCase('jhb'), clinic)
    await write(hkg, await newCase('hkg'), clinic)
    await find()
    expect(await groupsOf(jhb)).toEqual([])
  })

  it('is what a protected case says', async () => {
    const boss = await world.as('supervisor', 'jhb')
    const shut = await newCase('jhb')
    const value = '+44 7700 900600'
    await write(jhb, shut, { value })
    await write(hkg, await newCase('hkg'), { value })
    await world.staff(boss, (ctx) =>
      protectCase(ctx, { code: shut, version: 1, because: 'insider', readers: [] }),
    )
    await find()
    expect(await groupsOf(hkg)).toEqual([])
  })

  it('is what is over', async () => {
    const value = '+44 7700 900700'
    await write(jhb, await newCase('jhb'), { value })
    await write(hkg, await newCase('hkg'), { value })
    await find()
    expect(await groupsOf(hkg)).toHaveLength(1)
    world.time.advance(181 * 86_400_000)
    expect(await groupsOf(hkg)).toEqual([])
    expect((await mentionsOf(hkg)).map((mention) => mention.value)).not.toContain(value)
    await find()
    const left = await world.root('select count(*)::int as n from app.network_links')
    expect(left).toEqual([{ n: 0 }])
    world.time.advance(181 * 86_400_000)
    await networkClock.tick(world.platform)
    expect(
      await world.root("select count(*)::int as n from app.network_mentions where state <> 'confirmed'"),
    ).toEqual([{ n: 0 }])
  })
})

describe('a word that says too little or comes from the wrong hand', () => {
  it('is refused field by field', async () => {
    const code = await newCase('jhb')
    await expect(write(jhb, code, { value: '112' })).rejects.toThrow('value: too-little')
    await expect(write(jhb, code, { kind: 'korban' })).rejects.toThrow('kind: missing')
    await expect(write(jhb, code, { source: ' ' })).rejects.toThrow('source: missing')
    await expect(write(jhb, code, { saidOn: '2031-01-01' })).rejects.toThrow('saidOn: wrong-day')
  })

  it('is not written into the case of another body', async () => {
    await expect(write(hkg, await newCase('jhb'))).rejects.toThrow('case.not-found')
  })

  it.each(['village-officer', 'analyst', 'auditor', 'law-drafter'] as const)(
    'is not read by %s, in the program or in the database',
    async (role) => {
      const reader = await world.as(role, 'jhb')
      await expect(world.staff(reader, (ctx) => listMentions(ctx, { page: 0 }))).rejects.toThrow(
        'network.not-yours',
      )
      for (const table of ['app.network_mentions', 'app.network_groups', 'app.network_links'] as const) {
        const seen = await world.staff(reader, (ctx) => ctx.tx.selectFrom(table).select('id').execute())
        expect(seen).toEqual([])
      }
    },
  )

  it('stands in no clear column', async () => {
    const rows = await world.root('select to_jsonb(m) as row from app.network_mentions m')
    expect(JSON.stringify(rows)).not.toMatch(/900417|7700|hubungi/)
  })
})
