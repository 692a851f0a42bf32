/** Who read what: the supervisor of the team, the auditor, the data-protection officer. Looking is recorded too. */
import { listOfficers, READ_ACTIONS, readReads, type ReadAction } from '#src/modules/cases/index.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { asMe, idIn, pageHref, pageOf, workFrame } from '../casework.ts'
import { AuditPage, type AuditRow, type AuditView } from './watch-pages.tsx'

const ON_PAGE = 50

type Read = Awaited<ReturnType<typeof readReads>>[number]

function rowOf(req: StaffReq, read: Read): AuditRow {
  const words = req.t.kerjaBerkas.reads
  const tabs: Readonly<Record<string, string>> = req.t.kerjaKasus.tab
  const details = read.details as Readonly<Record<string, string | undefined>>
  const part = tabs[details['part'] ?? '']
  const purpose = words.purpose[details['purpose'] ?? '']
  const code = read.code ?? (read.case_id === null ? '' : words.deleted)
  return {
    at: read.created_at,
    who: read.display_name ?? req.t.kerjaUmum.unknown,
    action: read.action,
    what: [code, part].filter(Boolean).join(', '),
    ...(purpose !== undefined && { purpose }),
  }
}

async function audit(req: StaffReq): Promise<Response> {
  const asked = (name: string): string => (req.c.req.query(name) ?? '').trim()
  const current = pageOf(req)
  const action = READ_ACTIONS.find((each) => each === asked('perbuatan'))
  const { reads, people } = await asMe(req, async (ctx) => ({
    reads: await readReads(ctx, {
      ...(asked('petugas') !== '' && { staffId: idIn(asked('petugas')) }),
      ...(asked('kasus') !== '' && { code: asked('kasus').toUpperCase().slice(0, 40) }),
      ...(action !== undefined && { action }),
      offset: current * ON_PAGE,
      limit: ON_PAGE + 1,
    }),
    people: await listOfficers(ctx),
  }))
  const shown = reads.slice(0, ON_PAGE)
  const from = current * ON_PAGE
  const view: AuditView = {
    rows: shown.map((read) => rowOf(req, read)),
    paging: {
      from: shown.length === 0 ? 0 : from + 1,
      to: from + shown.length,
      total: from + reads.length,
      ...(current > 0 && { previous: pageHref(req, current - 1) }),
      ...(reads.length > ON_PAGE && { next: pageHref(req, current + 1) }),
    },
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    form: {
      values: {
        petugas: asked('petugas'),
        kasus: asked('kasus'),
        perbuatan: action satisfies ReadAction | undefined,
      },
      problems: [],
    },
  }
  return page(req, <AuditPage frame={workFrame(req)} view={view} />)
}

export const auditRoutes: readonly Route[] = [
  staffRoute({
    method: 'get',
    path: '/kerja/pengaturan/audit',
    access: ['readers.read', 'audit.read'],
    handle: audit,
  }),
]
