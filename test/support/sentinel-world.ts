/**
 * Two organisations that do the same work, made through the use cases. Every word that a person could learn carries a mark of
 * its own, so that a leak is found wherever it comes out.
 */
import { known } from '#src/domain/kernel/answer.ts'
import { blankReport, type ReportDraft } from '#src/domain/reports/report.ts'
import { runAs, type Actor, type StaffActor } from '#src/platform/db/context.ts'
import { inspectFile } from '#src/platform/files/inspect-file.ts'
import {
  addAttachment,
  newIdempotencyKey,
  receiveReport,
  reporterActor,
  writeToDesk,
} from '#src/modules/reports/index.ts'
import { openCaseFromReport, takeReport } from '#src/modules/intake/index.ts'
import {
  addChainLink,
  addEvidence,
  addNeed,
  addNote,
  addTask,
  addTimelineEntry,
  keepClaimSheet,
  protectCase,
  readCase,
  recordConsent,
  recordWish,
  sendMessage,
} from '#src/modules/cases/index.ts'
import { logGapOfCase } from '#src/modules/gaps/index.ts'
import { readRouting } from '#src/modules/competence/index.ts'
import { addProofs, startScreening } from '#src/modules/screening/index.ts'
import { createRequest } from '#src/modules/mutual-assistance/index.ts'
import { openTrack } from '#src/modules/tracks/index.ts'
import { offerReferral, prepareOffer, type OfferDraft } from '#src/modules/referrals/index.ts'
import type { TestPlatform } from './platform.ts'
import { takeOverFile } from './take-over-htcds.ts'
import { leaveMatches } from './match-world.ts'
import { leaveDesk } from './desk-world.ts'
import { leaveNetwork } from './network-world.ts'
import { confer } from './task-force-world.ts'
import type { TestOrg } from './test-orgs.ts'

/** The smallest PDF that is one by its content. */
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** What a sentinel stands in, which decides who may see it. */
export const SENTINEL_KINDS = [
  'waiting',
  'case',
  'care',
  'legal',
  'protected',
  'kept',
  'referral',
  'found',
] as const
export type SentinelKind = (typeof SENTINEL_KINDS)[number]
export type Side = 'a' | 'b'

export type Sentinel = { readonly word: string; readonly kind: SentinelKind; readonly org: TestOrg }

export type OrgWorld = {
  readonly org: TestOrg
  readonly officer: StaffActor
  readonly boss: StaffActor
  readonly waitingId: string
  readonly keptId: string
  readonly caseId: string
  readonly caseCode: string
  readonly caseReportId: string
  readonly protectedId: string
  readonly protectedCode: string
  readonly protectedReportId: string
  readonly ids: Readonly<Record<string, string>>
  /** Who holds the code of the report in the case. */
  readonly reporter: Actor
}

const PLACE: Partial<Record<TestOrg, ReportDraft['place']>> = {
  jhb: known({ country: 'MY' }),
  hkg: known({ country: 'HK' }),
}

/** A word that no page has by chance; it says where it comes from when a test finds it. */
export function mark(org: TestOrg, kind: SentinelKind, what: string): string {
  return `Zq${kind}${what}${org}qZ`
}

/** Finds every mark in a text. */
export function marksIn(text: string): readonly Sentinel[] {
  const words = new Set(
    [...text.matchAll(/Zq([a-z]+?)([A-Z][a-zA-Z]*)(jhb|hkg)qZ/g)].map((match) => match[0]),
  )
  return [...words].map((word) => {
    const [, kind, , org] = /Zq([a-z]+)([A-Z][a-zA-Z]*)(jhb|hkg)qZ/.exec(word)!
    return { word, kind: kind as SentinelKind, org: org as TestOrg }
  })
}

type Words = (what: string) => string

function draftWith(org: TestOrg, m: Words, more: Partial<ReportDraft> = {}): ReportDraft {
  return {
    ...blankReport({ channel: 'web', language: 'id' }),
    place: PLACE[org]!,
    what: ['gaji'],
    danger: known('soon'),
    story: m('Story'),
    names: [m('Name')],
    reporterName: known(m('Reporter')),
    village: known(m('Village')),
    recruiter: known(m('Recruiter')),
    employer: known(m('Employer')),
    safeContact: known({
      ways: ['whatsapp'],
      value: `+44 7700 900123 ${m('Number')}`,
      hours: m('Hours'),
      callRule: 'do-not-call',
    }),
    ...more,
  }
}

