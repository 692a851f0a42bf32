import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeApp } from '#src/web/app.ts'
import { sendDueNotices } from '#src/modules/notices/index.ts'
import { letterWords } from '#src/texts/surat.ts'
import { codeOn, sendReport, visitSite } from '../support/public-form.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { runJobs } from '../support/run-jobs.ts'

const receivers: string[] = []
const letters: string[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo(address, _session, done) {
    receivers.push(address.address)
    done()
  },
  onData(stream, _session, done) {
    let text = ''
    stream.on('data', (bytes: Buffer) => (text += String(bytes)))
    stream.on('end', () => {
      letters.push(text)
      done()
    })
  },
})
let world: TestPlatform
beforeAll(async () => {
  world = await makeTestPlatform()
  for (const role of ['intake-officer', 'supervisor'] as const)
    for (const org of ['jhb', 'pusat'] as const) await world.as(role, org)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await world.close()
})

/** Officers write by themselves, in the hours called safe; the program writes to staff alone. */
it('writes to staff that something waits, and to no reporter, whatever way of contact the report names', async () => {
  const visit = visitSite(makeApp(world.platform))
  const stored = await sendReport(visit, {
    what: [['story', 'Cerita rahasia']],
    where: [['place.country', 'MY']],
    danger: [['danger', 'now']],
    contact: [
      ['safeContact.ways', 'email'],
      ['safeContact.value', 'pelapor@contoh.test'],
      ['names', 'Sutinah Rahayu'],
    ],
  })
  const { words, pin } = codeOn(stored.html)
  const status = await visit.post('/lacak', [
    ['words', words],
    ['pin', pin],
    ['go', 'open'],
  ])
  await visit.post('/lacak', [...status.hidden('message'), ['message', 'Pesan rahasia'], ['go', 'message']])
  await runJobs(world)
  world.time.advance(3 * 60 * 60_000)
  const { port } = server.server.address() as { readonly port: number }
  const smtpUrl = `smtp://127.0.0.1:${port}`
  const platform = { ...world.platform, config: { ...world.platform.config, smtpUrl } }
  await sendDueNotices(platform, letterWords)
  const staff = (await world.root('select email from app.staff')).map((row) => String(row['email']))
  expect(receivers.length).toBeGreaterThan(0)
  expect(receivers.filter((address) => !staff.includes(address))).toEqual([])
  for (const secret of ['pelapor@contoh.test', 'rahasia', 'Sutinah', 'Malaysia', words, pin])
    expect(letters.join('\n')).not.toContain(secret)
})
