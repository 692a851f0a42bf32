import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addNote, readCase } from '#src/modules/cases/index.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { readSheets } from '#src/platform/spreadsheet/read-table.ts'
import { RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import { takeSome } from './run-list.ts'
import { forgetOldLists } from './watch-lists.ts'
import {
  chooseSheet,
  continueRun,
  dryRunList,
  listOldLists,
  oldListWatch,
  openList,
  readList,
  readListState,
  readOldListResult,
  runList,
  sayColumns,
  sayValues,
  startOldList,
  startRun,
  undoOldList,
  type ListWords,
} from './index.ts'

const WORDS: ListWords = {
  origin: ({ source, row, file }) => `Dari daftar lama: ${source}, baris ${row}, berkas ${file}`,
  complained: 'Pengaduan',
  noneYet: { nik: 'NIK: belum ada', passport: 'Paspor: belum ada' },
  ownNumber: (number) => `Nomor lama: ${number}`,
  age: (years) => `Umur: ${years}`,
  changed: (count) => `Diubah: ${count}`,
}

let world: TestPlatform
let boss: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
})
beforeEach(async () => {
  boss = await world.hire('jhb', ['supervisor'])
  world.time.advance(60_000)
})
afterAll(() => world.close())

const HEAD = 'No Kasus,Nama,JK,NIK,Negara Tujuan,Jenis Kasus,Tgl Pengaduan,Status,Keterangan,Catatan'
let lists = 0
/** Numbers of one list are those of no other, unless a test says so. */
function rowsOf(count: number, mark = `L${(lists += 1)}`): string[] {
  return Array.from(
    { length: count },
    (_, at) =>
      `${mark}/${at + 1},Contoh ${mark} ${at + 1},P,belum ada,MY,gaji tidak dibayar,2019-0${(at % 9) + 1},selesai,Cerita ${at + 1},map biru`,
  )
}

async function uploaded(lines: readonly string[], head = HEAD, actor = boss): Promise<string> {
  const bytes = new TextEncoder().encode([head, ...lines].join('\n'))
  const read = await readSheets(bytes)
  if (read.kind === 'refused') throw new Error(read.why)
  return world.staff(actor, (ctx) =>
    startOldList(ctx, { bytes, format: read.format, source: 'Buku kasus 2019' }),
  )
}

const versionOf = (id: string): Promise<number> =>
  world.staff(boss, async (ctx) => (await openList(ctx, id)).row.version)

async function mapped(id: string): Promise<void> {
  await world.staff(boss, async (ctx) => chooseSheet(ctx, id, { sheet: 0, headingRow: 0, seen: 1 }))
  const opened = await world.staff(boss, (ctx) => openList(ctx, id))
  const said = opened.said!
  const uses = Object.fromEntries(Object.values(said.mapping.uses).map((use, at) => [at, use]))
  await world.staff(boss, (ctx) => sayColumns(ctx, id, { seen: 2, uses, order: '' }))
  await world.staff(boss, (ctx) => sayValues(ctx, id, { seen: 3, values: {} }))
}

async function ready(lines: readonly string[]): Promise<string> {
  const id = await uploaded(lines)
  await mapped(id)
  return id
}

async function started(lines: readonly string[], known: 'skip' | 'update' = 'skip'): Promise<string> {
  const id = await ready(lines)
  const seen = await versionOf(id)
  await world.staff(boss, (ctx) => startRun(ctx, id, { seen, known }))
  return id
}

async function imported(lines: readonly string[], known: 'skip' | 'update' = 'skip'): Promise<string> {
  const id = await started(lines, known)
  await runList(world.platform, id, WORDS)
  world.time.advance(60_000)
  return id
}

const state = (id: string) => world.staff(boss, (ctx) => readListState(ctx, id))
const result = (id: string) => world.staff(boss, (ctx) => readOldListResult(ctx, id))
const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await world.root(`select count(*) as n from app.${sql}`, values))[0]?.n)

