/** The doors of the webhooks: the administrator of a body says who hears its events. */
import { addWebhook, readWebhooks, redeliver, stopWebhook } from '#src/modules/webhooks/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../../casework.ts'
import { frameOf } from '../../staff-frame.ts'
import { WEBHOOKS, WebhooksPage } from './webhook-pages.tsx'

type Shown = { readonly form?: FormState; readonly secret?: string; readonly status?: 200 | 422 }

async function webhooksPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const found = await asMe(req, readWebhooks)
  const view = { found, form: shown.form ?? EMPTY_FORM, ...(shown.secret ? { secret: shown.secret } : {}) }
  return page(req, <WebhooksPage frame={frameOf(req)} view={view} />, shown.status ?? 200)
}

async function add(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    const wish = { name: form.one('name'), address: form.one('address') }
    const { secret } = await asMe(req, (ctx) => addWebhook(ctx, wish))
    return await webhooksPage(req, { secret })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const words = req.t.kerjaWebhook
    const problems = inWords(error.problems, words.problem, words.problemOther)
    return webhooksPage(req, { form: formState(form, problems), status: 422 })
  }
}

async function end(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => stopWebhook(ctx, idParam(req)))
  return seeOther(req, WEBHOOKS)
}

async function again(req: StaffReq): Promise<Response> {
  await asMe(req, (ctx) => redeliver(ctx, idParam(req)))
  return seeOther(req, WEBHOOKS)
}

const ADMIN = ['organisation.manage'] as const

export const webhookRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: WEBHOOKS, access: ADMIN, handle: (req) => webhooksPage(req) }),
  staffRoute({ method: 'post', path: WEBHOOKS, access: ADMIN, handle: add }),
  staffRoute({ method: 'post', path: `${WEBHOOKS}/kiriman/:id`, access: ADMIN, handle: again }),
  staffRoute({ method: 'post', path: `${WEBHOOKS}/:id/akhiri`, access: ADMIN, handle: end }),
]
