/** Persons of a case: a new one, one of another case, a change with both versions on a clash. */
import {
  addKnownPerson,
  addNewPerson,
  changePersonInCase,
  findKnownPersons,
  readCase,
  UNKNOWN_ROLE_FIELDS,
  type CasePerson,
} from '#src/modules/cases/index.ts'
import { blankPerson, mergeFacts } from '#src/modules/people/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { formState, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FormState } from '#src/web/ui/staff/frame.ts'
import { asMe, idIn, problemsOf, workFrame } from '../../casework.ts'
import { casePath } from '../case-head.tsx'
import { itemId, onTab } from '../case-post-routes.tsx'
import { codeOf, showCase } from '../show-case.tsx'
import { VersionsPage } from '../versions-page.tsx'
import { inShort, personValues, typedPerson, type TypedPerson } from './person-form.ts'
import { EditPersonPage, type EditPersonView } from './person-page.tsx'

const addPerson = (req: StaffReq): Promise<Response> =>
  onTab(req, 'people', 'names', (ctx, form) => addNewPerson(ctx, { code: codeOf(req), ...typedPerson(form) }))

const joinPerson = (req: StaffReq): Promise<Response> =>
  onTab(req, 'people', 'names', (ctx, form) =>
    addKnownPerson(ctx, {
      code: codeOf(req),
      personId: idIn(form.one('person')),
      roles: form.all('roles'),
      fields: UNKNOWN_ROLE_FIELDS,
    }),
  )

async function find(req: StaffReq): Promise<Response> {
  const words = (await readForm(req)).one('dikenal')
  const found = await asMe(req, (ctx) => findKnownPersons(ctx, words))
  const known = found.map((person) => ({
    id: person.id,
    name: person.name ?? req.t.kerjaUmum.unknown,
    cases: person.cases,
  }))
  return showCase(req, 'people', { known })
}

async function personIn(req: StaffReq): Promise<CasePerson> {
  const id = itemId(req)
  const file = await asMe(req, (ctx) => readCase(ctx, codeOf(req), 'work', 'people'))
  const person = file.persons.find((each) => each.person_id === id)
  if (!person?.person) throw new NotFoundError('person.not-found')
  return person
}

async function editPage(req: StaffReq, form?: FormState, status: 200 | 422 = 200): Promise<Response> {
  const person = await personIn(req)
  const view: EditPersonView = {
    code: codeOf(req),
    personId: person.person_id,
    name: person.person?.facts?.names[0] ?? req.t.kerjaUmum.unknown,
    versions: { person: String(person.person?.version ?? 1), role: String(person.version) },
    form: form ?? { values: personValues(person), problems: [] },
  }
  return page(req, <EditPersonPage frame={workFrame(req)} view={view} />, status)
}

async function bothVersions(req: StaffReq, form: FormValues, typed: TypedPerson): Promise<Response> {
  const person = await personIn(req)
  const frame = workFrame(req)
  const roles: Readonly<Record<string, string>> = frame.t.kerjaKode.role
  const inWords = (codes: readonly string[]): string => codes.map((code) => roles[code] ?? '').join(', ')
  const given = Object.fromEntries(
    Object.entries(form.given)
      .filter(([name]) => name !== 'pakai')
      .map(([name, values]) => [name, values.join(',')]),
  )
  const view = {
    code: codeOf(req),
    field: req.t.kerjaBerkas.person.name,
    stored: {
      at: frame.now,
      text: [inShort(person.person?.facts ?? blankPerson()), inWords(person.roles)].join('; '),
    },
    typed: [inShort(typed.facts), inWords(typed.roles)].join('; '),
    action: casePath(frame, codeOf(req), `/orang/${person.person_id}/ubah`),
    hidden: {
      ...given,
      personVersion: String(person.person?.version ?? 1),
      roleVersion: String(person.version),
    },
  }
  return page(req, <VersionsPage frame={frame} view={view} />, 409)
}

/** `pakai`: the answer to two versions; without it a plain change. */
async function change(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const done = (): Response => seeOther(req, `/kerja/kasus/${codeOf(req)}/orang?kabar=disimpan`)
  if (form.one('pakai') === 'tersimpan') return done()
  try {
    const typed = typedPerson(form)
    try {
      await save(req, form, form.one('pakai') === 'keduanya' ? await merged(req, typed) : typed)
    } catch (error) {
      if (error instanceof StaleVersionError) return await bothVersions(req, form, typed)
      throw error
    }
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return editPage(req, formState(form, problemsOf(req, error, 'names')), 422)
  }
  return done()
}

async function merged(req: StaffReq, typed: TypedPerson): Promise<TypedPerson> {
  const stored = await personIn(req)
  return {
    ...typed,
    roles: [...new Set([...stored.roles, ...typed.roles])],
    facts: mergeFacts(stored.person?.facts ?? blankPerson(), typed.facts),
  }
}

const save = (req: StaffReq, form: FormValues, typed: TypedPerson): Promise<void> =>
  asMe(req, (ctx) =>
    changePersonInCase(ctx, {
      ...typed,
      code: codeOf(req),
      personId: itemId(req),
      personVersion: Number(form.one('personVersion')),
      roleVersion: Number(form.one('roleVersion')),
    }),
  )

const WRITE = ['case.write'] as const
export const personRoutes: readonly Route[] = [
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/orang', access: WRITE, handle: addPerson }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/orang/kenal', access: WRITE, handle: joinPerson }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/orang/cari', access: WRITE, handle: find }),
  staffRoute({
    method: 'get',
    path: '/kerja/kasus/:kode/orang/:id/ubah',
    access: WRITE,
    handle: (req) => editPage(req),
  }),
  staffRoute({ method: 'post', path: '/kerja/kasus/:kode/orang/:id/ubah', access: WRITE, handle: change }),
]
