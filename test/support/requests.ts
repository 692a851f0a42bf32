/** Every request that the product answers, made from its own lists of routes: a new route is in the matrix by itself. */
import { apiRoutes } from '#src/web/api/api-routes.ts'
import { siteRoutes } from '#src/web/site/site-routes.ts'
import { workspaceRoutes } from '#src/web/workspace/workspace-routes.ts'
import type { OrgWorld } from './sentinel-world.ts'

export type Door = { readonly method: 'GET' | 'POST'; readonly path: string; readonly kind: 'page' | 'api' }

export const DOORS: readonly Door[] = [
  ...[...siteRoutes, ...workspaceRoutes].map((route) => ({
    method: route.method.toUpperCase() as Door['method'],
    path: route.path,
    kind: 'page' as const,
  })),
  ...apiRoutes.map((route) => ({
    method: route.method.toUpperCase() as Door['method'],
    path: `/api/v1${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    kind: 'api' as const,
  })),
]

/** The names of one organisation's objects, the same keys in both, so that one can be put in the place of the other. */
export type Names = Readonly<Record<string, string>>

export function namesOf(world: OrgWorld, referral?: { readonly id: string; readonly code: string }): Names {
  const { caseCode, protectedCode, waitingId, keptId, caseReportId, protectedReportId, caseId } = world
  return {
    caseCode,
    protectedCode,
    waitingId,
    keptId,
    caseReportId,
    protectedReportId,
    caseId,
    ...world.ids,
    staffId: world.officer.staffId,
    ...(referral && { referralId: referral.id, referralCode: referral.code }),
  }
}

const IDS_OF: Readonly<Record<string, readonly string[]>> = {
  kasus: ['caseCode', 'protectedCode'],
  cases: ['caseCode', 'protectedCode'],
  masuk: ['waitingId', 'keptId', 'caseReportId', 'protectedReportId'],
  inbox: ['waitingId', 'keptId', 'caseReportId', 'protectedReportId'],
  berkas: ['caseFile', 'waitingFile', 'protectedFile'],
  rujukan: ['referralCode', 'referralId'],
  referrals: ['referralCode'],
  skrining: ['personId', 'keptId'],
  tugas: ['taskId', 'decisionId'],
  satgas: ['taskForceId', 'keptId'],
  'task-forces': ['taskForceId', 'keptId'],
  'task-force-tasks': ['decisionId', 'keptId'],
  mla: ['requestId', 'keptId'],
  imigrasi: ['deskEncounter', 'keptId'],
  surat: ['deskAct', 'keptId'],
  temuan: ['deskHit', 'keptId'],
  diterima: ['deskReferral', 'keptId'],
  rapat: ['conferenceId', 'keptId'],
  butir: ['itemId', 'keptId'],
  jalur: ['trackId', 'keptId'],
  impor: ['importId', 'keptId'],
  bukti: ['evidenceId'],
  akun: ['staffId'],
  klausul: ['keptId'],
  pasal: ['keptId'],
  rumusan: ['keptId'],
  tanggapan: ['keptId'],
  orang: ['personId', 'keptId'],
  kelompok: ['networkId', 'keptId'],
  sebutan: ['mentionId', 'keptId'],
  tanya: ['askId', 'keptId'],
  sama: ['matchId', 'keptId'],
  matches: ['matchId'],
  networks: ['networkId'],
  ditemukan: ['foundId', 'keptId'],
  kronologi: ['entryId', 'keptId'],
  hambatan: ['gapId', 'keptId'],
  naskah: ['keptId'],
  'daftar-lama': ['keptId'],
  'old-lists': ['keptId'],
  advokasi: ['gapId', 'keptId'],
}

/** What a parameter may name: known from the word before it, else anything. */
function namesFor(path: string, parameter: string, names: Names): readonly string[] {
  const before = path.split('/')[path.split('/').indexOf(`:${parameter}`) - 1] ?? ''
  const keys = IDS_OF[before] ?? Object.keys(names)
  return keys.filter((key) => key in names)
}

export type Filled = {
  readonly path: string
  /** Which names stand in it. */
  readonly keys: readonly string[]
}

/** The address with every choice of names; one without parameters once. */
export function fill(path: string, names: Names): readonly Filled[] {
  const parameter = /:(\w+)/.exec(path)?.[1]
  if (parameter === undefined) return [{ path, keys: [] }]
  return namesFor(path, parameter, names).flatMap((key) =>
    fill(path.replace(`:${parameter}`, names[key]!), names).map((rest) => ({
      path: rest.path,
      keys: [key, ...rest.keys],
    })),
  )
}

/** The same keys, naming nothing: same shapes, so that only existence differs. */
export function namesOfNothing(names: Names): Names {
  return Object.fromEntries(
    Object.entries(names).map(([key, value]) => [
      key,
      /^[0-9a-f-]{36}$/.test(value)
        ? `${value.slice(0, 24)}${'0'.repeat(8)}${value.slice(32)}`
        : value.replace(/\d{4}$/, '9999'),
    ]),
  )
}

/** Every name of one side replaced by its counterpart. */
export function swap(text: string, from: Names, to: Names): string {
  return Object.entries(from).reduce((all, [key, value]) => all.replaceAll(value, to[key] ?? value), text)
}

export type Form = { readonly action: string; readonly fields: readonly (readonly [string, string])[] }

/** The forms of a page as a browser would send them untouched: every field, the first choice, every button. */
export function formsIn(html: string, at: string): readonly Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    if (!/method="post"/i.test(head)) return []
    const action = /action="([^"]*)"/.exec(head)?.[1] ?? at
    const inputs = [...inside.matchAll(/<(?:input|button|textarea|select)\b[^>]*>/g)].map(([tag]) => tag)
    const fields = inputs.flatMap((tag): [string, string][] => {
      const name = /name="([^"]*)"/.exec(tag)?.[1]
      if (name === undefined || /type="file"/.test(tag)) return []
      return [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? 'uji']]
    })
    return [{ action: plain(action), fields: fields.map(([name, value]) => [plain(name), plain(value)]) }]
  })
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

/** The door that an address belongs to. */
export function doorOf(method: Door['method'], address: string): Door | undefined {
  const path = address.split('?')[0] ?? ''
  return DOORS.filter((door) => door.method === method)
    .toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)
    .find((door) => new RegExp(`^${door.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path))
}
