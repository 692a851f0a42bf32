/** Files that the workspace links: one stylesheet and one icon sprite, named by their content so that they cache for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ICONS } from '../icons.tsx'

export type StaffAsset = { readonly path: string; readonly type: string; readonly body: string }

const SHEETS = [
  '1-tokens',
  '2-shell',
  '3-marks',
  '4-lists',
  '5-case',
  '6-clauses',
  '6-compare',
  '6-pages',
  '6-screening',
  '7-narrow',
] as const

function short(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 12)
}

function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
}

function makeCss(): StaffAsset {
  const body = squeeze(
    SHEETS.map((name) => readFileSync(new URL(`./css/${name}.css`, import.meta.url), 'utf8')).join('\n'),
  )
  return { path: `/aset/kerja-${short(body)}.css`, type: 'text/css; charset=utf-8', body }
}

function makeSprite(): StaffAsset {
  const symbols = Object.entries(ICONS).map(
    ([name, lines]) => `<symbol id="i-${name}" viewBox="0 0 24 24">${lines}</symbol>`,
  )
  const body = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
  return { path: `/aset/ikon-${short(body)}.svg`, type: 'image/svg+xml', body }
}

/** Only for our own scripts: whole-line comments and indents go, nothing else is touched. */
function makeScript(name: string, file: string): StaffAsset {
  const body = readFileSync(new URL(`../../browser/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n')
  return { path: `/aset/${name}-${short(body)}.js`, type: 'text/javascript; charset=utf-8', body }
}

const PASSKEY = makeScript('kunci-sandi', 'passkey.ts')
const LIVE = makeScript('hari', 'today-live.ts')
const PRINT = makeScript('cetak', 'print.ts')
const CSS = makeCss()
const SPRITE = makeSprite()

export function staffCss(): StaffAsset {
  return CSS
}

export function staffSprite(): StaffAsset {
  return SPRITE
}

export function passkeyScript(): StaffAsset {
  return PASSKEY
}

/** Refreshes the danger part of Today; give its path to `TodayView.liveScript`. */
export function liveScript(): StaffAsset {
  return LIVE
}

/** Shows a `PrintButton`; give its path to the page that has one. */
export function printScript(): StaffAsset {
  return PRINT
}

/** Every file the asset route serves for the workspace, with `cache-control: immutable`. */
export function staffAssets(): readonly StaffAsset[] {
  return [CSS, SPRITE, PASSKEY, LIVE, PRINT]
}
