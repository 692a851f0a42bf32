/** What the owner says about its own need; two who say different things at once see both. */
import { addNeed, OWN_NEED_STATES, readCase, setNeed, type StaleNeed } from '#src/modules/cases/index.ts'
import { NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { asMe, oneOf, workFrame } from '../../casework.ts'
import { casePath } from '../case-head.tsx'
import { needsOf } from '../case-view-of.ts'
import { codeOf } from '../show-case.tsx'
import { itemId, onTab } from '../case-post-routes.tsx'
import { VersionsPage } from '../versions-page.tsx'

const add = (req: StaffReq): Promise<Response> =>
  onTab(req, 'needs', 'kind', (ctx, { one }) =>
    addNeed(ctx, { code: codeOf(req), kind: one('kind'), urgency: one('urgency'), label: one('label') }),
  )

async function bothVersions(req: StaffReq, typed: string, stale: StaleNeed): Promise<Response> {
  const frame = workFrame(req)
  const file = await asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'needs'))
  const need = needsOf(frame, file, req.who.actor.orgId).find((each) => each.id === itemId(req))
  if (!need) throw new NotFoundError('need.not-found')
  const words = req.t.kerjaBerkas.need
  const view = {
    code: codeOf(req),
    field: need.label ?? req.t.kerjaKode.need[need.kind],
    stored: { at: frame.now, text: words.states[stale.state] },
    typed: words.states[oneOf(OWN_NEED_STATES, typed)],
    action: casePath(frame, codeOf(req), `/kebutuhan/${need.id}/keadaan`),
    hidden: { version: String(stale.version), state: typed },
    keep: 'one' as const,
  }
  return page(req, <VersionsPage frame={frame} view={view} />, 409)
}

/** `pakai` is the answer to two versions: with the stored one nothing changes. */
async function setState(req: StaffReq): Promise<Response> {
  const { one } = await readForm(req)
  const state = oneOf(OWN_NEED_STATES, one('state'))
  if (one('pakai') === 'tersimpan') return seeOther(req, `/kerja/kasus/${codeOf(req)}/kebutuhan`)
  try {
    await asMe(req, (ctx) =>
      setNeed(ctx, { code: codeOf(req), needId: itemId(req), version: Number(one('version')), state }),
    )
  } catch (error) {
    if (!(error instanceof StaleVersionError)) throw error
    return bothVersions(req, state, error.current as StaleNeed)
  }
  return seeOther(req, `/kerja/kasus/${codeOf(req)}/kebutuhan?kabar=disimpan`)
}

const access = ['case.write'] as const
export const needRoutes: readonly Route[] = [
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/kebutuhan', access, handle: add }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/kebutuhan/:id/keadaan', access, handle: setState }),
]
