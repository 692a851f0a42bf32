/** Letters of a case: nothing is stored, so a look and a file are both answers to the same form. */
import {
  LETTER_KINDS,
  LETTER_LANGUAGES,
  POWERS,
  type Letter,
  type LetterKind,
} from '#src/domain/letters/letter.ts'
import {
  drawLetter,
  LETTER_FORMATS,
  openForLetter,
  recordLetter,
  type LetterCase,
  type LetterFormat,
} from '#src/modules/letters/index.ts'
import { listOrgs, listReferralsOfCase, openReferral, type OrgRow } from '#src/modules/referrals/index.ts'
import { findClaimSheet } from '#src/modules/cases/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { loadRulebook } from '#src/platform/rulebook.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { textsFor } from '#src/texts/texts.ts'
import { formState, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, countryOptions, oneOf, workFrame } from '../casework.ts'
import { refundForm } from '../kasus/biaya/refund-form.ts'
import { knowing } from '../kasus/case-change-routes.tsx'
import { codeOf } from '../kasus/show-case.tsx'
import { orgName, sheetOf } from '../rujukan/sheet-view.ts'
import { authorityLetter, chronologyLetter, referralLetter, requestLetter } from './case-letters.ts'
import type { LetterChoices } from './letter-fields.tsx'
import { LetterPage } from './letter-page.tsx'
import type { Making } from './letter-parts.ts'
import { refundLetter, wagesLetter } from './money-letters.ts'

async function choose(req: StaffReq): Promise<Response> {
  const kind = oneOf(LETTER_KINDS, req.c.req.query('jenis'))
  const view = await asMe(req, async (ctx) => {
    const opened = await openForLetter(ctx, codeOf(req), 'work')
    const first = firstForm(req, opened)
    const sheet =
      kind === 'refund' && req.c.req.query('dari') === 'biaya'
        ? await findClaimSheet(ctx, opened.file.row.id, 'placement-cost')
        : undefined
    const claim = sheet
      ? refundForm(
          req.t,
          sheet.values,
          req.platform.clock().toISOString().slice(0, 10),
          req.c.req.query('uang'),
        )
      : {}
    return {
      choices: await choicesOf(ctx, req, opened),
      form: { ...first, values: { ...first.values, ...claim } },
    }
  })
  return show(req, { kind, ...view })
}

type Shown = {
  readonly kind: LetterKind
  readonly choices: LetterChoices
  readonly form: FormState
  readonly letter?: Letter
}

function show(req: StaffReq, shown: Shown, status: 200 | 422 = 200): Promise<Response> {
  req.c.header('cache-control', 'no-store')
  return page(req, <LetterPage frame={workFrame(req)} view={{ code: codeOf(req), ...shown }} />, status)
}

async function make(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const kind = oneOf(LETTER_KINDS, form.one('jenis'))
  const format = LETTER_FORMATS.find((each) => each === form.one('cara'))
  const made = await asMe(req, async (ctx) => {
    const opened = await openForLetter(ctx, codeOf(req), format ? 'export' : 'work')
    const choices = await choicesOf(ctx, req, opened)
    try {
      const letter = await compose(ctx, req, { kind, form, opened })
      if (format) await recordLetter(ctx, opened.file.row.id, { kind, language: letter.language, format })
      return { kind: 'letter' as const, letter, choices }
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error
      return { kind: 'problems' as const, problems: error.problems, choices }
    }
  })
  if (made.kind === 'letter' && format) return download(req, made.letter, format)
  if (made.kind === 'letter')
    return show(req, { kind, choices: made.choices, form: formState(form, []), letter: made.letter })
  const words = req.t.suratLayar.problem
  const problems = inWords(made.problems, words, words.unknownChoice)
  return show(req, { kind, choices: made.choices, form: formState(form, problems) }, 422)
}

