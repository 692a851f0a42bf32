import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Every public page that opens without a code. */
export const PUBLIC_PAGES = [
  '/',
  '/bahaya',
  '/bahaya?negara=MY',
  '/bahaya?negara=HK',
  '/lapor',
  '/lacak',
  '/keluarga',
  '/info',
  '/tanda-terima',
  '/aman',
  '/tentang',
  '/layanan',
  '/desa',
  '/hukum',
  '/hukum/id-uu-18-2017',
  '/hukum/id-uu-18-2017/30-1',
  '/usulan',
  '/usulan/hambatan',
  '/perjanjian',
  '/perjanjian/id-my-mou-2022',
  '/keluhan',
  '/hak',
  '/sesudah-lapor',
  '/negara',
  '/negara/hk',
  '/negara/my/koridor',
  '/negara/daftar',
  '/harmonisasi',
  '/harmonisasi?kebutuhan=placement-cost',
  '/harmonisasi?koridor=malaysia&kelompok=rest',
  '/harmonisasi/isi/weekly-rest-day/my',
  '/harmonisasi/norma/id-uu18-30-cost',
  '/petugas',
] as const

/** WCAG 2.2 A and AA: no violation. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
}

export type ShownCode = { readonly words: string; readonly pin: string }

/** The code and PIN as they stand on the code page. */
export async function readCode(page: Page): Promise<ShownCode> {
  const words = await page.locator('.code li').allInnerTexts()
  const pin = (await page.locator('.code p').innerText()).replaceAll(/\D/g, '')
  expect(words).toHaveLength(5)
  expect(pin).toHaveLength(6)
  return { words: words.join(' '), pin }
}

/** Five questions with the plainest clicks: locked in Malaysia, in danger, write only here, the consulate may know. */
export async function report(page: Page, story: string, country = 'MY'): Promise<ShownCode> {
  await page.goto('/lapor')
  await page.locator('input[name="what"][value="kunci"]').check()
  await page.locator('textarea[name="story"]').fill(story)
  await next(page)
  await page.locator('[name="place.country"]').selectOption(country)
  await next(page)
  await page.locator('input[name="danger"][value="now"]').check()
  await next(page)
  await page.locator('input[name="safeContact.ways"][value="this-page-only"]').check()
  await next(page)
  await next(page)
  return readCode(page)
}

/** The visible button; a hidden one before it makes Enter in a field mean the same. */
export async function next(page: Page): Promise<void> {
  const before = await page.locator('h1').innerText()
  await page.locator('button.button[name="go"][value="next"]').click()
  await expect(page.locator('h1')).not.toHaveText(before)
}

export async function openWithCode(page: Page, code: ShownCode): Promise<void> {
  await page.goto('/lacak')
  await page.locator('[name="words"]').fill(code.words)
  await page.locator('[name="pin"]').fill(code.pin)
  await page.locator('button[name="go"][value="open"]').click()
}
