/** One destination under the same headings as every other: what nobody knows says so in its place. */
import { COUNTRY_HEADINGS, type CountryHeading, type PlacementState } from '#src/domain/law/country-page.ts'
import { href } from '#src/web/ui/href.ts'
import type { IconName } from '#src/web/ui/icons.tsx'
import { Notice } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import type { CountryView } from './country-view.ts'
import { BackTo, Basis, Facts, Nothing, Section, Steps, Unverified } from './parts.tsx'

export type CountryPageProps = PageFrame & {
  readonly country: CountryView
  /** The day that was asked for; left out for today. */
  readonly askedDay?: string
}

const SIGN: Readonly<Record<PlacementState, readonly [kind: 'plain' | 'care' | 'danger', icon: IconName]>> = {
  open: ['plain', 'centang'],
  'open-with-conditions': ['plain', 'centang'],
  'open-government-to-government': ['plain', 'centang'],
  'closed-for-household-work': ['danger', 'larang'],
  unknown: ['care', 'tanya'],
}

export function CountryPage({ country, askedDay, ...frame }: CountryPageProps) {
  const { lang, t } = frame
  const words = t.negara
  const code = country.iso.toLowerCase()
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path={`/negara/${code}`}>
      <BackTo frame={frame} path="/negara">
        {words.back}
      </BackTo>
      <h1>{country.name}</h1>
      <p class="lead">{words.askFirst}</p>
      {askedDay !== undefined && <p>{words.atDate(plainDate(lang, askedDay))}</p>}
      {COUNTRY_HEADINGS.map((heading) => (
        <Section id={heading} title={words.headings[heading]}>
          <Under frame={frame} country={country} heading={heading} />
        </Section>
      ))}
      <div class="buttons">
        <a class="button" href={href(lang, '/lapor')}>
          {words.report}
        </a>
        <a class="button quiet" href={href(lang, `/negara/${code}/koridor`)}>
          {words.corridor}
        </a>
      </div>
    </PublicPage>
  )
}

type Part = { readonly frame: PageFrame; readonly country: CountryView }

function Under({ frame, country, heading }: Part & { readonly heading: CountryHeading }) {
  switch (heading) {
    case 'work':
      return <Work frame={frame} country={country} />
    case 'agreement':
      return (
        <>
          <Agreements frame={frame} country={country} />
          <p>
            <a href={href(frame.lang, `/perjanjian?negara=${country.iso}`)}>
              {frame.t.perjanjian.one(country.name)}
            </a>
          </p>
        </>
      )
    case 'complaint':
      return <Complaint frame={frame} country={country} />
    case 'mission':
      return <Missions frame={frame} country={country} />
    case 'steps':
      return <WhatToDo frame={frame} country={country} />
    case 'checked':
      return <Checked frame={frame} country={country} />
    case 'channel':
    case 'wage':
    case 'passport':
    case 'cautions':
      return (
        <>
          <Facts frame={frame} facts={country[heading]} />
          {heading === 'channel' && (
            <p>
              <a href={href(frame.lang, '/p3mi')}>{frame.t.situs.home.links.p3mi}</a>
            </p>
          )}
          <Basis frame={frame} of={country[heading]} />
        </>
      )
  }
}

function Work({ frame, country }: Part) {
  const { state, fact } = country.placement
  const [kind, icon] = SIGN[state]
  return (
    <>
      <Notice kind={kind} icon={icon} title={`${frame.t.negara.placement[state]}.`}>
        {fact.says}
        {fact.basis.sure === 'secondary' && <small> ({frame.t.negara.sure.secondary})</small>}
        <Unverified frame={frame} sure={fact.basis.sure} />
      </Notice>
      {country.work.length > 0 && <Facts frame={frame} facts={country.work} />}
      <Basis frame={frame} of={[{ basis: fact.basis }, ...country.work]} />
    </>
  )
}

export function Agreements({ frame, country }: Part) {
  if (country.agreement.length === 0) return <Nothing frame={frame} />
  return (
    <>
      <ul class="plain">
        {country.agreement.map((each) => (
          <li>
            <strong>{frame.t.negara.agreement[each.state]}.</strong> {each.says}
            <Unverified frame={frame} sure={each.basis.sure} />
          </li>
        ))}
      </ul>
      <Basis frame={frame} of={country.agreement} />
    </>
  )
}

function Complaint({ frame, country }: Part) {
  const words = frame.t.negara
  if (country.offices.length === 0 && country.complaint.length === 0 && country.line === 'none')
    return <Nothing frame={frame} />
  return (
    <>
      <ul class="plain">
        {country.offices.map((office) => (
          <li>
            <strong>{office.name}</strong>
            <br />
            {office.for}
            <Unverified frame={frame} sure={office.basis.sure} />
          </li>
        ))}
      </ul>
      {country.complaint.length > 0 && <Facts frame={frame} facts={country.complaint} />}
      {country.line === 'not-shown' && <p>{words.line}</p>}
      <Basis frame={frame} of={[...country.offices, ...country.complaint]} />
    </>
  )
}

function Missions({ frame, country }: Part) {
  const words = frame.t.negara
  if (country.missions.length === 0) return <Nothing frame={frame} />
  return (
    <>
      <ul class="plain">
        {country.missions.map((mission) => (
          <li>
            {mission.name}
            <Unverified frame={frame} sure={mission.sure} />
          </li>
        ))}
      </ul>
      <p>
        {words.noNumbers} <a href={href(frame.lang, `/bahaya?negara=${country.iso}`)}>{words.numbers}</a>
      </p>
    </>
  )
}

function WhatToDo({ frame, country }: Part) {
  const words = frame.t.negara
  return (
    <>
      <Steps frame={frame} first={country.firstSteps} facts={country.steps} />
      {country.steps.length === 0 && <p>{words.noSteps}</p>}
      <p class="small">{words.advice}</p>
      <Basis frame={frame} of={country.steps} />
    </>
  )
}

function Checked({ frame, country }: Part) {
  const words = frame.t.negara
  return (
    <p>
      {words.lastRead(plainDate(frame.lang, country.lastRead))} {words.notChecked}
    </p>
  )
}
