import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { decideAgreement, proposeAgreement, type ProposedAgreement } from './agree-on-sharing.ts'
import { findDemoBodies, hasAgreements, type DemoBody } from './demo-queries.ts'

const DECIDERS = ['supervisor', 'data-protection-officer', 'organisation-admin']
const DAY = 86_400_000

type Shown = {
  readonly from: string
  readonly to: string
  readonly until: 'proposed' | 'confirmed' | 'in-force'
  readonly terms: Pick<ProposedAgreement, 'purposes' | 'items' | 'rolesWords'>
}

const SHOWN: readonly Shown[] = [
  {
    from: 'johor-bahru',
    to: 'yayasan-teduh',
    until: 'in-force',
    terms: {
      purposes: ['hand-over', 'joint-work', 'comparison'],
      items: ['name', 'contact', 'whereabouts', 'home-village', 'needs', 'documents'],
      rolesWords: 'Perwakilan: dokumen dan jalan pulang. Yayasan: rumah aman dan pendampingan.',
    },
  },
  {
    from: 'johor-bahru',
    to: 'lembaga-pelita',
    until: 'confirmed',
    terms: {
      purposes: ['hand-over', 'exchange'],
      items: ['needs', 'whereabouts', 'contact'],
      rolesWords: 'Perwakilan: kunjungan dan surat. Lembaga: keluarga di kampung.',
    },
  },
  {
    from: 'yayasan-teduh',
    to: 'lembaga-pelita',
    until: 'proposed',
    terms: {
      purposes: ['look-up'],
      items: ['that-i-reported', 'needs'],
      rolesWords: 'Keduanya menanyakan apakah satu orang sudah melapor, lewat meja bersama.',
    },
  },
]

/** Agreements of the demonstration's bodies, each at another step; through the same use cases as everything else. */
export async function loadDemoAgreements(platform: Platform): Promise<void> {
  const bodies = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasAgreements(ctx)) ? [] : findDemoBodies(ctx),
  )
  for (const [place, shown] of SHOWN.entries()) {
    const [from, to] = [shown.from, shown.to].map((slug) => bodies.find((body) => body.slug === slug))
    const [first, second] = from ? decidersOf(from) : []
    const [other] = to ? decidersOf(to) : []
    if (!to || !first) continue
    const id = await as(platform, first, (ctx) =>
      proposeAgreement(ctx, termsOf(shown, to, platform.clock(), place)),
    )
    if (shown.until === 'proposed' || !second) continue
    await as(platform, second, (ctx) => decideAgreement(ctx, { id, version: 1, step: 'confirm' }))
    if (shown.until === 'confirmed' || !other) continue
    await as(platform, other, (ctx) => decideAgreement(ctx, { id, version: 2, step: 'accept' }))
  }
}

const as = <T>(platform: Platform, who: StaffActor, work: (ctx: StaffContext) => Promise<T>): Promise<T> =>
  runAs(platform, who, (ctx) => work(ctx as StaffContext))

function decidersOf(body: DemoBody): readonly StaffActor[] {
  return body.staff
    .filter((each) => each.roles.some((role) => DECIDERS.includes(role)))
    .map((each) => ({ kind: 'staff', staffId: each.id, orgId: body.id, roles: each.roles }))
}

function termsOf(shown: Shown, to: DemoBody, now: Date, place: number): ProposedAgreement {
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  return {
    ...shown.terms,
    toOrg: to.id,
    from: day(-30),
    until: day(700),
    instrument: 'UU 27/2022',
    article: 'Pasal 18',
    jointContact: 'Meja bersama kedua lembaga (rekaan)',
    documentRef: `PKS rekaan nomor ${place + 1}`,
    documentHash: '',
  }
}
