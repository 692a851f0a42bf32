import { EMPTY_RECORD, type HtcdsRecord } from '#src/domain/htcds/record.ts'
import { findDemoBodies } from '#src/modules/sharing/index.ts'
import { runAs, type StaffActor, type StaffContext } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { startHtcdsImport, takeOverHtcds } from './import-cases.ts'
import { hasImports } from './import-queries.ts'
import { readHtcdsFile } from './read-file.ts'
import { writeHtcdsFile, writeHtcdsWorkbook } from './write-files.ts'

const BODY = 'johor-bahru'

const TOLD: readonly HtcdsRecord[] = [
  {
    ...EMPTY_RECORD,
    values: {
      prs_FirstName: 'Rohani',
      prs_Gender: 'Feminine',
      prs_Birthdate: '1996-08-17',
      prs_Citizenship: ['ID'],
      prs_MobilePhone: '+447700900341',
      vic_TraffickingStatus: 'PossibleVictimOfTrafficking',
      vic_TraffickingStatusDecisionMakingOrg: 'NGO',
      vic_MethodsOfControl: ['WithholdsDocuments', 'DebtBondage'],
      vic_TypeOfExploitation: ['ForcedLabour'],
      vic_ForcedLabourIndustry: 'T_ActivitiesOfHouseholdsAsEmployers',
      cas_Status: 'Active',
    },
  },
  {
    ...EMPTY_RECORD,
    values: {
      prs_FirstName: 'Bagus',
      prs_SecondName: 'Prakoso',
      prs_Gender: 'Masculine',
      prs_Citizenship: ['ID'],
      vic_TypeOfExploitation: ['Other'],
      hte_Type: 'Transit',
      hte_City: 'Mae Sot',
      hte_Date: '2026-06-02',
    },
    others: { vic_TypeOfExploitation: ['Online scam compound'] },
  },
]

const ASKED: readonly HtcdsRecord[] = [
  {
    ...EMPTY_RECORD,
    values: {
      prs_FirstName: 'Kartini',
      prs_Gender: 'Feminine',
      prs_MailingCity: 'Jalan Kenanga 8',
      prs_MailingCountry: 'MY',
      cas_Status: 'FollowUp',
    },
  },
]

/** One file that was taken over, and one that waits for an answer; through the same use cases as everything else. */
export async function loadDemoImport(platform: Platform): Promise<void> {
  const bodies = await runAs(platform, { kind: 'keeper' }, async (ctx) =>
    (await hasImports(ctx)) ? [] : findDemoBodies(ctx),
  )
  const body = bodies.find(({ slug }) => slug === BODY)
  const staff = body?.staff.find(({ roles }) => roles.includes('supervisor'))
  if (!body || !staff) return
  const actor: StaffActor = { kind: 'staff', staffId: staff.id, orgId: body.id, roles: staff.roles }
  const about = { source: 'Yayasan Teduh', at: platform.clock(), lossRows: [], lossSheet: 'x' }
  const losses = { losses: [] }
  const { bytes } = await writeHtcdsFile(
    TOLD.map((record) => ({ record, ...losses })),
    'json',
    about,
  )
  const id = await start(platform, actor, bytes)
  await as(platform, actor, (ctx) => takeOverHtcds(ctx, id, 1))
  await start(
    platform,
    actor,
    await writeHtcdsWorkbook(ASKED, 'multi-select', { address: 'as-shipped', numberedRows: 20 }),
  )
}

async function start(platform: Platform, actor: StaffActor, bytes: Uint8Array): Promise<string> {
  const file = await readHtcdsFile(bytes)
  if (file.kind === 'refused') throw new Error(`the demonstration's file was refused: ${file.why}`)
  const { content, format } = file
  return as(platform, actor, (ctx) =>
    startHtcdsImport(ctx, { content, format, bytes, source: 'Yayasan Teduh (demo)', certainty: 'possible' }),
  )
}

const as = <T>(platform: Platform, who: StaffActor, work: (ctx: StaffContext) => Promise<T>): Promise<T> =>
  runAs(platform, who, (ctx) => work(ctx as StaffContext))
