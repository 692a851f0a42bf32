/** Persons of the case, a new person, and a person of another case. */
import { Person } from '#src/web/ui/staff/case-parts.tsx'
import { Button, optionsOf, TextField } from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty } from '#src/web/ui/staff/lists.tsx'
import { casePath } from '../case-head.tsx'
import { AddForm, TabSection, type TabProps } from '../case-records.tsx'
import type { CaseView, KnownPersonView } from '../case-view.ts'
import { PersonFields } from './person-fields.tsx'

type Shown = { readonly frame: StaffFrame; readonly view: CaseView }

/** Posts `person` and `roles` to /kerja/kasus/{code}/orang/kenal. */
function KnownPerson({ frame, view, person }: Shown & { readonly person: KnownPersonView }) {
  const words = frame.t.kerjaBerkas.person
  return (
    <li>
      <strong>{person.name}</strong>
      <small>
        {words.inCases} {person.cases.join(', ')}
      </small>
      <form method="post" action={casePath(frame, view.head.code, '/orang/kenal')} class="buttons">
        <input type="hidden" name="person" value={person.id} />
        <label for={`peran-${person.id}`}>{frame.t.kerjaKasus.person.roles}</label>
        <select id={`peran-${person.id}`} name="roles">
          {optionsOf(frame.t.kerjaKode.role).map((role) => (
            <option value={role.value}>{role.label}</option>
          ))}
        </select>
        <Button>{words.join}</Button>
      </form>
    </li>
  )
}

/** Posted, so that a name never stands in an address; the search is recorded without its words. */
function KnownPersons({
  frame,
  view,
  found,
}: Shown & { readonly found: readonly KnownPersonView[] | undefined }) {
  const words = frame.t.kerjaBerkas.person
  return (
    <section class="stack">
      <form method="post" action={casePath(frame, view.head.code, '/orang/cari')} class="panel">
        <h2>{words.known}</h2>
        <TextField form={EMPTY_FORM} name="dikenal" label={words.find} hint={words.knownHint} />
        <p class="buttons">
          <Button>{words.find}</Button>
        </p>
      </form>
      {found?.length === 0 && <Empty title={words.noneKnown} />}
      {found !== undefined && found.length > 0 && (
        <ul class="deadlines">
          {found.map((person) => (
            <KnownPerson frame={frame} view={view} person={person} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Fields: those of PersonFields. */
export function PeopleTab({ frame, view, body }: TabProps<'people'>) {
  const words = frame.t.kerjaKasus
  return (
    <div class="body">
      <TabSection title={words.tab.people} empty={words.empty.people} isEmpty={body.people.length === 0}>
        <ul>
          {body.people.map((person) => (
            <Person frame={frame} person={person} />
          ))}
        </ul>
      </TabSection>
      {view.may.includes('add') && (
        <>
          <AddForm frame={frame} view={view} path="/orang" title={words.person.add}>
            <PersonFields frame={frame} form={view.form} />
          </AddForm>
          <KnownPersons frame={frame} view={view} found={body.known} />
        </>
      )}
    </div>
  )
}
