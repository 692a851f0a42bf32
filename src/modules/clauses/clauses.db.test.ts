import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST_TEXT } from '#src/domain/clauses/clause-text.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  addVersion,
  answerComment,
  chooseWording,
  commentClause,
  createText,
  decideFinding,
  findVersion,
  listComments,
  listFindings,
  listTexts,
  listWordings,
  nextDraft,
  proposeWording,
} from './index.ts'

let world: TestPlatform
let drafter: StaffActor
let elsewhere: StaffActor
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  drafter = await world.as('law-drafter', 'jhb')
  elsewhere = await world.as('law-drafter', 'hkg')
  officer = await world.as('caseworker', 'hkg')
})
afterAll(() => world.close())
const as = <T>(actor: StaffActor, work: Parameters<typeof runAs<T>>[2]) => runAs(world.platform, actor, work)

const VERSION = { source: 'rapat 3 Maret', sourceDay: '2026-03-03', standing: 'draft', note: '' }
const TEXT = {
  ...VERSION,
  title: 'Nota kesepahaman contoh',
  kind: 'mou',
  language: 'id',
  parties: 'Indonesia, Contoh',
  text: 'Pasal 1\nUpah dibayar tiap bulan.\nPasal 2\nPekerja libur satu hari.',
}
const make = (more: Partial<typeof TEXT> = {}) => as(drafter, (ctx) => createText(ctx, { ...TEXT, ...more }))

describe('a text of drafters', () => {
  it('is kept in clauses and read by every body', async () => {
    const id = await make()
    const version = await as(officer, (ctx) => findVersion(ctx, id, 1))
    expect(version?.clauses.map((clause) => clause.key)).toEqual(['pasal-1', 'pasal-2'])
    expect(version?.source_day).toBe('2026-03-03')
    expect((await as(officer, listTexts)).map((text) => text.id)).toContain(id)
  })

  it('keeps hostile text as plain text, without what nobody sees', async () => {
    const id = await make({ text: 'Pasal 1\n<script>alert(1)</script>\u202E\u0000 up\u200Bah' })
    expect((await as(drafter, (ctx) => findVersion(ctx, id, 1)))?.clauses[0]?.body).toBe(
      '<script>alert(1)</script> upah',
    )
    await expect(make({ text: 'a '.repeat(LONGEST_TEXT) })).rejects.toThrow('clause.text-too-long')
    await expect(make({ text: ' \u200B ', source: '', sourceDay: '2026-02-30' })).rejects.toThrow(
      'source: clause.source; sourceDay: clause.day; text: clause.text-empty',
    )
  })

  it('lets one of two editors write the next version, and keeps the old one', async () => {
    const id = await make()
    const next = { ...VERSION, text: 'Pasal 1\nUpah dibayar tiap minggu.' }
    const both = await Promise.allSettled([
      as(drafter, (ctx) => addVersion(ctx, id, 1, next)),
      as(drafter, (ctx) => addVersion(ctx, id, 1, { ...next, text: 'Pasal 1\nLain.' })),
    ])
    expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await as(drafter, (ctx) => findVersion(ctx, id, 1)))?.clauses).toHaveLength(2)
    for (const statement of ['update app.clause_versions set number = 9', 'delete from app.clause_versions'])
      await expect(as(drafter, (ctx) => ctx.tx.executeQuery(raw(statement)))).rejects.toThrow(
        'permission denied',
      )
  })

  it('is changed by its own body only', async () => {
    const id = await make()
    await expect(as(elsewhere, (ctx) => addVersion(ctx, id, 1, { ...VERSION, text: 'x' }))).rejects.toThrow(
      'clause.other-body',
    )
    await expect(
      as(elsewhere, (ctx) =>
        decideFinding(ctx, id, { topic: 'budget', finding: 'unclear', clauses: [], note: '' }),
      ),
    ).rejects.toThrow('clause.other-body')
    await expect(as(officer, (ctx) => createText(ctx, TEXT))).rejects.toThrow('row-level security')
  })
})

const raw = (sql: string) => ({
  sql,
  parameters: [],
  query: { kind: 'RawNode' as const, sqlFragments: [sql], parameters: [] },
  queryId: { queryId: 'test' },
})

