import { isRole, may } from '#src/domain/disclosure/roles.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { createKey, loadKeys } from '#src/platform/db/keys-queries.ts'
import { InvalidInputError, NotAllowedError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import {
  keepRuling,
  selectCounts,
  selectEarlier,
  selectFindings,
  settleRow,
  type FindingQuestion,
} from './competence-queries.ts'

export type Ruling = {
  /** Who acts from now on, and why; no word of any case. */
  readonly text: string
  /** What it rests on: "UU 18/2017 Pasal 47". */
  readonly citation: string
}

type GivenRuling = Ruling & { readonly by: string | undefined; readonly at: Date }

export type Finding = {
  readonly id: string
  readonly kind: 'overlap' | 'hole'
  readonly need: string
  readonly place: string
  readonly state: 'open' | 'settled'
  readonly version: number
  readonly ruling?: GivenRuling
  /** Rulings that a later one replaced, the oldest first. */
  readonly earlier: readonly GivenRuling[]
  /** Only for a reader who may open the case that showed it. */
  readonly shownBy?: {
    readonly code: string
    readonly foundAt: Date
    readonly phase: string
    readonly personKind: string
    readonly bodies: readonly string[]
    readonly rules: readonly string[]
    readonly asOf: string
    readonly rulebookVersion: string
  }
}

export type FindingFilter = Omit<FindingQuestion, 'id' | 'offset' | 'limit'>
export const FINDINGS_PAGE = 50
/** An export is a page of a spreadsheet, not a copy of the database. */
const MOST_EXPORTED = 5000
const LONGEST = 2000

/** One page of the register, and one more row when there is a next page. Recorded as a list. */
export async function listFindings(
  ctx: StaffContext,
  filter: FindingFilter,
  page: number,
): Promise<readonly Finding[]> {
  const found = await read(ctx, { ...filter, offset: page * FINDINGS_PAGE, limit: FINDINGS_PAGE + 1 })
  await writeAudit(ctx, {
    verb: 'competence.listed',
    subjectKind: 'competence-register',
    details: { shown: Math.min(found.length, FINDINGS_PAGE) },
  })
  return found
}

/** The same rows for a file; recorded as an export. */
export async function exportFindings(ctx: StaffContext, filter: FindingFilter): Promise<readonly Finding[]> {
  const found = await read(ctx, { ...filter, offset: 0, limit: MOST_EXPORTED })
  await writeAudit(ctx, {
    verb: 'competence.exported',
    subjectKind: 'competence-register',
    details: { shown: found.length },
  })
  return found
}

/** One finding, to settle it. NotFoundError both where there is none and where this reader may not know of it. */
export async function getFinding(ctx: StaffContext, id: string): Promise<Finding> {
  const [found] = await read(ctx, { id, offset: 0, limit: 1 })
  if (!found) throw new NotFoundError('competence.not-found')
  return found
}

async function read(ctx: StaffContext, question: FindingQuestion): Promise<readonly Finding[]> {
  const rows = await selectFindings(ctx, question)
  const replaced = await selectEarlier(
    ctx,
    rows.flatMap((row) => (row.state === 'settled' ? [row.id] : [])),
  )
  const keys = await loadKeys(
    ctx,
    [...rows, ...replaced].flatMap((row) => (row.key_id ? [row.key_id] : [])),
  )
  const earlierOf = (id: string): readonly GivenRuling[] =>
    replaced.flatMap((each) => {
      if (each.finding_id !== id) return []
      const words = keys
        .get(each.key_id)
        ?.openJson<Ruling>(`competence_findings.ruling_sealed/${id}`, each.ruling_sealed)
      return words ? [{ ...words, by: each.settled_name ?? undefined, at: each.settled_at }] : []
    })
  return rows.map((row): Finding => {
    const key = row.key_id === null ? undefined : keys.get(row.key_id)
    const words =
      key && row.ruling_sealed
        ? key.openJson<Ruling>(`competence_findings.ruling_sealed/${row.id}`, row.ruling_sealed)
        : undefined
    return {
      id: row.id,
      kind: row.kind as Finding['kind'],
      need: row.need,
      place: row.place,
      state: row.state as Finding['state'],
      version: row.version,
      earlier: earlierOf(row.id),
      ...(words &&
        row.settled_at && { ruling: { ...words, by: row.settled_name ?? undefined, at: row.settled_at } }),
      ...shownBy(row),
    }
  })
}

type Row = Awaited<ReturnType<typeof selectFindings>>[number]

function shownBy(row: Row): Pick<Finding, 'shownBy'> {
  const { code, found_at: foundAt, phase, person_kind: personKind, bodies, rules } = row
  if (code === null || foundAt === null || phase === null || personKind === null) return {}
  return {
    shownBy: {
      code,
      foundAt,
      phase,
      personKind,
      bodies: bodies ?? [],
      rules: rules ?? [],
      asOf: row.as_of ?? '',
      rulebookVersion: row.rulebook_version ?? '',
    },
  }
}

export type FindingCount = {
  readonly need: string
  readonly place: string
  readonly kind: string
  readonly state: string
  /** At least so many; undefined: fewer than five at every body. */
  readonly found: number | undefined
}

/** Figures over all bodies, without any case. */
export async function countFindings(ctx: StaffContext): Promise<readonly FindingCount[]> {
  await writeAudit(ctx, { verb: 'competence.counted', subjectKind: 'competence-register' })
  return (await selectCounts(ctx)).map(({ found, ...rest }) => ({
    ...rest,
    found: found === null ? undefined : Number(found),
  }))
}

/** Writes who must act and on which article. A ruling that stands is replaced and kept as an earlier one. */
export async function settleFinding(
  ctx: StaffContext,
  at: { readonly id: string; readonly version: number },
  given: Ruling,
): Promise<void> {
  if (!may(ctx.actor.roles.filter(isRole), 'competence.rule'))
    throw new NotAllowedError('competence.not-yours')
  const found = await getFinding(ctx, at.id)
  const ruling = checked(given)
  if (found.version !== at.version) throw new StaleVersionError('competence.changed-meanwhile', found)
  await keepStanding(ctx, at.id)
  const key = await createKey(ctx, 'finding', at.id)
  const sealed = key.sealJson(`competence_findings.ruling_sealed/${at.id}`, ruling)
  if (!(await settleRow(ctx, at, { keyId: key.id, sealed })))
    throw new StaleVersionError('competence.changed-meanwhile', found)
  await writeJournal(ctx, {
    verb: found.state === 'settled' ? 'competence.corrected' : 'competence.settled',
    subjectKind: 'competence-finding',
    subjectId: at.id,
  })
}

async function keepStanding(ctx: StaffContext, findingId: string): Promise<void> {
  const [row] = await selectFindings(ctx, { id: findingId, offset: 0, limit: 1 })
  const { key_id: keyId, ruling_sealed: sealed, settled_by: by, settled_at: at } = row ?? {}
  if (keyId && sealed && by && at) await keepRuling(ctx, { findingId, keyId, sealed, by, at })
}

function checked(given: Ruling): Ruling {
  const ruling = { text: given.text.trim(), citation: given.citation.trim() }
  const problems = (['text', 'citation'] as const).flatMap((path) => {
    if (ruling[path] === '') return [{ path, code: 'text.missing' }]
    return ruling[path].length > LONGEST ? [{ path, code: 'text.too-long' }] : []
  })
  if (problems.length > 0) throw new InvalidInputError(problems)
  return ruling
}
