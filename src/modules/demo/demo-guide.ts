import type { TrackingCode } from '#src/domain/reports/tracking-code.ts'
import type { Bilingual } from '#src/domain/demo/demo-material.ts'
import type { DemoCase } from '#src/domain/demo/demo-world.ts'
import { demoPassword } from '#src/modules/accounts/index.ts'
import { codeOfKey } from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import type { Platform } from '#src/platform/platform.ts'
import { findBodies } from './demo-queries.ts'
import { makeDemoScenery } from './load-demonstration.ts'
import type { Stage } from './scenery.ts'
import { demoKeyOf } from './rows/report-rows.ts'

export type DemoSignIn = {
  readonly name: string
  readonly title: Bilingual
  readonly body: string
}
export type DemoGuide = {
  readonly password: string
  readonly signIns: readonly DemoSignIn[]
  /** Codes that open a follow page, each in another state. */
  readonly codes: readonly { readonly shows: 'in-work' | 'closed' | 'waiting'; readonly code: TrackingCode }[]
}

/** Everybody can learn the sign-ins of a demonstration: production does not start over one. */
export async function holdsDemonstration(platform: Platform): Promise<boolean> {
  return (await runAs(platform, { kind: 'keeper' }, findBodies)).demoSince !== undefined
}

/** What a visitor needs to look around; undefined where this database holds no demonstration. */
export async function readDemoGuide(stage: Stage): Promise<DemoGuide | undefined> {
  const { platform } = stage
  const { demoSince } = await runAs(platform, { kind: 'keeper' }, findBodies)
  if (demoSince === undefined) return undefined
  const { world, material } = makeDemoScenery(stage, demoSince)
  const signIns = material.staff
    .filter((staff) => staff.firstChoice)
    .map((staff) => ({
      name: staff.signIn,
      title: staff.title,
      body: material.organisations.find((body) => body.key === staff.organisation)?.name.id ?? '',
    }))
  const shown = [
    { shows: 'in-work', key: lastOf(world.cases, isLively)?.report.key },
    { shows: 'closed', key: lastOf(world.cases, (each) => isOwn(each) && isClosed(each))?.report.key },
    { shows: 'waiting', key: world.waiting.find((each) => each.desk === 'kjri-johor-bahru')?.key },
  ] as const
  return {
    password: demoPassword(platform.secrets),
    signIns,
    codes: shown.flatMap(({ shows, key }) =>
      key === undefined ? [] : [{ shows, code: codeOfKey(platform, demoKeyOf(platform, key)) }],
    ),
  }
}

function lastOf(cases: readonly DemoCase[], fits: (each: DemoCase) => boolean): DemoCase | undefined {
  return cases.findLast(fits)
}

function isOwn(each: DemoCase): boolean {
  return each.report.draft.about === 'myself' && each.protection === undefined
}

function isClosed(each: DemoCase): boolean {
  return each.closing !== undefined && each.closing.reopenedAt === undefined
}

/** The person's own case with messages and a body that took a need. */
function isLively(each: DemoCase): boolean {
  return (
    isOwn(each) &&
    !isClosed(each) &&
    each.organisation === 'kjri-johor-bahru' &&
    each.messages.length > 1 &&
    each.referrals.length > 0
  )
}
