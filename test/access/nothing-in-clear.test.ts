// What a stolen dump and a stolen log tell: a program is used as people use it, then every row and every line is searched.
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { known } from '#src/domain/kernel/answer.ts'
import { partialDateOf } from '#src/domain/kernel/partial-date.ts'
import {
  addChainLink,
  addEvidence,
  addNeed,
  addNewPerson,
  addNote,
  addTask,
  addTimelineEntry,
  handOverEvidence,
  openInEmergency,
  protectCase,
  readCase,
  recordAttempt,
  recordConsent,
  recordWish,
  searchCases,
  sendMessage,
  startIncident,
  UNKNOWN_ROLE_FIELDS,
} from '#src/modules/cases/index.ts'
import { openCaseFromReport, takeReport } from '#src/modules/intake/index.ts'
import { blankPerson, NO_MARKS } from '#src/modules/people/index.ts'
import { decideReferral, offerReferral, openReferral, prepareOffer } from '#src/modules/referrals/index.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../support/platform.ts'
import { settingsOver, startProgram, temporaryFolder, type Program } from '../support/program.ts'
import { codeOn, visitSite, type Filling, type Shown } from '../support/public-form.ts'

/** Invented, and found nowhere else. Spelled as a person would; digits and the code are looked for in other spellings too. */
const SECRET = {
  name: 'Quxarina Zeltrovia',
  otherName: 'Mbak Zelquxi',
  village: 'Desa Wumbolanto',
  address: 'Gang Xylofonia 17',
  number: '+44 7700 900733',
  document: 'XK9988776Z',
  born: '1991-03-17',
  recruiter: 'Pak Perekrut Zuxo',
  employer: 'Majikan Yuxorel',
  place: 'rumah bercat jingga Zixu',
  hours: 'sesudah magrib zexa',
  reporter: 'Pelapor Zaqwinda',
  story: 'Ceritaku zorbelina dikurung di dapur.',
  message: 'Pesanku zimbelora dari kamar.',
  answer: 'Jawaban petugas zomberika.',
  summary: 'Keinginan zulwara pulang.',
  note: 'Catatan zapirella tentang luka.',
  event: 'Kejadian zetrunia di pelabuhan.',
  when: 'waktu panen zulfuna',
  need: 'Kebutuhan zandoria mendesak.',
  task: 'Tugas zefirnia menelepon.',
  evidence: 'Bukti zagrentina sobek.',
  custody: 'Serah zekulina ke polisi.',
  incident: 'Kapal Zungkarina',
  attempt: 'Upaya zintamora lewat tetangga.',
  reason: 'Alasan zemurgana mendesak sekali.',
  asked: 'Mohon zorvelanda uang kembali.',
  decision: 'Kami zelkanora menerima.',
  file: 'foto-zaxumel.jpg',
  artist: 'Kamera Zuxilon',
} as const
const VISITOR = {
  address: '203.0.113.177',
  agent: 'ZuxBrowser/7.1',
  referrer: 'https://zuxasal.example/jalan',
}
const TYPED = { query: 'zuxcari', signIn: 'zux.petugas', password: 'zux kata sandi panjang' }

let world: TestPlatform
let program: Program
let worker: StaffActor
let code = { words: '', pin: '' }
let caseCode = ''
let dump = ''
const folder = temporaryFolder()

beforeAll(async () => {
  world = await makeTestPlatform()
  world.time.now = new Date()
  worker = await world.as('caseworker', 'jhb')
  program = await startProgram({ ...settingsOver(world, folder.path), PAYUNG_TRUST_PROXY: '1' })
  await useThePublicSite()
  await work()
  await breakSomething()
  dump = await readEverything()
}, 60_000)
afterAll(async () => {
  await program.stop()
  await world.close()
  folder.remove()
})

const site = visitSite({
  request: (path, init) =>
    fetch(`${program.address}${path}`, {
      ...init,
      headers: {
        'x-forwarded-for': VISITOR.address,
        'user-agent': VISITOR.agent,
        referer: VISITOR.referrer,
      },
    }),
})
const act = (shown: Shown, go: string, fields: Filling = []): Promise<Shown> =>
  site.post('/lacak', [...shown.hidden(go), ...fields, ['go', go]])

