import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from './public.ts'
import { signIn } from './staff.ts'

const ROOMS = [
  '/kerja/hukum',
  '/kerja/klausul',
  '/kerja/klausul/banding',
  '/kerja/klausul/perdes',
  '/kerja/pustaka',
  '/kerja/perjanjian',
  '/kerja/perjanjian/id-my-mou-2022/pelanggaran',
  '/kerja',
  '/kerja/masuk',
  '/kerja/kasus',
  '/kerja/rujukan',
  '/kerja/direktori',
  '/kerja/direktori/p3mi',
  '/kerja/beban',
  '/kerja/catat',
  '/kerja/cari',
  '/kerja/pengaturan',
  '/kerja/ekspor-impor',
  '/kerja/ekspor-impor/htcds',
  '/kerja/ekspor-impor/htcds/ekspor?penerima=kind:police&bentuk=xform&saring=org&jenis=TPPO',
  '/kerja/saya',
] as const
const TABS = [
  '',
  '/orang',
  '/kronologi',
  '/kebutuhan',
  '/bukti',
  '/perantara',
  '/rujukan',
  '/catatan',
  '/persetujuan',
  '/tugas',
  '/pesan',
  '/dokumen',
] as const

test('every room is accessible, at a desk and on a telephone', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'atasan')
  for (const path of ROOMS) {
    await page.setViewportSize({ width: 1280, height: 900 })
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expectAccessible(page)
    await page.setViewportSize({ width: 360, height: 740 })
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})

test('every tab of a case is accessible and prints', async ({ page }) => {
  test.setTimeout(120_000)
  await signIn(page, 'pendamping')
  await page.goto('/kerja/kasus')
  const href = await page.locator('table a[href*="/kerja/kasus/"]').first().getAttribute('href')
  for (const tab of TABS) {
    expect((await page.goto(`${href}${tab}`))?.status(), tab).toBe(200)
    await expectAccessible(page)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.rail')).toBeHidden()
})

test('an officer reaches the first report with the keyboard alone', async ({ page }) => {
  await signIn(page, 'petugas')
  await page.goto('/kerja/masuk')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#isi$/)
  const first = page.locator('.letters a').first()
  await first.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/kerja\/masuk\//)
})

test('what is in danger marks itself on Today without a reload', async ({ page }) => {
  await signIn(page, 'petugas')
  await page.goto('/kerja')
  const asked = page.waitForRequest((request) => request.url().includes('/kerja/bagian/bahaya'), {
    timeout: 25_000,
  })
  await asked
})
