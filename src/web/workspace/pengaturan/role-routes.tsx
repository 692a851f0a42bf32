import { isRole, type Role } from '#src/domain/disclosure/roles.ts'
import {
  decideRole,
  endRole,
  listOpenRolesOf,
  listPeople,
  listRoleChangesFor,
  readReasons,
  requestRole,
  type RoleChange,
} from '#src/modules/accounts/index.ts'
import { asStaff, runAs, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formState, idParam, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState, NoticeView } from '#src/web/ui/staff/frame.ts'
import { frameOf } from '../staff-frame.ts'
import { RolesPage, type RoleChangeRow, type RolesView } from './role-pages.tsx'
import { refusal, tryForm } from './try-form.ts'

const WHO = ['role.propose', 'role.confirm'] as const

type Words = StaffReq['t']['kerjaAkun']['changes']

function stateOf(change: RoleChange): RoleChangeRow['state'] {
  if (change.endedAt) return 'ended'
  if (change.refusedAt) return 'refused'
  return change.confirmedAt ? 'given' : 'waiting'
}

/** For the roles page and for Today. */
export function roleChangeRow(change: RoleChange, words: Words): RoleChangeRow {
  return {
    person: change.staffName ?? words.otherOrg(change.orgName),
    role: change.role as Role,
    state: stateOf(change),
    by: change.requestedByName ?? (change.requestedBy ? words.otherOrg(change.orgName) : words.machine),
    second: change.confirmedByName ?? undefined,
    at: change.endedAt ?? change.refusedAt ?? change.confirmedAt ?? change.createdAt,
  }
}

async function readRoles(ctx: StaffContext, words: Words): Promise<Omit<RolesView, 'form'>> {
  const me = ctx.actor.staffId
  const changes = (await listRoleChangesFor(ctx)).filter((change) => isRole(change.role))
  const waiting = changes.filter((change) => stateOf(change) === 'waiting')
  const reasons = await readReasons(ctx, waiting)
  const people = await listPeople(ctx, ctx.actor.orgId)
  return {
    requests: waiting.map((change) => ({
      id: change.id,
      person: change.staffName ?? words.otherOrg(change.orgName),
      role: change.role as Role,
      change: 'give',
      why: reasons.get(change.id) ?? '',
      by: change.requestedByName ?? words.otherOrg(change.orgName),
      at: change.createdAt,
      own: change.requestedBy === me || change.staffId === me ? 'own' : undefined,
    })),
    changes: changes.map((change) => roleChangeRow(change, words)),
    people: people
      .filter((person) => person.state !== 'closed' && person.id !== me)
      .map((person) => ({ value: person.id, label: person.displayName })),
  }
}

type Shown = { readonly form?: FormState; readonly flash?: NoticeView; readonly status?: 200 | 422 }

async function rolesPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const view = await runAs(req.platform, req.who.actor, (ctx) =>
    readRoles(asStaff(ctx), req.t.kerjaAkun.changes),
  )
  const form = shown.form ?? { values: { change: 'give' }, problems: [] }
  return page(
    req,
    <RolesPage frame={frameOf(req, { flash: shown.flash })} view={{ ...view, form }} />,
    shown.status ?? 200,
  )
}

async function change(ctx: StaffContext, form: FormValues): Promise<'asked' | 'taken'> {
  const [staffId, role] = [form.one('person'), form.one('role')]
  if (!/^[0-9a-f-]{36}$/.test(staffId)) throw new InvalidInputError([{ path: 'person', code: 'role.person' }])
  if (form.one('change') !== 'take') {
    await requestRole(ctx, { staffId, role, why: form.one('why') })
    return 'asked'
  }
  const row = (await listOpenRolesOf(ctx, staffId)).find((open) => open.role === role)
  if (!row) throw new InvalidInputError([{ path: 'role', code: 'role.not-held' }])
  await endRole(ctx, row.id)
  return 'taken'
}

async function ask(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const tried = await tryForm(req, 'role', () =>
    runAs(req.platform, req.who.actor, (ctx) => change(asStaff(ctx), form)),
  )
  if ('problems' in tried) return rolesPage(req, { form: formState(form, tried.problems), status: 422 })
  return rolesPage(req, { flash: { kind: 'good', lead: req.t.kerjaAkun.roleDone[tried.done] } })
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const verdict = form.one('hasil') === 'setuju' ? 'confirm' : 'refuse'
  const id = idParam(req)
  const tried = await tryForm(req, 'role', () =>
    runAs(req.platform, req.who.actor, (ctx) => decideRole(asStaff(ctx), { id, verdict })),
  )
  if ('problems' in tried) return rolesPage(req, { flash: refusal(tried.problems), status: 422 })
  const words = req.t.kerjaAkun.roleDone
  return rolesPage(req, {
    flash: { kind: 'good', lead: verdict === 'confirm' ? words.confirmed : words.refused },
  })
}

export const roleRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/peran',
    access: WHO,
    handle: (req) => rolesPage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/peran', access: WHO, handle: ask }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/peran/:id', access: WHO, handle: decide }),
]
