/** Writing on tracks. Opening the page of one opens the case and is recorded. */
import {
  answerTrackOffer,
  changeTrack,
  offerTrack,
  openTrack,
  readTracks,
} from '#src/modules/tracks/index.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FieldProblem, FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, workFrame } from '../../casework.ts'
import { codeOf, showCase } from '../show-case.tsx'
import { TrackPage, type TrackPageView } from './track-page.tsx'
import { trackView, type TrackView } from './track-view.ts'

async function open(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const needId = idIn(form.one('need'))
  try {
    await asMe(req, (ctx) =>
      openTrack(ctx, {
        code: codeOf(req),
        kind: form.one('kind'),
        place: form.one('place'),
        ...(needId !== '' && { needId }),
      }),
    )
  } catch (error) {
    const problems = problemsIn(req, error, 'kind')
    return showCase(req, 'tracks', {
      form: formState(form, problems),
      status: error instanceof InvalidInputError ? 422 : 409,
    })
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}/jalur?kabar=disimpan`)
}

/** Codes as words at their field; any other error goes on. */
function problemsIn(req: StaffReq, error: unknown, anywhere: string): readonly FieldProblem[] {
  const words = req.t.kerjaJalur
  if (error instanceof InvalidInputError) return inWords(error.problems, words.problem, words.problemOther)
  if (error instanceof RefusedError)
    return [{ path: anywhere, message: words.refused[error.code] ?? words.refusedOther }]
  if (error instanceof StaleVersionError) return [{ path: anywhere, message: words.stale }]
  throw error
}

async function show(req: StaffReq, form?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const code = codeOf(req)
  const id = idParam(req)
  const frame = workFrame(req)
  const board = await asMe(req, (ctx) => readTracks(ctx, code))
  const track = board.tracks.find((each) => each.id === id)
  if (!track) throw new NotFoundError('track.not-found')
  const shown = trackView(frame, code, track)
  const view: TrackPageView = {
    code,
    track: shown,
    history: board.history.filter((line) => line.track_id === id),
    officers: board.officers.map((each) => ({ value: each.id, label: each.name })),
    takers: board.takers.map((each) => ({ value: each.id, label: each.short_name })),
    form: form ?? { values: valuesOf(shown), problems: [] },
    ...(may(req.who.actor.roles.filter(isRole), 'case.write') && { mayEdit: 'may-edit' as const }),
  }
  req.c.header('cache-control', 'no-store')
  return page(req, <TrackPage frame={frame} view={view} />, status)
}

function valuesOf(track: TrackView): Readonly<Record<string, string>> {
  return {
    state: track.state,
    endedAs: track.ended_as ?? '',
    nextOn: track.next_on ?? '',
    next: track.words?.next ?? '',
    blocker: track.blocker,
    blocks: track.words?.blocks ?? '',
    staff: track.owner_staff ?? '',
    shared: track.shared ? 'ya' : '',
  }
}

function work(ctx: StaffContext, req: StaffReq, form: FormValues): Promise<void> {
  const at = { code: codeOf(req), id: idParam(req), version: Number(form.one('version')) }
  switch (form.one('do')) {
    case 'offer':
      return offerTrack(ctx, { ...at, toOrg: idIn(form.one('to')) })
    case 'accept':
      return answerTrackOffer(ctx, { ...at, answer: 'accept' })
    case 'decline':
      return answerTrackOffer(ctx, { ...at, answer: 'decline' })
    case 'take-back':
      return answerTrackOffer(ctx, { ...at, answer: 'take-back' })
    default:
      return changeTrack(ctx, {
        ...at,
        state: form.one('state'),
        endedAs: form.one('endedAs'),
        nextOn: form.one('nextOn'),
        blocker: form.one('blocker'),
        next: form.one('next'),
        blocks: form.one('blocks'),
        why: form.one('why'),
        staffId: idIn(form.one('staff')),
        shared: form.one('shared') === 'ya' ? 'shared' : 'not-shared',
      })
  }
}

async function save(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  try {
    await asMe(req, (ctx) => work(ctx, req, form))
  } catch (error) {
    const problems = problemsIn(req, error, 'state')
    return show(req, formState(form, problems), error instanceof InvalidInputError ? 422 : 409)
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}/jalur?kabar=disimpan`)
}

const PATH = '/kerja/kasus/:kode/jalur'

export const trackRoutes: readonly Route[] = [
  staffRoute({ method: 'post', path: PATH, access: ['case.write'], handle: open }),
  staffRoute({ method: 'get', path: `${PATH}/:id`, access: ['case.read'], handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${PATH}/:id`, access: ['case.write'], handle: save }),
]
