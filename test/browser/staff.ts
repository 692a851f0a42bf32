import { expect, type Page } from '@playwright/test'
import { readConfig } from '#src/config.ts'
import { demoPassword } from '#src/modules/accounts/index.ts'
import { loadSecrets } from '#src/platform/crypto/secrets.ts'

/** Name and password; the page of the second step is there then. */
export async function startSignIn(page: Page, name: string): Promise<void> {
  const secrets = loadSecrets(readConfig({ PAYUNG_DATA: process.env['PAYUNG_BROWSER_TEST_DATA'] }))
  await page.goto('/petugas')
  await page.locator('main input[type="text"]').first().fill(name)
  await page.locator('main input[type="password"]').fill(demoPassword(secrets))
  await page.keyboard.press('Enter')
  await expect(page.locator('main input[inputmode="numeric"]')).toBeVisible()
}

/** Signs in as one of the demonstration's people: name and password, then the code that the demonstration shows. */
export async function signIn(page: Page, name: string): Promise<void> {
  await startSignIn(page, name)
  const field = page.locator('main input[inputmode="numeric"]')
  const code = /\b(\d{3}) ?(\d{3})\b/.exec(await page.locator('main').innerText())
  await field.fill(`${code?.[1]}${code?.[2]}`)
  await page.keyboard.press('Enter')
  await expect(page.locator('.rail')).toBeVisible()
}
