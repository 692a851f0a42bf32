/** One event with many cases: those that the reader may open. */
import { joinIncident, readIncident, startIncident } from '#src/modules/cases/index.ts'
import { isUrgency } from '#src/domain/cases/urgency.ts'
import { NotFoundError } from '#src/platform/errors.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import { page, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { UrgencyTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { asMe, countryName, workFrame, idIn } from '../casework.ts'
import { onTab } from './case-post-routes.tsx'
import { codeOf } from './show-case.tsx'

type Incident = Awaited<ReturnType<typeof readIncident>>

function IncidentPage({ frame, incident }: { readonly frame: StaffFrame; readonly incident: Incident }) {
  const words = frame.t.kerjaKasus
  const happened = incident.happened
    ? formatPartialDate(incident.happened, frame.lang)
    : frame.t.kerjaUmum.unknown
  return (
    <StaffPage frame={frame} current="cases" title={incident.name}>
      <Head
        title={incident.name}
        context={`${countryName(frame.lang, incident.country, frame.t)}, ${happened}`}
      />
      <div class="body full">
        <Table caption={words.list} columns={[{ label: words.col.code }, { label: words.col.urgency }]}>
          {incident.cases.map((row) => (
            <tr>
              <th scope="row">
                <a href={at(frame, `/kerja/kasus/${row.code}`)} class="code">
                  {row.code}
                </a>
              </th>
              <td>{isUrgency(row.urgency) && <UrgencyTag frame={frame} urgency={row.urgency} />}</td>
            </tr>
          ))}
        </Table>
      </div>
    </StaffPage>
  )
}

async function incident(req: StaffReq): Promise<Response> {
  const id = req.c.req.param('id') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundError('incident.not-found')
  const read = await asMe(req, (ctx) => readIncident(ctx, id))
  return page(req, <IncidentPage frame={workFrame(req)} incident={read} />)
}

/** With `incident` the case joins it; with `name` it starts one. */
function intoIncident(req: StaffReq): Promise<Response> {
  return onTab(req, 'summary', 'name', (ctx, { one }) => {
    const version = Number(one('version'))
    if (one('incident') !== '')
      return joinIncident(ctx, { code: codeOf(req), version, incidentId: idIn(one('incident')) })
    return startIncident(ctx, {
      code: codeOf(req),
      version,
      name: one('name'),
      country: one('country') || null,
      happened: one('happened'),
    })
  })
}

export const incidentRoutes: readonly Route[] = [
  staffRoute({ method: 'get', path: '/kerja/kasus/kejadian/:id', access: ['case.read'], handle: incident }),
  staffRoute({
    method: 'post',
    path: '/kerja/kasus/:kode/kejadian',
    access: ['case.write'],
    handle: intoIncident,
  }),
]
