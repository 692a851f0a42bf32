/** Every country with its region and what is known; the count that the paper cites stands beside it, never as ours. */
import { WORLD_REGIONS } from '#src/domain/law/country-page.ts'
import { href } from '#src/web/ui/href.ts'
import { SelectField } from '#src/web/ui/public/form-parts.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { BackTo } from './parts.tsx'
import type { RegisterRow, RegisterView } from './register-view.ts'

export type RegisterPageProps = PageFrame & { readonly register: RegisterView }

const PATH = '/negara/daftar'

export function RegisterPage({ register, ...frame }: RegisterPageProps) {
  const { lang, t } = frame
  const words = t.negara.daftar
  const { cited } = register
  return (
    <PublicPage {...frame} title={t.situs.titles.list} path={PATH}>
      <BackTo frame={frame} path="/negara">
        {t.negara.title}
      </BackTo>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        {words.cited(cited.states, cited.territories)} {words.citedSource(cited.source)}
      </p>
      <p>
        {words.known(register.withAgreements, register.namedByPaper)} {words.difference}
      </p>
      <p class="small">{words.assigned}</p>
      <form action={href(lang, PATH)}>
        <SelectField
          id="kawasan"
          name="kawasan"
          label={words.region}
          value={register.region ?? ''}
          options={[
            { value: '', label: words.everyRegion },
            ...WORLD_REGIONS.map((value) => ({ value, label: words.regions[value] })),
          ]}
        />
        <div class="buttons">
          <button class="button quiet">{words.show}</button>
        </div>
      </form>
      <Rows frame={frame} register={register} />
      <Pages frame={frame} register={register} />
      <p>
        <a href={href(lang, `${PATH}.csv`)}>{words.csv}</a>
      </p>
    </PublicPage>
  )
}

type Part = { readonly frame: PageFrame; readonly register: RegisterView }

function Rows({ frame, register }: Part) {
  const words = frame.t.negara.daftar
  return (
    <table class="stack after">
      <caption class="hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.country}</th>
          <th scope="col">{words.region}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {register.rows.map((row) => (
          <tr>
            <th scope="row">
              <Name frame={frame} row={row} />
            </th>
            <td>{row.region}</td>
            <td>
              <Known frame={frame} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Name({ frame, row }: { readonly frame: PageFrame; readonly row: RegisterRow }) {
  const words = frame.t.negara.daftar
  return (
    <>
      {row.page === 'has-page' ? (
        <a href={href(frame.lang, `/negara/${row.iso.toLowerCase()}`)}>{row.name}</a>
      ) : (
        <strong>{row.name}</strong>
      )}
      {row.status !== 'state' && <small> ({words.statuses[row.status]})</small>}
    </>
  )
}

function Known({ frame, row }: { readonly frame: PageFrame; readonly row: RegisterRow }) {
  if (row.agreements.length === 0 && row.known.length === 0)
    return <small>{frame.t.negara.daftar.nothing}</small>
  return (
    <>
      {row.agreements.map((law, at) => (
        <>
          {at > 0 && '; '}
          <a href={href(frame.lang, law.path)}>{law.label}</a>
        </>
      ))}
      {row.agreements.length > 0 && row.known.length > 0 && '. '}
      {row.known.join('. ')}
    </>
  )
}

function Pages({ frame, register }: Part) {
  const words = frame.t.negara.daftar
  const { current, total, count, region } = register
  const link = (page: number) =>
    href(frame.lang, `${PATH}?${region === undefined ? '' : `kawasan=${region}&`}hal=${page}`)
  return (
    <nav aria-label={words.pages}>
      <p class="after">
        {words.page(current, total, count)} {current > 1 && <a href={link(current - 1)}>{words.previous}</a>}{' '}
        {current < total && <a href={link(current + 1)}>{words.next}</a>}
      </p>
    </nav>
  )
}
