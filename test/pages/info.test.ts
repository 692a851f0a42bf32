// A tip goes past the village and past every body that it concerns, ticked or named; nothing of a network is public.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCase } from '#src/modules/cases/index.ts'
import { makeApp } from '#src/web/app.ts'
import { runAs } from '#src/platform/db/context.ts'
import { PUBLIC_PAGES } from '../browser/public.ts'
import { leaveNetwork } from '../support/network-world.ts'
import { codeOn, visitSite, type Visit } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let visit: Visit
beforeAll(async () => {
  world = await makeTestPlatform()
  visit = visitSite(makeApp(world.platform))
})
afterAll(() => world.close())

type Fields = readonly (readonly [string, string])[]

async function tip(
  fields: Fields,
  story = 'Mobil malam',
): Promise<{ readonly id: string; readonly org: string; readonly kind: string }> {
  const page = await visit.open('/info')
  const stored = await visit.post('/info', [...page.hidden(), ['story', story], ...fields])
  expect(stored.status).toBe(200)
  expect(codeOn(stored.html).words).not.toBe('')
  const [row] = await world.root(
    'select r.id, o.slug as org, o.kind from app.reports r join app.organisations o on o.id = r.org_id order by r.created_at desc, r.id desc limit 1',
  )
  return row as { id: string; org: string; kind: string }
}

const seenBy = async (id: string, org: Parameters<TestPlatform['as']>[1]): Promise<number> => {
  const officers = await Promise.all(
    (['intake-officer', 'supervisor', 'village-officer'] as const).map((role) => world.as(role, org)),
  )
  const seen = await Promise.all(
    officers.map((officer) =>
      runAs(world.platform, officer, (ctx) =>
        ctx.tx.selectFrom('app.reports').select('id').where('id', '=', id).execute(),
      ),
    ),
  )
  return seen.flat().length
}

describe('a tip', () => {
  it('is read by no village, whatever it says', async () => {
    const { id } = await tip([['place.words', 'Desa Uji']])
    expect(await seenBy(id, 'desa')).toBe(0)
  })

  it.each([
    ['police', 'police', 'polri'],
    ['protection-ministry', 'head-office', 'kp2mi'],
    ['local-labour-office', 'head-office', 'disnaker-district'],
    ['this-mission', 'head-office', 'mission'],
    ['organisation', 'head-office', 'ngo'],
  ])(
    'about %s is read by none of that kind, even where that desk was picked',
    async (concerns, reader, kind) => {
      const stored = await tip([
        ['concerns', concerns],
        ['reader', reader],
        ['place.country', 'MY'],
      ])
      expect(stored.kind).not.toBe(kind)
      if (concerns === 'this-mission') expect(await seenBy(stored.id, 'jhb')).toBe(0)
      if (concerns === 'protection-ministry') expect(await seenBy(stored.id, 'pusat')).toBe(0)
    },
  )

  it('that names a body is not read by that body', async () => {
    const story = 'Pegawai kantor pusat uji menerima uang dari calo.'
    const { id, org } = await tip([['reader', 'head-office']], story)
    expect(org).not.toBe('pusat')
    expect(await seenBy(id, 'pusat')).toBe(0)
  })

  it('keeps when it was, in the words of who saw it', async () => {
    const page = await visit.open('/info')
    expect(page.html).toContain('name="when"')
    const long = await visit.post('/info', [...page.hidden(), ['story', 'x'], ['when', 'x'.repeat(300)]])
    expect([long.status, long.html.includes('id="when-e"')]).toEqual([422, true])
  })
})

describe('nothing about a named person of a network is public', () => {
  it('stands on no public page, also when it is searched for', async () => {
    const officer = await world.hire('jhb', ['caseworker', 'intake-officer'])
    const opened = await world.staff(officer, (ctx) =>
      createCase(ctx, {
        urgency: 'sedang',
        types: ['UNPAID_WAGES'],
        country: 'MY',
        district: null,
        phase: 'during',
        touchesChild: false,
        summary: '',
      }),
    )
    const { id } = await tip([
      ['place.country', 'MY'],
      ['concerns', 'police'],
    ])
    await world.root('update app.reports set org_id = $1 where id = $2', [officer.orgId, id])
    await leaveNetwork(world, officer, {
      caseCode: opened.code,
      reportId: id,
      askedOrg: world.orgs.pusat,
      value: 'Wirjoatmodjo Kertanegara',
      source: 'Zubaidah yang mengatakan.',
    })
    for (const path of PUBLIC_PAGES)
      for (const asked of [path, `${path}?q=Wirjoatmodjo`]) {
        const { html } = await visit.open(asked)
        // What was asked may stand in the search field; nothing else of it.
        expect(html.replaceAll(/value="[^"]*"/g, ''), asked).not.toMatch(/Kertanegara|Zubaidah/)
      }
  })

  it('is not read by any public page: none of them knows the module', () => {
    const site = join(import.meta.dirname, '../../src/web/site')
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    expect(files.length).toBeGreaterThan(50)
    for (const file of files)
      expect(readFileSync(join(site, file), 'utf8'), file).not.toContain('modules/networks')
  })
})
