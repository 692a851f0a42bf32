import { expect, test } from '@playwright/test'
import { signIn, startSignIn } from './staff.ts'

test('a passkey of the device signs in instead of the six digits, and only for its owner', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000)
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(page, 'satgas')
  await page.goto('/kerja/saya')
  const label = `Laptop uji ${Date.now() % 100_000}`
  await page.locator('form[data-passkey-new] input[name="label"]').fill(label)
  await page.locator('form[data-passkey-new] button').click()
  await expect(page.locator('main table')).toContainText(label)

  await context.clearCookies()
  await startSignIn(page, 'satgas')
  await page.locator('form[data-passkey] button').click()
  await expect(page.locator('.rail')).toBeVisible()

  await page.goto('/kerja/saya')
  await page.locator('tr', { hasText: label }).locator('button').click()
  await expect(page.locator('main')).not.toContainText(label)
  await context.clearCookies()
  await startSignIn(page, 'satgas')
  await expect(page.locator('form[data-passkey]')).toHaveCount(0)
})
