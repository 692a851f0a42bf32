/** The country pages as they are: their data hold nothing of a person. */
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { CorridorPage } from './corridor-page.tsx'
import { CountryPage } from './country-page.tsx'
import { countriesWithPage, corridorView, countryView } from './country-view.ts'
import { NegaraPage } from './negara-page.tsx'
import { RegisterPage } from './register-page.tsx'
import { registerView } from './register-view.ts'

export const COUNTRY_DAY = '2026-11-21'

export function negaraPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const countries = countriesWithPage(frame.lang)
  return {
    negara: <NegaraPage {...frame} countries={countries} />,
    'negara-tidak-ada': <NegaraPage {...frame} countries={countries} asked="unknown" />,
    ...Object.fromEntries(countries.flatMap(({ iso }) => pagesOf(frame, iso))),
    ...registerPages(frame),
  }
}

function pagesOf(frame: PageFrame, iso: string): readonly (readonly [string, unknown])[] {
  const reader = { lang: frame.lang, t: frame.t, day: COUNTRY_DAY }
  const country = countryView(reader, iso)
  const corridor = corridorView(reader, iso)
  if (country === undefined || corridor === undefined) throw new Error(`${iso} has no page`)
  return [
    [`negara-${iso.toLowerCase()}`, <CountryPage {...frame} country={country} />],
    [`negara-${iso.toLowerCase()}-koridor`, <CorridorPage {...frame} corridor={corridor} />],
  ]
}

function registerPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const first = registerView(frame.lang, frame.t, undefined, 1)
  const region = registerView(frame.lang, frame.t, 'east-asia-pacific', 1)
  if (first === undefined || region === undefined) throw new Error('the register has no page')
  return {
    'negara-daftar': <RegisterPage {...frame} register={first} />,
    'negara-daftar-kawasan': <RegisterPage {...frame} register={region} />,
  }
}
