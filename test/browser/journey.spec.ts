import { expect, test, type Browser, type Page } from '@playwright/test'
import { openWithCode, report } from './public.ts'
import { signIn } from './staff.ts'

async function asPerson(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page, name)
  return page
}

test('a report travels to the body that must act, and the person sees it', async ({ page, browser }) => {
  test.setTimeout(120_000)
  const marker = `sumur tua nomor ${Date.now() % 100_000}`
  const code = await report(page, `Dekat ${marker}. Saya dikunci, gaji tidak dibayar.`, 'HK')

  const officer = await asPerson(browser, 'petugas.hongkong')
  await officer.goto('/kerja/masuk?urut=newest')
  await officer.locator('.letters a', { hasText: 'sumur tua' }).first().click()
  await officer.locator('form[action$="/ambil"] button').click()
  await officer.locator('form[action$="/kasus"] button').click()
  await expect(officer).toHaveURL(/\/kerja\/kasus\//)
  const caseCode = /[A-Z]{2,5}-\d{4}-\d{4,}/.exec(officer.url())![0]

  await openWithCode(page, code)
  await expect(page.locator('.steps')).toContainText(/Hong Kong|Konsulat|KJRI/)
  await expect(page.locator('main')).not.toContainText(caseCode)
  await expect(page.locator('main')).not.toContainText('sumur tua')

  const stranger = await asPerson(browser, 'konselor')
  expect((await stranger.goto(`/kerja/kasus/${caseCode}`))?.status()).toBe(404)
})

for (const name of ['auditor', 'analis', 'admin', 'pdp'])
  test(`${name} opens no case, whatever the address`, async ({ page }) => {
    await signIn(page, name)
    for (const path of ['/kerja/kasus', '/kerja/masuk', '/kerja/kasus/JHB-2025-0003', '/kerja/cari?q=Siti']) {
      const answer = await page.goto(path)
      expect([403, 404]).toContain(answer?.status())
      await expect(page.locator('main')).not.toContainText('JHB-2025')
    }
  })