async function useThePublicSite(): Promise<void> {
  const form = await site.open(`/keluarga?q=${TYPED.query}`)
  const stored = await site.post('/keluarga', [
    ...form.hidden(),
    ['names', `${SECRET.name}, ${SECRET.otherName}`],
    ['village', SECRET.village],
    ['born', SECRET.born],
    ['recruiter', SECRET.recruiter],
    ['employer', SECRET.employer],
    ['place.country', 'MY'],
    ['place.words', SECRET.place],
    ['story', SECRET.story],
    ['reporterName', SECRET.reporter],
    ['safeContact.ways', 'whatsapp'],
    ['safeContact.value', SECRET.number],
    ['safeContact.hours', SECRET.hours],
  ])
  expect(stored.status).toBe(200)
  code = codeOn(stored.html)
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: '#27c' } })
  const photo = await image
    .jpeg()
    .withExif({ IFD0: { Artist: SECRET.artist } })
    .toBuffer()
  const file = new File([new Uint8Array(photo)], SECRET.file, { type: 'image/jpeg' })
  const attached = await site.post('/lapor', [...stored.hidden('attach'), ['file', file], ['go', 'attach']])
  expect(attached.status).toBe(200)
  const page = await site.post('/lacak', [
    ['words', code.words],
    ['pin', code.pin],
    ['go', 'open'],
  ])
  const sent = await act(page, 'message', [['message', SECRET.message]])
  expect(sent.status).toBe(200)
  await site.post('/petugas', [
    ['name', TYPED.signIn],
    ['password', TYPED.password],
  ])
  await site.open(`/kerja/kasus/JHB-2026-0001?q=${TYPED.query}`)
}

async function work(): Promise<void> {
  const [row] = await world.root('select id from app.reports')
  const reportId = String(row!['id'])
  const officer = await world.as('intake-officer', 'jhb')
  caseCode = await world.staff(officer, async (ctx) => {
    await takeReport(ctx, reportId)
    return (await openCaseFromReport(ctx, { reportId, joinedAs: 'concerned' })).code
  })
  const file = () => world.staff(worker, (ctx) => readCase(ctx, caseCode, 'work'))
  const { row: opened } = await file()
  const code = caseCode
  await world.staff(worker, async (ctx) => {
    await recordWish(ctx, {
      code,
      version: opened.version,
      words: SECRET.summary,
      language: 'jv',
      readBack: 'read-back',
    })
    await addNewPerson(ctx, {
      code,
      roles: ['concerned'],
      fields: UNKNOWN_ROLE_FIELDS,
      facts: {
        ...blankPerson([SECRET.name]),
        born: known(partialDateOf(SECRET.born)),
        numbers: [SECRET.number],
        documents: [SECRET.document],
        village: known(SECRET.village),
        address: known(SECRET.address),
      },
      marks: NO_MARKS,
    })
    const [date, certainty] = ['2019-04~', 'likely']
    await addTimelineEntry(ctx, {
      code,
      date,
      dateWords: SECRET.when,
      certainty,
      text: SECRET.event,
      source: 'family',
    })
    await addChainLink(ctx, {
      code,
      kind: 'recruiter',
      name: SECRET.recruiter,
      where: SECRET.place,
      note: SECRET.note,
    })
    await addNote(ctx, { code, noteClass: 'restricted-care', text: SECRET.note })
    await addTask(ctx, {
      code,
      kind: 'visit',
      title: SECRET.task,
      urgency: 'tinggi',
      dueAt: null,
      source: 'internal-target',
    })
    const evidenceId = await addEvidence(ctx, {
      code,
      title: SECRET.evidence,
      kind: 'photo',
      from: SECRET.reporter,
      original: '',
    })
    await handOverEvidence(ctx, {
      code,
      evidenceId,
      from: SECRET.reporter,
      to: SECRET.employer,
      why: SECRET.custody,
    })
    await recordAttempt(ctx, { code, at: ctx.now, way: 'phone', result: 'no-answer', how: SECRET.attempt })
    await sendMessage(ctx, { code, text: SECRET.answer })
    await searchCases(ctx, SECRET.name)
  })
  const { row: later } = await file()
  await world.staff(worker, (ctx) =>
    startIncident(ctx, {
      code,
      version: later.version,
      name: SECRET.incident,
      country: 'MY',
      happened: '2019-04',
    }),
  )
  await refer()
  await hide()
}

