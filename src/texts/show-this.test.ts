import { expect, it } from 'vitest'
import { SHOW_THIS, showThisFor } from './show-this.ts'

it('shows the local language first and English beside it', () => {
  expect(showThisFor('KR').map((text) => text.lang)).toEqual(['ko', 'en'])
  expect(showThisFor('XX').map((text) => text.lang)).toEqual(['en'])
  expect(showThisFor('constructor').map((text) => text.lang)).toEqual(['en'])
  expect(showThisFor('ID').map((text) => text.lang)).toEqual(['id'])
})

it('names a number only when one is given', () => {
  for (const text of Object.values(SHOW_THIS)) {
    expect(text.text(undefined)).not.toMatch(/\d|undefined/)
    expect(text.text('999')).toContain('999')
  }
})
