import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import {
  completeSetUp,
  currentSession,
  finishSignIn,
  readSetUp,
  signOut,
  startSignIn,
  type SecondProof,
  type SecondStep,
} from '#src/modules/accounts/index.ts'
import { InvalidInputError, NotFoundError } from '#src/platform/errors.ts'
import { formState, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { qrPicture } from '#src/web/ui/qr-picture.ts'
import { page, publicRoute, type Req, type Route } from '#src/web/http.ts'
import { refuseForeignForms, sessionCookieName } from '#src/web/middleware/session.ts'
import { passkeyScript } from '#src/web/ui/staff/assets.ts'
import { EMPTY_FORM, type FieldProblem } from '#src/web/ui/staff/frame.ts'
import { href } from '#src/web/ui/href.ts'
import { keepForm, openKept, type Kept } from './kept-form.ts'
import { ResumePage } from './resume-page.tsx'
import { LinkOverPage, SetUpPage } from './set-up-page.tsx'
import { SecondStepPage, SignInPage, type GateFrame, type SignInView } from './sign-in-page.tsx'

const frameOf = (req: Req): GateFrame => ({ t: req.t, lang: req.lang, demo: req.platform.config.demo })

/** Only a place of our own workspace: never another site, never a scheme. */
function safeNext(text: string | undefined): string | undefined {
  return text !== undefined && /^(\/en)?\/kerja([/?][\w\-./?=&%]*)?$/.test(text) && !text.includes('//')
    ? text
    : undefined
}

function signInPage(req: Req, view: SignInView, status: 200 | 401 | 422 | 429): Promise<Response> {
  return page(req, <SignInPage frame={frameOf(req)} view={view} />, status)
}

/** Any workspace address without a session: the sign-in page, which remembers where to go and what was sent. */
export async function signInAgain(req: Req): Promise<Response> {
  const url = new URL(req.c.req.url)
  const next = req.c.req.method === 'GET' ? safeNext(`${url.pathname}${url.search}`) : undefined
  const had = getCookie(req.c, sessionCookieName(req)) !== undefined
  return signInPage(
    req,
    { form: EMPTY_FORM, next, kept: await keepForm(req), why: had ? 'expired' : undefined },
    401,
  )
}

function tooMany(req: Req, seconds: number, path: string): readonly FieldProblem[] {
  req.c.header('retry-after', String(seconds))
  const words = req.t.kerjaPetugas
  return [{ path, message: words.tooMany(words.tooManyWhen(Math.ceil(seconds / 60))) }]
}

/** The sealed form on its way through the steps. */
function keptIn(form: FormValues): Kept {
  const token = form.one('simpanan')
  return token === '' ? undefined : { token }
}

async function firstStep(req: Req): Promise<Response> {
  refuseForeignForms(req)
  const form = await readForm(req)
  const next = safeNext(form.one('next'))
  const result = await startSignIn(req.platform, {
    name: form.one('name'),
    password: form.one('password'),
    visitor: req.visitor,
  })
  if (result.kind === 'second-step') return secondStepPage(req, result.step, { form, next, status: 200 })
  if (result.kind === 'too-many')
    return signInPage(
      req,
      { form: formState(form, tooMany(req, result.retryAfterSeconds, 'name')), next, kept: keptIn(form) },
      429,
    )
  return signInPage(
    req,
    {
      form: formState(form, [{ path: 'name', message: req.t.kerjaPetugas.wrong }]),
      next,
      kept: keptIn(form),
    },
    422,
  )
}

type StepState = {
  readonly form: FormValues
  readonly next: string | undefined
  readonly status: 200 | 422 | 429
  readonly problems?: readonly FieldProblem[]
  readonly passkeyFailed?: 'failed'
}

function secondStepPage(req: Req, step: SecondStep, state: StepState): Promise<Response> {
  const view = {
    form: { values: {}, problems: state.problems ?? [] },
    ticket: step.ticket,
    next: state.next,
    kept: keptIn(state.form),
    demoCode: step.demoCode,
    passkey:
      step.passkeyOptions === undefined
        ? undefined
        : { options: step.passkeyOptions, script: passkeyScript().path, failed: state.passkeyFailed },
  }
  return page(req, <SecondStepPage frame={frameOf(req)} view={view} />, state.status)
}

async function secondStep(req: Req, kind: SecondProof['kind']): Promise<Response> {
  refuseForeignForms(req)
  const form = await readForm(req)
  const next = safeNext(form.one('next'))
  const proof = kind === 'totp' ? { kind, code: form.one('code') } : { kind, answer: form.one('jawaban') }
  const ticket = form.one('ticket')
  const result = await finishSignIn(req.platform, { ticket, proof, visitor: req.visitor })
  switch (result.kind) {
    case 'signed-in':
      setCookie(req.c, sessionCookieName(req), result.token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure: req.platform.config.url.startsWith('https://'),
      })
      return (
        (await resume(req, form, result.token)) ??
        req.c.redirect(next ?? href(result.language, '/kerja'), 303)
      )
    case 'refused':
      return secondStepPage(req, result.step, {
        form,
        next,
        status: 422,
        ...(kind === 'totp'
          ? { problems: [{ path: 'code', message: req.t.kerjaPetugas.wrongCode }] }
          : { passkeyFailed: 'failed' }),
      })
    case 'too-many':
      return secondStepPage(
        req,
        { ticket },
        { form, next, status: 429, problems: tooMany(req, result.retryAfterSeconds, 'code') },
      )
    case 'start-over':
      return signInPage(req, { form: EMPTY_FORM, next, kept: keptIn(form), why: 'expired' }, 401)
  }
}

