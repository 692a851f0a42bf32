import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressText,
  applyEdits,
  canonicalJson,
  differences,
  entryAt,
  keyOf,
  rebase,
  sameJson,
  type EntryEdit,
  type Json,
  type ReleaseFiles,
} from './release.ts'

const FILE = 'norms.json'
const at = (key: string) => ({ file: FILE, collection: 'norms', key })
const filesOf = (entries: Readonly<Record<string, number>>): ReleaseFiles =>
  new Map([
    [FILE, { header: { note: 'x' }, norms: Object.entries(entries).map(([id, value]) => ({ id, value })) }],
  ])
const entry = (id: string, value: number): Json => ({ id, value })
const edit = (key: string, from: number | null, to: number | null): EntryEdit => ({
  ...at(key),
  base: from === null ? null : entry(key, from),
  content: to === null ? null : entry(key, to),
})

describe('a release of the law', () => {
  it('names an entry by its id, by instrument and article, or by its code', () => {
    expect(keyOf({ id: 'a', iso: 'MY' })).toBe('a')
    expect(keyOf({ instrument: 'id-uu-18-2017', article: 'Pasal 6' })).toBe('id-uu-18-2017#Pasal 6')
    expect(keyOf({ iso: 'MY' })).toBe('MY')
    expect(keyOf(['MY'])).toBeUndefined()
  })

  it('changes, adds and takes out one entry and leaves the rest of the file alone', () => {
    const files = applyEdits(filesOf({ a: 1, b: 2 }), [
      edit('a', 1, 5),
      edit('b', 2, null),
      edit('c', null, 3),
    ])
    expect(files.get(FILE)).toEqual({ header: { note: 'x' }, norms: [entry('a', 5), entry('c', 3)] })
  })

  it('refuses an edit of a list that is none', () => {
    expect(() => applyEdits(filesOf({}), [{ ...edit('a', null, 1), collection: 'rules' }])).toThrow('no list')
  })

  it('does not mind the order of keys', () => {
    expect(sameJson({ a: 1, b: [2, { c: 3, d: 4 }] }, { b: [2, { d: 4, c: 3 }], a: 1 })).toBe(true)
    expect(canonicalJson({ b: 1, a: null })).toBe('{"a":null,"b":1}')
  })

  it('keeps a local edit when the delivery touched something else', () => {
    const result = rebase(filesOf({ a: 1, b: 9 }), [edit('a', 1, 5)])
    expect(entryAt(result.files, at('a'))).toEqual(entry('a', 5))
    expect(entryAt(result.files, at('b'))).toEqual(entry('b', 9))
    expect(result.clashes).toEqual([])
  })

  it('shows the difference and keeps the local text when the delivery changed the same entry', () => {
    const result = rebase(filesOf({ a: 2 }), [edit('a', 1, 5)])
    expect(entryAt(result.files, at('a'))).toEqual(entry('a', 5))
    expect(result.clashes).toEqual([{ edit: edit('a', 1, 5), delivered: entry('a', 2) }])
  })

  it('drops a local edit that the delivery took over', () => {
    expect(rebase(filesOf({ a: 5 }), [edit('a', 1, 5)]).taken).toHaveLength(1)
  })

  const anyFiles = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 3 }))

  it('differences carry one release over into the other', () => {
    fc.assert(
      fc.property(anyFiles, anyFiles, (one, other) => {
        const edits = differences(filesOf(one), filesOf(other)).map(({ before, after, ...where }) => ({
          ...where,
          base: before,
          content: after,
        }))
        expect(differences(applyEdits(filesOf(one), edits), filesOf(other))).toEqual([])
      }),
    )
  })

  it('an upgrade never loses a local edit: it stands, or the delivery says the same', () => {
    fc.assert(
      fc.property(anyFiles, anyFiles, anyFiles, (old, local, fresh) => {
        const edits = differences(filesOf(old), filesOf(local)).map(({ before, after, ...where }) => ({
          ...where,
          base: before,
          content: after,
        }))
        const result = rebase(filesOf(fresh), edits)
        for (const each of edits) expect(entryAt(result.files, each)).toEqual(each.content)
        const sorted = [...result.kept, ...result.taken, ...result.clashes.map(({ edit: of }) => of)]
        expect(sorted.map(addressText).sort()).toEqual(edits.map(addressText).sort())
      }),
    )
  })
})
