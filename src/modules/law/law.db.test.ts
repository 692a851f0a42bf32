import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { entryAt, type Json, type ReleaseFiles } from '#src/domain/law/release.ts'
import { runAs, type StaffActor } from '#src/platform/db/context.ts'
import { lawFiles, shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  adoptRelease,
  bringInDelivery,
  currentRelease,
  decideEdit,
  exportRelease,
  findEdit,
  importRelease,
  listEdits,
  loadRelease,
  makeRelease,
  previewRelease,
  proposeEdit,
  readBundle,
  searchLaw,
  withdrawEdit,
} from './index.ts'

const NORM = { file: 'norms.json', collection: 'norms', key: 'id-uu18-30-cost' } as const
const OTHER = { file: 'norms.json', collection: 'norms', key: 'id-uu18-6j-passport' } as const
type Fields = Readonly<Record<string, Json>>
const fieldsAt = (files: ReleaseFiles, at: typeof NORM | typeof OTHER) => entryAt(files, at) as Fields

let world: TestPlatform
let drafter: StaffActor
let reader: StaffActor
let officer: StaffActor

beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
  drafter = await world.as('law-drafter', 'jhb')
  reader = await world.hire('jhb', ['law-drafter'])
  officer = await world.as('caseworker', 'jhb')
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})
const as = <T>(actor: StaffActor, work: Parameters<typeof runAs<T>>[2]) => runAs(world.platform, actor, work)

const noted = (at: typeof NORM | typeof OTHER, note: string) => {
  const seen = entryAt(lawFiles(), at)
  return { at, seen, content: { ...(seen as Fields), notes: note }, reason: 'read the gazette again' }
}

describe('the release in force', () => {
  it('is the delivered one, brought in once however often the program starts', async () => {
    expect(await loadRelease(world.platform)).toEqual({ kind: 'same' })
    const current = await as(officer, currentRelease)
    expect(current?.origin).toBe('shipped')
    expect(lawFiles().get('norms.json')).toEqual(shippedLawFiles().get('norms.json'))
  })

  it('finds words of both languages, a citation, a topic, a state and a day', async () => {
    const find = (words: string, more = {}) =>
      runAs(world.platform, { kind: 'public' }, (ctx) =>
        searchLaw(ctx, { words, limit: 20, offset: 0, ...more }),
      )
    expect((await find('biaya penempatan')).hits.map((hit) => hit.place)).toContain('norm:id-uu18-30-cost')
    expect((await find('placement cost')).total).toBeGreaterThan(0)
    expect((await find('UU 18/2017')).hits[0]?.instrument).toBe('id-uu-18-2017')
    const malaysia = await find('', { state: 'MY', kind: 'instrument' })
    expect(malaysia.hits.every((hit) => hit.kind === 'instrument')).toBe(true)
    const before = await find('', { inForceOn: '2017-11-21', kind: 'instrument', limit: 500 })
    const after = await find('', { inForceOn: '2017-11-22', kind: 'instrument', limit: 500 })
    expect(before.hits.map((hit) => hit.place)).not.toContain('instrument:id-uu-18-2017')
    expect(after.hits.map((hit) => hit.place)).toContain('instrument:id-uu-18-2017')
    expect((await find('zzzxqy')).hits).toEqual([])
    await find(`'); drop table app.law_index; --`)
    expect((await find('UU 18/2017')).total).toBeGreaterThan(100)
  })
})

