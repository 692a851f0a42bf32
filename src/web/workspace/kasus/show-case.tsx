/** Opens a case and shows one of its tabs; every opening goes through readCase, which records it. */
import { listOrganisations } from '#src/modules/accounts/index.ts'
import {
  listFilesToTakeIn,
  listOfficers,
  listProtectedReaders,
  readCase,
  readHistory,
  readMessages,
  type CaseFile,
} from '#src/modules/cases/index.ts'
import { readRouting } from '#src/modules/competence/index.ts'
import { listClocksOfCase } from '#src/modules/clocks/index.ts'
import { listTracks } from '#src/modules/tracks/index.ts'
import { listReferralsOfCase, listOrgs } from '#src/modules/referrals/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { isRole, permissionsOf } from '#src/domain/disclosure/roles.ts'
import { NOTE_CLASSES } from '#src/domain/cases/codes.ts'
import { READER_KINDS } from '#src/domain/reports/report.ts'
import { page, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM, type FormState, type NoticeView, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { asMe, workFrame } from '../casework.ts'
import { CasePage } from './case-page.tsx'
import type { CaseAction, CaseTab, CaseTabView, CaseView, KnownPersonView } from './case-view.ts'
import { tracksOf } from './jalur/track-view.ts'
import { routingOf } from './kebutuhan/routing-panel.tsx'
import { headOf } from './case-head-of.ts'
import { stepsOfCase } from './case-steps.tsx'
import * as show from './case-view-of.ts'
import { consentMatrix, consentRows } from './persetujuan/consent-view.ts'

export type ShownCase = {
  readonly form?: FormState
  readonly conflict?: CaseView['conflict']
  readonly flash?: NoticeView
  readonly known?: readonly KnownPersonView[]
  readonly status?: 200 | 409 | 422
}

export async function showCase(req: StaffReq, tab: CaseTab, shown: ShownCase = {}): Promise<Response> {
  const code = codeOf(req)
  const frame = workFrame(req, shown.flash ? { flash: shown.flash } : {})
  const view = await asMe(req, async (ctx): Promise<CaseView> => {
    if (tab === 'messages') await readMessages(ctx, code)
    const file = await readCase(ctx, code, 'work', tab)
    const team = file.row.protected ? (await listProtectedReaders(ctx, file.row.id)).length : 0
    return {
      head: headOf(frame, file, team),
      body: {
        ...(await bodyOf(ctx, frame, file, tab, actionsOf(req, file))),
        ...(shown.known && { known: shown.known }),
      } as CaseTabView,
      may: actionsOf(req, file),
      version: String(file.row.version),
      form: shown.form ?? EMPTY_FORM,
      ...(shown.conflict && { conflict: shown.conflict }),
    }
  })
  return page(req, <CasePage frame={frame} view={view} />, shown.status ?? 200)
}

export function codeOf(req: StaffReq): string {
  return (req.c.req.param('kode') ?? '').toUpperCase()
}

function actionsOf(req: StaffReq, file: CaseFile): readonly CaseAction[] {
  const allowed = permissionsOf(req.who.actor.roles.filter(isRole))
  const open = file.row.state === 'open'
  const writes = allowed.has('case.write')
  return [
    ...(writes ? (['note'] as const) : []),
    ...(writes && open ? (['add'] as const) : []),
    ...(allowed.has('message.write') ? (['message'] as const) : []),
    ...(allowed.has('consent.record') ? (['consent'] as const) : []),
    ...(allowed.has('referral.send') && open ? (['refer'] as const) : []),
    ...(allowed.has('case.close') ? ([open ? 'close' : 'reopen'] as const) : []),
    ...(allowed.has('case.read') ? (['print'] as const) : []),
    ...(allowed.has('readers.read') ? (['reads'] as const) : []),
  ]
}

async function bodyOf(
  ctx: StaffContext,
  frame: StaffFrame,
  file: CaseFile,
  tab: CaseTab,
  may: readonly CaseAction[],
): Promise<CaseTabView> {
  const orgId = ctx.actor.orgId
  switch (tab) {
    case 'summary':
      return summaryOf(ctx, frame, file)
    case 'people':
      return { tab, people: show.peopleOf(frame, file, may.includes('add') ? 'edit' : 'read') }
    case 'timeline':
      return {
        tab,
        timeline: show.timelineOf(frame, file, may.includes('add') ? 'edit' : 'read'),
        contradictable: file.timeline.map((entry) => ({
          value: entry.id,
          label: `${entry.words?.date ?? ''} ${(entry.words?.text ?? '').slice(0, 60)}`.trim(),
        })),
      }
    case 'needs':
      return {
        tab,
        needs: show.needsOf(frame, file, orgId),
        routing: routingOf(
          frame,
          file,
          await readRouting(ctx, file),
          may.includes('refer') ? 'refer' : undefined,
        ),
      }
    case 'evidence':
      return {
        tab,
        evidence: show.evidenceOf(frame, file),
        loose: show.looseOf(frame, await listFilesToTakeIn(ctx, file.row.id)),
      }
    case 'chain':
      return { tab, chain: show.chainOf(frame, file, may.includes('add') ? 'edit' : 'read') }
    case 'tracks':
      return { tab, ...tracksOf(frame, file, await listTracks(ctx, file.row.id)) }
    case 'referrals':
      return { tab, referrals: await referrals(ctx, frame, file) }
    case 'notes':
      return { tab, notes: show.notesOf(file), classes: NOTE_CLASSES }
    case 'consent':
      return {
        tab,
        rows: consentRows(frame, file),
        matrix: consentMatrix(frame, file),
        readers: READER_KINDS.map((value) => ({ value, label: frame.t.kerjaKode.reader[value] })),
        bodies: (await listOrgs(ctx)).map((org) => ({ value: org.id, label: org.short_name })),
      }
    case 'tasks':
      return {
        tab,
        tasks: show.tasksOf(frame, file),
        steps: stepsOfCase(frame, file),
        clocks: await listClocksOfCase(ctx, { ...file.row, case_id: file.row.id }),
        officers: (await listOfficers(ctx)).map(({ id, name }) => ({ value: id, label: name })),
      }
    case 'messages':
      return { tab, messages: show.messagesOf(file) }
    case 'documents':
      return {
        tab,
        journal: (await readHistory(ctx, file.row.id)).map((line) => ({
          at: line.created_at,
          who: line.display_name ?? frame.t.kerjaBerkas.actor[line.actor_kind] ?? '',
          what: frame.t.kerjaBerkas.journal[line.verb] ?? frame.t.kerjaBerkas.journalOther,
        })),
      }
    default:
      return tab satisfies never
  }
}

export async function summaryOf(
  ctx: StaffContext,
  frame: StaffFrame,
  file: CaseFile,
): Promise<Extract<CaseTabView, { tab: 'summary' }>> {
  return {
    tab: 'summary',
    people: show.peopleOf(frame, file),
    chain: show.chainOf(frame, file),
    consent: show.consentShort(frame, file),
    needs: show.needsOf(frame, file, ctx.actor.orgId),
    timeline: show.timelineOf(frame, file),
    deadlines: show.deadlinesOf(frame, file),
    referrals: await referrals(ctx, frame, file),
    evidence: show.evidenceOf(frame, file),
  }
}

async function referrals(ctx: StaffContext, frame: StaffFrame, file: CaseFile) {
  const rows = await listReferralsOfCase(ctx, file.row.id)
  const bodies = new Map((await listOrganisations(ctx)).map((body) => [body.id, body.shortName]))
  return show.referralsOf(frame, rows, file, bodies)
}