describe('the dry run of an old list', () => {
  it('says what every row would become and writes no case', async () => {
    const before = await count('cases')
    const id = await ready([...rowsOf(3), ',,,,,,,,,', 'L/9,Salah,P,123,MY,tppo,2019-13-45,selesai,x,y'])
    const run = await world.staff(boss, (ctx) => dryRunList(ctx, id))
    expect(run.counts).toMatchObject({ made: 3, left: 1 })
    expect(run.reading.faults.map(({ row, code }) => [row, code])).toEqual([
      [6, 'nik.length'],
      [6, 'date.no-such-day'],
    ])
    expect(await count('cases')).toBe(before)
    expect(await count('list_import_rows where import_id = $1', [id])).toBe(0)
  })

  it('offers the columns again that were said for the same headings, and to no other body', async () => {
    const head = 'No Kasus,Nama,Kolom Aneh'
    const id = await uploaded(['A/1,Contoh,wages'], head)
    await world.staff(boss, (ctx) => chooseSheet(ctx, id, { sheet: 0, headingRow: 0, seen: 1 }))
    const uses = { 0: 'own-number', 1: 'name', 2: 'case-type' }
    await world.staff(boss, (ctx) => sayColumns(ctx, id, { seen: 2, uses, order: '' }))
    const values = { 'kolom aneh': { wages: 'UNPAID_WAGES' } }
    await world.staff(boss, (ctx) => sayValues(ctx, id, { seen: 3, values }))
    const next = await uploaded(['A/2,Contoh Lain,wages'], head)
    await world.staff(boss, (ctx) => chooseSheet(ctx, next, { sheet: 0, headingRow: 0, seen: 1 }))
    const { said, sheets } = await world.staff(boss, (ctx) => openList(ctx, next))
    expect(said).toMatchObject({ remembered: 'remembered', mapping: { uses: { 'kolom aneh': 'case-type' } } })
    const told = await world.staff(boss, (ctx) => Promise.resolve(readList(ctx, sheets, said!)))
    expect(told.reading.rows[0]?.told.types).toEqual(['UNPAID_WAGES'])
    const other = await world.hire('hkg', ['supervisor'])
    const theirs = await uploaded(['A/3,Contoh,wages'], head, other)
    await world.staff(other, (ctx) => chooseSheet(ctx, theirs, { sheet: 0, headingRow: 0, seen: 1 }))
    const { said: fresh } = await world.staff(other, (ctx) => openList(ctx, theirs))
    expect(fresh?.remembered).toBeUndefined()
  })
})

