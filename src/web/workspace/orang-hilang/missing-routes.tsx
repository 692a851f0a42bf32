/** Looking for persons: the lists, one pair of records, and one person who may be looked for. */
import { isRole, permissionsOf, type Permission } from '#src/domain/disclosure/roles.ts'
import type { Judged } from '#src/domain/matches/judgements.ts'
import {
  judgeMatch,
  listFound,
  listHints,
  listMatches,
  listSearches,
  openFound,
  openMatch,
  recordFamilyWish,
  setAside,
  tellFamily,
} from '#src/modules/matches/index.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { loadStanding } from '#src/platform/linkage-weights.ts'
import { familyWords } from '#src/texts/family-words.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FieldProblem, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, pageHref, pageOf, workFrame } from '../casework.ts'
import { FoundPage } from './found-page.tsx'
import { PARTS, PersonSearchPage, PLACE, type ListView, type Part } from './list-pages.tsx'
import { MatchPage } from './match-page.tsx'

const NEEDS: Record<Part, Permission> = {
  ditemukan: 'missing.ask',
  dicari: 'search.read',
  sama: 'match.read',
  diputuskan: 'match.read',
  lembaga: 'hint.read',
}

const permissions = (req: StaffReq) => permissionsOf(req.who.actor.roles.filter(isRole))

async function list(req: StaffReq): Promise<Response> {
  const allowed = permissions(req)
  const parts = PARTS.filter((part) => allowed.has(NEEDS[part]))
  const asked = req.c.req.query('bagian')
  const part = parts.find((each) => each === asked) ?? parts[0]
  if (part === undefined || (asked !== undefined && part !== asked)) throw new NotFoundError('page.not-found')
  req.c.header('cache-control', 'no-store')
  return page(req, <PersonSearchPage frame={workFrame(req)} view={await viewOf(req, part, parts)} />)
}

async function viewOf(req: StaffReq, part: Part, parts: readonly Part[]): Promise<ListView> {
  const empty = { part, parts, found: [], searches: [], matches: [], hints: [] }
  if (part === 'ditemukan') return { ...empty, found: await asMe(req, listFound) }
  if (part === 'dicari') return { ...empty, searches: await asMe(req, listSearches) }
  if (part === 'lembaga') return { ...empty, hints: await asMe(req, listHints) }
  const current = pageOf(req)
  const which = part === 'sama' ? 'open' : 'judged'
  const { matches, more } = await asMe(req, (ctx) => listMatches(ctx, { which, page: current }))
  return {
    ...empty,
    matches,
    ...(current > 0 && { previous: pageHref(req, current - 1) }),
    ...(more && { next: pageHref(req, current + 1) }),
  }
}

type Shown = { readonly form?: FormState; readonly status?: 409 | 422 }

async function showMatch(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const opened = await asMe(req, (ctx) => openMatch(ctx, idParam(req)))
  const mayDecide = permissions(req).has('match.decide') && { mayDecide: 'may-decide' as const }
  const view = { ...opened, form: shown.form ?? EMPTY_FORM, ...mayDecide }
  req.c.header('cache-control', 'no-store')
  return page(req, <MatchPage frame={workFrame(req)} view={view} />, shown.status ?? 200)
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const judged = (form.one('undo') === '' ? form.one('judged') : 'undone') as Judged
  const decision = {
    id: idParam(req),
    version: Number(form.one('version')) || 0,
    judged,
    reason: form.one('reason'),
  }
  return attempt(req, form, {
    path: 'judged',
    work: () => asMe(req, (ctx) => judgeMatch(ctx, decision)),
    again: (shown) => showMatch(req, shown),
    then: `${PLACE}/sama/${decision.id}?kabar=disimpan`,
  })
}

async function showFound(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const opened = await asMe(req, (ctx) => openFound(ctx, idParam(req)))
  const { gate, subject } = opened.found
  const country = subject.cases[0]?.country ?? undefined
  const view = {
    ...opened,
    form: shown.form ?? EMPTY_FORM,
    model: loadStanding().model.version,
    ...(gate.kind === 'may-tell' && { sentence: familyWords(req.lang, gate.told, country) }),
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <FoundPage frame={workFrame(req)} view={view} />, shown.status ?? 200)
}

async function ask(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const given = {
    id: idParam(req),
    wish: form.one('wish'),
    how: form.one('how'),
    listened: form.one('listened'),
    knowsSeeker: form.one('knowsSeeker'),
    words: form.one('words'),
  }
  return attempt(req, form, {
    path: 'wish',
    work: () => asMe(req, (ctx) => recordFamilyWish(ctx, given)),
    again: (shown) => showFound(req, shown),
    then: `${PLACE}/ditemukan/${given.id}?kabar=disimpan`,
  })
}

async function tell(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const asked = { id: idParam(req), version: Number(form.one('version')) || 0 }
  return attempt(req, form, {
    path: 'wish',
    work: () => asMe(req, (ctx) => tellFamily(ctx, asked)),
    again: (shown) => showFound(req, shown),
    then: `${PLACE}/ditemukan/${asked.id}?kabar=disimpan`,
  })
}

async function aside(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const as = form.one('as') === 'open' ? ('open' as const) : ('not-this-person' as const)
  const asked = { id: idParam(req), version: Number(form.one('version')) || 0, as }
  return attempt(req, form, {
    path: 'wish',
    work: () => asMe(req, (ctx) => setAside(ctx, asked)),
    again: (shown) => showFound(req, shown),
    then: `${PLACE}/ditemukan/${asked.id}?kabar=disimpan`,
  })
}

/** Does it, or shows the page again with what is wrong and with what stands there now. */
async function attempt(
  req: StaffReq,
  form: FormValues,
  doing: {
    readonly path: string
    readonly work: () => Promise<unknown>
    readonly again: (shown: Shown) => Promise<Response>
    readonly then: `/${string}`
  },
): Promise<Response> {
  try {
    await doing.work()
  } catch (error) {
    const wrong = problemsIn(req, error, doing.path)
    return doing.again({ form: formState(form, wrong.problems), status: wrong.status })
  }
  return seeOther(req, doing.then)
}

function problemsIn(
  req: StaffReq,
  error: unknown,
  path: string,
): { readonly problems: readonly FieldProblem[]; readonly status: 409 | 422 } {
  const words = req.t.kerjaPencarian
  if (error instanceof InvalidInputError)
    return { problems: inWords(error.problems, words.problem, words.problemOther), status: 422 }
  if (error instanceof RefusedError)
    return { problems: [{ path, message: words.refused[error.code] ?? words.refusedOther }], status: 422 }
  if (error instanceof StaleVersionError) return { problems: [{ path, message: words.stale }], status: 409 }
  throw error
}

const FOUND = `${PLACE}/ditemukan/:id` as const

export const missingRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: PLACE,
    access: ['match.read', 'search.read', 'missing.ask'],
    handle: list,
  }),
  staffRoute({
    method: 'get',
    path: `${PLACE}/sama/:id`,
    access: ['match.read'],
    handle: (req) => showMatch(req),
  }),
  staffRoute({ method: 'post', path: `${PLACE}/sama/:id`, access: ['match.decide'], handle: decide }),
  staffRoute({ method: 'get', path: FOUND, access: ['missing.ask'], handle: (req) => showFound(req) }),
  staffRoute({ method: 'post', path: FOUND, access: ['missing.ask'], handle: ask }),
  staffRoute({ method: 'post', path: `${FOUND}/sampaikan`, access: ['missing.ask'], handle: tell }),
  staffRoute({ method: 'post', path: `${FOUND}/bukan`, access: ['missing.ask'], handle: aside }),
]