async function refer(): Promise<void> {
  const consent = {
    code: caseCode,
    item: 'needs',
    answer: 'yes',
    givenBy: 'self',
    how: 'spoken',
    language: 'jv',
  }
  const draft = await world.staff(worker, async (ctx) => {
    await recordConsent(ctx, { ...consent, readerKind: 'protection-ministry' })
    const needId = await addNeed(ctx, {
      code: caseCode,
      kind: 'refund',
      urgency: 'sedang',
      label: SECRET.need,
    })
    const { row } = await readCase(ctx, caseCode, 'work')
    return {
      caseId: row.id,
      caseCode,
      needId,
      toOrg: world.orgs.jatim,
      asked: SECRET.asked,
      sendables: [{ item: 'needs', lines: [{ text: SECRET.need }] }],
      chosen: ['needs'],
      handling: [],
      basis: [],
    } as const
  })
  const { id } = await world.staff(worker, async (ctx) =>
    offerReferral(ctx, draft, (await prepareOffer(ctx, worker.orgId, draft)).seen),
  )
  await world.staff(await world.as('intake-officer', 'jatim'), async (ctx) => {
    const { referral } = await openReferral(ctx, id)
    await decideReferral(ctx, {
      referralId: id,
      version: referral.version,
      action: 'accept',
      words: SECRET.decision,
    })
  })
}

async function hide(): Promise<void> {
  const boss = await world.as('supervisor', 'jhb')
  await world.staff(boss, async (ctx) => {
    const { row } = await readCase(ctx, caseCode, 'work')
    await protectCase(ctx, { code: caseCode, version: row.version, because: 'insider', readers: [] })
  })
  await world.staff(await world.hire('jhb', ['caseworker']), (ctx) =>
    openInEmergency(ctx, { code: caseCode, reason: SECRET.reason }),
  )
}

/** A defect in the middle of a report: the log must say where, and not what. */
async function breakSomething(): Promise<void> {
  await world.root('alter table app.report_requests rename to report_requests_away')
  const form = await site.open('/keluarga')
  const failed = await site.post('/keluarga', [
    ...form.hidden(),
    ['names', SECRET.name],
    ['village', SECRET.village],
    ['story', SECRET.story],
  ])
  await world.root('alter table app.report_requests_away rename to report_requests')
  expect(failed.status).toBe(500)
}

/** Every row of every table as text, the queue's too. */
async function readEverything(): Promise<string> {
  const tables = await world.root(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ('app', 'public', 'jobs', 'graphile_worker')`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const rows = await world.root(`select t::text as line from ${String(name)} t`)
    parts.push(...rows.map((row) => `${String(name)} ${String(row['line'])}`))
  }
  return parts.join('\n')
}

/** The ways in which words may lie somewhere without looking like words. */
function disguisesOf(words: string): readonly string[] {
  const bytes = Buffer.from(words)
  const encoded = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // The first and last letters depend on what stands beside the words.
    const inner = text.slice(shift === 0 ? 0 : 4, -2)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const digits = words.replaceAll(/\D/g, '')
  return [
    words,
    JSON.stringify(words).slice(1, -1),
    encodeURIComponent(words),
    bytes.toString('hex'),
    Buffer.from(words, 'utf16le').toString('hex'),
    ...encoded,
    ...(digits.length > 9 ? [digits, digits.slice(2)] : []),
  ]
}

function found(hay: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  const low = hay.toLowerCase()
  return Object.entries(secrets).flatMap(([name, words]) =>
    disguisesOf(words).some((form) => low.includes(form.toLowerCase())) ? [name] : [],
  )
}

it('finds what is really there, in every disguise', () => {
  const secret = { story: SECRET.story }
  for (const form of disguisesOf(SECRET.story)) expect(found(`x ${form} y`, secret)).toEqual(['story'])
  expect(found(Buffer.from(`zz${SECRET.story}zz`).toString('base64'), secret)).toEqual(['story'])
  expect(found(dump, { body: 'KJRI Uji Johor' })).toEqual(['body'])
})

it('leaves nothing of a person, a visitor or a code in the database', () => {
  expect(dump).toContain(caseCode)
  expect(found(dump, { ...SECRET, ...VISITOR, ...TYPED, code: code.words })).toEqual([])
  for (const word of SECRET.story.split(' ').filter((each) => each.length > 8))
    expect(found(dump, { word })).toEqual([])
})

it('leaves nothing of them in the log either, also where something broke', () => {
  const log = program.log()
  expect(log).toContain('"msg":"defect"')
  const spoken = { ...SECRET, ...VISITOR, ...TYPED, code: code.words, caseCode, pin: code.pin }
  expect(found(log, spoken)).toEqual([])
  for (const path of ['/keluarga', '/lacak', '/kerja', '127.0.0.1']) expect(log).not.toContain(path)
})
