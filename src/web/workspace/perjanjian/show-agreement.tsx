/** One record as a page: what the reading and the changing routes share. */
import { resolveCitation } from '#src/domain/law/resolve-citation.ts'
import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { proposalOf, readAgreement, type Agreement } from '#src/modules/agreements/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadAgreementFile } from '#src/platform/law/agreement-files.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { page, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { frameOf } from '../staff-frame.ts'
import { AgreementPage, type AgreementView, type Tab } from './agreement-page.tsx'

export function agreementFrame(req: StaffReq): StaffFrame {
  const lead = req.t.kerjaPerjanjian.done[req.c.req.query('kabar') ?? '']
  return frameOf(req, lead === undefined ? {} : { flash: { kind: 'good', lead } })
}

/** Throws NotFoundError for what can be no address of an agreement. */
export function slugOf(req: StaffReq): string {
  const slug = req.c.req.param('kode') ?? ''
  if (!/^[a-z0-9-]{2,80}$/.test(slug)) throw new NotFoundError('page.not-found')
  return slug
}

export const mayEdit = (req: StaffReq): boolean => may(req.who.actor.roles.filter(isRole), 'agreement.edit')

function named(req: StaffReq, { facts }: Agreement): AgreementView['named'] {
  const file = loadAgreementFile()
  const name = (
    lines: readonly { readonly code: string; readonly name: { id: string; en: string } }[],
    code: string,
  ) => lines.find((each) => each.code === code)?.name[req.lang] ?? req.t.kerjaPerjanjian.unclear
  const found =
    facts.instrument === null
      ? undefined
      : resolveCitation(loadLaw(), { instrument: facts.instrument, article: '-' })
  return {
    instrument: found?.kind === 'instrument' ? found.instrument.short : null,
    form: name(file.forms, facts.form),
    field: name(file.fields, facts.field),
    model: name(file.models, facts.model),
  }
}

export async function viewOf(req: StaffReq, tab: Tab): Promise<AgreementView> {
  const agreement = await asMe(req, (ctx) => readAgreement(ctx, slugOf(req)))
  const differences = proposalOf(agreement)?.differences
  return {
    agreement,
    tab,
    named: named(req, agreement),
    step: EMPTY_FORM,
    ...(differences && { differences }),
    ...(mayEdit(req) && { mayEdit: 'may-edit' as const }),
  }
}

/** The page of a record; after a refused step with what was typed, after somebody else's change with a word about it. */
export async function showAgreement(
  req: StaffReq,
  tab: Tab,
  refused: { readonly step?: FormState; readonly stale?: 'stale' } = {},
): Promise<Response> {
  const view = { ...(await viewOf(req, tab)), ...refused }
  const status = refused.stale ? 409 : refused.step ? 422 : 200
  return page(req, <AgreementPage frame={agreementFrame(req)} view={view} />, status)
}
