// @ts-check
// Which browser the browser tests use. Plain JavaScript, because ensure-installed.js runs before anything is installed.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const HOW_TO_INSTALL =
  'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name a browser in PAYUNG_BROWSER.'

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The path of the browser, or undefined when this machine has none. Throws when PAYUNG_BROWSER names no program.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.PAYUNG_BROWSER
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`PAYUNG_BROWSER names ${named}, which is no program.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...inPath, ...ELSEWHERE].find(isProgram)
}
