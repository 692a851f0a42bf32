import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import { blankPerson, NO_MARKS, type PersonFacts } from '#src/modules/people/index.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  addKnownPerson,
  addNewPerson,
  addNote,
  addTask,
  addTimelineEntry,
  changeCaseFacts,
  changePersonInCase,
  closeAgencyFile,
  closeCase,
  createCase,
  handOverWork,
  listCases,
  listEmergencyOpenings,
  openInEmergency,
  protectCase,
  readCase,
  readLoad,
  readReads,
  recordAttempt,
  recordConsent,
  recordWish,
  reopenForPersons,
  reviewEmergency,
  searchCases,
  UNKNOWN_ROLE_FIELDS,
  type CaseStart,
} from './index.ts'

let world: TestPlatform
let worker: StaffActor
let boss: StaffActor
const DAY = 24 * 3600_000

beforeAll(async () => {
  world = await makeTestPlatform()
  worker = await world.as('caseworker', 'jhb')
  boss = await world.as('supervisor', 'jhb')
})
afterAll(() => world.close())

const START: CaseStart = {
  urgency: 'sedang',
  types: ['UNPAID_WAGES'],
  country: 'MY',
  district: null,
  phase: 'during',
  touchesChild: false,
  summary: '',
}
const open = (facts: Partial<CaseStart> = {}) =>
  world.staff(worker, (ctx) => createCase(ctx, { ...START, ...facts }))
const file = (code: string, actor = worker) => world.staff(actor, (ctx) => readCase(ctx, code, 'work'))
const person = (code: string, facts: Partial<PersonFacts>, actor = worker) =>
  world.staff(actor, (ctx) =>
    addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: { ...blankPerson(), ...facts },
      marks: NO_MARKS,
    }),
  )
const list = (actor: StaffActor) =>
  world.staff(actor, (ctx) =>
    listCases(ctx, { filter: 'org', sort: 'urgency', order: 'ascending', offset: 0, limit: 50 }),
  )