async function report(world: TestPlatform, draft: ReportDraft) {
  const key = newIdempotencyKey()
  const reporter = reporterActor(world.platform, key)
  const { reportId, code } = await runAs(world.platform, reporter, (ctx) => receiveReport(ctx, draft, key))
  return { reportId, reporter, code }
}

async function attach(world: TestPlatform, reporter: Actor, name: string): Promise<string> {
  const file = await inspectFile(new Uint8Array(Buffer.concat([PDF, Buffer.from(`% ${name}`)])))
  if (file.kind !== 'taken') throw new Error('the test file was refused')
  const added = await runAs(world.platform, reporter, (ctx) => addAttachment(ctx, file, `${name}.pdf`))
  if (added.kind !== 'stored') throw new Error('the test file was not stored')
  return added.id
}

/** Every room of one organisation, furnished. */
export async function furnish(world: TestPlatform, org: TestOrg): Promise<OrgWorld> {
  const officer = await world.hire(org, ['intake-officer', 'caseworker'])
  const boss = await world.hire(org, ['supervisor'])
  const ids: Record<string, string> = {}
  const words =
    (kind: SentinelKind): Words =>
    (what) =>
      mark(org, kind, what)

  const waiting = await report(world, draftWith(org, words('waiting')))
  await runAs(world.platform, waiting.reporter, (ctx) => writeToDesk(ctx, words('waiting')('Message')))
  ids['waitingFile'] = await attach(world, waiting.reporter, words('waiting')('File'))
  const kept = await report(
    world,
    draftWith(org, words('kept'), { keepFrom: [{ kind: 'this-mission', words: words('kept')('Why') }] }),
  )

  const made = await report(world, draftWith(org, words('case')))
  await runAs(world.platform, made.reporter, (ctx) => writeToDesk(ctx, words('case')('Message')))
  ids['caseFile'] = await attach(world, made.reporter, words('case')('File'))
  const opened = await openCase(world, officer, made.reportId)
  Object.assign(ids, await fillCase(world, officer, opened.code, org))

  Object.assign(
    ids,
    await leaveMatches(world, {
      orgId: officer.orgId,
      personId: ids['personId']!,
      waitingId: waiting.reportId,
      caseReportId: made.reportId,
      seeker: words('found')('Seeker'),
    }),
  )

  Object.assign(
    ids,
    await leaveNetwork(world, officer, {
      caseCode: opened.code,
      reportId: waiting.reportId,
      askedOrg: world.orgs[org === 'pusat' ? 'kemlu' : 'pusat'],
      value: words('case')('Recruiter'),
      source: words('case')('Sentence'),
    }),
  )

  const shut = await report(world, draftWith(org, words('protected')))
  ids['protectedFile'] = await attach(world, shut.reporter, words('protected')('File'))
  const hidden = await openCase(world, boss, shut.reportId)
  ids['protectedNote'] = await world.staff(boss, (ctx) =>
    addNote(ctx, { code: hidden.code, noteClass: 'general', text: words('protected')('Note') }),
  )
  await protect(world, boss, hidden.code)
  ids['importId'] = await takeOverFile(world, boss, words('case')('Htcds'))
  Object.assign(ids, await confer(world, org, boss, opened.code))
  const left = await leaveDesk(world, org, 'ngo')
  ids['deskEncounter'] = left.encounter
  ids['deskReferral'] = left.referral
  ids['deskAct'] = left.act
  ids['deskHit'] = left.hit
  return {
    org,
    officer,
    boss,
    waitingId: waiting.reportId,
    keptId: kept.reportId,
    caseId: opened.id,
    caseCode: opened.code,
    caseReportId: made.reportId,
    protectedId: hidden.id,
    protectedCode: hidden.code,
    protectedReportId: shut.reportId,
    ids,
    reporter: made.reporter,
  }
}

function openCase(world: TestPlatform, actor: StaffActor, reportId: string) {
  return world.staff(actor, async (ctx) => {
    await takeReport(ctx, reportId)
    return openCaseFromReport(ctx, { reportId })
  })
}

async function protect(world: TestPlatform, boss: StaffActor, code: string): Promise<void> {
  await world.staff(boss, async (ctx) => {
    const { row } = await readCase(ctx, code, 'work')
    await protectCase(ctx, { code, version: row.version, because: 'insider', readers: [] })
  })
}