describe('an edit of the law', () => {
  afterEach(async () => {
    for (const edit of await as(drafter, (ctx) =>
      listEdits(ctx, { states: ['waiting'], limit: 9, offset: 0 }),
    ))
      if (edit.author === drafter.staffId) await as(drafter, (ctx) => withdrawEdit(ctx, edit.id))
  })

  it('is law neither when written nor when read a second time, only with the next release', async () => {
    const id = await as(drafter, (ctx) => proposeEdit(ctx, noted(NORM, 'Checked in the gazette.')))
    await expect(as(drafter, (ctx) => decideEdit(ctx, id, 'confirmed', ''))).rejects.toThrow('second-reader')
    await as(reader, (ctx) => decideEdit(ctx, id, 'confirmed', ''))
    expect(fieldsAt(lawFiles(), NORM)['notes']).not.toBe('Checked in the gazette.')
    const preview = await as(drafter, previewRelease)
    expect(preview.differences.map((each) => each.key)).toEqual([NORM.key])
    await as(drafter, (ctx) => makeRelease(ctx, { label: '2026.12-test', note: '' }))
    expect(fieldsAt(lawFiles(), NORM)['notes']).toBe('Checked in the gazette.')
    expect(loadNorms().find((norm) => norm.id === NORM.key)?.notes).toBe('Checked in the gazette.')
    expect((await as(officer, (ctx) => findEdit(ctx, id)))?.state).toBe('released')
  })

  it('is refused with its place when a citation leads nowhere or the form is wrong', async () => {
    const wrong = (change: Fields) => {
      const seen = entryAt(lawFiles(), OTHER)
      return as(drafter, (ctx) =>
        proposeEdit(ctx, {
          at: OTHER,
          seen,
          content: { ...(seen as Fields), ...change },
          reason: 'an attempt',
        }),
      )
    }
    await expect(wrong({ instrument: 'id-uu-99-2099' })).rejects.toThrow('law.fault')
    await expect(wrong({ article: 'somewhere' })).rejects.toThrow('law.fault')
    await expect(wrong({ confidence: 'sure' })).rejects.toThrow('law.fault')
    await expect(wrong({ id: 'another-name' })).rejects.toThrow('law.other-name')
    await expect(wrong({ validUntil: '2001-01-01' })).rejects.toThrow('law.fault')
  })

  it('is refused on an old text, twice at once, and from whoever is no drafter', async () => {
    const stale = { ...noted(OTHER, 'x'), seen: { id: OTHER.key } }
    await expect(as(drafter, (ctx) => proposeEdit(ctx, stale))).rejects.toThrow('changed-meanwhile')
    await as(drafter, (ctx) => proposeEdit(ctx, noted(OTHER, 'first')))
    await expect(as(reader, (ctx) => proposeEdit(ctx, noted(OTHER, 'second')))).rejects.toThrow('edit-open')
    await expect(as(officer, (ctx) => proposeEdit(ctx, noted(OTHER, 'third')))).rejects.toThrow()
  })

  it('goes into no release by hand in the database without its second reader', async () => {
    const id = await as(drafter, (ctx) => proposeEdit(ctx, noted(OTHER, 'alone')))
    await expect(
      as(drafter, (ctx) =>
        ctx.tx
          .updateTable('app.law_edits')
          .set({ state: 'confirmed', reader: drafter.staffId, decided_at: ctx.now })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow()
  })
})

describe('a newer delivery', () => {
  const delivered = (change: (norm: Fields) => Fields): ReleaseFiles => {
    const files = new Map(shippedLawFiles())
    const file = files.get('norms.json') as { readonly norms: readonly Fields[] }
    files.set('norms.json', { ...file, norms: file.norms.map(change) })
    return files
  }
  const bring = (files: ReleaseFiles) =>
    runAs(world.platform, { kind: 'keeper' }, (ctx) => bringInDelivery(ctx, files))

  it('keeps the local edit where it changed something else', async () => {
    const files = delivered((norm) =>
      norm['id'] === OTHER.key ? { ...norm, notes: 'New from the makers.' } : norm,
    )
    expect(await bring(files)).toEqual({ kind: 'in-force', kept: 1, clashes: 0 })
    await loadRelease(world.platform)
    expect(fieldsAt(lawFiles(), NORM)['notes']).toBe('Checked in the gazette.')
    expect(fieldsAt(lawFiles(), OTHER)['notes']).toBe('New from the makers.')
  })

  it('shows the difference and lets the local text stand until a reader decides', async () => {
    const files = delivered((norm) =>
      norm['id'] === NORM.key ? { ...norm, notes: 'The makers say so.' } : norm,
    )
    expect(await bring(files)).toEqual({ kind: 'in-force', kept: 0, clashes: 1 })
    await loadRelease(world.platform)
    expect(fieldsAt(lawFiles(), NORM)['notes']).toBe('Checked in the gazette.')
    const [waiting] = await as(reader, (ctx) => listEdits(ctx, { states: ['waiting'], limit: 9, offset: 0 }))
    expect((waiting!.content as Fields)['notes']).toBe('The makers say so.')
    await as(reader, (ctx) => decideEdit(ctx, waiting!.id, 'confirmed', ''))
    await as(drafter, (ctx) => makeRelease(ctx, { label: '2026.12-theirs', note: '' }))
    expect(fieldsAt(lawFiles(), NORM)['notes']).toBe('The makers say so.')
  })
})

describe('a release of another installation', () => {
  it('is taken over whole, with the difference shown first', async () => {
    const id = (await as(drafter, currentRelease))!.id
    const bundle = await as(drafter, (ctx) => exportRelease(ctx, id))
    expect(readBundle(bundle!.text).differences).toEqual([])
    const other = await makeTestPlatform()
    try {
      useLawFiles(shippedLawFiles())
      await loadRelease(other.platform)
      const there = await other.as('law-drafter', 'jhb')
      expect(readBundle(bundle!.text).differences.map((each) => each.key)).toEqual([NORM.key])
      const work = <T>(what: Parameters<typeof runAs<T>>[2]) => runAs(other.platform, there, what)
      const { id: taken } = await work((ctx) => importRelease(ctx, bundle!.text))
      expect(fieldsAt(lawFiles(), NORM)['notes']).not.toBe('The makers say so.')
      expect((await work((ctx) => importRelease(ctx, bundle!.text))).id).toBe(taken)
      await work((ctx) => adoptRelease(ctx, taken))
      expect(fieldsAt(lawFiles(), NORM)['notes']).toBe('The makers say so.')
      expect(await work((ctx) => adoptRelease(ctx, taken))).toEqual({ kind: 'same' })
    } finally {
      await other.close()
    }
  })

  it('is refused when a letter was changed on the way, or it is something else', async () => {
    const id = (await as(drafter, currentRelease))!.id
    const bundle = await as(drafter, (ctx) => exportRelease(ctx, id))
    expect(() => readBundle(bundle!.text.replace('The makers say so.', 'The makers say no.'))).toThrow(
      'bundle-changed',
    )
    expect(() => readBundle('{}')).toThrow('no-bundle')
    expect(() => readBundle('hello')).toThrow('no-bundle')
  })
})