describe('a case', () => {
  it('gets a code of its body and year, also when many are opened at once', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => open()))
    expect(new Set(made.map((each) => each.code)).size).toBe(5)
    expect(made[0]?.code).toMatch(/^JHB-2026-\d{4}$/)
  })

  it('records every opening, and answers another body as if it did not exist', async () => {
    const { id, code } = await open()
    await file(code)
    const [row] = await world.root(
      `select count(*)::int as n from app.audit_log where verb = 'case.opened' and case_id = $1`,
      [id],
    )
    expect(row?.['n']).toBe(1)
    const elsewhere = await world.as('caseworker', 'hkg')
    const nothing = await file('JHB-2026-9999', elsewhere).catch((error: unknown) => error)
    const hidden = await file(code, elsewhere).catch((error: unknown) => error)
    expect(hidden).toEqual(nothing)
  })

  it('overwrites nothing: the second of two editors gets both versions', async () => {
    const { code } = await open()
    const { row } = await file(code)
    const wish = (words: string) =>
      world.staff(worker, (ctx) =>
        recordWish(ctx, { code, version: row.version, words, language: 'jv', readBack: 'read-back' }),
      )
    await wish('Ingin pulang')
    await expect(wish('Ingin kerja lagi')).rejects.toMatchObject({
      name: 'StaleVersionError',
      current: { field: 'wish', theirs: 'Ingin pulang' },
    })
    expect((await file(code)).wish?.words).toBe('Ingin pulang')
  })

  it('keeps contradictions side by side, with approximate dates and sources', async () => {
    const { code } = await open()
    const entry = { code, dateWords: 'sebelum puasa', certainty: 'likely' }
    const first = await world.staff(worker, (ctx) =>
      addTimelineEntry(ctx, { ...entry, date: '2019-04~', text: 'Berangkat dari desa', source: 'family' }),
    )
    await world.staff(worker, (ctx) =>
      addTimelineEntry(ctx, {
        ...entry,
        date: '2020',
        text: 'Berangkat dari kota',
        source: 'document',
        contradicts: first,
      }),
    )
    const { timeline } = await file(code)
    expect(timeline.map((each) => [each.words?.date, each.contradicts])).toEqual([
      ['2019-04~', null],
      ['2020', first],
    ])
    await expect(
      world.staff(worker, (ctx) =>
        addTimelineEntry(ctx, { ...entry, date: 'kemarin', text: 'x', source: 'family' }),
      ),
    ).rejects.toMatchObject({ problems: [{ path: 'date' }] })
  })

  it('flags a child by a range that touches 18, and shows one person in several cases', async () => {
    const first = await open()
    const personId = await person(first.code, { names: ['Lestari'], born: known(partialDateOf('2009')) })
    expect((await file(first.code)).row.touches_child).toBe(true)
    const second = await open()
    await world.staff(worker, (ctx) =>
      addKnownPerson(ctx, { code: second.code, personId, roles: ['witness'], fields: UNKNOWN_ROLE_FIELDS }),
    )
    expect((await file(second.code)).related.map((each) => each.code)).toEqual([first.code])
    await expect(
      world.staff(worker, (ctx) =>
        addKnownPerson(ctx, { code: second.code, personId, roles: ['witness'], fields: UNKNOWN_ROLE_FIELDS }),
      ),
    ).rejects.toMatchObject({ code: 'person.already-in-case' })
  })

  it('changes a person only from the version that the editor saw', async () => {
    const { code } = await open()
    const personId = await person(code, { names: ['Lestari'] })
    const rename = (name: string) =>
      world.staff(worker, (ctx) =>
        changePersonInCase(ctx, {
          code,
          personId,
          personVersion: 1,
          roleVersion: 1,
          roles: ['concerned'],
          fields: UNKNOWN_ROLE_FIELDS,
          facts: blankPerson([name]),
          marks: NO_MARKS,
        }),
      )
    await rename('Lestari Ayu')
    await expect(rename('Lestari Dewi')).rejects.toMatchObject({ name: 'StaleVersionError' })
    expect((await file(code)).persons[0]?.person?.facts?.names).toEqual(['Lestari Ayu'])
  })

  it('opens restricted notes to their readers and their writer alone', async () => {
    const { code } = await open()
    const colleague = await world.hire('jhb', ['caseworker'])
    const care = await world.hire('jhb', ['caseworker', 'restricted-reader-care'])
    await world.staff(worker, (ctx) =>
      addNote(ctx, { code, noteClass: 'restricted-care', text: 'sulit tidur' }),
    )
    await world.staff(worker, (ctx) => addNote(ctx, { code, noteClass: 'general', text: 'sudah ditelepon' }))
    expect((await file(code)).notes).toHaveLength(2)
    expect((await file(code, colleague)).notes.map((each) => each.class)).toEqual(['general'])
    expect((await file(code, care)).notes).toHaveLength(2)
  })

  it('keeps three answers to consent apart, and a withdrawal is a new row', async () => {
    const { code } = await open()
    const give = (answer: string) =>
      world.staff(worker, (ctx) =>
        recordConsent(ctx, {
          code,
          item: 'story',
          readerKind: 'police',
          answer,
          givenBy: 'self',
          how: 'spoken',
          language: 'id',
        }),
      )
    await give('not-asked')
    await give('yes')
    await give('no')
    expect((await file(code)).consents.map((each) => each.answer)).toEqual(['not-asked', 'yes', 'no'])
    await expect(give('perhaps')).rejects.toMatchObject({ problems: [{ path: 'answer' }] })
  })

  it('closes with the own word or attempts on three days; the agency closes only its file', async () => {
    const { code } = await open()
    const close = async (ownWord: string) => {
      const { row } = await file(code)
      return world.staff(worker, (ctx) =>
        closeCase(ctx, { code, version: row.version, reason: 'achieved', ownWord }),
      )
    }
    const attempt = (days: number) =>
      world.staff(worker, (ctx) =>
        recordAttempt(ctx, {
          code,
          at: new Date(ctx.now.getTime() - days * DAY),
          way: 'phone',
          result: 'no-answer',
          how: 'telepon tidak diangkat',
        }),
      )
    await expect(close('')).rejects.toMatchObject({
      code: 'case.close.guard-not-met',
      missing: ['own-word-or-three-attempts'],
    })
    await attempt(1)
    await attempt(1)
    await attempt(1)
    await expect(close('')).rejects.toMatchObject({ missing: ['own-word-or-three-attempts'] })
    await world.staff(worker, (ctx) => closeAgencyFile(ctx, { code, because: 'settled' }))
    expect((await file(code)).row.state).toBe('open')
    await attempt(2)
    await attempt(3)
    await close('')
    expect((await file(code)).row).toMatchObject({ state: 'closed', closed_because: 'three-attempts' })
  })

  it('opens again when the person asks on the follow page, with a task for its officer', async () => {
    const { id, code } = await open()
    const { row } = await file(code)
    await world.staff(worker, (ctx) =>
      closeCase(ctx, { code, version: row.version, reason: 'achieved', ownWord: 'sudah cukup' }),
    )
    world.time.advance(1000)
    const report = await aReport(id)
    await world.root(
      `insert into app.messages (id, created_at, report_id, case_id, org_id, sender, kind, key_id, sealed)
       select gen_random_uuid(), $1, $2, $3, org_id, 'reporter', 'reopen-request', key_id, '\\x00' from app.reports where id = $2`,
      [world.time.now, report, id],
    )
    await runAs(world.platform, { kind: 'job', name: 'cases.reopen' }, reopenForPersons)
    await world.root(`delete from app.messages where case_id = $1`, [id])
    const opened = await file(code)
    expect(opened.row.state).toBe('open')
    expect(opened.tasks.map((task) => task.kind)).toEqual(['reopened'])
  })

  it('is found by code, name, sound and number, and the search is recorded without its words', async () => {
    const { code } = await open()
    await person(code, { names: ['Soekarni Wulandari'], numbers: ['+44 7700 900456'] })
    const search = (words: string, actor = worker) => world.staff(actor, (ctx) => searchCases(ctx, words))
    for (const words of [code, code.toLowerCase(), 'wulandari', 'Sukarni', '+447700900456'])
      expect((await search(words)).cases.map((each) => each.code)).toContain(code)
    expect((await search('wulandari', await world.as('caseworker', 'hkg'))).cases).toEqual([])
    const rows = await world.root(`select details::text as d from app.audit_log where verb = 'case.searched'`)
    expect(rows.length).toBeGreaterThan(4)
    expect(rows.map((row) => String(row['d'])).join(' ')).not.toMatch(/wulan|karni|7700/i)
  })
})