const WORDING = { wording: 'Upah dibayar tiap bulan lewat bank.', reason: 'bisa dibuktikan', takenFrom: '' }

describe('another wording', () => {
  it('tells where it comes from, and the law in it must be in the library', async () => {
    const id = await make()
    const propose = (more: object) =>
      as(elsewhere, (ctx) =>
        proposeWording(ctx, id, 'pasal-1', { ...WORDING, instrument: '', article: '', ...more }),
      )
    await expect(propose({})).rejects.toThrow('takenFrom: clause.provenance')
    await expect(propose({ instrument: 'UU 18/2017', article: 'Pasal 999' })).rejects.toThrow(
      'article: clause.citation',
    )
    await expect(propose({ instrument: 'UU 18/2017', article: '' })).rejects.toThrow(
      'article: clause.citation',
    )
    await propose({ instrument: 'UU 18/2017', article: 'Pasal 42' })
    await propose({ takenFrom: 'naskah serikat' })
    const kept = await as(drafter, (ctx) => listWordings(ctx, id, 'pasal-1'))
    expect(kept.map((each) => [each.instrument, each.taken_from])).toEqual([
      ['id-uu-18-2017', null],
      [null, 'naskah serikat'],
    ])
  })

  it('goes into the next draft when its body chooses it, the later choice first', async () => {
    const id = await make()
    const [one, two] = await Promise.all(
      ['Satu.', 'Dua.'].map((wording) =>
        as(drafter, (ctx) =>
          proposeWording(ctx, id, 'pasal-1', {
            ...WORDING,
            wording,
            instrument: '',
            article: '',
            takenFrom: 'x',
          }),
        ),
      ),
    )
    await expect(as(elsewhere, (ctx) => chooseWording(ctx, one!, ''))).rejects.toThrow('clause.other-body')
    await as(drafter, (ctx) => chooseWording(ctx, one!, ''))
    world.time.advance(1000)
    await as(drafter, (ctx) => chooseWording(ctx, two!, 'lebih jelas'))
    expect((await as(drafter, (ctx) => nextDraft(ctx, id))).map((clause) => clause.body)).toEqual([
      'Dua.',
      'Pekerja libur satu hari.',
    ])
  })
})

describe('a comment', () => {
  it('comes from any body and is answered by the one whose text it is', async () => {
    const id = await make()
    const comment = await as(officer, (ctx) => commentClause(ctx, id, 'pasal-2', 'Libur harus dibayar.'))
    await expect(as(officer, (ctx) => commentClause(ctx, id, 'pasal-9', 'x'))).rejects.toThrow(
      'page.not-found',
    )
    await expect(
      as(elsewhere, (ctx) => answerComment(ctx, comment, { state: 'accepted', answer: '' })),
    ).rejects.toThrow('clause.other-body')
    await expect(
      as(drafter, (ctx) => answerComment(ctx, comment, { state: 'refused', answer: ' ' })),
    ).rejects.toThrow('clause.answer')
    await as(drafter, (ctx) => answerComment(ctx, comment, { state: 'refused', answer: 'belum disepakati' }))
    world.time.advance(1000)
    await as(drafter, (ctx) => answerComment(ctx, comment, { state: 'accepted', answer: '' }))
    expect(await as(officer, (ctx) => listComments(ctx, id))).toMatchObject([
      { comment: 'Libur harus dibayar.', state: 'accepted', clause: 'pasal-2', number: 1 },
    ])
  })
})

describe('what was found in a village regulation', () => {
  it('names the clause, and the later word stands', async () => {
    const id = await make({ kind: 'village-regulation' })
    const say = (finding: string, clauses: readonly string[]) =>
      as(drafter, (ctx) => decideFinding(ctx, id, { topic: 'papers', finding, clauses, note: '' }))
    await expect(say('covered', ['pasal-77'])).rejects.toThrow('clause.where')
    await say('covered', ['pasal-1'])
    expect(await as(officer, (ctx) => listFindings(ctx, id, 1))).toMatchObject([
      { topic: 'papers', finding: 'covered', clauses: ['pasal-1'] },
    ])
  })
})
