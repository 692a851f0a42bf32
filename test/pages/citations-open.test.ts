import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRelease } from '#src/modules/law/index.ts'
import { shippedLawFiles, useLawFiles } from '#src/platform/law/law-source.ts'
import { makeApp } from '#src/web/app.ts'
import { withLawLinks } from '#src/web/cited-html.ts'
import { everyPublicPage } from '#src/web/site/page-fixtures.tsx'
import { everyPage } from '#src/web/workspace/every-page.fixture.tsx'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
beforeAll(async () => {
  world = await makeTestPlatform()
  await loadRelease(world.platform)
  app = makeApp(world.platform)
})
afterAll(async () => {
  useLawFiles(shippedLawFiles())
  await world.close()
})

/** Laws that only the drawn examples of the library have. */
const INVENTED = /\/hukum\/contoh-\d|#(?:(?:catatan|keliru)-\d|xx-)/
const lawLinks = (html: string) =>
  [...html.matchAll(/href="((?:\/en)?\/hukum(?:\/[^"]*)?)"/g)].map((each) => each[1] ?? '')

it('opens, with the release in force, whatever law any page of the site or the workspace names', async () => {
  const links = new Set(
    (['id', 'en'] as const).flatMap((lang) =>
      [...Object.values(everyPublicPage(lang)), ...Object.values(everyPage(lang))].flatMap((each) =>
        lawLinks(withLawLinks(lang, String(each))),
      ),
    ),
  )
  const wrong: string[] = []
  for (const link of [...links].filter((each) => !INVENTED.test(each))) {
    const [path = '', line] = link.split('#')
    const answer = await app.request(path)
    const html = await answer.text()
    if (answer.status !== 200) wrong.push(`${link} answers ${answer.status}`)
    if (line !== undefined && !html.includes(`id="${line}"`)) wrong.push(`${link} has no such line`)
  }
  expect(links.size).toBeGreaterThan(400)
  expect(wrong).toEqual([])
})

it('makes a law that a page names a link when the page is sent', async () => {
  const html = await (await app.request('/hak')).text()
  expect(html).toMatch(/<a href="\/hukum\/id-uu-18-2017\/\d[^"]*">UU 18\/2017, Pasal/)
  expect(await (await app.request('/en/hak')).text()).toContain('href="/en/hukum/id-uu-18-2017/')
})