describe('a protected case', () => {
  it('is for everybody else as if it did not exist: page, list, count, search, report', async () => {
    const { id, code } = await open({ urgency: 'darurat' })
    await person(code, { names: ['Rahasia Purnama'] })
    await aReport(id)
    const before = await list(worker)
    const { row } = await file(code, boss)
    await world.staff(boss, (ctx) =>
      protectCase(ctx, { code, version: row.version, because: 'insider', readers: [] }),
    )
    await expect(file(code)).rejects.toMatchObject({ code: 'case.not-found' })
    const after = await list(worker)
    expect(after.items.map((each) => each.code)).not.toContain(code)
    expect(after.counts.org).toBe(before.counts.org - 1)
    expect((await world.staff(worker, (ctx) => searchCases(ctx, 'purnama'))).cases).toEqual([])
    expect((await world.staff(worker, (ctx) => searchCases(ctx, code))).cases).toEqual([])
    const seen = await world.staff(worker, (ctx) =>
      ctx.tx.selectFrom('app.reports').select('id').where('case_id', '=', id).execute(),
    )
    expect(seen).toEqual([])
    expect((await file(code, boss)).row.protected).toBe(true)
  })

  it('opens in an emergency for four hours with a reason that another supervisor reviews', async () => {
    const { code } = await open()
    const { row } = await file(code, boss)
    await world.staff(boss, (ctx) =>
      protectCase(ctx, { code, version: row.version, because: 'trafficker-near', readers: [] }),
    )
    const breakGlass = (reason: string, wanted = code) =>
      world.staff(worker, (ctx) => openInEmergency(ctx, { code: wanted, reason }))
    await expect(breakGlass('pendek')).rejects.toMatchObject({ problems: [{ path: 'reason' }] })
    await expect(breakGlass('ada ancaman malam ini', 'JHB-2026-9999')).rejects.toMatchObject({
      code: 'case.not-found',
    })
    await breakGlass('ada ancaman malam ini di penampungan')
    expect((await file(code)).row.code).toBe(code)
    const second = await world.hire('jhb', ['supervisor'])
    const [opening] = await world.staff(second, (ctx) => listEmergencyOpenings(ctx))
    expect(opening).toMatchObject({ code, reason: 'ada ancaman malam ini di penampungan' })
    await expect(
      world.staff(worker, (ctx) =>
        reviewEmergency(ctx, { openingId: opening?.id ?? '', verdict: 'justified' }),
      ),
    ).rejects.toMatchObject({ name: 'NotAllowedError' })
    await world.staff(second, (ctx) =>
      reviewEmergency(ctx, { openingId: opening?.id ?? '', verdict: 'justified' }),
    )
    world.time.advance(4 * 3600_000 + 1000)
    await expect(file(code)).rejects.toMatchObject({ code: 'case.not-found' })
  })
})

