/** Search: one field, results over what this person may see, nothing said about the rest. */
import type { Urgency } from '#src/domain/cases/urgency.ts'
import { isRole, may, permissionsOf } from '#src/domain/disclosure/roles.ts'
import { Button, ButtonLink, TextField } from '#src/web/ui/staff/form.tsx'
import { at, EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, UrgencyTag } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'

export type SearchHit = {
  readonly kind: 'case' | 'person' | 'report' | 'body'
  readonly title: string
  readonly href: string
  readonly code?: string
  readonly context: string
  readonly urgency?: Urgency
  readonly how: 'exact' | 'similar' | 'village'
}

export type SearchView = {
  /** Empty before the first search. */
  readonly words: string
  readonly hits: readonly SearchHit[]
  readonly paging?: PagingView
}

function Hit({ frame, hit }: { readonly frame: StaffFrame; readonly hit: SearchHit }) {
  const words = frame.t.kerjaCari
  return (
    <li>
      <StateTag tone="plain">{words.kind[hit.kind]}</StateTag>
      <div>
        <h3>
          <a href={hit.href}>{hit.title}</a>
        </h3>
        <p class="under">
          {hit.code && (
            <>
              <span class="code">{hit.code}</span>
              <span class="dot"></span>
            </>
          )}
          {hit.context}
        </p>
      </div>
      <div class="time">{words.how[hit.how]}</div>
      {hit.urgency ? <UrgencyTag frame={frame} urgency={hit.urgency} /> : <span></span>}
    </li>
  )
}

const PERSONS = ['match.read', 'search.read', 'missing.ask'] as const

function looksForPersons(frame: StaffFrame): boolean {
  const allowed = permissionsOf(frame.who.roles.filter(isRole))
  return PERSONS.some((each) => allowed.has(each))
}

export function SearchPage({ frame, view }: { readonly frame: StaffFrame; readonly view: SearchView }) {
  const words = frame.t.kerjaCari
  const searched = view.words !== ''
  return (
    <StaffPage frame={frame} current="search" title={words.title}>
      <Head
        title={words.title}
        context={searched ? words.results(view.paging?.total ?? view.hits.length) : undefined}
      >
        {looksForPersons(frame) && (
          <ButtonLink href={at(frame, '/kerja/orang-hilang')}>{frame.t.kerjaPencarian.title}</ButtonLink>
        )}
        {may(frame.who.roles.filter(isRole), 'network.read') && (
          <ButtonLink href={at(frame, '/kerja/jaringan')}>{frame.t.kerjaJaringan.title}</ButtonLink>
        )}
      </Head>
      <form role="search" action={at(frame, '/kerja/cari')} class="body">
        <TextField
          form={{ ...EMPTY_FORM, values: { q: view.words } }}
          name="q"
          label={words.label}
          hint={words.hint}
          type="search"
          wide="wide"
        />
        <p class="buttons">
          <Button kind="main">{words.submit}</Button>
        </p>
      </form>
      {searched && view.hits.length === 0 && <Empty title={words.none(view.words)} text={words.noneText} />}
      {view.hits.length > 0 && (
        <ul class="rows">
          {view.hits.map((hit) => (
            <Hit frame={frame} hit={hit} />
          ))}
        </ul>
      )}
      {view.paging && view.hits.length > 0 && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}
