import type { Permission } from '#src/domain/disclosure/roles.ts'
import { findOfficer } from '#src/modules/accounts/index.ts'
import { runAs, type ClientActor, type Context, type StaffContext } from '#src/platform/db/context.ts'
import { InvalidInputError } from '#src/platform/errors.ts'
import type { Platform } from '#src/platform/platform.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

type Program = { readonly platform: Platform; readonly program: ClientActor }

/**
 * The use cases of the workspace for a program. The database sees the program, which is no person (so what belongs to
 * persons, protected cases above all, stays shut); the journal names the program.
 */
export function asProgram<T>(
  { platform, program }: Program,
  work: (ctx: StaffContext) => Promise<T>,
): Promise<T> {
  return runAs(platform, program, (ctx) => work(standIn(ctx, NOBODY)))
}

/** For what a person must answer for: the named colleague becomes responsible, the program did it. */
export function forOfficer<T>(
  { platform, program }: Program,
  officer: { readonly signInName: string; readonly may: Permission },
  work: (ctx: StaffContext) => Promise<T>,
): Promise<T> {
  return runAs(platform, program, async (ctx) => {
    const staffId = await findOfficer(ctx, { ...officer, orgId: program.orgId })
    if (staffId === undefined) throw new InvalidInputError([{ path: 'officer', code: 'officer.unknown' }])
    return work(standIn(ctx, staffId))
  })
}

/** Still the program to the journal; `staffId` is what rows name. */
function standIn(ctx: Context, staffId: string): StaffContext {
  return { ...ctx, actor: { ...ctx.actor, staffId } } as unknown as StaffContext
}
