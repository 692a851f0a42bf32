/** What an officer writes on a case: one POST for each tab, at the tab's own address. */
import { addNote, addTask, addTimelineEntry, finishTask, sendMessage } from '#src/modules/cases/index.ts'
import { instantOf } from '#src/domain/deadlines/calendar.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import {
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  StaleVersionError,
} from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { seeOther, staffRoute, type Route, type StaffReq, type StaffRoute } from '#src/web/http.ts'
import { asMe, problemsOf, idIn } from '../casework.ts'
import { taskOfStep } from './case-steps.tsx'
import { CASE_TABS, type CaseTab } from './case-view.ts'
import { codeOf, showCase } from './show-case.tsx'

/** Does it and comes back to the tab; a problem stands at its field and what was typed is kept. */
export async function onTab(
  req: StaffReq,
  tab: CaseTab,
  first: string,
  work: (ctx: StaffContext, form: FormValues) => Promise<unknown>,
): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => work(ctx, form))
  } catch (error) {
    if (error instanceof StaleVersionError)
      return showCase(req, tab, {
        form: formState(form, [{ path: first, message: req.t.kerjaBerkas.need.changedMeanwhile }]),
        status: 409,
      })
    if (!(
      error instanceof InvalidInputError ||
      error instanceof RefusedError ||
      error instanceof NotAllowedError
    ))
      throw error
    return showCase(req, tab, {
      form: formState(form, problemsOf(req, error, first)),
      status: error instanceof InvalidInputError ? 422 : 409,
    })
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}${CASE_TABS[tab]}?kabar=disimpan` as `/${string}`)
}

function addEvent(req: StaffReq): Promise<Response> {
  return onTab(req, 'timeline', 'text', (ctx, form) => {
    const contradicts = idIn(form.one('contradicts'))
    const { one } = form
    return addTimelineEntry(ctx, {
      code: codeOf(req),
      date: one('date'),
      dateWords: one('about'),
      text: one('text'),
      source: one('source') || 'unknown',
      certainty: one('certainty') || 'unknown',
      ...(contradicts !== '' && { contradicts }),
    })
  })
}

/** `datetime-local` is read in the time zone of the officer's body. */
export function localInstant(req: StaffReq, text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(text)
  if (!match) return undefined
  const milliseconds = (Number(match[2]) * 60 + Number(match[3])) * 60_000
  return instantOf({ day: match[1] ?? '', milliseconds }, req.who.org.timeZone)
}

function newTask(req: StaffReq): Promise<Response> {
  return onTab(req, 'tasks', 'title', (ctx, form) => {
    if (form.one('step') !== '') return addTask(ctx, taskOfStep(req, form, codeOf(req)))
    const owner = idIn(form.one('owner'))
    const dueAt = form.one('due') === '' ? null : localInstant(req, form.one('due'))
    if (dueAt === undefined) throw new InvalidInputError([{ path: 'due', code: 'date.not-understood' }])
    return addTask(ctx, {
      code: codeOf(req),
      kind: 'other',
      title: form.one('title'),
      urgency: 'sedang',
      dueAt,
      source: 'internal-target',
      ...(owner !== '' && { assignee: owner }),
    })
  })
}

export const itemId = (req: StaffReq): string => {
  const id = req.c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundError('case.not-found')
  return id
}

const WRITE = ['case.write'] as const
const tabPost = (
  tab: CaseTab,
  access: StaffRoute['access'],
  handle: (req: StaffReq) => Promise<Response>,
): Route => staffRoute({ method: 'post', path: `/kerja/kasus/:kode${CASE_TABS[tab]}`, access, handle })

export const casePostRoutes: readonly Route[] = [
  tabPost('timeline', WRITE, addEvent),
  tabPost('notes', WRITE, (req) =>
    onTab(req, 'notes', 'text', (ctx, { one }) =>
      addNote(ctx, { code: codeOf(req), noteClass: one('class') || 'general', text: one('text') }),
    ),
  ),
  tabPost('tasks', WRITE, newTask),
  tabPost('messages', ['message.write'], (req) =>
    onTab(req, 'messages', 'text', (ctx, { one }) =>
      sendMessage(ctx, { code: codeOf(req), text: one('text') }),
    ),
  ),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/tugas/:id/selesai',
    access: WRITE,
    handle: (req) => onTab(req, 'tasks', 'title', (ctx) => finishTask(ctx, itemId(req))),
  }),
]
