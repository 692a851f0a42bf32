import type { NeedKind } from '#src/domain/cases/codes.ts'
import { addNeed, addTimelineEntry, createCase, recordConsent } from '#src/modules/cases/index.ts'
import { findDemoBodies, type DemoBody } from '#src/modules/sharing/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { decideTasks, openHandOver } from '../hand-over/decide-tasks.ts'
import { offerHandOver, prepareHandOver, type HandOverDraft } from '../hand-over/offer-hand-over.ts'
import { hasHandOvers, insertBodyAbroad } from './demo-queries.ts'

type Task = { readonly kind: NeedKind; readonly label: string; readonly asked: string }

/** As an NGO at the destination and one at home split a case: interview, shelter and claim there; family and return here. */
const TASKS: readonly Task[] = [
  {
    kind: 'search-for-person',
    label: 'mencari keluarga di desa asal',
    asked: 'Cari keluarganya. Jangan sebut tempatnya sekarang.',
  },
  { kind: 'return-home', label: 'jemput dan antar pulang', asked: 'Jemput di bandara, antar sampai rumah.' },
  {
    kind: 'legal-aid',
    label: 'laporan tentang perekrut',
    asked: 'Dampingi laporan ke polisi di daerah asal.',
  },
  { kind: 'livelihood', label: 'usaha sesudah pulang', asked: 'Siapkan bantuan usaha sesudah ia pulang.' },
]
const KEPT: readonly Task[] = [
  { kind: 'shelter', label: 'tempat aman', asked: '' },
  { kind: 'wages', label: 'tuntutan upah', asked: '' },
]
const SEND = ['needs', 'home-village'] as const

/**
 * A hand-over between two organisations of the demonstration: one task taken, one in part, one refused, one waiting; and one
 * offer to a body abroad on the person's consent. Through the same use cases as everything else.
 */
export async function loadDemoHandOver(platform: Platform): Promise<void> {
  const found = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasHandOvers(ctx))
      ? undefined
      : { bodies: await findDemoBodies(ctx), abroad: await insertBodyAbroad(ctx) },
  )
  const [from, to] = ['yayasan-teduh', 'lembaga-pelita'].map((slug) =>
    found?.bodies.find((body) => body.slug === slug),
  )
  const [sender, receiver] = [from && officerOf(from), to && officerOf(to)]
  if (!found || !sender || !receiver) return
  const made = await as(platform, sender, (ctx) => makeCase(ctx, receiver.orgId, found.abroad))
  const id = await as(platform, sender, (ctx) => offer(ctx, made, { toOrg: receiver.orgId, tasks: TASKS }))
  await as(platform, receiver, (ctx) => answer(ctx, id))
  await as(platform, sender, (ctx) => tell(ctx, made.code, id))
  const [shelter] = KEPT
  await as(platform, sender, (ctx) =>
    offer(ctx, made, {
      toOrg: found.abroad,
      tasks: [{ ...shelter!, asked: 'Kamar untuk satu orang selama sidang.' }],
      abroad: {
        ground: 'consent',
        reason: 'Ia menyebut lembaga ini sendiri dan tahu bahwa datanya keluar negeri.',
        source: '',
        sourceDay: '',
      },
    }),
  )
}

const as = <T>(platform: Platform, who: StaffActor, work: (ctx: StaffContext) => Promise<T>): Promise<T> =>
  runAs(platform, who, (ctx) => work(ctx as StaffContext))

function officerOf(body: DemoBody): StaffActor | undefined {
  const staff = body.staff.find(
    (each) => each.roles.includes('caseworker') || each.roles.includes('intake-officer'),
  )
  return staff && { kind: 'staff', staffId: staff.id, orgId: body.id, roles: staff.roles }
}

type Made = { readonly id: string; readonly code: string; readonly needs: ReadonlyMap<NeedKind, string> }

async function makeCase(ctx: StaffContext, receiver: string, abroad: string): Promise<Made> {
  const { id, code } = await createCase(ctx, {
    urgency: 'sedang',
    types: ['UNPAID_WAGES'],
    country: 'MY',
    district: null,
    phase: 'during',
    touchesChild: false,
    summary: 'Ia keluar dari rumah majikan dan aman sekarang. Orang dan cerita ini rekaan.',
    assignee: ctx.actor.staffId,
    demo: true,
  })
  const needs = new Map<NeedKind, string>()
  for (const { kind, label } of [...TASKS, ...KEPT])
    needs.set(kind, await addNeed(ctx, { code, kind, urgency: 'sedang', label }))
  for (const readerOrg of [receiver, abroad])
    for (const item of SEND)
      await recordConsent(ctx, {
        code,
        item,
        readerOrg,
        answer: 'yes',
        givenBy: 'self',
        how: 'spoken',
        language: 'jv',
        until: new Date(ctx.now.getTime() + 180 * 86_400_000),
      })
  return { id, code, needs }
}

type Offered = Pick<HandOverDraft, 'toOrg' | 'abroad'> & { readonly tasks: readonly Task[] }

async function offer(ctx: StaffContext, made: Made, { tasks, ...more }: Offered): Promise<string> {
  const draft: HandOverDraft = {
    ...more,
    caseId: made.id,
    caseCode: made.code,
    tasks: tasks.map(({ kind, label, asked }) => ({
      needId: made.needs.get(kind)!,
      asked,
      sendables: [
        { item: 'needs', lines: [{ text: label }] },
        { item: 'home-village', lines: [{ text: 'Desa rekaan di Kabupaten Lumajang' }] },
      ],
      basis: [],
    })),
    chosen: SEND,
    handling: ['Jangan telepon. Hubungi lewat Yayasan Teduh.'],
    kept: KEPT.filter(({ kind }) => !tasks.some((task) => task.kind === kind)).map(({ kind }) => kind),
  }
  const { seen } = await prepareHandOver(ctx, ctx.actor.orgId, draft)
  return (await offerHandOver(ctx, draft, seen)).id
}

async function answer(ctx: StaffContext, id: string): Promise<void> {
  const { tasks } = await openHandOver(ctx, id)
  const at = (place: number) => ({
    code: tasks[place]!.referral.code,
    version: tasks[place]!.referral.version,
  })
  await decideTasks(ctx, id, [
    { ...at(0), answer: 'accept' },
    { ...at(1), answer: 'accept-part', words: 'Menjemput di bandara.', restWords: 'mengantar sampai rumah' },
    { ...at(2), answer: 'reject', reason: 'mandate', words: 'Kami tidak punya pengacara.' },
  ])
}

async function tell(ctx: StaffContext, code: string, id: string): Promise<void> {
  const { tasks } = await openHandOver(ctx, id)
  const [first] = tasks
  for (const text of [
    'Ia ingin keluarganya tahu bahwa ia selamat, belum tempatnya.',
    'Keluarga terakhir di rumah bibi.',
  ])
    await addTimelineEntry(ctx, {
      code,
      date: ctx.now.toISOString().slice(0, 10),
      dateWords: '',
      text,
      source: 'concerned-person',
      certainty: 'certain',
      referralId: first!.referral.id,
    })
}
