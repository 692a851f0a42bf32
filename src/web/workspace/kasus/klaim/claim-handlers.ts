/**
 * How a claim sheet is opened and saved, whichever it is. Opening it opens the case, so it is recorded; saving is a
 * change of the case. A wrong field saves nothing.
 */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import type { ReadFacts } from '#src/domain/rulebook/facts/read-facts.ts'
import {
  findClaimSheet,
  keepClaimSheet,
  readCase,
  type CaseFile,
  type ClaimQuestion,
  type ClaimSheet,
  type ClaimValues,
} from '#src/modules/cases/index.ts'
import { StaleVersionError } from '#src/platform/errors.ts'
import { readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FieldProblem, StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, workFrame } from '../../casework.ts'
import { codeOf } from '../show-case.tsx'
import { problemsIn, problemsOfValues, stateOf, valuesIn } from './claim-form.ts'
import type { ClaimView, Difference } from './claim-parts.tsx'

export type ClaimKind = {
  readonly question: ClaimQuestion
  readonly path: '/bpjs' | '/biaya'
  readonly isField: (name: string) => boolean
  /** What the case already says. */
  readonly first: (file: CaseFile) => ClaimValues
  readonly facts: (values: ClaimValues) => ReadFacts
  readonly fieldOf: (path: string, values: ClaimValues) => string
  /** Choices that come from the case, by field. */
  readonly offered: (file: CaseFile) => Readonly<Record<string, readonly string[]>>
  /** What the facts cannot say for themselves, such as an amount for nothing. */
  readonly more: (values: ClaimValues) => readonly { readonly path: string; readonly code: string }[]
  readonly labelOf: (frame: StaffFrame, field: string) => string
  readonly draw: (frame: StaffFrame, view: ClaimView, sheet: Drawn) => JSX.Element | Promise<JSX.Element>
}

/** What the page is drawn from besides the form. */
export type Drawn = {
  readonly file: CaseFile
  readonly values: ClaimValues
  readonly read: ReadFacts
  readonly today: string
}

export function claimRoutes(kind: ClaimKind): readonly Route[] {
  const path = `/kerja/kasus/:kode${kind.path}` as const
  return [
    staffRoute({ method: 'get', path, access: ['case.read'], handle: (req) => open(req, kind) }),
    staffRoute({ method: 'post', path, access: ['case.write'], handle: (req) => save(req, kind) }),
  ]
}

type Opened = { readonly file: CaseFile; readonly sheet: ClaimSheet | undefined }

function openCase(req: StaffReq, kind: ClaimKind): Promise<Opened> {
  return asMe(req, async (ctx) => {
    const file = await readCase(ctx, codeOf(req), 'work', kind.question)
    return { file, sheet: await findClaimSheet(ctx, file.row.id, kind.question) }
  })
}

async function open(req: StaffReq, kind: ClaimKind): Promise<Response> {
  const opened = await openCase(req, kind)
  const values = opened.sheet?.values ?? kind.first(opened.file)
  return show(req, kind, { opened, values, problems: problemsOf(req, kind, opened.file, values) })
}

async function save(req: StaffReq, kind: ClaimKind): Promise<Response> {
  const opened = await openCase(req, kind)
  const form = await readForm(req)
  const values = { ...hiddenNow(opened.sheet, form.given), ...valuesIn(form, kind.isField) }
  const problems = problemsOf(req, kind, opened.file, values)
  const version = Number(form.one('version'))
  if (problems.length > 0) return show(req, kind, { opened, values, problems, version, status: 422 })
  const { code } = opened.file.row
  try {
    await asMe(req, (ctx) => keepClaimSheet(ctx, { code, question: kind.question, version, values }))
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error
    const stored = error.current as ClaimSheet | undefined
    return show(req, kind, { opened: { ...opened, sheet: stored }, values, problems, status: 409 })
  }
  return seeOther(req, `/kerja/kasus/${code}${kind.path}?kabar=disimpan`)
}

/** Papers that this event does not ask for stay ticked for the day it is another. */
function hiddenNow(
  sheet: ClaimSheet | undefined,
  given: Readonly<Record<string, readonly string[]>>,
): ClaimValues {
  return Object.fromEntries(
    Object.entries(sheet?.values ?? {}).filter(([name]) => name.startsWith('surat-') && !(name in given)),
  )
}

function problemsOf(
  req: StaffReq,
  kind: ClaimKind,
  file: CaseFile,
  values: ClaimValues,
): readonly FieldProblem[] {
  const read = kind.facts(values)
  const words = req.t.kerjaKlaim.fault
  const found = [
    ...problemsOfValues(req.t, values, kind.offered(file)),
    ...kind.more(values).map(({ path, code }) => ({ path, message: words[code] ?? words['general'] ?? '' })),
    ...(read.kind === 'faults' ? problemsIn(req.t, read.faults, (path) => kind.fieldOf(path, values)) : []),
  ]
  return found.filter((each, at) => found.findIndex((other) => other.path === each.path) === at)
}

type Shown = {
  readonly opened: Opened
  readonly values: ClaimValues
  readonly problems: readonly FieldProblem[]
  readonly version?: number
  readonly status?: 409 | 422
}

function show(req: StaffReq, kind: ClaimKind, shown: Shown): Promise<Response> {
  const { values, problems, opened, status } = shown
  const { file, sheet } = opened
  const frame = workFrame(req)
  const writes = permissionsOf(req.who.actor.roles.filter(isRole)).has('case.write')
  const view: ClaimView = {
    code: file.row.code,
    form: stateOf(values, problems),
    version: shown.version ?? sheet?.version ?? 0,
    ...(sheet && { kept: { by: sheet.by, at: sheet.changedAt } }),
    ...(status === 409 && { differences: differencesOf(frame, kind, values, sheet?.values ?? {}) }),
    mayWrite: writes ? 'write' : 'read',
  }
  req.c.header('cache-control', 'no-store')
  const today = frame.now.toISOString().slice(0, 10)
  const drawn = kind.draw(frame, view, { file, values, read: kind.facts(values), today })
  return page(req, drawn, status ?? 200)
}

function differencesOf(
  frame: StaffFrame,
  kind: ClaimKind,
  typed: ClaimValues,
  stored: ClaimValues,
): readonly Difference[] {
  const inWords = (values: readonly string[] | undefined) => values?.join(', ') ?? frame.t.kerjaKlaim.empty
  return [...new Set([...Object.keys(stored), ...Object.keys(typed)])]
    .map((field) => ({
      label: kind.labelOf(frame, field),
      stored: inWords(stored[field]),
      typed: inWords(typed[field]),
    }))
    .filter((each) => each.stored !== each.typed)
}
