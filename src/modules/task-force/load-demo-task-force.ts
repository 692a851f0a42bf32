import { addMilliseconds, DAY } from '#src/domain/kernel/instant.ts'
import type { TrackBlocker, TrackState } from '#src/domain/cases/tracks.ts'
import { MUTUAL_ITEMS } from '#src/domain/mutual-assistance/codes.ts'
import { recordConsent } from '#src/modules/cases/index.ts'
import { createRequest, moveRequest } from '#src/modules/mutual-assistance/index.ts'
import { changeTrack, openTrack } from '#src/modules/tracks/index.ts'
import { runAs, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { bringCase } from './bring-case.ts'
import {
  addItem,
  answerDecision,
  decide,
  endConference,
  listMyDecisions,
  noteAttendance,
  openConference,
  planConference,
  writeMinutes,
} from './conferences.ts'
import { findDemoCases, findDemoCast } from './demo-queries.ts'
import { addMember, createTaskForce } from './task-forces.ts'

const CAST = ['satgas', 'satgas.pusat', 'pendamping', 'atasan.kemlu', 'atasan.lpsk', 'atasan.sentra'] as const
type Role = (typeof CAST)[number]
type As = <T>(who: Role, work: (ctx: StaffContext) => Promise<T>) => Promise<T>
type Org = (who: Role) => string

type TrackPlan = readonly [
  kind: string,
  place: string,
  state: TrackState,
  days: number,
  blocker: TrackBlocker,
  next: string,
]
const FIRST: readonly TrackPlan[] = [
  ['criminal', 'abroad', 'waiting', -4, 'waits-for-court', 'Sidang pertama'],
  ['criminal', 'home', 'open', 9, 'none', 'Gelar perkara perekrut'],
  ['civil', 'abroad', 'waiting', 21, 'waits-for-document', 'Gugatan upah didaftarkan'],
  ['civil', 'home', 'not-opened', 0, 'none', ''],
  ['labour', 'abroad', 'open', 6, 'none', 'Perundingan dengan majikan'],
  ['protection', 'abroad', 'open', 14, 'none', 'Tinjau rencana keamanan'],
  ['health', 'abroad', 'open', 3, 'none', 'Kontrol pendengaran'],
  ['return', 'home', 'paused', 40, 'other-track', 'Menunggu keterangan saksi'],
  ['social-security', 'home', 'waiting', 12, 'waits-for-document', 'Surat keterangan kerja'],
  ['recruiter', 'home', 'waiting', -2, 'waits-for-authority', 'Data perekrut dari daerah asal'],
]
const SECOND: readonly TrackPlan[] = [
  ['criminal', 'abroad', 'open', 5, 'none', 'Keterangan tambahan'],
  ['protection', 'home', 'waiting', 8, 'waits-for-person', 'Keputusan pulang'],
  ['return', 'home', 'open', 15, 'none', 'Dokumen perjalanan'],
]

/** Tracks, a task force of six bodies with two conferences, and two requests: once, made as if by hand by invented people. */
export async function loadDemoTaskForce(platform: Platform): Promise<void> {
  const cast = await runAs(platform, { kind: 'keeper' }, (ctx) => findDemoCast(ctx, CAST))
  if (cast === undefined) return
  const one = (who: Role) => cast.find((each) => each.name === who)!
  const as: As = (who, work) => {
    const { id, org_id: orgId, roles } = one(who)
    return runAs(platform, { kind: 'staff', staffId: id, orgId, roles }, (ctx) => work(ctx as StaffContext))
  }
  const org: Org = (who) => one(who).org_id
  const [first, second] = await runAs(platform, { kind: 'keeper' }, (ctx) =>
    findDemoCases(ctx, org('pendamping'), 2),
  )
  if (first === undefined || second === undefined) return
  await as('pendamping', (ctx) => layTracks(ctx, first, FIRST))
  await as('pendamping', (ctx) => layTracks(ctx, second, SECOND))
  await as('pendamping', (ctx) => askAbroad(ctx, first, second))
  await meet(as, org, [first, second])
}

function dayFrom(ctx: StaffContext, days: number): string {
  return addMilliseconds(ctx.now, days * DAY)
    .toISOString()
    .slice(0, 10)
}

async function layTracks(ctx: StaffContext, code: string, plans: readonly TrackPlan[]): Promise<void> {
  for (const [kind, place, state, days, blocker, next] of plans) {
    const id = await openTrack(ctx, { code, kind, place })
    if (state !== 'not-opened')
      await changeTrack(ctx, {
        code,
        id,
        version: 1,
        // A paused track ran before.
        state: state === 'paused' ? 'open' : state,
        endedAs: '',
        nextOn: dayFrom(ctx, days),
        blocker,
        next,
        blocks: '',
        why: '',
        staffId: ctx.actor.staffId,
        shared: 'not-shared',
      })
  }
}

async function askAbroad(ctx: StaffContext, first: string, second: string): Promise<void> {
  const base = { applicant: 'police', country: 'MY', trackId: '', asked: 'Kejaksaan Agung di sana' }
  const items = Object.fromEntries(MUTUAL_ITEMS.map((item) => [item, { state: 'present', note: '' }]))
  const id = await createRequest(ctx, {
    ...base,
    code: first,
    kind: 'mutual-assistance',
    channel: 'asean-mlat',
    what: 'Salinan berkas perkara majikan dan catatan pembayaran agen.',
    items,
  })
  for (const [version, to] of ['checked', 'at-central-authority', 'sent-abroad'].entries())
    await moveRequest(ctx, { id, version: version + 1, to, on: dayFrom(ctx, 0), ground: '', said: '' })
  await createRequest(ctx, {
    ...base,
    code: second,
    kind: 'extradition',
    channel: 'central-authority',
    what: 'Penyerahan pemilik agen yang lari ke luar negeri.',
    items: { 'treaty-or-reciprocity': { state: 'present', note: 'Perjanjian 1974' } },
  })
}

async function meet(as: As, org: Org, codes: readonly string[]): Promise<void> {
  const members = CAST.filter((who) => who !== 'satgas')
  const taskForceId = await as('satgas', async (ctx) => {
    const id = await createTaskForce(ctx, {
      level: 'national',
      name: 'Gugus Tugas PP-TPPO pusat (demo)',
      basis: 'UU 21/2007 Pasal 58; Perpres 69/2008, 22/2021, 49/2023',
      source: 'Perpres 49/2023, susunan rekaan',
      sourceOn: '2023-08-10',
      part: 'secretariat',
    })
    for (const who of members)
      await addMember(ctx, { id, orgId: org(who), part: 'member', since: '2023-08-10' })
    return id
  })
  for (const code of codes) await as('pendamping', (ctx) => bringWithConsent(ctx, code, taskForceId, org))
  await as('satgas', (ctx) => hold(ctx, taskForceId, org))
  await as('atasan.lpsk', async (ctx) => {
    const [mine] = await listMyDecisions(ctx)
    if (mine)
      await answerDecision(ctx, { id: mine.id, version: mine.version, state: 'done', outcome: 'Sudah.' })
  })
  await as('satgas', (ctx) => planNext(ctx, taskForceId))
}

async function bringWithConsent(
  ctx: StaffContext,
  code: string,
  taskForceId: string,
  org: Org,
): Promise<void> {
  for (const who of CAST)
    if (org(who) !== ctx.actor.orgId)
      await recordConsent(ctx, {
        code,
        item: 'needs',
        readerOrg: org(who),
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'id',
        purpose: 'task-force',
      })
  await bringCase(ctx, { code, taskForceId, ground: '', facts: [], why: 'Perlu satu pemimpin tiap jalur.' })
}

async function hold(ctx: StaffContext, taskForceId: string, org: Org): Promise<void> {
  const at = addMilliseconds(ctx.now, -12 * DAY)
  const id = await planConference(ctx, { taskForceId, at, place: 'Rapat daring', note: 'Bawa perkembangan' })
  const { entries } = await openConference(ctx, taskForceId, id)
  for (const entry of entries)
    await addItem(ctx, {
      taskForceId,
      id,
      kind: 'case',
      entryId: entry.id,
      findingId: '',
      topic: 'Siapa memimpin jalur',
    })
  const { items } = await openConference(ctx, taskForceId, id)
  for (const item of items) {
    const place = { taskForceId, id, itemId: item.id, version: item.version }
    await writeMinutes(ctx, { ...place, minutes: 'Disepakati satu pemimpin untuk setiap jalur.' })
  }
  const [one, two] = items
  if (!one || !two) return
  const give = (itemId: string, who: Role, days: number, text: string): Promise<string> =>
    decide(ctx, { taskForceId, id, itemId, version: 2, orgId: org(who), dueOn: dayFrom(ctx, days), text })
  await give(one.id, 'satgas', -3, 'Kirim data perusahaan penempatan kepada penyidik.')
  await give(one.id, 'atasan.lpsk', -1, 'Hitung kerugian untuk restitusi.')
  await give(two.id, 'atasan.kemlu', 10, 'Minta pendampingan juru bahasa untuk sidang.')
  await noteAttendance(ctx, {
    taskForceId,
    id,
    bodies: CAST.map((who) => ({
      orgId: org(who),
      attendance: who === 'atasan.sentra' ? 'excused' : 'present',
    })),
  })
  await endConference(ctx, { taskForceId, id, version: 1, as: 'held', because: '' })
}

async function planNext(ctx: StaffContext, taskForceId: string): Promise<void> {
  const at = addMilliseconds(ctx.now, 9 * DAY)
  const id = await planConference(ctx, { taskForceId, at, place: 'Ruang rapat sekretariat', note: '' })
  await addItem(ctx, {
    taskForceId,
    id,
    kind: 'other',
    entryId: '',
    findingId: '',
    topic: 'Tugas yang lewat tanggal',
  })
}
