import { addNeed, createCase, recordConsent } from '#src/modules/cases/index.ts'
import { offerReferral, prepareOffer, type OfferDraft } from '#src/modules/referrals/index.ts'
import { findDemoBodies } from '#src/modules/sharing/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { hasDemoPartner, insertDemoPartner, insertDemoThread, type DemoMessage } from './demo-queries.ts'

type Story = {
  readonly kind: 'shelter' | 'legal-aid' | 'family-contact'
  readonly label: string
  readonly asked: string
  readonly partnerState: string | null
  readonly messages: readonly DemoMessage[]
}

const STORIES: readonly Story[] = [
  {
    kind: 'shelter',
    label: 'tempat tinggal sementara',
    asked: 'Kamar untuk satu orang selama dua minggu.',
    partnerState: 'received',
    messages: [{ kind: 'referral.offered', state: 'acknowledged', hoursAgo: 20, answer: 'applied' }],
  },
  {
    kind: 'legal-aid',
    label: 'pendamping hukum',
    asked: 'Pendamping untuk pemeriksaan pertama.',
    partnerState: null,
    messages: [
      { kind: 'referral.offered', state: 'waiting', hoursAgo: 5, error: 'unreachable', attempts: 7 },
    ],
  },
  {
    kind: 'family-contact',
    label: 'kabar untuk keluarga',
    asked: 'Sampaikan kabar aman kepada ibunya.',
    partnerState: 'received',
    messages: [
      { kind: 'referral.offered', state: 'acknowledged', hoursAgo: 50, answer: 'applied' },
      { kind: 'referral.widened', state: 'delivered', hoursAgo: 30 },
    ],
  },
]

/** A partner that does not exist, and three hand-overs to it in different states. Each person is invented. */
export async function loadDemoPartner(platform: Platform): Promise<void> {
  const found = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasDemoPartner(ctx)) ? undefined : await findDemoBodies(ctx),
  )
  const body = found?.find((each) => each.slug === 'yayasan-teduh')
  const staff = body?.staff.find(
    (each) => each.roles.includes('caseworker') || each.roles.includes('intake-officer'),
  )
  if (!body || !staff) return
  const officer: StaffActor = { kind: 'staff', staffId: staff.id, orgId: body.id, roles: staff.roles }
  const { partnerId, bodyId } = await runAs(platform, { kind: 'keeper' }, insertDemoPartner)
  for (const story of STORIES) {
    const referralId = await runAs(platform, officer, (ctx) => offer(ctx as StaffContext, bodyId, story))
    await runAs(platform, { kind: 'keeper' }, (ctx) =>
      insertDemoThread(
        ctx,
        { partnerId, referralId, orgId: body.id, partnerState: story.partnerState },
        story.messages,
      ),
    )
  }
}

async function offer(ctx: StaffContext, bodyId: string, story: Story): Promise<string> {
  const { id, code } = await createCase(ctx, {
    urgency: 'rendah',
    types: ['UNPAID_WAGES'],
    country: 'MY',
    district: null,
    phase: 'after',
    touchesChild: false,
    summary: 'Orang dan cerita ini rekaan, untuk menunjukkan jalan ke mitra.',
    assignee: ctx.actor.staffId,
    demo: true,
  })
  const needId = await addNeed(ctx, { code, kind: story.kind, urgency: 'rendah', label: story.label })
  await recordConsent(ctx, {
    code,
    item: 'needs',
    readerOrg: bodyId,
    answer: 'yes',
    givenBy: 'self',
    how: 'spoken',
    language: 'id',
    until: new Date(ctx.now.getTime() + 180 * 86_400_000),
  })
  const draft: OfferDraft = {
    caseId: id,
    caseCode: code,
    needId,
    toOrg: bodyId,
    asked: story.asked,
    sendables: [{ item: 'needs', lines: [{ text: story.label }] }],
    chosen: ['needs'],
    handling: ['Hubungi lewat Yayasan Teduh.'],
    basis: [],
  }
  const { seen } = await prepareOffer(ctx, ctx.actor.orgId, draft)
  return (await offerReferral(ctx, draft, seen)).id
}
