import { isRole } from '#src/domain/disclosure/roles.ts'
import {
  closeAccount,
  getPerson,
  inviteStaff,
  listOpenRolesIn,
  listOrganisations,
  listPeople,
  renewSetUpLink,
  type Invited,
  type Person,
  type RoleRow,
} from '#src/modules/accounts/index.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { asStaff, runAs, type StaffContext } from '#src/platform/db/context.ts'
import { formState, idParam, readForm } from '#src/web/form-values.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, type FormState, type NoticeView } from '#src/web/ui/staff/frame.ts'
import { frameOf } from '../staff-frame.ts'
import { LinkPage } from './link-page.tsx'
import { AccountsPage, type AccountsView } from './people-pages.tsx'
import { refusal, tryForm } from './try-form.ts'

const TAKES_CASES = ['intake-officer', 'caseworker', 'supervisor']

/** The administrator of the installation may look at any body; everybody else at the own one. */
function orgOf(req: StaffReq, wanted: string | undefined): string {
  return wanted && req.who.actor.roles.includes('installation-admin') ? wanted : req.who.actor.orgId
}

function rowOf(person: Person, roles: readonly RoleRow[], me: string): AccountsView['rows'][number] {
  return {
    id: person.id,
    name: person.displayName,
    email: `${person.signInName}, ${person.email}`,
    org: person.orgName,
    roles: roles.flatMap((row) =>
      row.staffId === person.id && row.confirmedAt && isRole(row.role) ? [row.role] : [],
    ),
    state: person.state === 'active' ? 'active' : person.state === 'invited' ? 'invited' : 'closed',
    lastAt: person.lastAt ?? undefined,
    own: person.id === me ? 'own' : undefined,
  }
}

async function readAccounts(
  ctx: StaffContext,
  req: StaffReq,
  orgId: string,
): Promise<Omit<AccountsView, 'form'>> {
  const people = await listPeople(ctx, orgId)
  const roles = await listOpenRolesIn(ctx, orgId)
  const orgs = (await listOrganisations(ctx)).filter(
    (org) => org.id === orgId || orgOf(req, org.id) === org.id,
  )
  await writeAudit(ctx, { verb: 'account.listed', subjectKind: 'organisation', subjectId: orgId })
  const takes = (id: string): boolean =>
    roles.some((row) => row.staffId === id && row.confirmedAt !== null && TAKES_CASES.includes(row.role))
  return {
    rows: people.map((person) => rowOf(person, roles, ctx.actor.staffId)),
    orgs: orgs.map((org) => ({ value: org.id, label: org.shortName })),
    heirs: people
      .filter((person) => person.state === 'active' && takes(person.id))
      .map((person) => ({ value: person.id, label: person.displayName })),
  }
}

type Shown = {
  readonly form?: FormState
  readonly flash?: NoticeView
  readonly orgId?: string
  readonly status?: 200 | 422
}

async function accountsPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const orgId = orgOf(req, shown.orgId ?? req.c.req.query('organisasi'))
  const view = await runAs(req.platform, req.who.actor, (ctx) => readAccounts(asStaff(ctx), req, orgId))
  const form = shown.form ?? { values: { org: orgId, language: 'id' }, problems: [] }
  return page(
    req,
    <AccountsPage frame={frameOf(req, { flash: shown.flash })} view={{ ...view, form }} />,
    shown.status ?? 200,
  )
}

function linkPage(req: StaffReq, invited: Invited, person: Person): Promise<Response> {
  const lang = person.language === 'en' ? 'en' : 'id'
  const address = `${req.platform.config.url}${at({ lang }, `/petugas/pasang/${invited.token}`)}`
  const view = { name: person.displayName, address, expiresAt: invited.expiresAt }
  return page(req, <LinkPage frame={frameOf(req)} view={view} />)
}

async function invite(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const orgId = orgOf(req, form.one('org'))
  const person = {
    displayName: form.one('displayName'),
    signInName: form.one('signInName'),
    email: form.one('email'),
    language: form.one('language'),
  }
  const tried = await tryForm(req, 'roles', () =>
    runAs(req.platform, req.who.actor, async (ctx) => {
      const invited = await inviteStaff(asStaff(ctx), { person, orgId, roles: form.all('roles') })
      return { invited, person: await getPerson(ctx, invited.staffId) }
    }),
  )
  if ('problems' in tried)
    return accountsPage(req, { form: formState(form, tried.problems), orgId, status: 422 })
  return linkPage(req, tried.done.invited, tried.done.person)
}

async function renew(req: StaffReq): Promise<Response> {
  const id = idParam(req)
  const tried = await tryForm(req, 'displayName', () =>
    runAs(req.platform, req.who.actor, async (ctx) => ({
      invited: await renewSetUpLink(asStaff(ctx), id),
      person: await getPerson(ctx, id),
    })),
  )
  if ('problems' in tried) return accountsPage(req, { flash: refusal(tried.problems), status: 422 })
  return linkPage(req, tried.done.invited, tried.done.person)
}

async function close(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const staffId = idParam(req)
  const tried = await tryForm(req, `to-${staffId}`, () =>
    runAs(req.platform, req.who.actor, async (ctx) => {
      const person = await getPerson(ctx, staffId)
      return {
        person,
        ...(await closeAccount(asStaff(ctx), { staffId, handTo: form.one('to') || undefined })),
      }
    }),
  )
  if ('problems' in tried) return accountsPage(req, { flash: refusal(tried.problems), status: 422 })
  const { person, cases } = tried.done
  return accountsPage(req, {
    orgId: person.orgId,
    flash: { kind: 'good', lead: req.t.kerjaAkun.account.closed(person.displayName, cases) },
  })
}

/** Accounts: an answer that shows a link is a page of its own, never a redirect, because the link is shown once. */
export const accountRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/akun',
    access: ['account.read', 'account.manage'],
    handle: (req) => accountsPage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/pengaturan/akun', access: ['account.manage'], handle: invite }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/akun/:id/tutup',
    access: ['account.manage'],
    handle: close,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/pengaturan/akun/:id/kode',
    access: ['account.manage'],
    handle: renew,
  }),
]