describe('a supervisor', () => {
  it('sees load and what nobody touched, hands over with a reason, and sees who read what', async () => {
    const absent = await world.hire('jhb', ['caseworker'])
    const { code } = await open({ assignee: absent.staffId, urgency: 'tinggi' })
    await world.staff(worker, (ctx) =>
      addTask(ctx, {
        code,
        kind: 'visit',
        title: 'kunjungi',
        urgency: 'tinggi',
        dueAt: null,
        source: 'internal-target',
        assignee: absent.staffId,
      }),
    )
    world.time.advance(8 * DAY)
    const load = await world.staff(boss, (ctx) => readLoad(ctx, 7))
    expect(load.officers.find((each) => each.staffId === absent.staffId)).toMatchObject({
      active: 1,
      untouched: 1,
    })
    expect(load.untouched.map((each) => each.code)).toContain(code)
    const order = { from: absent.staffId, to: worker.staffId, which: 'all' as const }
    await expect(
      world.staff(boss, (ctx) => handOverWork(ctx, { ...order, reason: '' })),
    ).rejects.toMatchObject({ problems: [{ path: 'why' }] })
    expect(await world.staff(boss, (ctx) => handOverWork(ctx, { ...order, reason: 'cuti' }))).toBe(1)
    await expect(
      world.staff(worker, (ctx) => handOverWork(ctx, { ...order, reason: 'cuti' })),
    ).rejects.toMatchObject({ name: 'NotAllowedError' })
    const opened = await file(code)
    const reads = await world.staff(boss, (ctx) =>
      readReads(ctx, { caseId: opened.row.id, offset: 0, limit: 10 }),
    )
    expect(reads.map((each) => each.verb)).toContain('case.opened')
    expect(await world.staff(worker, (ctx) => readReads(ctx, { offset: 0, limit: 10 }))).toEqual([])
  })

  it('changes class and urgency with a reason only', async () => {
    const { code } = await open()
    const change = (reason: string) =>
      world.staff(worker, (ctx) =>
        changeCaseFacts(ctx, {
          code,
          version: 1,
          urgency: 'tinggi',
          types: ['TPPO'],
          phase: 'during',
          country: 'MY',
          district: null,
          reason,
        }),
      )
    await expect(change('')).rejects.toMatchObject({ problems: [{ path: 'reason' }] })
    await change('ancaman baru')
    expect((await list(worker)).items.find((each) => each.code === code)?.urgency).toBe('tinggi')
  })
})

async function aReport(caseId: string): Promise<string> {
  const [row] = await world.root(
    `with k as (insert into app.data_keys (id, subject_kind, subject_id, wrapped, master_version) values (gen_random_uuid(), 'report', gen_random_uuid(), '\\x00', 1) returning id)
     insert into app.reports (id, created_at, channel, about, language, org_id, desk_since, respond_by, state, taken_at, danger, urgency_suggested, urgency, anonymous, key_id, sealed, case_id, joined_as)
     select gen_random_uuid(), $1, 'web', 'myself', 'id', $2, $1, $1, 'in-case', $1, 'no', 'sedang', 'sedang', false, k.id, '\\x00', $3, 'concerned' from k returning id`,
    [world.time.now, world.orgs.jhb, caseId],
  )
  return String(row?.['id'])
}
