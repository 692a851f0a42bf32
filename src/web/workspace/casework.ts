/** What the rooms of case work share: running as the signed-in person, errors in words, names of places, the flash. */
import { isId } from '#src/platform/ids.ts'
import { isWorkplaceAbroad } from '#src/domain/rulebook/facts/country-codes.ts'
import { runAs, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotAllowedError, RefusedError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import type { Option } from '#src/web/ui/staff/form.tsx'
import type { FieldProblem, NoticeView, StaffFrame } from '#src/web/ui/staff/frame.ts'
import type { Lang } from '#src/web/ui/href.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { StaffReq } from '../http.ts'
import { frameOf, type FrameExtras } from './staff-frame.ts'

/** One transaction as the signed-in person. */
export function asMe<T>(req: StaffReq, work: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return runAs(req.platform, req.who.actor, (ctx) => work(ctx as StaffContext))
}

/** The frame with what the last action did (`?kabar=…`). */
export function workFrame(req: StaffReq, extras: FrameExtras = {}): StaffFrame {
  const code = req.c.req.query('kabar')
  const lead = code === undefined ? undefined : req.t.kerjaKabar.done[code]
  const flash: NoticeView | undefined = lead === undefined ? undefined : { kind: 'good', lead }
  return frameOf(req, { ...(flash && { flash }), ...extras })
}

/** What is wrong, at its field and in words; other errors go to the error page. */
export function problemsOf(req: StaffReq, error: unknown, anywhere = ''): readonly FieldProblem[] {
  const words = req.t.kerjaKabar
  if (error instanceof InvalidInputError)
    return error.problems.map((problem) => ({
      path: problem.path,
      message: words.problem[problem.code] ?? words.problemOther,
    }))
  if (error instanceof RefusedError || error instanceof NotAllowedError)
    return [{ path: anywhere, message: words.refused[error.code] ?? words.refusedOther }]
  throw error
}

export function countryName(lang: Lang, iso: string | null | undefined, t: Texts): string {
  if (!iso) return t.kerjaKabar.placeUnknown
  return loadReference().countryNames.find((country) => country.iso === iso)?.[lang] ?? iso
}

export function countryOptions(lang: Lang): readonly Option[] {
  return loadReference()
    .countryNames.map((country) => ({ value: country.iso, label: country[lang] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
}

/** Where the question is the country of work abroad. */
export function workplaceOptions(lang: Lang): readonly Option[] {
  return countryOptions(lang).filter(({ value }) => isWorkplaceAbroad(value))
}

/** A page number from the address, from 0. */
export function pageOf(req: StaffReq): number {
  const asked = Number(req.c.req.query('hal') ?? '1')
  return Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked - 1 : 0
}

/** The same list on another page; the other parts of the address stay. */
export function pageHref(req: StaffReq, page: number): string {
  const url = new URL(req.c.req.url)
  url.searchParams.delete('kabar')
  url.searchParams.set('hal', String(page + 1))
  return `${url.pathname}${url.search}`
}

/** One of the known codes, or the first. */
export function oneOf<T extends string>(codes: readonly T[], asked: string | undefined): T {
  return codes.find((code) => code === asked) ?? (codes[0] as T)
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** An id from a form: empty stays empty, what is no id is the id of nothing. */
export function idIn(text: string): string {
  return text === '' || isId(text) ? text : NOBODY
}
