/** A new answer to several items at once, and the taking back of one. */
import { instantOf } from '#src/domain/deadlines/calendar.ts'
import { addDays } from '#src/domain/kernel/partial-date.ts'
import { recordConsent, withdrawConsent } from '#src/modules/cases/index.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import type { FormValues } from '#src/web/form-values.ts'
import { staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { idIn } from '../../casework.ts'
import { onTab } from '../case-post-routes.tsx'
import { codeOf } from '../show-case.tsx'

/** The consent holds on its last day, by the clock of the officer's body. */
function untilOf(req: StaffReq, form: FormValues): Date | undefined {
  const day = form.one('until')
  if (day === '') return undefined
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new InvalidInputError([{ path: 'until', code: 'date.not-understood' }])
  return instantOf({ day: addDays(day, 1), milliseconds: 0 }, req.who.org.timeZone)
}

function addConsent(req: StaffReq): Promise<Response> {
  return onTab(req, 'consent', 'answer', async (ctx, form) => {
    const { one } = form
    const items = [...new Set(form.all('item'))]
    if (items.length === 0) throw new InvalidInputError([{ path: 'item', code: 'item.unknown' }])
    const until = untilOf(req, form)
    const body = idIn(one('body'))
    for (const item of items)
      await recordConsent(ctx, {
        code: codeOf(req),
        item,
        ...(body === '' ? { readerKind: one('reader') } : { readerOrg: body }),
        answer: one('answer'),
        givenBy: one('guardian') === '' ? 'self' : 'guardian',
        how: one('how') || 'spoken',
        language: one('language') || req.lang,
        ...(one('purpose') !== '' && { purpose: one('purpose') }),
        ...(until && { until }),
      })
  })
}

function withdraw(req: StaffReq): Promise<Response> {
  return onTab(req, 'consent', 'consent', (ctx, { one }) => {
    if (one('consent') === '') throw new InvalidInputError([{ path: 'consent', code: 'item.unknown' }])
    return withdrawConsent(ctx, {
      code: codeOf(req),
      consentId: idIn(one('consent')),
      how: one('withdrawHow') || 'spoken',
      language: one('withdrawLanguage') || req.lang,
    })
  })
}

const ACCESS = ['consent.record'] as const

export const consentRoutes: readonly Route[] = [
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/persetujuan',
    access: ACCESS,
    handle: addConsent,
  }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/persetujuan/tarik',
    access: ACCESS,
    handle: withdraw,
  }),
]
