/** Closing with the person's own word or documented attempts; the agency's reason goes its own way. */
import { closeAgencyFile, closeCase, readCase, recordAttempt } from '#src/modules/cases/index.ts'
import type { AttemptResult } from '#src/domain/cases/lifecycle.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, problemsOf, workFrame } from '../casework.ts'
import { knowing } from './case-change-routes.tsx'
import { localInstant } from './case-post-routes.tsx'
import { headOf } from './case-head-of.ts'
import { CloseCasePage } from './close-case-page.tsx'
import { codeOf } from './show-case.tsx'

type Status = 200 | 409 | 422

const SHOWN_RESULT: Readonly<Record<string, AttemptResult>> = {
  reached: 'reached',
  'no-answer': 'no-answer',
  'wrong-number': 'wrong-contact',
  'not-safe': 'not-safe-to-try',
}

async function closePage(
  req: StaffReq,
  form: FormState = EMPTY_FORM,
  status: Status = 200,
): Promise<Response> {
  const frame = workFrame(req)
  const view = await asMe(req, async (ctx) => {
    const file = await readCase(ctx, codeOf(req), 'work', 'close')
    return {
      head: headOf(frame, file, 0),
      version: String(file.row.version),
      form,
      attempts: file.attempts.map((each) => ({
        at: each.created_at,
        way: each.words?.text ?? '',
        result: SHOWN_RESULT[each.result] ?? 'not-safe-to-try',
        by: each.by_name,
      })),
      openNeeds: file.needs.filter((need) => need.ended_at === null).length,
    }
  })
  return page(req, <CloseCasePage frame={frame} view={view} />, status)
}

async function onClosing(
  req: StaffReq,
  first: string,
  next: string,
  work: (ctx: StaffContext, form: FormValues) => Promise<void>,
): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => work(ctx, form))
    return seeOther(req, `/kerja/kasus/${codeOf(req)}${next}?kabar=disimpan` as `/${string}`)
  } catch (error) {
    return closePage(
      req,
      formState(form, problemsOf(req, error, first)),
      error instanceof InvalidInputError ? 422 : 409,
    )
  }
}

const close = (req: StaffReq): Promise<Response> =>
  onClosing(req, 'basis', '', async (ctx, { one }) => {
    const code = codeOf(req)
    const ownWord = one('basis') === 'three-attempts' ? '' : one('ownWord')
    await closeCase(ctx, { code, version: Number(one('version')), reason: one('reason'), ownWord })
    if (one('agency') !== '') await closeAgencyFile(ctx, { code, because: one('agency') })
  })

const attempt = (req: StaffReq): Promise<Response> =>
  onClosing(req, 'attemptAt', '/tutup', (ctx, { one }) =>
    recordAttempt(ctx, {
      code: codeOf(req),
      at: localInstant(req, one('attemptAt')) ?? new Date(Number.NaN),
      way: 'other',
      result: one('attemptResult'),
      how: one('attemptWay'),
    }),
  )

export const closeCaseRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:kode/tutup',
    access: ['case.close'],
    handle: knowing((req) => closePage(req)),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/tutup',
    access: ['case.close'],
    handle: knowing(close),
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/upaya',
    access: ['case.write'],
    handle: knowing(attempt),
  }),
]
