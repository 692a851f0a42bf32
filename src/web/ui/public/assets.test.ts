import { expect, it } from 'vitest'
import { minifyCss, minifyScript, publicAssets, quickExitScript } from './assets.ts'

it('makes a stylesheet smaller without changing what it says', () => {
  expect(minifyCss('/* note */\na b,\nc > d {\n  color: red;\n  margin: 0 calc(1px + 2px);\n}\n')).toBe(
    'a b,c > d{color:red;margin:0 calc(1px + 2px)}',
  )
})

it('keeps the space that makes a selector mean a part inside', () => {
  expect(minifyCss('.choice :focus-visible { outline: 0 }')).toBe('.choice :focus-visible{outline:0}')
  expect(minifyCss('@media (max-width: 20rem) { a { top: 0 } }')).toBe('@media (max-width:20rem){a{top:0}}')
})

it('takes comments and indents from the script and nothing else', () => {
  expect(minifyScript('// note\nlet a = 1\n\n  a += 1 // stays\n')).toBe('let a = 1\na += 1 // stays')
})

it('serves the script as a browser can read it: it holds no TypeScript', () => {
  expect(() => new Function(quickExitScript().content)).not.toThrow()
})

it('names every asset by its content, below one address', () => {
  for (const { path } of publicAssets()) expect(path).toMatch(/^\/aset\/[a-z]+-[0-9a-f]{12}\.(css|js)$/)
})
