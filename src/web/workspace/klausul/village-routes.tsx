/** The check of a village regulation and its template. */
import { checkVillageText } from '#src/domain/clauses/village-check.ts'
import { decideFinding, findText, findVersion, listFindings } from '#src/modules/clauses/index.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { loadLaw } from '#src/platform/law/law-files.ts'
import { loadVillageTemplate } from '#src/platform/law/village-template.ts'
import { idParam, readForm } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { EMPTY_FORM } from '#src/web/ui/staff/frame.ts'
import { villageFileResponse, villageNames } from '#src/web/village-paper.ts'
import { asMe } from '../casework.ts'
import { CLAUSES, clauseFrame, clauseProblems } from './clause-parts.tsx'
import { VillagePage, VillageTemplatePage, type VillageView } from './village-pages.tsx'

async function show(req: StaffReq, wrong?: VillageView['form']): Promise<Response> {
  const id = idParam(req)
  const { text, clauses, findings } = await asMe(req, async (ctx) => {
    const found = await findText(ctx, id)
    const version = found && (await findVersion(ctx, id, found.version))
    if (!found || !version || found.kind !== 'village-regulation') throw new NotFoundError('page.not-found')
    return { text: found, clauses: version.clauses, findings: await listFindings(ctx, id, found.version) }
  })
  const { topics } = loadVillageTemplate()
  const names = new Map(loadLaw().instruments.map((each) => [each.id, each.short]))
  const signals = topics.map(({ code, groups }) => ({ topic: code, groups }))
  const view: VillageView = {
    text: { id, title: text.title, isOwn: text.org_id === req.who.org.id },
    clauses,
    topics: checkVillageText(clauses, signals, findings).flatMap((proposal) => {
      const about = topics.find((each) => each.code === proposal.topic)
      const said = findings.findLast((each) => each.topic === proposal.topic)
      if (about === undefined) return []
      const lawName = names.get(about.law.instrument) ?? about.law.instrument
      return [{ ...proposal, about, lawName, note: said?.note ?? '', decidedBy: said?.body }]
    }),
    ...(wrong && { form: wrong }),
  }
  return page(req, <VillagePage frame={clauseFrame(req)} view={view} />, wrong === undefined ? 200 : 422)
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const topic = form.one('topic')
  const name = (field: string) => (form.given[field] === undefined ? `${field}-${topic}` : field)
  const input = {
    topic,
    finding: form.one(name('finding')),
    clauses: form.all(name('clauses')),
    note: form.one(name('note')),
  }
  const id = idParam(req)
  try {
    await asMe(req, (ctx) => decideFinding(ctx, id, input))
  } catch (error) {
    const problems = clauseProblems(req, error, 'finding')
    return show(req, { topic, form: { values: input, problems } })
  }
  return seeOther(req, `${CLAUSES}/${id}/desa?kabar=temuan#tugas-${topic.replaceAll(/[^a-z]/g, '')}`)
}

function showTemplate(req: StaffReq): Promise<Response> {
  const view = { template: loadVillageTemplate(), form: EMPTY_FORM }
  return page(req, <VillageTemplatePage frame={clauseFrame(req)} view={view} />)
}

const READ = ['advocacy.read'] as const

export const villageRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: `${CLAUSES}/perdes`, access: READ, handle: showTemplate }),
  staffRoute({
    method: 'get',
    path: `${CLAUSES}/perdes/unduh`,
    access: READ,
    handle: (req) =>
      villageFileResponse(
        'docx',
        villageNames((name) => req.c.req.query(name)),
      ),
  }),
  staffRoute({ method: 'get', path: `${CLAUSES}/:id/desa`, access: READ, handle: (req) => show(req) }),
  staffRoute({ method: 'post', path: `${CLAUSES}/:id/desa`, access: ['clause.edit'], handle: decide }),
]
