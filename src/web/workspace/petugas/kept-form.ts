/**
 * What somebody sent when the session was over already. It travels sealed in the sign-in page and comes back to the same
 * person; nothing of it is stored, and nobody else who signs in at that desk sees it.
 */
import { getCookie } from 'hono/cookie'
import { holderOfPastSession } from '#src/modules/accounts/index.ts'
import { openToken, sealToken } from '#src/platform/crypto/sealed-token.ts'
import { readForm } from '#src/web/form-values.ts'
import type { Req } from '#src/web/http.ts'
import { refuseForeignForms, sessionCookieName } from '#src/web/middleware/session.ts'

export type KeptForm = {
  readonly staffId: string
  readonly path: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Files cannot wait in a page. */
  readonly files: 'none' | 'left-out'
}

export type Kept = { readonly token: string } | { readonly lost: 'too-big' | 'not-kept' } | undefined

const HOURS_KEPT = 2
const MOST_CHARACTERS = 48_000
/** A secret is typed again. */
const SECRET = /password|again|current|ticket|code/

const use = (req: Req) => ({
  key: req.platform.keys.forms,
  purpose: 'form kept over sign-in',
  now: req.platform.clock(),
})

/** Undefined where nothing was sent. A form of another site is not kept: it would act in the name of whoever signs in. */
export async function keepForm(req: Req): Promise<Kept> {
  if (req.c.req.method !== 'POST') return undefined
  try {
    refuseForeignForms(req)
  } catch {
    return undefined
  }
  const token = getCookie(req.c, sessionCookieName(req))
  const staffId = token === undefined ? undefined : await holderOfPastSession(req.platform, token)
  if (staffId === undefined) return { lost: 'not-kept' }
  const read = await fieldsOf(req)
  if (read === undefined) return { lost: 'too-big' }
  const path = new URL(req.c.req.url).pathname
  const kept: KeptForm = { staffId, path, ...read }
  if (JSON.stringify(kept).length > MOST_CHARACTERS) return { lost: 'too-big' }
  return { token: sealToken(use(req), kept, HOURS_KEPT * 3600) }
}

async function fieldsOf(req: Req): Promise<Pick<KeptForm, 'fields' | 'files'> | undefined> {
  try {
    const { given } = await readForm(req)
    const data = await req.c.req.formData()
    const hasFile = [...data.values()].some((value) => typeof value !== 'string' && value.size > 0)
    return {
      fields: Object.fromEntries(Object.entries(given).filter(([name]) => !SECRET.test(name))),
      files: hasFile ? 'left-out' : 'none',
    }
  } catch {
    return undefined // larger than the route takes, or not a form
  }
}

/** What this person had sent; undefined for anybody else, and when it is too old. */
export function openKept(req: Req, token: string, staffId: string): KeptForm | undefined {
  const kept = token === '' ? undefined : openToken<KeptForm>(use(req), token)
  return kept?.staffId === staffId && /^(\/en)?\/kerja(\/|$)/.test(kept.path) ? kept : undefined
}
