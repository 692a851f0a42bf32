import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getAttachment } from '#src/modules/reports/index.ts'
import { asStaff, runAs } from '#src/platform/db/context.ts'
import { makeApp } from '#src/web/app.ts'
import {
  visitSite,
  codeOn,
  sendReport,
  type Filling,
  type Shown,
  type Visit,
} from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'

let world: TestPlatform
let app: ReturnType<typeof makeApp>
let visit: Visit
beforeAll(async () => {
  world = await makeTestPlatform()
  app = makeApp(world.platform)
  visit = visitSite(app)
})
afterAll(() => world.close())

const named = (bytes: Uint8Array | string, name: string, type = 'image/jpeg'): File =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name, { type })

async function photo(): Promise<Uint8Array> {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
  const written = await image
    .jpeg()
    .withExif({
      IFD0: { Artist: 'Sutinah Rahasia' },
      IFD3: { GPSLatitude: '1/1 2/1 3/1', GPSLatitudeRef: 'N' },
    })
    .toBuffer()
  return new Uint8Array(written)
}

async function stored(): Promise<{ readonly page: Shown; readonly id: string }> {
  world.time.advance(1000)
  const page = await sendReport(visit, { where: [['place.country', 'MY']] })
  const [row] = await world.root('select id from app.reports order by created_at desc limit 1')
  return { page, id: String(row!['id']) }
}
const attach = (page: Shown, ...files: File[]): Promise<Shown> =>
  visit.post('/lapor', [
    ...page.hidden('attach'),
    ...files.map((file) => ['file', file] as const),
    ['go', 'attach'],
  ] as Filling)
const rows = (id: string) =>
  world.root('select * from app.attachments where report_id = $1 order by created_at, id', [id])

it('keeps a photo sealed and without metadata', async () => {
  const { page, id } = await stored()
  const original = await photo()
  expect(Buffer.from(original).includes('Sutinah Rahasia')).toBe(true)
  const shown = await attach(page, named(original, 'rumah-majikan.jpg'))
  expect(shown.status).toBe(200)
  const [row] = await rows(id)
  expect(row).toMatchObject({
    media_type: 'image/jpeg',
    metadata: 'removed',
    org_id: world.orgs.jhb,
    sender: 'reporter',
  })
  for (const column of ['sealed', 'name_sealed']) {
    const bytes = row![column] as Buffer
    expect(bytes.includes('Sutinah')).toBe(false)
    expect(bytes.includes('majikan')).toBe(false)
    expect(bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false)
  }
  expect(shown.html).not.toContain('rumah-majikan')
})

it('refuses each hostile or useless file with a sentence beside the field, and keeps the report and the other files', async () => {
  const { page, id } = await stored()
  const big = new Uint8Array(8 * 1024 * 1024 + 1)
  big.set(await photo())
  const pixelBomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const hostile: readonly File[] = [
    named('<html><script>alert(1)</script></html>', 'foto.jpg'),
    named(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'gambar.svg',
      'image/svg+xml',
    ),
    named('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'gambar.jpg'),
    named('', 'kosong.jpg'),
    named(big, 'besar.jpg'),
    named(pixelBomb, 'bom.png'),
    named(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), 'rusak.jpg'),
    named('MZ\u0090\u0000program', 'surat.pdf', 'application/pdf'),
    named(new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(60)]), 'arsip.docx'),
  ]
  for (const file of hostile) {
    const shown = await attach(page, file)
    expect([file.name, shown.status]).toEqual([file.name, 422])
    expect(shown.html).toContain('id="file-e"')
    expect(codeOn(shown.html)).toEqual(codeOn(page.html))
  }
  expect(await rows(id)).toHaveLength(0)
  const mixed = await attach(page, named('<html>', 'a.jpg'), named(await photo(), 'b.jpg'))
  expect(mixed.status).toBe(422)
  expect(await rows(id)).toHaveLength(1)
})

