import { describe, expect, it } from 'vitest'
import type { Json, ReleaseFiles } from '#src/domain/law/release.ts'
import { shippedLawFiles } from '#src/platform/law/law-source.ts'
import { hashOfRelease } from './release-hash.ts'

const turned = (files: ReleaseFiles, name: string, list: string): ReleaseFiles => {
  const content = files.get(name) as Readonly<Record<string, Json>>
  return new Map(files).set(name, { ...content, [list]: (content[list] as readonly Json[]).toReversed() })
}

describe('two drafters who enter the same in another order', () => {
  const shipped = shippedLawFiles()
  it.each([
    ['norms.json', 'norms'],
    ['law/articles.json', 'articles'],
    ['law/instruments.json', 'instruments'],
  ])('make the same release: %s', (name, list) => {
    expect(hashOfRelease(turned(shipped, name, list))).toBe(hashOfRelease(shipped))
  })

  it('make another release when one word differs, or the order of rules in the rulebook', () => {
    const norms = shipped.get('norms.json') as { readonly norms: readonly Record<string, Json>[] }
    const [first, ...rest] = norms.norms
    const other = { ...norms, norms: [{ ...first, notes: 'other' }, ...rest] }
    expect(hashOfRelease(new Map(shipped).set('norms.json', other as Json))).not.toBe(hashOfRelease(shipped))
    const name = [...shipped.keys()].find(
      (each) => each.startsWith('rulebook/') && hasRules(shipped.get(each)),
    )!
    expect(hashOfRelease(turned(shipped, name, 'rules'))).not.toBe(hashOfRelease(shipped))
  })
})

function hasRules(content: Json | undefined): boolean {
  const rules = (content as { readonly rules?: unknown } | undefined)?.rules
  return Array.isArray(rules) && rules.length > 1
}
