import { isRole } from '#src/domain/disclosure/roles.ts'
import {
  addPasskey,
  changeLanguage,
  changePassword,
  offerPasskey,
  readOwnAccount,
  removePasskey,
} from '#src/modules/accounts/index.ts'
import { asStaff, runAs, type StaffContext } from '#src/platform/db/context.ts'
import { readForm } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { passkeyScript } from '#src/web/ui/staff/assets.ts'
import type { FieldProblem } from '#src/web/ui/staff/frame.ts'
import { tryForm, type Tried } from '../pengaturan/try-form.ts'
import { frameOf } from '../staff-frame.ts'
import { OwnPage, type OwnView } from './own-page.tsx'

async function ownPage(
  req: StaffReq,
  shown: { readonly done?: string; readonly problems?: readonly FieldProblem[] } = {},
): Promise<Response> {
  const { account, options } = await runAs(req.platform, req.who.actor, async (ctx) => {
    const staff = asStaff(ctx)
    return { account: await readOwnAccount(staff), options: await offerPasskey(staff) }
  })
  const view: OwnView = {
    signInName: account.person.signInName,
    roles: req.who.actor.roles.filter(isRole),
    passkeys: account.passkeys.map((key) => ({
      id: key.id,
      label: key.label,
      madeAt: key.createdAt,
      usedAt: key.lastUsedAt ?? undefined,
    })),
    newPasskey: { options, script: passkeyScript().path },
    form: { values: { language: account.person.language }, problems: shown.problems ?? [] },
  }
  const flash = shown.done === undefined ? undefined : { kind: 'good' as const, lead: shown.done }
  return page(req, <OwnPage frame={frameOf(req, { flash })} view={view} />, shown.problems ? 422 : 200)
}

function answer(req: StaffReq, tried: Tried<unknown>, done: string): Promise<Response> {
  return 'problems' in tried ? ownPage(req, { problems: tried.problems }) : ownPage(req, { done })
}

function asMe<T>(req: StaffReq, work: (ctx: StaffContext) => Promise<T>): Promise<Tried<T>> {
  return tryForm(req, 'label', () => runAs(req.platform, req.who.actor, (ctx) => work(asStaff(ctx))))
}

async function setPassword(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const { visitor } = req
  const { actor, sessionHash } = req.who
  const input = {
    current: form.one('current'),
    password: form.one('password'),
    again: form.one('again'),
    visitor,
    sessionHash,
  }
  const tried = await tryForm(req, 'current', () => changePassword(req.platform, actor, input))
  return answer(req, tried, req.t.kerjaAkun.own.passwordDone)
}

async function setLanguage(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const tried = await asMe(req, (ctx) => changeLanguage(ctx, form.one('language') === 'en' ? 'en' : 'id'))
  return answer(req, tried, req.t.kerjaAkun.own.languageDone)
}

async function newPasskey(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const tried = await asMe(req, (ctx) =>
    addPasskey(ctx, { answer: form.one('jawaban'), label: form.one('label') }),
  )
  const moved =
    'problems' in tried
      ? { problems: tried.problems.map((problem) => ({ ...problem, path: 'label' })) }
      : tried
  return answer(req, moved, req.t.kerjaAkun.own.passkeyAdded)
}

async function dropPasskey(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const tried = await asMe(req, (ctx) => removePasskey(ctx, form.one('id')))
  return answer(req, tried, req.t.kerjaAkun.own.passkeyRemoved)
}

export const ownRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/saya', access: 'signed-in', handle: (req) => ownPage(req) }),
  staffRoute({ method: 'post', path: '/kerja/saya/sandi', access: 'signed-in', handle: setPassword }),
  staffRoute({ method: 'post', path: '/kerja/saya/bahasa', access: 'signed-in', handle: setLanguage }),
  staffRoute({ method: 'post', path: '/kerja/saya/kunci-sandi', access: 'signed-in', handle: newPasskey }),
  staffRoute({
    method: 'post',
    path: '/kerja/saya/kunci-sandi/hapus',
    access: 'signed-in',
    handle: dropPasskey,
  }),
]
