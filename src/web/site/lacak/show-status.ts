/** Draws the pages behind the code. */
import { followReport, MOST_FILES } from '#src/modules/reports/index.ts'
import type { FollowView } from '#src/domain/reports/follow.ts'
import { runAs } from '#src/platform/db/context.ts'
import { LARGEST_FILE } from '#src/platform/files/inspect-file.ts'
import { page, type Req } from '#src/web/http.ts'
import { statusSummary } from '#src/web/ui/public/status-summary.ts'
import { dateAndTime, HOME_ZONE } from '#src/web/ui/when.ts'
import { holderOf, sealHold } from '../lapor/code/proof.ts'
import { frameOf } from '../public-req.ts'
import { fileViews } from '../take-files.ts'
import { EnterPage, type EnterPageProps } from './enter-page.tsx'
import { StatusPage, type StatusPageProps } from './status-page.tsx'

export type StatusExtras = Pick<StatusPageProps, 'saved' | 'message' | 'fileProblem'>

export function showEnter(
  req: Req,
  asked: Pick<EnterPageProps, 'problems' | 'words' | 'carried'> = {},
): Promise<Response> {
  return page(req, EnterPage({ ...frameOf(req), ...asked }), asked.problems ? 422 : 200)
}

/** Times stand in the home office's zone: the reader's own would tell where the report comes from. */
export async function showStatus(req: Req, codeHash: string, extras: StatusExtras = {}): Promise<Response> {
  const view = await runAs(req.platform, holderOf(codeHash), (ctx) => followReport(ctx, req.lang))
  if (!view) return showEnter(req, { problems: ['no-match'] })
  const problem = extras.fileProblem !== undefined || extras.message?.problem !== undefined
  return page(req, StatusPage(viewOf(req, codeHash, view, extras)), problem ? 422 : 200)
}

function viewOf(req: Req, codeHash: string, view: FollowView, extras: StatusExtras): StatusPageProps {
  return {
    ...frameOf(req),
    ...extras,
    zone: HOME_ZONE,
    holder: view.holder,
    proof: sealHold(req, codeHash),
    status: statusSummary(req.t, view),
    attachments: fileViews(view.files, (at) => dateAndTime(req.lang, at, HOME_ZONE)),
    megabytes: LARGEST_FILE / 1024 / 1024,
    filesLeft: MOST_FILES - view.files.length,
  }
}
