/** From what the directory may say to what the pages show. */
import { findEmergencyNumbers, type EmergencyNumbers } from '#src/modules/directory/index.ts'
import { runAs } from '#src/platform/db/context.ts'
import type { Req } from '#src/web/http.ts'
import type { CheckedNumber, UnverifiedNumber } from '#src/web/ui/public/lists.tsx'

export type ShownNumbers = {
  readonly checked: readonly CheckedNumber[]
  readonly unverified: readonly UnverifiedNumber[]
}

export async function numbersFor(req: Req, country: string): Promise<ShownNumbers> {
  if (!/^[A-Z]{2}$/.test(country)) return { checked: [], unverified: [] }
  const numbers = await runAs(req.platform, { kind: 'public' }, (ctx) =>
    findEmergencyNumbers(ctx, country, req.lang),
  )
  const checked = numbers.checked.map((each) => ({
    who: each.name,
    shown: each.value,
    dial: each.value,
    checkedOn: each.checkedOn,
    ...(each.details && { details: each.details }),
  }))
  return { checked, unverified: checked.length > 0 ? [] : unverified(req, numbers) }
}

function unverified(
  { t, lang }: Req,
  { country, headOffice }: EmergencyNumbers,
): readonly UnverifiedNumber[] {
  const words = t.pelapor
  const shown: UnverifiedNumber[] = []
  if (country)
    shown.push({
      who: words.services[country.service],
      shown: country.number,
      dial: country.number,
      ...(country.area && { details: words.inArea(country.area[lang]) }),
      source: country.source.url === null ? words.generalKnowledge : country.source.citation,
      sourceDate: country.asOf,
    })
  if (headOffice)
    shown.push({
      who: words.headOffice,
      shown: headOffice.value,
      dial: headOffice.value,
      ...(headOffice.reachableFrom === 'ID' && { details: words.onlyFromIndonesia }),
      source: words.headOfficeSource,
      sourceDate: headOffice.asOf,
    })
  return shown
}
