/** Changing the agreements: facts, steps, parts, and what a newer delivery proposes. */
import { fieldsOf, ITEM_KINDS, type ItemKind } from '#src/domain/agreements/items.ts'
import type { Permission } from '#src/domain/disclosure/roles.ts'
import {
  addItem,
  createAgreement,
  decideProposal,
  editAgreement,
  editItem,
  moveAgreement,
  readAgreement,
  strikeItem,
  type Agreement,
  type AgreementFacts,
  type AgreementItem,
  type GivenFacts,
} from '#src/modules/agreements/index.ts'
import { InvalidInputError, NotFoundError, StaleVersionError } from '#src/platform/errors.ts'
import { loadAgreementFile } from '#src/platform/law/agreement-files.ts'
import { formState, idParam, inWords, readForm, type FormValues } from '#src/web/form-values.ts'
import { page, seeOther, staffRoute, type Route, type StaffReq } from '#src/web/http.ts'
import type { FieldProblem, FormState } from '#src/web/ui/staff/frame.ts'
import { asMe } from '../casework.ts'
import { FactsFormPage, ItemFormPage, type FactsFormView } from './agreement-forms.tsx'
import { TAB_OF } from './agreement-parts.tsx'
import { titleOf, type Content } from './agreement-words.ts'
import { AGREEMENTS } from './agreements-page.tsx'
import { agreementFrame, showAgreement, slugOf } from './show-agreement.tsx'

const EDIT: readonly Permission[] = ['agreement.edit']

function problemsIn(req: StaffReq, error: InvalidInputError): readonly FieldProblem[] {
  const { problem, problemOther } = req.t.kerjaPerjanjian
  return inWords(error.problems, problem, problemOther)
}

function factsIn(form: FormValues): GivenFacts {
  return {
    titleId: form.one('titleId'),
    titleEn: form.one('titleEn'),
    type: form.one('type'),
    states: form.one('states').split(/[\s,;]+/),
    bodies: form.one('bodies').split(/\r?\n/),
    subjects: form.all('subjects'),
    purposes: form.all('purposes'),
    aimId: form.one('aimId'),
    aimEn: form.one('aimEn'),
    instrument: form.one('instrument'),
    form: form.one('form'),
    field: form.one('field'),
    model: form.one('model'),
    citation: form.one('citation'),
    url: form.one('url'),
    confidence: form.one('confidence'),
    noteId: form.one('noteId'),
    noteEn: form.one('noteEn'),
    isPublic: form.one('isPublic') === 'ya',
  }
}

function formOfFacts(facts: AgreementFacts): FormState {
  const { states, bodies, isPublic, ...rest } = facts
  const values = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? '']))
  return {
    values: {
      ...values,
      states: states.join(', '),
      bodies: bodies.join('\n'),
      isPublic: isPublic ? 'ya' : '',
    },
    problems: [],
  }
}

const NEW_FORM: FormState = {
  values: {
    states: 'ID, ',
    type: 'memorandum',
    form: 'unclear',
    field: 'unclear',
    model: 'unclear',
    confidence: 'unverified',
    to: 'idea',
  },
  problems: [],
}

function cooperationOf(req: StaffReq): FactsFormView['cooperation'] {
  const file = loadAgreementFile()
  const list = (lines: readonly { readonly code: string; readonly name: { id: string; en: string } }[]) =>
    lines.map(({ code, name }) => ({ value: code, label: name[req.lang] }))
  return { forms: list(file.forms), fields: list(file.fields), models: list(file.models) }
}

function showFactsForm(
  req: StaffReq,
  view: Omit<FactsFormView, 'cooperation'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const whole = { ...view, cooperation: cooperationOf(req) }
  return page(req, <FactsFormPage frame={agreementFrame(req)} view={whole} />, status)
}

