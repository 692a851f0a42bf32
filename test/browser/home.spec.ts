import { expect, test } from '@playwright/test'

test('the home page opens in a real browser', async ({ page }) => {
  const answer = await page.goto('/')
  expect(answer?.status()).toBe(200)
  await expect(page.locator('h1')).toHaveCount(1)
})

test('the home page leads to the report form without script @no-script', async ({ page }) => {
  await page.goto('/')
  await page.locator('a[href="/lapor"]').first().click()
  await expect(page.locator('h1')).toHaveCount(1)
  expect(new URL(page.url()).pathname).toBe('/lapor')
})
