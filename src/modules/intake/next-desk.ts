/**
 * Who comes next when a desk stays silent: the body above it, else a head office. Never one that the reporter named, never
 * one that had the report already. Undefined: nobody is left, the desk keeps it and its clock starts again.
 */
import type { Body } from './desk-queries.ts'

const HEAD_OFFICES = ['kp2mi', 'kemlu']
const MOST_LEVELS = 10

export type SilentReport = {
  readonly orgId: string
  readonly keptFrom: readonly string[]
  readonly had: readonly string[]
}

export function nextDesk(bodies: readonly Body[], report: SilentReport): Body | undefined {
  const open = (body: Body | undefined): body is Body =>
    body !== undefined &&
    body.takesReports &&
    body.id !== report.orgId &&
    !report.keptFrom.includes(body.id) &&
    !report.had.includes(body.id)
  const parents = parentsOf(bodies, report.orgId)
  const heads = HEAD_OFFICES.flatMap((kind) => bodies.filter((body) => body.kind === kind))
  return [...parents, ...heads].find(open)
}

function parentsOf(bodies: readonly Body[], orgId: string): readonly Body[] {
  const parents: Body[] = []
  let body = bodies.find((each) => each.id === orgId)
  while (body?.parentId && parents.length < MOST_LEVELS) {
    const parentId: string = body.parentId
    body = bodies.find((each) => each.id === parentId)
    if (body) parents.push(body)
  }
  return parents
}
