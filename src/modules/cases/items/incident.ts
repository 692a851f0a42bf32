import type { StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { writeAudit } from '#src/platform/audit/journal-queries.ts'
import { createKey, loadKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { parsePartialDate } from '#src/domain/kernel/partial-date.ts'
import { updateCase } from '../case-queries.ts'
import type { SealedIncident } from '../sealed.ts'
import { findIncident, listIncidentCases, listIncidentRows } from './item-queries.ts'
import { insertIncident } from './item-write-queries.ts'
import { inCase } from './write-item.ts'

/** One event with many cases; the case that names it first belongs to it. */
export async function startIncident(
  ctx: StaffContext,
  incident: {
    readonly code: string
    readonly version: number
    readonly name: string
    readonly country: string | null
    readonly happened: string
  },
): Promise<string> {
  if (incident.name.trim() === '') throw new InvalidInputError([{ path: 'name', code: 'text.missing' }])
  const happened = incident.happened === '' ? null : parsePartialDate(incident.happened)
  if (happened === undefined) throw new InvalidInputError([{ path: 'happened', code: 'date.not-understood' }])
  const id = ctx.newId()
  const key = await createKey(ctx, 'incident', id)
  const words: SealedIncident = { name: incident.name }
  await insertIncident(ctx, {
    id,
    orgId: ctx.actor.orgId,
    country: incident.country,
    happened,
    keyId: key.id,
    sealed: key.sealJson(`incidents.sealed/${id}`, words),
  })
  await joinIncident(ctx, { code: incident.code, version: incident.version, incidentId: id })
  return id
}

export async function joinIncident(
  ctx: StaffContext,
  join: { readonly code: string; readonly version: number; readonly incidentId: string },
): Promise<void> {
  if (!(await findIncident(ctx, join.incidentId))) throw new NotFoundError('incident.not-found')
  await inCase(ctx, join.code, async ({ caseId, row }) => {
    if (!(await updateCase(ctx, caseId, join.version, { incident_id: join.incidentId })))
      throw new StaleVersionError('case.changed-meanwhile', {
        version: row.version,
        field: 'facts',
        theirs: '',
        at: null,
      })
    return {
      verb: 'case.joined-incident',
      subjectKind: 'incident',
      subjectId: join.incidentId,
      result: undefined,
    }
  })
}

/** An incident and those of its cases that the reader may open; recorded as a page of a list. */
export async function readIncident(ctx: StaffContext, incidentId: string) {
  const row = await findIncident(ctx, incidentId)
  if (!row) throw new NotFoundError('incident.not-found')
  const key = await loadKey(ctx, row.key_id)
  await writeAudit(ctx, { verb: 'incident.opened', subjectKind: 'incident', subjectId: incidentId })
  return {
    id: row.id,
    name: key.openJson<SealedIncident>(`incidents.sealed/${row.id}`, row.sealed).name,
    country: row.country,
    happened: row.happened,
    cases: await listIncidentCases(ctx, incidentId),
  }
}

/** Incidents that a case may join: names only, the newest first. */
export async function listIncidents(
  ctx: StaffContext,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await listIncidentRows(ctx, ctx.actor.orgId)
  const keys = await loadKeys(
    ctx,
    rows.map((row) => row.key_id),
  )
  return rows.flatMap((row) => {
    const words = keys.get(row.key_id)?.openJson<SealedIncident>(`incidents.sealed/${row.id}`, row.sealed)
    return words ? [{ id: row.id, name: words.name }] : []
  })
}
