/** The stylesheet and the one small script of the public site: read once, made smaller, named by their content. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type Asset = { readonly content: string; readonly path: `/aset/${string}`; readonly type: string }

let css: Asset | undefined
let script: Asset | undefined

export function publicCss(): Asset {
  css ??= asset('publik', 'css', 'text/css; charset=utf-8', minifyCss(read('./public.css')))
  return css
}

export function quickExitScript(): Asset {
  const source = read('../../browser/quick-exit.ts')
  script ??= asset('keluar', 'js', 'text/javascript; charset=utf-8', minifyScript(source))
  return script
}

/** Everything that the public pages load besides themselves; a route serves each at its path, for good. */
export function publicAssets(): readonly Asset[] {
  return [publicCss(), quickExitScript()]
}

function asset(name: string, extension: string, type: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { content, type, path: `/aset/${name}-${hash}.${extension}` }
}

function read(relative: string): string {
  return readFileSync(new URL(relative, import.meta.url), 'utf8')
}

/** Only for our own stylesheet: it knows nothing of braces or spaces inside strings. */
export function minifyCss(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
}

/** Only for our own script: whole-line comments and indents go, nothing else is touched. */
export function minifyScript(source: string): string {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n')
}