async function create(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const first = { to: form.one('to'), on: form.one('on'), reason: form.one('reason') }
  try {
    const slug = await asMe(req, (ctx) => createAgreement(ctx, factsIn(form), first))
    return seeOther(req, `${AGREEMENTS}/${slug}?kabar=disimpan`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return showFactsForm(req, { form: formState(form, problemsIn(req, error)) }, 422)
  }
}

const open = (req: StaffReq): Promise<Agreement> => asMe(req, (ctx) => readAgreement(ctx, slugOf(req)))

async function showEdit(req: StaffReq): Promise<Response> {
  const { slug, version, facts } = await open(req)
  return showFactsForm(req, { form: formOfFacts(facts), at: { slug, version, title: titleOf(req, facts) } })
}

async function edit(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  const version = Number(form.one('version'))
  try {
    await asMe(req, (ctx) => editAgreement(ctx, { slug, version }, factsIn(form)))
    return seeOther(req, `${AGREEMENTS}/${slug}?kabar=disimpan`)
  } catch (error) {
    if (error instanceof InvalidInputError) {
      const at = { slug, version, title: req.t.kerjaPerjanjian.editTitle }
      return showFactsForm(req, { form: formState(form, problemsIn(req, error)), at }, 422)
    }
    if (error instanceof StaleVersionError) return bothFacts(req, form)
    throw error
  }
}

/** What is stored now above what was typed; sending again replaces it knowingly. */
async function bothFacts(req: StaffReq, form: FormValues): Promise<Response> {
  const { slug, version, facts } = await open(req)
  const labels: Readonly<Record<string, string>> = req.t.kerjaPerjanjian.field
  const { values } = formOfFacts(facts)
  const stored = Object.entries(values).flatMap(([name, value]) => {
    const text = typeof value === 'string' ? value : (value ?? []).join(', ')
    return text === form.all(name).join(', ') ? [] : [[labels[name] ?? name, text] as const]
  })
  const at = { slug, version, title: titleOf(req, facts) }
  return showFactsForm(req, { form: formState(form, []), at, stored }, 409)
}

async function move(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  const seen = { slug, version: Number(form.one('version')) }
  const step = { to: form.one('to'), on: form.one('on'), reason: form.one('reason') }
  try {
    await asMe(req, (ctx) => moveAgreement(ctx, seen, step))
    return seeOther(req, `${AGREEMENTS}/${slug}/riwayat?kabar=disimpan`)
  } catch (error) {
    if (error instanceof InvalidInputError)
      return showAgreement(req, 'riwayat', { step: formState(form, problemsIn(req, error)) })
    if (error instanceof StaleVersionError)
      return showAgreement(req, 'riwayat', { step: formState(form, []), stale: 'stale' })
    throw error
  }
}

async function decide(req: StaffReq): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  const decision = form.one('pilih') === 'take' ? 'take' : 'keep'
  try {
    await asMe(req, (ctx) => decideProposal(ctx, { slug, version: Number(form.one('version')) }, decision))
  } catch (error) {
    if (error instanceof StaleVersionError) return showAgreement(req, 'fakta', { stale: 'stale' })
    throw error
  }
  return seeOther(req, `${AGREEMENTS}/${slug}?kabar=${decision === 'take' ? 'diambil' : 'ditetapkan'}`)
}

function itemIn(kind: ItemKind, form: FormValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fieldsOf(kind).map(([name]) => name), 'note'].map((name) => [name, form.one(name)]),
  )
}

function formOfItem({ content, note }: AgreementItem): FormState {
  const values = Object.fromEntries(
    Object.entries(content as Content).map(([name, value]) => [name, value ?? '']),
  )
  return { values: { ...values, note: note ?? '' }, problems: [] }
}

const itemsAt = (kind: ItemKind, slug: string) => `${AGREEMENTS}/${slug}/${TAB_OF[kind]}` as const

async function showNewItem(
  req: StaffReq,
  kind: ItemKind,
  form: FormState = { values: { confidence: 'unverified' }, problems: [] },
): Promise<Response> {
  const { slug, facts } = await open(req)
  const view = { slug, title: titleOf(req, facts), kind, form }
  return page(
    req,
    <ItemFormPage frame={agreementFrame(req)} view={view} />,
    form.problems.length > 0 ? 422 : 200,
  )
}

async function add(req: StaffReq, kind: ItemKind): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  try {
    await asMe(req, (ctx) => addItem(ctx, slug, kind, itemIn(kind, form)))
    return seeOther(req, `${itemsAt(kind, slug)}?kabar=disimpan`)
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    return showNewItem(req, kind, formState(form, problemsIn(req, error)))
  }
}

