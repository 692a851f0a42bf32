import type { WrittenKind, WrittenRole } from '#src/domain/networks/written.ts'
import { createCase } from '#src/modules/cases/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findAll } from '../find-job.ts'
import { askOwner, listGroups, readGroup } from '../groups.ts'
import { addMention, judgeMention } from '../mentions.ts'
import { findDemoStaff, hasMentions } from './demo-queries.ts'

type Said = readonly [kind: WrittenKind, role: WrittenRole, value: string, source: string, saidOn: string]

const CLINIC: Said = ['telephone', 'klinik', '+44 7700 900210', 'Kartu nama klinik di tas.', '2026-09-02']

/** Three cases of two bodies: one telephone, one holding house, and a clinic that joins nobody. All invented. */
const CASES: readonly { readonly who: string; readonly said: readonly Said[] }[] = [
  {
    who: 'kasus.johor',
    said: [
      ['telephone', 'perekrut', '+44 7700 900201', 'Pesan WhatsApp di telepon korban.', '2026-08-14'],
      ['person', 'koordinator', 'Surodiwiryo', 'Nama yang disebut dua kali dalam wawancara.', '2026-08-14'],
      CLINIC,
    ],
  },
  {
    who: 'kasus.johor',
    said: [
      ['telephone', 'perekrut', '+44 7700 900201', 'Nomor di buku catatan.', '2026-09-30'],
      [
        'address',
        'penampungan',
        'Jalan Contoh RT 01/02, Rekaanjaya',
        'Ia ditahan di rumah ini.',
        '2026-09-30',
      ],
      ['modus', 'perekrut', 'Paket wisata, lalu disuruh kerja', 'Tiket wisata tiga hari.', '2026-09-30'],
    ],
  },
  {
    who: 'balai',
    said: [
      ['address', 'penampungan', 'Jl. Contoh RT 1/2, Rekaanjaya', 'Alamat pada foto pagar.', '2026-10-21'],
      ['person', 'koordinator', 'Surodiwirjo', 'Nama pada bukti transfer.', '2026-10-21'],
      CLINIC,
    ],
  },
]

const actorOf = (row: { readonly id: string; readonly org_id: string }): StaffActor => ({
  kind: 'staff',
  staffId: row.id,
  orgId: row.org_id,
  roles: ['caseworker'],
})

/** One group over three cases of two bodies, with a check and a question: once, made as if by hand by invented people. */
export async function loadDemoNetworks(platform: Platform): Promise<void> {
  const keeper = { kind: 'keeper' } as const
  if (await runAs(platform, keeper, hasMentions)) return
  const staff = new Map<string, StaffActor>()
  for (const name of ['kasus.johor', 'balai', 'atasan']) {
    const row = await runAs(platform, keeper, (ctx) => findDemoStaff(ctx, name))
    if (row) staff.set(name, actorOf(row))
  }
  let first: string | undefined
  for (const { who, said } of CASES) {
    const actor = staff.get(who)
    if (!actor) return
    const written = await runAs(platform, actor, (ctx) => writeCase(ctx as StaffContext, said))
    first ??= written[0]
  }
  const boss = staff.get('atasan')
  if (boss && first !== undefined)
    await runAs(platform, boss, (ctx) =>
      judgeMention(ctx as StaffContext, { id: first, version: 1, act: 'check' }),
    )
  await runAs(platform, { kind: 'job', name: 'demonstration' }, findAll)
  const helper = staff.get('balai')
  if (helper) await runAs(platform, helper, (ctx) => askForOne(ctx as StaffContext))
}

async function writeCase(ctx: StaffContext, said: readonly Said[]): Promise<readonly string[]> {
  const { code } = await createCase(ctx, {
    urgency: 'tinggi',
    types: ['UNPAID_WAGES'],
    country: 'MY',
    district: null,
    phase: 'during',
    touchesChild: false,
    summary: 'Diberangkatkan lewat rumah penampungan. Orang dan cerita ini rekaan.',
    assignee: ctx.actor.staffId,
    demo: true,
  })
  const ids: string[] = []
  for (const [kind, role, value, source, saidOn] of said)
    ids.push(await addMention(ctx, { kind, role, value, source, saidOn, caseCode: code, reportId: '' }))
  return ids
}

async function askForOne(ctx: StaffContext): Promise<void> {
  const [group] = (await listGroups(ctx, 0)).groups
  if (!group) return
  const { links } = await readGroup(ctx, group.id)
  const theirs = links.flatMap((link) => [link.left, link.right]).find((end) => !end.own)
  if (theirs) await askOwner(ctx, { groupId: group.id, mentionId: theirs.mentionId })
}
