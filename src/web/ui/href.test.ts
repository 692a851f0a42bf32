import { expect, it } from 'vitest'
import { href } from './href.ts'

it('gives Indonesian addresses without a prefix and English ones under /en', () => {
  expect(href('id', '/')).toBe('/')
  expect(href('id', '/lapor')).toBe('/lapor')
  expect(href('en', '/')).toBe('/en')
  expect(href('en', '/lapor')).toBe('/en/lapor')
})

it('keeps a query and a fragment of the home page', () => {
  expect(href('en', '/?a=1')).toBe('/en?a=1')
  expect(href('en', '/bahaya?negara=MY#tunjukkan')).toBe('/en/bahaya?negara=MY#tunjukkan')
})
