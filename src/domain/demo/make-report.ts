/** The report behind a story, in the reporter's own answers: much of it not asked, not known or not said. */
import type { CaseType } from '../cases/case-types.ts'
import type { ConsentAnswer } from '../cases/codes.ts'
import { known, unknown, type Answer } from '../kernel/answer.ts'
import { partialDateOf } from '../kernel/partial-date.ts'
import {
  blankReport,
  CASE_TYPES_OF_WHAT,
  REPORT_CHANNELS,
  READER_KINDS,
  WHAT_HAPPENED,
  type Danger,
  type DeskChoice,
  type KeepFrom,
  type MayShare,
  type ReportAbout,
  type ReportDraft,
  type ReporterRelation,
  type SafeContact,
  type WhatHappened,
} from '../reports/report.ts'
import { at } from './chance.ts'
import type { DemoReport } from './demo-world.ts'
import type { Scene } from './make-scene.ts'

export function makeReport(scene: Scene): DemoReport {
  const others = scene.material.organisations.filter((body) => body.kind === 'kp2mi')
  return {
    key: `report-${scene.key}`,
    desk: scene.organisation.key,
    receivedAt: scene.receivedAt,
    draft: draftOf(scene),
    urgency: scene.story.urgency,
    types: scene.story.types,
    movedFrom: scene.number % 17 === 3 && others[0] !== undefined ? others[0].key : undefined,
  }
}

/** The plain choices a person would have touched for these case types. */
export function whatOf(types: readonly CaseType[]): readonly WhatHappened[] {
  const chosen = WHAT_HAPPENED.filter((what) => CASE_TYPES_OF_WHAT[what].some((type) => types.includes(type)))
  return chosen.length > 0 ? chosen : ['lain']
}

function draftOf(scene: Scene): ReportDraft {
  const { story, chance, lead, number } = scene
  const named = chance.happens(story.types.includes('TIP') ? 0 : 0.75)
  return {
    ...blankReport({ channel: at(REPORT_CHANNELS, number), language: story.language === 'en' ? 'en' : 'id' }),
    about: aboutOf(scene),
    reporterRelation: relationOf(scene),
    peopleCount: known(aboutOf(scene) === 'group' ? chance.whole(2, 20) : 1),
    names: named ? [lead.name, ...lead.otherNames] : [],
    reporterName: named && story.by === 'self' ? known(lead.name) : unknown('will-not-say'),
    village: named ? known(lead.village) : unknown('not-asked'),
    recruiter: chance.happens(0.4) ? known(slot(scene, 'calo')) : unknown('does-not-know'),
    employer: chance.happens(0.4) ? known(slot(scene, 'majikan')) : unknown('does-not-know'),
    born: lead.born === undefined ? unknown('does-not-know') : known(lead.born),
    departed:
      story.phase === 'before' || story.phase === 'not-migration'
        ? unknown('not-asked')
        : known(partialDateOf(`${departedIn(scene)}~`)),
    lastContact: story.types.includes('MISSING')
      ? known(partialDateOf(`${departedIn(scene) + 1}~`))
      : unknown('not-asked'),
    what: whatOf(story.types),
    story: scene.narrative,
    place: chance.happens(0.9)
      ? known({ country: scene.place.iso, words: scene.city })
      : unknown('does-not-know'),
    danger: dangerOf(scene),
    safeContact: safeContactOf(scene),
    mayShare: mayShareOf(scene),
    keepFrom: keepFromOf(scene),
    deskChoice: deskOf(scene),
  }
}

/** A year that fits the story: long ago for the missing, a few years for the others. */
export function departedIn(scene: Scene): number {
  if (scene.story.types.includes('MISSING')) return Number(slot(scene, 'tahunlalu'))
  return scene.receivedAt.getUTCFullYear() - 1 - (scene.number % 4)
}

function slot(scene: Scene, name: string): string {
  return scene.slots[name] ?? ''
}

function aboutOf(scene: Scene): ReportAbout {
  const { story } = scene
  if (story.types.includes('MISSING')) return 'seeking-family'
  if (
    story.types.includes('MASS_INCIDENT') ||
    story.types.includes('SMUGGLING') ||
    story.types.includes('DEPORTATION')
  )
    return 'group'
  return story.by === 'self' ? 'myself' : 'someone-else'
}

const FAMILY: readonly ReporterRelation[] = ['spouse', 'parent', 'child', 'sibling', 'other-family']
const OTHERS: readonly ReporterRelation[] = [
  'neighbour',
  'friend',
  'fellow-worker',
  'village-officer',
  'organisation',
  'official',
  'passer-by',
  'other',
]

function relationOf(scene: Scene): Answer<ReporterRelation> {
  const { story, number } = scene
  if (story.by === 'self') return known('self')
  if (story.types.includes('EMPLOYER_COMPLAINT')) return known(number % 2 === 0 ? 'employer' : 'agency')
  if (story.types.includes('TIP')) return unknown('will-not-say')
  return known(at(story.by === 'family' ? FAMILY : OTHERS, number))
}

function dangerOf(scene: Scene): Answer<Danger> {
  if (scene.story.urgency === 'darurat') return known(scene.number % 4 === 3 ? 'soon' : 'now')
  if (scene.number % 5 === 2) return unknown('not-asked')
  return known(scene.story.urgency === 'tinggi' && scene.number % 2 === 0 ? 'soon' : 'no')
}

const HOURS = [
  'Minggu sore',
  'setelah jam 10 malam waktu sini',
  'jam 12 sampai 1 siang',
  'kapan saja',
  'pagi sebelum jam 6',
]

function safeContactOf(scene: Scene): Answer<SafeContact> {
  const { lead, number } = scene
  if (number % 9 === 4) return unknown('will-not-say')
  if (lead.phone === undefined) return known({ ways: ['this-page-only'], callRule: 'do-not-call' })
  return known({
    ways: at([['whatsapp'], ['sms', 'phone'], ['whatsapp', 'phone'], ['through-someone']] as const, number),
    value: lead.phone,
    hours: at(HOURS, number),
    callRule: number % 3 === 0 ? 'do-not-call' : 'may-call',
    language: at(['id', 'jv', 'su', 'mad', 'sas'], number),
  })
}

const SHARE_PATTERNS: readonly (readonly ConsentAnswer[])[] = [
  ['yes', 'yes', 'yes', 'no'],
  ['yes', 'no'],
  ['not-asked'],
  ['yes', 'yes', 'yes', 'yes', 'yes'],
  ['no'],
  ['yes', 'does-not-know', 'yes'],
]

function mayShareOf(scene: Scene): MayShare {
  const pattern = at(SHARE_PATTERNS, scene.number)
  return Object.fromEntries(READER_KINDS.map((reader, place) => [reader, at(pattern, place)]))
}

function keepFromOf(scene: Scene): readonly KeepFrom[] {
  const { story, number } = scene
  if (story.types.includes('TIP')) return [{ kind: 'my-village' }]
  if (number % 11 === 5) return [{ kind: 'my-agency' }]
  if (number % 11 === 8)
    return [{ kind: 'my-family' }, { kind: 'other', words: 'Sepupu saya yang kerja di kantor' }]
  return []
}

function deskOf(scene: Scene): Answer<DeskChoice> {
  const choices: readonly DeskChoice[] = [
    'you-choose',
    'mission',
    'protection-ministry',
    'organisation',
    'you-choose',
  ]
  return scene.number % 6 === 1 ? unknown('not-asked') : known(at(choices, scene.number))
}
