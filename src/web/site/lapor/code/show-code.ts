/** Draws the page with the code for whoever holds it, after the report is stored and after each thing done there. */
import type { DeskChoice } from '#src/domain/reports/report.ts'
import {
  codeOfKey,
  isIdempotencyKey,
  MOST_FILES,
  readStored,
  type StoredReport,
} from '#src/modules/reports/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import { LARGEST_FILE } from '#src/platform/files/inspect-file.ts'
import { page, type Req } from '#src/web/http.ts'
import { clockTime, shortDate } from '#src/web/ui/when.ts'
import { numbersFor } from '../../bahaya/numbers.ts'
import { frameOf, whenFor } from '../../public-req.ts'
import { fileViews } from '../../take-files.ts'
import { CodePage, type CodePageProps } from './code-page.tsx'
import { holderOf, sealProof, type CodeProof } from './proof.ts'

export type CodePageExtras = Partial<Pick<CodePageProps, 'retype' | 'second' | 'receipt' | 'fileProblem'>> & {
  readonly status?: 200 | 422
}

/** How long after the report the code can be shown again: enough for a line that broke, not for who finds the phone. */
const CODE_SHOWN_MS = 60 * 60_000

export async function isCodeStillShown(req: Req, codeHash: string): Promise<boolean> {
  const { receivedAt } = await runAs(req.platform, holderOf(codeHash), readStored)
  return isFresh(req, receivedAt)
}

/** A term in working days ends with the last day of the desk: "25 November" says more than midnight of the next. */
function deadline(req: Req, { respondBy, desk }: StoredReport, when: (at: Date) => string): string {
  return clockTime('en', respondBy, desk.timeZone).startsWith('00:00')
    ? shortDate(req.lang, new Date(respondBy.getTime() - 1), desk.timeZone)
    : when(respondBy)
}

function isFresh(req: Req, receivedAt: Date): boolean {
  return req.platform.clock().getTime() - receivedAt.getTime() <= CODE_SHOWN_MS
}

export async function showCode(
  req: Req,
  proof: CodeProof,
  { status = 200, ...extras }: CodePageExtras = {},
): Promise<Response> {
  const stored = await runAs(req.platform, holderOf(proof.h), readStored)
  const when = whenFor(req, stored.country)
  const desk = deskWords(req, stored.desk.kind)
  const view: CodePageProps = {
    ...frameOf(req),
    retype: { state: 'open' },
    ...extras,
    ...(proof.k !== undefined &&
      isIdempotencyKey(proof.k) &&
      isFresh(req, stored.receivedAt) && { code: codeOfKey(req.platform, proof.k) }),
    ...(desk !== undefined && { desk }),
    ...(await dangerOf(req, stored)),
    proof: sealProof(req, proof),
    readBy: deadline(req, stored, when),
    attachments: fileViews(stored.files, when),
    megabytes: LARGEST_FILE / 1024 / 1024,
    filesLeft: MOST_FILES - stored.files.length,
  }
  return page(req, CodePage(view), status)
}

async function dangerOf(req: Req, stored: StoredReport): Promise<Pick<CodePageProps, 'danger'>> {
  if (stored.danger !== 'now') return {}
  const country = stored.country ?? ''
  return { danger: { country, numbers: (await numbersFor(req, country)).checked } }
}

const CHOICE_OF: Readonly<Record<string, DeskChoice>> = {
  mission: 'mission',
  kemlu: 'head-office',
  bp3mi: 'protection-ministry',
  p4mi: 'protection-ministry',
  kp2mi: 'protection-ministry',
  'disnaker-district': 'labour-office',
  'disnaker-province': 'labour-office',
  ngo: 'organisation',
  polri: 'police',
}

/** The kind of desk in the words of the question, never its place. */
function deskWords(req: Req, kind: string): string | undefined {
  const choice = CHOICE_OF[kind]
  return choice && req.t.lapor.share.desks[choice]
}
