import { expect, it } from 'vitest'
import { articleAnchor, lawHref } from './law-href.ts'

it('leads a citation to its instrument and to the first place that it names', () => {
  expect(lawHref('id-uu-18-2017', 'Pasal 30 ayat (1)')).toBe('/hukum/id-uu-18-2017/30-1')
  expect(lawHref('my-employment-act-1955', 's. 69, 77')).toBe('/hukum/my-employment-act-1955/69')
  expect(lawHref('id-uu-18-2017', 'Pasal 72 huruf a jo. Pasal 86 huruf a')).toBe('/hukum/id-uu-18-2017/72-a')
})

it('leads to the whole instrument where no article is named', () => {
  for (const article of ['-', 'whole', undefined])
    expect(lawHref('id-hk-practice', article)).toBe('/hukum/id-hk-practice')
  expect(articleAnchor('-')).toBe('')
})
