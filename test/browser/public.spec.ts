import { expect, test } from '@playwright/test'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  next,
  openWithCode,
  PUBLIC_PAGES,
  report,
} from './public.ts'

for (const path of PUBLIC_PAGES)
  test(`${path} is accessible, asks nothing of others, and fits narrow, zoomed and in forced colours`, async ({
    page,
    baseURL,
  }) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:'))
        foreign.push(request.url())
    })
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    await expect(page.locator('h1')).toBeVisible()
    await page.emulateMedia({ forcedColors: 'none' })
    for (const width of [240, 320]) {
      // 320 CSS pixels is a 1280-pixel window at 400 % zoom (WCAG 1.4.10)
      await page.setViewportSize({ width, height: 256 })
      await expectNoSidewaysScroll(page)
    }
    expect(foreign).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })

test('a report goes out without script, its code opens the follow page, and nothing of it stands there @no-script', async ({
  page,
}) => {
  const code = await report(page, 'Saya dikunci di rumah majikan dekat kolam renang.')
  await openWithCode(page, code)
  await expect(page.locator('.steps')).toBeVisible()
  const text = await page.locator('main').innerText()
  expect(text).not.toContain('kolam renang')
  expect(page.url()).not.toContain(code.pin)
})

test('a wrong PIN says the same as a code that nobody has @no-script', async ({ page }) => {
  const code = await report(page, 'Cerita kedua.')
  const answers: string[] = []
  for (const tried of [
    { ...code, pin: code.pin === '000000' ? '000001' : '000000' },
    { words: code.words, pin: '999999' },
  ]) {
    await openWithCode(page, tried)
    answers.push(await page.locator('main .notice').first().innerText())
  }
  expect(new Set(answers).size).toBe(1)
  await expect(page.locator('.steps')).toHaveCount(0)
})

test('the five questions and the code page are accessible, by keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/lapor')
  await page.locator('input[name="what"][value="gaji"]').focus()
  await page.keyboard.press('Space')
  await expect(page.locator('input[name="what"][value="gaji"]')).toBeChecked()
  for (let question = 1; question <= 5; question++) {
    await expectAccessible(page)
    const heading = await page.locator('h1').innerText()
    await page.locator('button.button[name="go"][value="next"]').focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('h1')).not.toHaveText(heading)
  }
  await expect(page.locator('.code')).toBeVisible()
  await expectAccessible(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.print')).toBeVisible()
  await expect(page.locator('header.canopy')).toBeHidden()
})

test('leaving fast empties the page and leaves no entry to come back to', async ({ page }) => {
  await page.goto('/aman')
  await page.goto('/lapor')
  await next(page)
  await page.locator('.exit').click()
  await page.waitForURL(/\/keluar/)
  await page.goBack()
  await expect(page.locator('input[name="place.country"], select[name="place.country"]')).toHaveCount(0)
})

test('leaving fast works by three presses of Escape', async ({ page }) => {
  await page.goto('/bahaya')
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  await page.waitForURL(/\/keluar/)
})

test('the numbers page opens from a saved copy without a network', async ({ page, context }) => {
  await page.goto('/bahaya?negara=MY')
  const saved = await page.content()
  await context.setOffline(true)
  await page.setContent(saved)
  await expect(page.locator('a[href^="tel:"]').first()).toBeVisible()
})