async function fillCase(
  world: TestPlatform,
  officer: StaffActor,
  code: string,
  org: TestOrg,
): Promise<Readonly<Record<string, string>>> {
  const m: Words = (what) => mark(org, 'case', what)
  return world.staff(officer, async (ctx) => {
    const { version } = (await readCase(ctx, code, 'work')).row
    await recordWish(ctx, { code, version, words: m('Wish'), language: 'id', readBack: 'read-back' })
    const needId = await addNeed(ctx, { code, kind: 'refund', urgency: 'sedang', label: m('Need') })
    const noteId = await addNote(ctx, { code, noteClass: 'general', text: m('Note') })
    const careNote = await addNote(ctx, {
      code,
      noteClass: 'restricted-care',
      text: mark(org, 'care', 'Note'),
    })
    const legalNote = await addNote(ctx, {
      code,
      noteClass: 'restricted-legal',
      text: mark(org, 'legal', 'Note'),
    })
    const taskId = await addTask(ctx, {
      code,
      kind: 'follow-up',
      title: m('Task'),
      urgency: 'sedang',
      dueAt: new Date(ctx.now.getTime() + 3600_000),
      source: 'internal-target',
    })
    const entryId = await addTimelineEntry(ctx, {
      code,
      date: '2025-04~',
      dateWords: m('When'),
      text: m('Entry'),
      source: 'family',
      certainty: 'likely',
    })
    const evidenceId = await addEvidence(ctx, {
      code,
      title: m('Evidence'),
      kind: 'contract',
      from: m('From'),
      original: 'copy',
    })
    await addChainLink(ctx, { code, kind: 'p3mi', name: m('Chain'), where: m('Where'), note: m('Link') })
    await sendMessage(ctx, { code, text: m('Answer') })
    const values = { catatan: [m('Sheet')] }
    await keepClaimSheet(ctx, { code, question: 'social-security', version: 0, values })
    await addNeed(ctx, { code, kind: 'safety-rescue', urgency: 'sedang', label: '' })
    await readRouting(ctx, await readCase(ctx, code, 'work'))
    const law = { kind: 'silent', norm: '', instrument: '', article: '', searched: 'PP 59/2021' } as const
    const gapId = await logGapOfCase(ctx, code, {
      code: 'no-reply',
      description: 'Kantor tidak menjawab.',
      owner: '',
      law,
    })
    const personId = (await readCase(ctx, code, 'work')).persons[0]!.person_id
    await startScreening(ctx, { code, personId })
    const words = m('Screening')
    const source = { kind: 'told', by: m('Screened') } as const
    await addProofs(ctx, { code, personId, version: 1 }, [
      { path: 'elements.act.transport', side: 'for', words, source },
    ])
    const trackId = await openTrack(ctx, { code, kind: 'criminal', place: 'abroad' })
    const requestId = await createRequest(ctx, {
      code,
      kind: 'mutual-assistance',
      channel: 'diplomatic',
      applicant: 'police',
      country: 'MY',
      trackId,
      asked: m('Authority'),
      what: m('Request'),
      items: {},
    })
    return {
      gapId,
      trackId,
      requestId,
      needId,
      noteId,
      careNote,
      legalNote,
      taskId,
      entryId,
      evidenceId,
      personId,
    }
  })
}

/** Offers a need with consent; what is sent carries marks of its own. */
export async function refer(
  world: TestPlatform,
  from: OrgWorld,
  to: TestOrg,
): Promise<{ readonly id: string; readonly code: string; readonly needId: string }> {
  return world.staff(from.officer, async (ctx) => {
    const code = from.caseCode
    const needId = await addNeed(ctx, { code, kind: 'documents', urgency: 'tinggi', label: '' })
    await recordConsent(ctx, {
      code,
      item: 'needs',
      readerKind: 'mission',
      answer: 'yes',
      givenBy: 'self',
      how: 'spoken',
      language: 'id',
    })
    const draft: OfferDraft = {
      caseId: from.caseId,
      caseCode: code,
      needId,
      toOrg: world.orgs[to],
      asked: mark(from.org, 'referral', 'Asked'),
      sendables: [{ item: 'needs', lines: [{ text: mark(from.org, 'referral', 'Line') }] }],
      chosen: ['needs'],
      handling: [],
      basis: [],
    }
    const { seen } = await prepareOffer(ctx, ctx.actor.orgId, draft)
    return { ...(await offerReferral(ctx, draft, seen)), needId }
  })
}