describe('taking an old list over', () => {
  it('makes a case of each row that says where it comes from, calls nobody and closes only the own file', async () => {
    const tasks = await count('tasks')
    const id = await imported([
      'K/1,Sari Contoh,P,belum ada,MY,tppo; aneh,2019-05,selesai,Cerita Sari,map biru',
    ])
    const { rows } = await result(id)
    const file = await world.staff(boss, (ctx) => readCase(ctx, rows[0]!.code!, 'review'))
    expect(file.row).toMatchObject({ state: 'open', urgency: 'sedang', case_types: ['TPPO'], country: 'MY' })
    expect(file.file).toMatchObject({ assignee: null, state: 'closed', agency_closed_because: 'settled' })
    expect(file.persons[0]?.person?.facts).toMatchObject({ names: ['Sari Contoh'], documents: [] })
    const [origin, complaint] = file.timeline
    expect(origin).toMatchObject({ certainty: 'unknown', source_kind: 'organisation' })
    expect(origin?.words?.text).toMatch(/^Dari daftar lama: Buku kasus 2019, baris 2, berkas [0-9a-f]{12}\n/)
    expect(origin?.words?.text).toContain('NIK: belum ada')
    expect(origin?.words?.text).toContain('Jenis Kasus: tppo; aneh')
    expect(complaint?.words?.date).toBe('2019-05')
    expect(await count('tasks')).toBe(tasks)
    expect(await count('screenings where case_id = $1', [file.row.id])).toBe(0)
  })

  it('leaves rows with a mistake out, and takes them over once they are mended', async () => {
    const bad = 'M/2,Contoh,P,123,MY,tppo,2019,selesai,x,y'
    const id = await imported(['M/1,Contoh,P,,MY,tppo,2019,selesai,x,y', bad])
    expect(await state(id)).toMatchObject({ state: 'done', made: 1, left_out: 1 })
    const again = await imported(['M/1,Contoh,P,,MY,tppo,2019,selesai,x,y', bad.replace('123', '')])
    expect(await state(again)).toMatchObject({ made: 1, skipped: 1, left_out: 0 })
  })

  it('takes a row of placeholders for no number: two of them are two cases', async () => {
    const id = await imported(['-,Satu,P,,MY,,,,,', '-,Dua,P,0000000000000000,MY,,,,,', '0,Tiga,P,,MY,,,,,'])
    expect(await state(id)).toMatchObject({ made: 3, skipped: 0 })
  })

  it('goes on behind the last row when it was cut, and doubles none', async () => {
    const id = await started(rowsOf(60))
    const rows = await world.staff(boss, async (ctx) => {
      const { sheets, said } = await openList(ctx, id)
      return readList(ctx, sheets, said!).reading.rows
    })
    expect(await world.staff(boss, (ctx) => takeSome(ctx, id, rows, WORDS))).toBe('more')
    await expect(
      world.staff(boss, async (ctx) => {
        await takeSome(ctx, id, rows, WORDS)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect(await state(id)).toMatchObject({ state: 'running', made: 25 })
    world.time.advance(120_000)
    await oldListWatch(WORDS).tick(world.platform)
    expect(await state(id)).toMatchObject({ state: 'done', made: 60 })
    expect(await count('list_import_rows where import_id = $1', [id])).toBe(60)
  })

  it('does nothing twice when two workers run it at once', async () => {
    const id = await started(rowsOf(40))
    await Promise.all([runList(world.platform, id, WORDS), runList(world.platform, id, WORDS)])
    await runList(world.platform, id, WORDS)
    expect(await state(id)).toMatchObject({ state: 'done', made: 40 })
    expect(await count('list_import_rows where import_id = $1', [id])).toBe(40)
  })

  it('starts once for a button that was pressed twice, and not for a dry run that nobody saw', async () => {
    const id = await ready(rowsOf(2))
    const seen = await versionOf(id)
    const press = () => world.staff(boss, (ctx) => startRun(ctx, id, { seen, known: 'skip' }))
    const pressed = await Promise.allSettled([press(), press()])
    expect(pressed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const other = await ready(rowsOf(2))
    await expect(
      world.staff(boss, (ctx) => startRun(ctx, other, { seen: 1, known: 'skip' })),
    ).rejects.toBeInstanceOf(StaleVersionError)
  })

  it('refuses the same file a second time', async () => {
    const lines = rowsOf(1)
    await imported(lines)
    await expect(uploaded(lines)).rejects.toBeInstanceOf(RefusedError)
  })

  it('stops when the officer who started it may no more, and another supervisor goes on', async () => {
    const id = await started(rowsOf(2))
    await world.root(`update app.staff_roles set ended_at = now() where staff_id = $1`, [boss.staffId])
    await runList(world.platform, id, WORDS)
    const second = await world.hire('jhb', ['supervisor'])
    expect(await world.staff(second, (ctx) => readListState(ctx, id))).toMatchObject({ state: 'stopped' })
    await world.staff(second, (ctx) => continueRun(ctx, id))
    await runList(world.platform, id, WORDS)
    expect(await world.staff(second, (ctx) => readListState(ctx, id))).toMatchObject({
      state: 'done',
      made: 2,
    })
  })
})

describe('a row that was imported before', () => {
  const OLD = 'U/1,Contoh Lama,P,,MY,tppo,2019,proses,Cerita,x'
  const NEW = 'U/1,Contoh Baru,P,,SG,tppo,2019,proses,Cerita,x'

  it('is shown with its difference, is left as it is unless a person says otherwise, and is updated then', async () => {
    const first = await imported([OLD])
    const [made] = (await result(first)).rows
    const id = await ready([NEW])
    const run = await world.staff(boss, (ctx) => dryRunList(ctx, id))
    expect(run.dry[0]).toMatchObject({ becomes: 'differs', code: made!.code, differs: ['names', 'country'] })
    const seen = await versionOf(id)
    await world.staff(boss, (ctx) => startRun(ctx, id, { seen, known: 'update' }))
    await runList(world.platform, id, WORDS)
    expect(await state(id)).toMatchObject({ updated: 1, made: 0 })
    world.time.advance(60_000)
    const file = await world.staff(boss, (ctx) => readCase(ctx, made!.code!, 'review'))
    expect(file.row.country).toBe('SG')
    expect(file.persons[0]?.person?.facts?.names).toEqual(['Contoh Baru'])
    await world.staff(boss, (ctx) => undoOldList(ctx, id, WORDS))
    const back = await world.staff(boss, (ctx) => readCase(ctx, made!.code!, 'review'))
    expect(back.row.country).toBe('MY')
    expect(back.persons[0]?.person?.facts?.names).toEqual(['Contoh Lama'])
  })

  it('is never changed once somebody worked on the case', async () => {
    const line = OLD.replace('U/1', 'U/2')
    const [made] = (await result(await imported([line]))).rows
    await world.staff(boss, (ctx) =>
      addNote(ctx, { code: made!.code!, noteClass: 'general', text: 'ditelepon' }),
    )
    world.time.advance(60_000)
    const id = await imported([line.replace('MY', 'SG')], 'update')
    expect(await state(id)).toMatchObject({ updated: 0, skipped: 1 })
  })
})

describe('taking an old list back', () => {
  it('removes the cases that nobody worked on, keeps and names the others, and writes the journal', async () => {
    const id = await imported(rowsOf(3))
    const { rows } = await result(id)
    await world.staff(boss, (ctx) =>
      addNote(ctx, { code: rows[1]!.code!, noteClass: 'general', text: 'ditelepon' }),
    )
    expect((await result(id)).touched.size).toBe(1)
    world.time.advance(60_000)
    const cases = await count('cases')
    expect(await world.staff(boss, (ctx) => undoOldList(ctx, id, WORDS))).toBe(1)
    expect(await count('cases')).toBe(cases - 2)
    const after = await result(id)
    expect(after.row.state).toBe('undone')
    expect(after.rows.map((row) => row.taken_back)).toEqual(['gone', 'kept', 'gone'])
    expect(await count(`journal where verb = 'old-list.undone' and subject_id = $1`, [id])).toBe(1)
    await expect(world.staff(boss, (ctx) => undoOldList(ctx, id, WORDS))).rejects.toBeInstanceOf(RefusedError)
  })

  it('lets the same rows come in again afterwards', async () => {
    const lines = rowsOf(2)
    const id = await imported(lines)
    await world.staff(boss, (ctx) => undoOldList(ctx, id, WORDS))
    expect(await state(await imported(lines))).toMatchObject({ made: 2, skipped: 0 })
  })
})

describe('who sees an old list', () => {
  it('shows it to supervisors of the own body alone, a draft to whoever uploaded it', async () => {
    const draft = await uploaded(rowsOf(1))
    const id = await imported(rowsOf(1))
    const second = await world.as('supervisor', 'jhb')
    const seen = await world.staff(second, listOldLists)
    expect(seen.map((row) => row.id)).toContain(id)
    expect(seen.map((row) => row.id)).not.toContain(draft)
    for (const other of [await world.as('supervisor', 'hkg'), await world.as('caseworker', 'jhb')])
      await expect(world.staff(other, (ctx) => readListState(ctx, id))).rejects.toThrow('old-list.not-found')
  })

  it('forgets the bytes of the file on their day, and a draft whole', async () => {
    const id = await imported(rowsOf(1))
    const draft = await uploaded(rowsOf(1))
    world.time.advance(31 * 86_400_000)
    await runAs(world.platform, { kind: 'job', name: 'test' }, forgetOldLists)
    expect(await count('list_imports where id = $1 and file_sealed is null', [id])).toBe(1)
    expect(await count('list_imports where id = $1', [draft])).toBe(0)
    expect((await result(id)).file).toBe('forgotten')
  })
})