/** The same person again: what was sent before is shown once more, ready to be sent. Anybody else gets nothing of it. */
async function resume(req: Req, form: FormValues, token: string): Promise<Response | undefined> {
  const sealed = form.one('simpanan')
  const session = sealed === '' ? undefined : await currentSession(req.platform, token, req.lang)
  const kept = session && openKept(req, sealed, session.actor.staffId)
  return kept && page(req, <ResumePage frame={frameOf(req)} kept={kept} />)
}

async function leave(req: Req): Promise<Response> {
  refuseForeignForms(req)
  const token = getCookie(req.c, sessionCookieName(req))
  const session = token ? await currentSession(req.platform, token, req.lang) : undefined
  if (session)
    await signOut(req.platform, {
      sessionHash: session.sessionHash,
      staffId: session.actor.staffId,
      orgId: session.actor.orgId,
    })
  deleteCookie(req.c, sessionCookieName(req), {
    path: '/',
    secure: req.platform.config.url.startsWith('https://'),
  })
  req.c.header('clear-site-data', '"cache", "storage"')
  return signInPage(req, { form: EMPTY_FORM, why: 'signed-out' }, 200)
}

async function setUpPage(req: Req, token: string, problems: readonly FieldProblem[]): Promise<Response> {
  const setUp = await readSetUp(req.platform, token)
  const view = { ...setUp, token, picture: qrPicture(setUp.totpAddress), form: { values: {}, problems } }
  return page(req, <SetUpPage frame={frameOf(req)} view={view} />, problems.length > 0 ? 422 : 200)
}

async function orLinkOver(req: Req, answer: Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof NotFoundError) return page(req, <LinkOverPage frame={frameOf(req)} />, 404)
    throw error
  }
}

async function setUp(req: Req): Promise<Response> {
  refuseForeignForms(req)
  const form = await readForm(req)
  const token = form.one('token')
  try {
    await completeSetUp(req.platform, {
      token,
      password: form.one('password'),
      again: form.one('again'),
      code: form.one('code'),
    })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const words = req.t.kerjaPetugas
    return setUpPage(req, token, inWords(error.problems, words.problem, words.general))
  }
  return signInPage(req, { form: EMPTY_FORM, why: 'set-up' }, 200)
}

/** The gate: everything before a session. */
export const signInRoutes: readonly Route[] = [
  publicRoute({
    method: 'get',
    path: '/petugas',
    access: 'public',
    handle: (req) => signInPage(req, { form: EMPTY_FORM }, 200),
  }),
  publicRoute({ method: 'post', path: '/petugas', access: 'public', handle: firstStep }),
  publicRoute({
    method: 'post',
    path: '/petugas/langkah-kedua',
    access: 'public',
    handle: (req) => secondStep(req, 'totp'),
  }),
  publicRoute({
    method: 'post',
    path: '/petugas/kunci-sandi',
    access: 'public',
    handle: (req) => secondStep(req, 'passkey'),
  }),
  publicRoute({ method: 'post', path: '/petugas/keluar', access: 'public', handle: leave }),
  publicRoute({
    method: 'get',
    path: '/petugas/pasang/:token',
    access: 'public',
    handle: (req) => orLinkOver(req, setUpPage(req, req.c.req.param('token') ?? '', [])),
  }),
  publicRoute({
    method: 'post',
    path: '/petugas/pasang',
    access: 'public',
    handle: (req) => orLinkOver(req, setUp(req)),
  }),
]
