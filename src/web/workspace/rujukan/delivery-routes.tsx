/** The doors of a hand-over's way to a partner. */
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { FAILURE_REASONS, REJECTION_REASONS } from '#src/domain/referrals/lifecycle.ts'
import {
  noteSpokenAnswer,
  noteSpokenStop,
  passphraseOf,
  readDelivery,
  sealSheet,
  SPOKEN_STATES,
} from '#src/modules/exchange/index.ts'
import {
  contentDigest,
  findReferralByCode,
  openReferral,
  type OpenedReferral,
} from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, RefusedError } from '#src/platform/errors.ts'
import { formState, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState } from '#src/web/ui/staff/frame.ts'
import { qrPicture } from '#src/web/ui/qr-picture.ts'
import { asMe } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { DeliveryPage, SheetPrintPage, StandaloneSheet, type SheetPrintView } from './delivery-pages.tsx'
import { sealOf, sheetOf } from './sheet-view.ts'

async function referralOf(ctx: StaffContext, req: StaffReq) {
  const row = await findReferralByCode(ctx, req.c.req.param('code') ?? '')
  if (!row) throw new NotFoundError('referral.not-found')
  return row
}

const mayDo = (req: StaffReq, permission: Parameters<typeof may>[1]): boolean =>
  may(req.who.actor.roles.filter(isRole), permission)

type Shown = { readonly form?: FormState; readonly status?: 200 | 422 }

async function deliveryPage(req: StaffReq, shown: Shown = {}): Promise<Response> {
  const { row, delivery } = await asMe(req, async (ctx) => {
    const found = await referralOf(ctx, req)
    return { row: found, delivery: await readDelivery(ctx, found.id) }
  })
  if (!delivery) throw new NotFoundError('referral.not-found')
  const lead = req.t.kerjaMitra.done[req.c.req.query('kabar') ?? '']
  const frame = frameOf(req, { flash: lead === undefined ? undefined : { kind: 'good', lead } })
  const words = req.t.kerjaRujukan
  const states = req.t.kerjaKode.referral
  const isOpen = !row.stopped_at && !['rejected', 'cancelled', 'failed'].includes(row.state)
  const mine = delivery.side === 'sender' && mayDo(req, 'referral.send')
  return page(
    req,
    <DeliveryPage
      frame={frame}
      view={{
        code: row.code,
        delivery,
        ...(delivery.partnerState
          ? { partnerState: states[delivery.partnerState as keyof typeof states] }
          : {}),
        ...(mine && isOpen && delivery.way === 'paper'
          ? { passphrase: passphraseOf(req.platform, row) }
          : {}),
        ...(row.stopped_at && !row.stop_acknowledged_at ? { stopped: 'stopped' as const } : {}),
        ...(mine && delivery.way === 'paper' ? { mayNote: 'may-note' as const } : {}),
        ...(mayDo(req, 'case.export') ? { mayRetry: 'may-retry' as const } : {}),
        states: SPOKEN_STATES.map((state) => ({ value: state, label: states[state] })),
        reasons: [...new Set([...REJECTION_REASONS, ...FAILURE_REASONS])].map((reason) => ({
          value: reason,
          label: { ...words.failReason, ...words.refuseReason }[reason],
        })),
        form: shown.form ?? EMPTY_FORM,
      }}
    />,
    shown.status ?? 200,
  )
}

/** The sheet of the sender's own package, while it may be used. */
async function sheetView(
  req: StaffReq,
): Promise<{ readonly view: SheetPrintView; readonly opened: OpenedReferral }> {
  const opened = await asMe(req, async (ctx) => openReferral(ctx, (await referralOf(ctx, req)).id))
  const { referral, pack } = opened
  if (!pack || referral.from_org !== req.who.org.id || referral.stopped_at)
    throw new NotFoundError('referral.not-found')
  return {
    opened,
    view: {
      code: referral.code,
      sheet: sheetOf(frameOf(req), pack),
      picture: qrPicture(`payung:${referral.code}:${contentDigest(pack)}`),
      seal: sealOf(pack),
    },
  }
}

async function printSheet(req: StaffReq): Promise<Response> {
  const { view } = await sheetView(req)
  return page(req, <SheetPrintPage frame={frameOf(req)} view={view} />)
}

async function lockedFile(req: StaffReq): Promise<Response> {
  const { view, opened } = await sheetView(req)
  const sheet = (<StandaloneSheet frame={frameOf(req)} view={view} />) as unknown as string | Promise<string>
  const html = `<!doctype html>${String(await sheet)}`
  const file = await asMe(req, (ctx) => sealSheet(ctx, opened.referral, html))
  return req.c.body(new Uint8Array(file), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${view.code}.html.age"`,
    'cache-control': 'no-store',
  })
}

async function note(req: StaffReq): Promise<Response> {
  return noted(req, async (referralId, form) =>
    noteSpokenAnswer(req.platform, req.who.actor, {
      referralId,
      state: form.one('state'),
      reason: form.one('reason'),
      words: form.one('words'),
    }),
  )
}

async function noteStop(req: StaffReq): Promise<Response> {
  return noted(req, (referralId) => noteSpokenStop(req.platform, req.who.actor, referralId))
}

async function noted(
  req: StaffReq,
  work: (referralId: string, form: FormValues) => Promise<void>,
): Promise<Response> {
  const form = await readForm(req)
  const row = await asMe(req, (ctx) => referralOf(ctx, req))
  try {
    await work(row.id, form)
    return seeOther(req, `/kerja/rujukan/${row.code}/mitra?kabar=catat`)
  } catch (error) {
    const problems =
      error instanceof InvalidInputError
        ? error.problems
        : error instanceof RefusedError
          ? [{ path: 'state', code: error.code }]
          : undefined
    if (!problems) throw error
    const words = req.t.kerjaMitra
    return deliveryPage(req, {
      form: formState(form, inWords(problems, words.problem, words.problemOther)),
      status: 422,
    })
  }
}

const WAY = '/kerja/rujukan/:code/mitra'

export const deliveryRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: WAY,
    access: ['referral.answer', 'referral.send'],
    handle: (req) => deliveryPage(req),
  }),
  staffRoute({ method: 'post', path: WAY, access: ['referral.send'], handle: note }),
  staffRoute({ method: 'post', path: `${WAY}/berhenti`, access: ['referral.send'], handle: noteStop }),
  staffRoute({
    method: 'get',
    path: '/kerja/rujukan/:code/lembar',
    access: ['referral.send'],
    handle: printSheet,
  }),
  staffRoute({
    method: 'get',
    path: '/kerja/rujukan/:code/paket',
    access: ['referral.send'],
    handle: lockedFile,
  }),
]
