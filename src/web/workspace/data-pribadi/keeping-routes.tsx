import type { Permission } from '#src/domain/disclosure/roles.ts'
import { FIXED_CLOCKS } from '#src/domain/deadlines/clock.ts'
import {
  decideExpired,
  editBreach,
  HOLD_REASONS,
  holdCase,
  liftHold,
  listBreaches,
  noteNotice,
  readRegister,
  readRetention,
  recordBreach,
  type Breach,
  type BreachWords,
  type RetentionRule,
} from '#src/modules/rights/index.ts'
import { InvalidInputError, RefusedError } from '#src/platform/errors.ts'
import { idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { clockStateOf } from '#src/web/ui/staff/marks.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { asMe, oneOf } from '../casework.ts'
import { BreachPage, RegisterPage, RetentionPage, type BreachRow } from './keeping-pages.tsx'
import { allowed, refusedForm, rightsFrame } from './rights-routes.tsx'

type Editing = { readonly id: string; readonly form: FormState }

function editOf(breach: Breach): FormState {
  const people = breach.people === null ? '' : String(breach.people)
  return { values: { ...breach.words, people, version: String(breach.version) }, problems: [] }
}

const NOTICE_SOURCE = FIXED_CLOCKS['breach-notice'].source

function breachRow(frame: StaffFrame, breach: Breach, editing: Editing | undefined): BreachRow {
  const unknown = frame.t.kerjaUmum.unknown
  const done = breach.personsNoticedAt !== null && breach.authorityNoticedAt !== null
  const source =
    NOTICE_SOURCE === 'internal-target'
      ? NOTICE_SOURCE
      : { article: `${NOTICE_SOURCE.instrument} Ps ${NOTICE_SOURCE.article}` }
  const state = clockStateOf({ startedAt: breach.foundAt, due: breach.noticeDueAt, now: frame.now })
  return {
    id: breach.id,
    what: breach.words?.what ?? unknown,
    foundAt: breach.foundAt,
    dataKinds: breach.words?.dataKinds || unknown,
    people: breach.people === null ? unknown : String(breach.people),
    measures: breach.words?.measures || unknown,
    ...(breach.personsNoticedAt === null &&
      breach.authorityNoticedAt === null && {
        edit: editing?.id === breach.id ? editing.form : editOf(breach),
      }),
    missing: breach.missing.map((field) => frame.t.hak.breach.fields[field]),
    ...(!done && { clock: { state, at: breach.noticeDueAt, source } }),
    ...(breach.personsNoticedAt && { personsNoticedAt: breach.personsNoticedAt }),
    ...(breach.authorityNoticedAt && { authorityNoticedAt: breach.authorityNoticedAt }),
  }
}

async function breaches(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 422 = 200,
  editing?: Editing,
): Promise<Response> {
  const frame = rightsFrame(req)
  const rows = (await asMe(req, listBreaches)).map((breach) => breachRow(frame, breach, editing))
  return page(req, <BreachPage frame={frame} view={{ rows, form }} />, status)
}

function breachIn(form: FormValues): { readonly people: number | null; readonly words: BreachWords } {
  const people = Number(form.one('people'))
  return {
    people: form.one('people') !== '' && Number.isInteger(people) && people >= 0 ? people : null,
    words: { what: form.one('what'), dataKinds: form.one('dataKinds'), measures: form.one('measures') },
  }
}

async function changeBreach(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const id = idParam(req)
  try {
    await asMe(req, (ctx) => editBreach(ctx, id, { seen: Number(form.one('version')), ...breachIn(form) }))
  } catch (error) {
    const refused = refusedForm(req, form, error, 'what')
    return breaches(req, { values: {}, problems: refused.problems }, 422, { id, form: refused })
  }
  return seeOther(req, '/kerja/pengaturan/kebocoran?kabar=dicatat')
}

async function addBreach(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  // A moment without a zone is the reader's own clock.
  const foundAt = instantIn(form.one('foundAt'), req.who.org.timeZone)
  try {
    if (foundAt === undefined) throw new InvalidInputError([{ path: 'foundAt', code: 'date.not-understood' }])
    await asMe(req, (ctx) =>
      recordBreach(ctx, {
        foundAt,
        ...breachIn(form),
      }),
    )
    return seeOther(req, '/kerja/pengaturan/kebocoran?kabar=dicatat')
  } catch (error) {
    return breaches(req, refusedForm(req, form, error, 'what'), 422)
  }
}

/** The instant at which a wall clock of the zone shows this; undefined when it is no date. */
function instantIn(local: string, zone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return undefined
  const asUtc = new Date(`${local.slice(0, 16)}:00Z`)
  if (Number.isNaN(asUtc.getTime())) return undefined
  const shown = new Date(`${asUtc.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)
  return new Date(asUtc.getTime() - (shown.getTime() - asUtc.getTime()))
}

async function noticed(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) =>
      noteNotice(ctx, idParam(req), oneOf(['persons', 'authority'] as const, form.one('whom'))),
    )
  } catch (error) {
    return breaches(req, refusedForm(req, form, error, 'dataKinds'), 422)
  }
  return seeOther(req, '/kerja/pengaturan/kebocoran?kabar=dicatat')
}

function keepWords(frame: StaffFrame, rule: Pick<RetentionRule, 'days'> | undefined): string {
  const words = frame.t.hak.keep
  return rule?.days ? words.days(rule.days) : words.noLimit
}

async function retention(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = rightsFrame(req)
  const words = frame.t.hak.keep
  const { rules, holds } = await asMe(req, readRetention)
  const view = {
    kinds: rules.map((rule) => ({
      kind: words.kinds[rule.kind] ?? rule.kind,
      code: rule.kind,
      keep: keepWords(frame, rule),
      basis: rule.source === null ? words.basis[rule.basis] : `${words.basis[rule.basis]}: ${rule.source}`,
      acts: words.acts[rule.acts],
      due: rule.waiting,
    })),
    holds: holds.map((hold) => ({
      id: hold.id,
      caseCode: hold.case_code,
      why: words.reason[hold.reason as keyof typeof words.reason],
      until: hold.until === null ? words.open : plainDate(frame.lang, hold.until),
      by: hold.display_name ?? '',
    })),
    form,
    ...(allowed(req, 'retention.decide') && { mayDecide: 'may-decide' as const }),
    ...(allowed(req, 'processing.read') && { registerHref: at(frame, '/kerja/pengaturan/simpan/daftar') }),
  }
  return page(req, <RetentionPage frame={frame} view={view} />, status)
}

async function addHold(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) =>
      holdCase(ctx, {
        code: form.one('case'),
        reason: oneOf(HOLD_REASONS, form.one('why')),
        until: form.one('until') || null,
      }),
    )
    return seeOther(req, '/kerja/pengaturan/simpan?kabar=ditahan')
  } catch (error) {
    return retention(req, refusedForm(req, form, error, 'case'), 422)
  }
}

async function lift(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => liftHold(ctx, idParam(req)))
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return retention(req, refusedForm(req, form, error, 'case'), 422)
  }
  return seeOther(req, '/kerja/pengaturan/simpan?kabar=dilepas')
}

async function decideDue(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  await asMe(req, (ctx) =>
    decideExpired(ctx, form.one('kind'), oneOf(['kept', 'approved'] as const, form.one('decision'))),
  )
  return seeOther(req, '/kerja/pengaturan/simpan?kabar=disimpan')
}

async function register(req: StaffReq): Promise<Response> {
  const frame = rightsFrame(req)
  const words = frame.t.hak.register
  const [rows, { rules }] = await asMe(
    req,
    async (ctx) => [await readRegister(ctx), await readRetention(ctx)] as const,
  )
  const ruleOf = new Map(rules.map((rule) => [rule.kind, rule]))
  const view = {
    rows: rows.map((row) => ({
      table: row.table,
      comment: row.comment,
      purpose: row.processing ? words.purposes[row.processing.purpose] : words.unlisted,
      about: row.processing ? words.concerned[row.processing.about] : words.unlisted,
      sealed: row.sealed.join(', '),
      keep: keepWords(frame, ruleOf.get(row.processing?.rule ?? '')),
    })),
  }
  return page(req, <RegisterPage frame={frame} view={view} />)
}

const BREACH: readonly Permission[] = ['breach.record']
/** A supervisor puts and lifts holds too: whoever lifts one is not who put it. */
const HOLD: readonly Permission[] = ['retention.decide', 'case.protect']

export const keepingRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/kebocoran',
    access: BREACH,
    handle: (req) => breaches(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/kebocoran', access: BREACH, handle: addBreach }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/kebocoran/:id',
    access: BREACH,
    handle: changeBreach,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/kebocoran/:id/diberitahukan',
    access: BREACH,
    handle: noticed,
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/simpan',
    access: HOLD,
    handle: (req) => retention(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/simpan', access: HOLD, handle: addHold }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/simpan/jatuh-tempo',
    access: ['retention.decide'],
    handle: decideDue,
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/simpan/:id/lepas', access: HOLD, handle: lift }),
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/simpan/daftar',
    access: ['processing.read'],
    handle: register,
  }),
]