/** Throws NotFoundError for an item of another agreement or kind, and for one that was struck. */
async function openItem(req: StaffReq, kind: ItemKind) {
  const agreement = await open(req)
  const id = idParam(req, 'bagian')
  const item = agreement.items.find((each) => each.id === id && each.kind === kind && !each.struck)
  if (item === undefined) throw new NotFoundError('agreement.item-not-found')
  return { agreement, item }
}

async function showItem(
  req: StaffReq,
  kind: ItemKind,
  typed?: { readonly form: FormState; readonly status: 409 | 422; readonly version?: number },
): Promise<Response> {
  const { agreement, item } = await openItem(req, kind)
  const form = typed?.form ?? formOfItem(item)
  const view = {
    slug: agreement.slug,
    title: titleOf(req, agreement.facts),
    kind,
    form,
    at: { id: item.id, version: typed?.version ?? item.version },
    ...(typed?.status === 409 && { stored: storedFields(req, item, form) }),
  }
  return page(req, <ItemFormPage frame={agreementFrame(req)} view={view} />, typed?.status ?? 200)
}

function storedFields(req: StaffReq, item: AgreementItem, typed: FormState) {
  const labels: Readonly<Record<string, string>> = req.t.kerjaPerjanjian.field
  return Object.entries(formOfItem(item).values).flatMap(([name, value]) => {
    const said = typed.values[name]
    const text = String(value)
    return text === (typeof said === 'string' ? said : (said?.[0] ?? ''))
      ? []
      : [[labels[name] ?? name, text] as const]
  })
}

async function change(req: StaffReq, kind: ItemKind): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  const version = Number(form.one('version'))
  try {
    const { item } = await openItem(req, kind)
    await asMe(req, (ctx) => editItem(ctx, { slug, id: item.id, version }, itemIn(kind, form)))
    return seeOther(req, `${itemsAt(kind, slug)}?kabar=disimpan`)
  } catch (error) {
    if (error instanceof InvalidInputError)
      return showItem(req, kind, { form: formState(form, problemsIn(req, error)), status: 422, version })
    if (error instanceof StaleVersionError)
      return showItem(req, kind, { form: formState(form, []), status: 409 })
    throw error
  }
}

async function strike(req: StaffReq, kind: ItemKind): Promise<Response> {
  const form = await readForm(req)
  const slug = slugOf(req)
  try {
    const { item } = await openItem(req, kind)
    await asMe(req, (ctx) => strikeItem(ctx, { slug, id: item.id, version: Number(form.one('version')) }))
    return seeOther(req, `${itemsAt(kind, slug)}?kabar=dicoret`)
  } catch (error) {
    if (error instanceof StaleVersionError) return showAgreement(req, TAB_OF[kind], { stale: 'stale' })
    throw error
  }
}

const route = (
  method: 'get' | 'post',
  path: `/${string}`,
  handle: (req: StaffReq) => Promise<Response>,
): Route => staffRoute({ method, path, access: EDIT, handle })

export const editRoutes: readonly Route[] = [
  route('get', `${AGREEMENTS}/baru`, (req) => showFactsForm(req, { form: NEW_FORM })),
  route('post', `${AGREEMENTS}/baru`, create),
  route('get', `${AGREEMENTS}/:kode/ubah`, showEdit),
  route('post', `${AGREEMENTS}/:kode/ubah`, edit),
  route('post', `${AGREEMENTS}/:kode/langkah`, move),
  route('post', `${AGREEMENTS}/:kode/kiriman`, decide),
  ...ITEM_KINDS.flatMap((kind) => {
    const path = `${AGREEMENTS}/:kode/${TAB_OF[kind]}` as const
    return [
      route('get', `${path}/baru`, (req) => showNewItem(req, kind)),
      route('post', `${path}/baru`, (req) => add(req, kind)),
      route('get', `${path}/:bagian`, (req) => showItem(req, kind)),
      route('post', `${path}/:bagian`, (req) => change(req, kind)),
      route('post', `${path}/:bagian/coret`, (req) => strike(req, kind)),
    ]
  }),
]