it('answers far too much beside the field too, keeps what stands, and shows the code still', async () => {
  const { page, id } = await stored()
  const video = named(new Uint8Array(30 * 1024 * 1024), 'video.mp4', 'video/mp4')
  const shown = await attach(page, video)
  expect(shown.status).toBe(422)
  expect(shown.html).toContain('id="file-e"')
  expect(codeOn(shown.html)).toEqual(codeOn(page.html))
  expect(await rows(id)).toHaveLength(0)
  const { words, pin } = codeOn(page.html)
  const status = await visit.post('/lacak', [
    ['words', words],
    ['pin', pin],
    ['go', 'open'],
  ])
  const there = await visit.post('/lacak', [...status.hidden('attach'), ['file', video], ['go', 'attach']])
  expect([there.status, there.html.includes('id="file-e"')]).toEqual([422, true])
  const alone = await visit.post('/lapor', [['file', video]])
  expect(alone.status).toBe(413)
})

it('cuts off what hides behind a picture', async () => {
  const { page, id } = await stored()
  const polyglot = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>PK\u0003\u0004')])
  expect((await attach(page, named(polyglot, 'dua-muka.jpg'))).status).toBe(200)
  const [row] = await rows(id)
  const original = createHash('sha256').update(polyglot).digest()
  expect((row!['original_sha256'] as Buffer).equals(original)).toBe(true)
  expect((row!['sha256'] as Buffer).equals(original)).toBe(false)
})

it('keeps a letter as it is and says that it still holds what its maker put in', async () => {
  const { page, id } = await stored()
  const shown = await attach(
    page,
    named('%PDF-1.4\n1 0 obj<</Author(Sutinah)>>endobj\ntrailer<<>>\n%%EOF', 'surat.pdf', 'application/pdf'),
  )
  expect(shown.status).toBe(200)
  expect((await rows(id))[0]).toMatchObject({ media_type: 'application/pdf', metadata: 'kept' })
  expect(shown.html).toContain('masih menyimpan keterangan')
})

it('keeps of a name neither folders nor marks that turn the reading direction', async () => {
  const { page, id } = await stored()
  const shown = await attach(page, named(await photo(), '../../etc/foto\u202egpj.exe'))
  expect(shown.status).toBe(200)
  const [file] = await rows(id)
  const actor = await world.as('intake-officer', 'jhb')
  const { name } = await runAs(world.platform, actor, (ctx) =>
    getAttachment(asStaff(ctx), String(file!['id'])),
  )
  expect(name).toBe('fotogpj.exe')
})

it('takes sound of cheap phones', async () => {
  const { page, id } = await stored()
  expect(
    (await attach(page, named('#!AMR\n\u003c\u0091\u0017\u0016', 'suara.amr', 'audio/amr'))).status,
  ).toBe(200)
  expect((await rows(id))[0]).toMatchObject({ media_type: 'audio/amr' })
})

it('stops at ten files, and takes them from the follow page too', async () => {
  const { page, id } = await stored()
  const image = await photo()
  const code = codeOn(page.html)
  const status = await visit.post('/lacak', [
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
  const added = await visit.post('/lacak', [
    ...status.hidden('attach'),
    ['file', named(image, 'a.jpg')],
    ['go', 'attach'],
  ])
  expect(added.status).toBe(200)
  for (let at = 0; at < 9; at += 1) expect((await attach(page, named(image, `${at}.jpg`))).status).toBe(200)
  expect((await attach(page, named(image, 'x.jpg'))).status).toBe(422)
  expect(await rows(id)).toHaveLength(10)
})

it('gives a file to the desk only as a download that no browser opens, and records it', async () => {
  const { page, id } = await stored()
  await attach(page, named(await photo(), 'foto.jpg'))
  const file = String((await rows(id))[0]!['id'])
  const cookie = await world.cookieOf(await world.as('intake-officer', 'jhb'))
  const answer = await app.request(`/kerja/berkas/${file}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="berkas-[0-9a-f]{8}\.jpg"$/,
  )
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(
    await world.root("select 1 from app.audit_log where verb = 'attachment.opened' and subject_id = $1", [
      file,
    ]),
  ).toHaveLength(1)
  for (const other of [await world.as('intake-officer', 'hkg'), await world.as('supervisor', 'pusat')])
    expect(
      (await app.request(`/kerja/berkas/${file}`, { headers: { cookie: await world.cookieOf(other) } }))
        .status,
    ).toBe(404)
  for (const role of ['organisation-admin', 'auditor'] as const)
    expect(
      (
        await app.request(`/kerja/berkas/${file}`, {
          headers: { cookie: await world.cookieOf(await world.as(role, 'jhb')) },
        })
      ).status,
    ).toBe(403)
  expect((await app.request(`/kerja/berkas/${file}`)).status).toBe(401)
})
