/** A case and its task forces. Opening the page opens the case and is recorded. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { EXCEPTION_FACTS } from '#src/domain/referrals/exception.ts'
import { bringCase, prepareBringing, takeOutCase } from '#src/modules/task-force/index.ts'
import { formState, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, workFrame } from '../casework.ts'
import { codeOf } from '../kasus/show-case.tsx'
import { BringPage, type BringView } from './bring-page.tsx'
import { satgasProblems, statusFor } from './satgas-forms.ts'

async function show(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const code = codeOf(req)
  const { file, taskForces, brought } = await asMe(req, (ctx) => prepareBringing(ctx, code))
  const roles = req.who.actor.roles.filter(isRole)
  const leads = file.row.lead_org === req.who.actor.orgId && file.row.state === 'open'
  const view: BringView = {
    code,
    taskForces,
    brought,
    form,
    ...(leads && { mayBring: 'may-bring' as const }),
    ...(may(roles, 'exception.review') && { mayExcept: 'may-except' as const }),
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <BringPage frame={workFrame(req)} view={view} />, status)
}

async function save(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const code = codeOf(req)
  const [id = '', version = ''] = form.one('entry').split(' ')
  try {
    await asMe(req, async (ctx) => {
      if (form.one('do') === 'take-out')
        return takeOutCase(ctx, {
          code,
          id: idIn(id),
          version: Number(version),
          because: form.one('because'),
        })
      await bringCase(ctx, {
        code,
        taskForceId: idIn(form.one('taskForce')),
        ground: form.one('ground'),
        facts: EXCEPTION_FACTS.filter((fact) => form.all('facts').includes(fact)),
        why: form.one('why'),
      })
    })
  } catch (error) {
    return show(req, formState(form, satgasProblems(req, error, 'taskForce')), statusFor(error))
  }
  return seeOther(req, `/kerja/kasus/${code}/satgas?kabar=disimpan`)
}

const PATH = '/kerja/kasus/:kode/satgas'

export const bringRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: PATH, access: ['task-force.bring'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: PATH, access: ['task-force.bring'], handle: save }),
]
