import { describe, expect, it } from 'vitest'
import { aFrame } from '#src/web/ui/staff/frame.fixture.ts'
import { everyPage } from './every-page.fixture.tsx'

const PAGES = (['id', 'en'] as const).flatMap((lang) =>
  Object.entries(everyPage(lang)).map(([name, html]) => ({ lang, name, html })),
)

function matches(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)].map((match) => match[1] ?? '')
}

const BANNED = /ilegal|\billegal|kabur\b|!/i

/** Every sentence of an area; a function is read as it is written. */
function sentencesOf(area: unknown): readonly string[] {
  if (typeof area === 'string') return [area]
  if (typeof area === 'function') return [String(area).replaceAll('!==', '')]
  return typeof area === 'object' && area !== null ? Object.values(area).flatMap(sentencesOf) : []
}

describe.each(PAGES)('workspace page $name in $lang', ({ lang, html }) => {
  it('has a language, a title and exactly one h1', () => {
    expect(html).toMatch(/^<!doctype html>/)
    expect(html).toContain(`<html lang="${lang}">`)
    expect(html).toMatch(/<title>[^<]+ – Payung<\/title>/)
    expect(matches(html, /<(h1)[ >]/g)).toHaveLength(1)
  })

  it('carries no style and no script inside the page', () => {
    expect(html).not.toMatch(/ style="|<style| on[a-z]+="|javascript:/)
    expect(html).not.toMatch(/<script(?![^>]* src=)/)
  })

  it('shows no hole where a word should stand', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt;/)
  })

  it('gives every field a label and every id only once', () => {
    const ids = matches(html, / id="([^"]*)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const labelled = new Set(matches(html, /<label[^>]* for="([^"]*)"/g))
    const controls = matches(html, /(<(?:input|select|textarea)[^>]*>)/g)
    const wrapped = new Set(matches(html, /<label(?![^>]* for=)[^>]*>\s*(<input[^>]*>)/g))
    const bare = controls.filter(
      (control) =>
        !control.includes('type="hidden"') &&
        !wrapped.has(control) &&
        !labelled.has(/ id="([^"]*)"/.exec(control)?.[1] ?? ''),
    )
    expect(bare).toEqual([])
  })

  it('points no description and no error link at nothing', () => {
    const ids = new Set(matches(html, / id="([^"]*)"/g))
    const aimed = [
      ...matches(html, /aria-describedby="([^"]*)"/g).flatMap((list) => list.split(' ')),
      ...matches(html, /aria-labelledby="([^"]*)"/g),
      ...matches(html, /href="#([^"]+)"/g),
    ]
    expect(aimed.filter((id) => !ids.has(id))).toEqual([])
  })

  it('hides every icon from screen readers and sets words beside it', () => {
    expect(html).not.toMatch(/<svg(?![^>]*aria-hidden="true")/)
    expect(html).not.toMatch(/<(a|button)[^>]*>\s*<svg[^>]*>(?:(?!<\/svg>).)*<\/svg>\s*<\/\1>/s)
  })

  it('says urgency, state and clock in words', () => {
    const marks = matches(html, /class="(?:urgency|tag|clock)[^"]*"[^>]*>((?:<svg.*?<\/svg>)?[^<]*)</g)
    expect(marks.filter((mark) => mark.replace(/<svg.*?<\/svg>/, '').trim() === '')).toEqual([])
  })
})

describe('the words of the workspace', () => {
  it.each(['id', 'en'] as const)('never call a person illegal or escaped, and never shout, in %s', (lang) => {
    const t = aFrame(lang).t
    const areas = Object.entries(t).filter(([area]) => area.startsWith('kerja'))
    expect(areas.flatMap(([, area]) => sentencesOf(area)).filter((words) => BANNED.test(words))).toEqual([])
  })

  it('shows a room only to those who may enter it', () => {
    const page = everyPage('id').today ?? ''
    expect(page).toContain('href="/kerja/pengaturan"')
    expect(page).toContain('aria-current="page"')
  })
})
