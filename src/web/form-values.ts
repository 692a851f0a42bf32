import { isId } from '#src/platform/ids.ts'
import { NotFoundError, type Problem } from '#src/platform/errors.ts'
import type { FieldProblem, FormState } from '#src/web/ui/staff/frame.ts'
import type { Req } from './http.ts'

/** The text fields of a posted form, trimmed; a field that comes several times keeps all its values. */
export type FormValues = {
  one(name: string): string
  all(name: string): readonly string[]
  readonly given: Readonly<Record<string, readonly string[]>>
}

export async function readForm(req: Req): Promise<FormValues> {
  const data = await req.c.req.formData()
  const given: Record<string, string[]> = Object.create(null)
  for (const [name, value] of data.entries())
    if (typeof value === 'string') (given[name] ??= []).push(value.trim())
  return { given, one: (name) => given[name]?.[0] ?? '', all: (name) => given[name] ?? [] }
}

/** What was typed and what is wrong with it; passwords are never given back. */
export function formState(form: FormValues, problems: readonly FieldProblem[]): FormState {
  const values = Object.fromEntries(
    Object.entries(form.given).filter(([name]) => !/password|again|current/.test(name)),
  )
  return { values, problems }
}

/** Codes into words; a code without words is a mistake of ours and shows as the general sentence. */
export function inWords(
  problems: readonly Problem[],
  words: Readonly<Record<string, string>>,
  general: string,
): readonly FieldProblem[] {
  return problems.map((problem) => ({ path: problem.path, message: words[problem.code] ?? general }))
}

/** An id out of the address; anything else is an address that does not exist. */
export function idParam(req: Req, name = 'id'): string {
  const id = req.c.req.param(name) ?? ''
  if (!isId(id)) throw new NotFoundError('page.not-found')
  return id
}