const MEDIA_TYPE: Readonly<Record<LetterFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The name of the file says the day and nothing about the person, the case or the kind. */
async function download(req: StaffReq, letter: Letter, format: LetterFormat): Promise<Response> {
  const now = req.platform.clock()
  const bytes = await drawLetter(letter, format, now)
  return req.c.body(new Uint8Array(bytes), 200, {
    'content-type': MEDIA_TYPE[format],
    'content-disposition': `attachment; filename="surat-${now.toISOString().slice(0, 10)}.${format}"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

type Asked = { readonly kind: LetterKind; readonly form: FormValues; readonly opened: LetterCase }

async function compose(ctx: StaffContext, req: StaffReq, { kind, form, opened }: Asked): Promise<Letter> {
  const lang = oneOf(LETTER_LANGUAGES, form.one('bahasa'))
  const frame: StaffFrame = { ...workFrame(req), t: textsFor(lang), lang }
  const orgs = await listOrgs(ctx)
  const safe = <T,>(value: T): T => opened.safe(value, frame.t.suratIsi.safeHouse)
  const making: Making = {
    t: frame.t,
    lang,
    zone: frame.zone,
    now: frame.now,
    body: orgName(
      frame,
      orgs.find((org) => org.id === ctx.actor.orgId),
    ),
    officer: req.who.name,
    facts: opened.facts,
    form,
    to: recipientOf(frame, form, orgs),
  }
  if (kind === 'referral') return referralSheet(ctx, making, frame, opened)
  return safe(MAKE[kind](making))
}

const MAKE: Readonly<Record<Exclude<LetterKind, 'referral'>, (making: Making) => Letter>> = {
  chronology: chronologyLetter,
  authority: authorityLetter,
  request: requestLetter,
  refund: (making) => refundLetter(making, loadRulebook()),
  wages: (making) => wagesLetter(making, loadRulebook()),
}

/** Of this case only: a referral that this reader may open elsewhere is no choice here. */
async function referralSheet(
  ctx: StaffContext,
  making: Making,
  frame: StaffFrame,
  opened: LetterCase,
): Promise<Letter> {
  const rows = await listReferralsOfCase(ctx, opened.file.row.id)
  const row = rows.find((each) => each.code === making.form.one('rujukan'))
  const pack = row && (await openReferral(ctx, row.id)).pack
  if (!pack) throw new InvalidInputError([{ path: 'rujukan', code: 'unknownChoice' }])
  return referralLetter({ ...making, to: [pack.to] }, sheetOf(frame, pack))
}

const LONGEST_ADDRESS = 600

function recipientOf(frame: StaffFrame, form: FormValues, orgs: readonly OrgRow[]): readonly string[] {
  const org = orgs.find((each) => each.id === form.one('lembaga'))
  const typed = form.one('kepada')
  if (typed.length > LONGEST_ADDRESS) throw new InvalidInputError([{ path: 'kepada', code: 'long' }])
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return org ? [orgName(frame, org), ...lines] : lines
}

async function choicesOf(
  ctx: StaffContext,
  req: StaffReq,
  { facts, file }: LetterCase,
): Promise<LetterChoices> {
  const roles: Readonly<Record<string, string>> = req.t.kerjaKode.role
  const orgs = await listOrgs(ctx)
  return {
    persons: facts.persons.map((person) => ({
      value: person.id,
      label: `${person.name || req.t.kerjaUmum.unknown} (${person.roles.map((role) => roles[role]).join(', ')})`,
    })),
    events: facts.timeline.map((entry) => ({
      value: entry.id,
      label: [
        entry.date === undefined ? entry.dateWords : formatPartialDate(entry.date, req.lang),
        entry.text.slice(0, 90),
      ]
        .filter((part) => part !== '')
        .join(': '),
    })),
    bodies: orgs
      .filter((org) => org.id !== ctx.actor.orgId)
      .map((org) => ({ value: org.id, label: orgName({ ...workFrame(req) }, org) })),
    referrals: (await listReferralsOfCase(ctx, file.row.id)).map((row) => ({
      value: row.code,
      label: row.code,
    })),
    countries: countryOptions(req.lang),
  }
}

/** What stands in the form at first: the whole timeline, the least about the person. */
function firstForm(req: StaffReq, { facts }: LetterCase): FormState {
  const concerned = facts.persons.find((each) => each.roles.includes('concerned'))?.id ?? ''
  return {
    values: {
      bahasa: req.lang,
      orang: concerned,
      pemberi: concerned,
      sebut: ['born'],
      kejadian: facts.timeline.map((entry) => entry.id),
      bagian: ['evidence'],
      'kuasa-nama': req.who.name,
      'kuasa-lembaga': req.who.org.name,
      wewenang: POWERS.slice(0, 2),
      'mata-uang': 'IDR',
      hari: '14',
      negara: facts.country ?? '',
    },
    problems: [],
  }
}

const PATH = '/kerja/kasus/:kode/dokumen/surat'

export const letterRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['case.write'], handle: knowing(choose) }),
  staffRoute({ method: 'post', path: PATH, access: ['case.write'], handle: knowing(make) }),
]
