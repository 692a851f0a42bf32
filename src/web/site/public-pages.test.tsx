import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { withLawLinks } from '#src/web/cited-html.ts'
import { LANGS } from '#src/web/ui/href.ts'
import { publicAssets } from '#src/web/ui/public/assets.ts'
import { everyPublicPage } from './page-fixtures.tsx'

const LIMIT = 14_336
/** What the server uses: quick rather than smallest. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const WITHOUT_FRAME = new Set(['keluar'])

const weight = (text: string) => brotliCompressSync(text, QUALITY).length
const attribute = (tag: string, name: string) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
const tags = (page: string, name: string) => page.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const idsOf = (page: string) => [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])

for (const lang of LANGS) {
  const pages = everyPublicPage(lang)
  const assets = publicAssets().reduce((sum, asset) => sum + weight(asset.content), 0)

  describe.each(Object.entries(pages))(`${lang} %s`, (name, page) => {
    it('weighs at most 14,336 bytes with everything of ours that it loads', () => {
      // As the server sends it: each law that it names is a link.
      expect(weight(withLawLinks(lang, page)) + assets).toBeLessThanOrEqual(LIMIT)
    })

    it('is a whole page in the right language with one main heading', () => {
      expect(page).toMatch(/^<!doctype html><html lang="/)
      expect(page).toContain(`<html lang="${lang}">`)
      expect(page.match(/<h1[ >]/g)).toHaveLength(1)
      expect(page).not.toMatch(/undefined|\[object|NaN|Invalid Date/)
    })

    it('asks not to be indexed, kept or told of, and names nothing in its title', () => {
      expect(page).toContain('<meta name="robots" content="noindex,noarchive"')
      expect(page).toContain('<meta name="referrer" content="no-referrer"')
      const title = page.match(/<title>([^<]*)<\/title>/)?.[1] ?? ''
      expect(title).not.toMatch(/lapor|report|bahaya|danger|korban|victim|gaji|wage/i)
    })

    it('has no script, style or handler inside and loads nothing from elsewhere', () => {
      expect(page.match(/<script\b(?![^>]*\ssrc=)/)).toBeNull()
      expect(page).not.toMatch(/<style|\sstyle="|\son[a-z]+="/)
      // A link to an official text leads out when somebody opens it, and tells nothing of this page.
      const own = page.replaceAll(/<a href="https?:[^"]*" rel="noreferrer external">/g, '<a>')
      expect(own).not.toMatch(/https?:|(?:src|href|action)="\/\//)
    })

    it('gives every control a label', () => {
      for (const tag of [...tags(page, 'input'), ...tags(page, 'textarea'), ...tags(page, 'select')]) {
        const type = attribute(tag, 'type')
        if (type === 'hidden') continue
        const id = attribute(tag, 'id')
        const wrapped = type === 'radio' || type === 'checkbox'
        const labelled = wrapped ? insideLabel(page, tag) : page.includes(`<label class="title" for="${id}"`)
        expect(labelled, tag).toBe(true)
      }
    })

    it('uses every id once and points only at ids that exist', () => {
      const ids = idsOf(page)
      expect(ids).toHaveLength(new Set(ids).size)
      const targets = [...page.matchAll(/(?:href="#|aria-describedby="|aria-labelledby="|\sfor=")([^"]+)"/g)]
      for (const target of targets.flatMap((match) => (match[1] ?? '').split(' ')))
        expect(ids).toContain(target)
    })

    if (!WITHOUT_FRAME.has(name))
      it('has the exit first after the skip link, and a way home', () => {
        const links = tags(page.slice(page.indexOf('<body')), 'a').map((tag) => attribute(tag, 'href'))
        const prefix = lang === 'id' ? '' : '/en'
        expect(links.slice(0, 3)).toEqual(['#isi', prefix || '/', `${prefix}/keluar`])
      })

    if (name.endsWith('-salah'))
      it('says what is wrong on top, with links to the fields, and again at the field', () => {
        const summary = page.match(/<div class="notice danger" role="alert".*?<\/div><\/div>/s)?.[0] ?? ''
        const fields = [...summary.matchAll(/<a href="#([^"]+)"/g)].map((match) => match[1] ?? '')
        expect(fields.length).toBeGreaterThan(0)
        for (const field of fields) expect(page).toContain(`id="${field}-e"`)
        expect(page).toContain(lang === 'id' ? '<title>Belum bisa – ' : '<title>Not yet – ')
      })
  })
}

function insideLabel(page: string, tag: string): boolean {
  const before = page.slice(0, page.indexOf(tag))
  return before.lastIndexOf('<label') > before.lastIndexOf('</label>')
}

it('leaves no trace of the product on the page behind the exit', () => {
  for (const lang of LANGS) expect(everyPublicPage(lang)['keluar']).not.toMatch(/payung|113f3c|lapor|report/i)
})

it('never shows the code on a page that comes back without it', () => {
  const again = everyPublicPage('id')['kode-lagi'] ?? ''
  expect(again).not.toContain('<div class="print"')
})

it('prints a shopping list that names neither the product nor an address', () => {
  const print = everyPublicPage('id')['kode']?.match(/<div class="print".*?<\/div>/s)?.[0] ?? ''
  expect(print).toContain('Belanja')
  expect(print).toContain('Rp\u00a0482.715')
  expect(print).not.toMatch(/payung|lapor|pin|href/i)
})

it('shows a second holder no choices, no contact and no withdrawal', () => {
  const page = everyPublicPage('id')['kabar-kedua'] ?? ''
  expect(page).not.toMatch(/value="(withdraw|consent|contact|reopen|object)"/)
  expect(page).toContain('value="ask-contact"')
})

it('shows exactly two unchecked numbers, both marked, where a country has no checked one', () => {
  const page = everyPublicPage('id')['bahaya-belum'] ?? ''
  expect(page.match(/href="tel:/g)).toHaveLength(2)
  expect(page.match(/belum diverifikasi/g)).toHaveLength(2)
})

it('keeps what was typed when something is wrong', () => {
  const pages = everyPublicPage('id')
  expect(pages['lapor-what-salah']).toContain('value="tiga"')
  expect(pages['keluarga-salah']).toContain('value="dulu"')
  expect(pages['lacak-salah']).toContain('value="bayam sendok"')
})

it('carries the earlier answers along in hidden fields, and never the one being asked', () => {
  const page = everyPublicPage('id')['lapor-contact-isi'] ?? ''
  expect(page).toContain('<input type="hidden" name="what" value="gaji"')
  expect(page).toContain('<input type="hidden" name="danger" value="now"')
  expect(page).not.toContain('<input type="hidden" name="safeContact.value"')
  expect(page).toContain('<input type="hidden" name="key" value="invented-key"')
})
