/** What the holder of a code can do. Every post answers with a page itself. */
import { CONSENT_ANSWERS, type ConsentAnswer } from '#src/domain/cases/codes.ts'
import { valueOf } from '#src/domain/kernel/answer.ts'
import { READER_KINDS, type SafeContact } from '#src/domain/reports/report.ts'
import {
  askForContact,
  changeConsent,
  changeSafeContact,
  followReport,
  LONGEST_MESSAGE,
  objectToSharing,
  readChoices,
  requestReopening,
  withdrawConsent,
  writeToDesk,
} from '#src/modules/reports/index.ts'
import { runAs, type Context } from '#src/platform/db/context.ts'
import { page, type Req } from '#src/web/http.ts'
import { valuesAt, type FormTree } from '#src/web/middleware/decode-form.ts'
import { checkStep } from '../lapor/check-step.ts'
import { holderOf, sealHold } from '../lapor/code/proof.ts'
import { draftFromForm } from '../lapor/draft-from-form.ts'
import { readReportForm, textOf } from '../lapor/fields.ts'
import { frameOf, type PostedForm } from '../public-req.ts'
import { takeFiles } from '../take-files.ts'
import { ConsentPage, ContactPage, WithdrawPage } from './change-pages.tsx'
import { askRight, downloadRights, showRights } from './rights-actions.ts'
import { makeSecond, showSecond } from './second-actions.ts'
import { showStatus } from './show-status.ts'
import type { SavedThing } from './status-page.tsx'

type Doing = {
  readonly req: Req
  readonly codeHash: string
  readonly tree: FormTree
  readonly files: readonly File[]
}
type Action = (doing: Doing) => Promise<Response>

const ACTIONS: Readonly<Record<string, Action>> = {
  message: write,
  'ask-contact': askContact,
  attach,
  contact: askNewContact,
  'contact-save': saveContact,
  consent: askConsent,
  'consent-save': saveConsent,
  rights: (doing) => showRights(doing),
  'rights-ask': askRight,
  second: (doing) => showSecond(doing),
  'second-make': (doing) => makeSecond(doing),
  withdraw: ({ req, codeHash }) =>
    page(req, WithdrawPage({ ...frameOf(req), proof: sealHold(req, codeHash) })),
  'withdraw-confirm': withdraw,
  object: (doing) => done(doing, 'objected', (ctx) => objectToSharing(ctx, valuesAt(doing.tree, 'objectTo'))),
  reopen: (doing) =>
    done(doing, 'reopened', (ctx) =>
      requestReopening(ctx, textIn(doing.tree, 'reopenWhy').slice(0, LONGEST_MESSAGE)),
    ),
}

export function actOnReport(req: Req, codeHash: string, { tree, files, cut }: PostedForm): Promise<Response> {
  if (cut) return showStatus(req, codeHash, { fileProblem: 'too-big' })
  const name = valuesAt(tree, 'go')[0] ?? ''
  const file = /^rights-file:([0-9a-f-]{36})$/.exec(name)?.[1]
  if (file !== undefined) return downloadRights({ req, codeHash, tree }, file)
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
  return action ? action({ req, codeHash, tree, files }) : showStatus(req, codeHash)
}

async function done(
  { req, codeHash }: Doing,
  saved: SavedThing,
  work: (ctx: Context) => Promise<void>,
): Promise<Response> {
  await runAs(req.platform, holderOf(codeHash), work)
  return showStatus(req, codeHash, { saved })
}

async function write(doing: Doing): Promise<Response> {
  const text = textIn(doing.tree, 'message')
  const problem = text === '' ? 'missing' : text.length > LONGEST_MESSAGE ? 'too-long' : undefined
  if (problem) return showStatus(doing.req, doing.codeHash, { message: { text, problem } })
  return done(doing, 'message', (ctx) => writeToDesk(ctx, text))
}

async function askContact(doing: Doing): Promise<Response> {
  const text = textIn(doing.tree, 'message')
  if (text.length > LONGEST_MESSAGE)
    return showStatus(doing.req, doing.codeHash, { message: { text, problem: 'too-long' } })
  return done(doing, 'contact-asked', (ctx) => askForContact(ctx, text))
}

async function attach({ req, codeHash, files }: Doing): Promise<Response> {
  const fileProblem = await takeFiles(req, holderOf(codeHash), files)
  return showStatus(req, codeHash, fileProblem ? { fileProblem } : { saved: 'attachment' })
}

async function askNewContact({ req, codeHash }: Doing): Promise<Response> {
  const view = await runAs(req.platform, holderOf(codeHash), (ctx) => followReport(ctx, req.lang))
  return page(
    req,
    ContactPage({ ...frameOf(req), proof: sealHold(req, codeHash), ways: view?.contact.ways ?? [] }),
  )
}

async function saveContact(doing: Doing): Promise<Response> {
  const { req, codeHash, tree } = doing
  const form = readReportForm(tree)
  const problem = checkStep(form, 'contact')[0]
  if (problem) {
    const typed = {
      value: textOf(form, 'safeContact.value'),
      hours: textOf(form, 'safeContact.hours'),
      doNotCall: textOf(form, 'safeContact.callRule') !== '',
    }
    const code =
      problem.code === 'email-malformed' ? ('email-malformed' as const) : ('contact-missing' as const)
    const ways = form['safeContact.ways'] as SafeContact['ways']
    return page(
      req,
      ContactPage({ ...frameOf(req), proof: sealHold(req, codeHash), ways, typed, problem: code }),
      422,
    )
  }
  const none: SafeContact = { ways: ['this-page-only'], callRule: 'do-not-call' }
  const contact = valueOf(draftFromForm(form, req.lang).safeContact) ?? none
  return done(doing, 'contact', (ctx) => changeSafeContact(ctx, contact))
}

async function askConsent({ req, codeHash }: Doing): Promise<Response> {
  const readers = await runAs(req.platform, holderOf(codeHash), readChoices)
  return page(req, ConsentPage({ ...frameOf(req), proof: sealHold(req, codeHash), readers }))
}

function saveConsent(doing: Doing): Promise<Response> {
  const wanted = READER_KINDS.flatMap((kind) => {
    const answer = valuesAt(doing.tree, `mayShare.${kind}`)[0] as ConsentAnswer | undefined
    return answer !== undefined && CONSENT_ANSWERS.includes(answer) ? [[kind, answer] as const] : []
  })
  return done(doing, 'consent', (ctx) => changeConsent(ctx, Object.fromEntries(wanted)))
}

function withdraw(doing: Doing): Promise<Response> {
  const report = valuesAt(doing.tree, 'stopReport').includes('yes') ? 'stop' : 'goes-on'
  return done(doing, 'withdrawn', (ctx) =>
    withdrawConsent(ctx, { report, why: textIn(doing.tree, 'withdrawWhy') }),
  )
}

function textIn(tree: FormTree, name: string): string {
  return valuesAt(tree, name).join('\n').trim()
}
