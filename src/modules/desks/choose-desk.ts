import { calendarOf } from '#src/domain/deadlines/calendar.ts'
import type { WorkPlace } from '#src/domain/deadlines/clock.ts'
import type { Context } from '#src/platform/db/context.ts'
import { UnavailableError } from '#src/platform/errors.ts'
import { loadReference } from '#src/platform/reference.ts'
import { listDesks } from './desk-queries.ts'
import { pickDesk, type ChosenDesk, type DeskWish } from './pick-desk.ts'

/**
 * The desk that owns a new report. `ownOrg` is the body that writes it down for a caller, and keeps it unless the
 * caller named another or must be kept from it. Throws UnavailableError('desk.none') when no body may see it.
 */
export async function chooseDesk(ctx: Context, wish: DeskWish, ownOrg?: string): Promise<ChosenDesk> {
  const desks = await listDesks(ctx)
  const chosen = pickDesk(desks, wish)
  if (!chosen) throw new UnavailableError('desk.none')
  const own = desks.find((desk) => desk.id === ownOrg)
  if (own && chosen.why !== 'picked' && !chosen.keptFromOrgs.includes(own.id))
    return { ...chosen, desk: own, why: 'picked' }
  return chosen
}

/** The working days and the time zone of a body. Holidays are known for Indonesia; elsewhere only the weekend is. */
export function workPlaceOf(body: { readonly country: string | null; readonly timeZone: string }): WorkPlace {
  const country = body.country ?? 'ID'
  const holidays = country === 'ID' ? holidaysAtHome() : []
  return { calendar: calendarOf(country, holidays), timeZone: body.timeZone }
}

function holidaysAtHome(): readonly string[] {
  return loadReference().holidayYears.flatMap((year) => year.days.map((day) => day.date))
}
