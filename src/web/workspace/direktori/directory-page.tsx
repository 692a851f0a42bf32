/** Directory: list with dates checked, one entry, and a change that a second reader approves. */
import { formatDay } from '#src/texts/dates.ts'
import { Button, ErrorSummary, Notice, PostButton, TextField, type Option } from '#src/web/ui/staff/form.tsx'
import { AddBody, AddService, EditBody, EditForm } from './directory-forms.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Empty, Filters, Paging, type PagingView } from '#src/web/ui/staff/lists.tsx'
import { StateTag, When, type Tone } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'

export const DIRECTORY_FILTERS = [
  'all',
  'body',
  'mission',
  'service',
  'shelter',
  'emergency',
  'stale',
  'proposed',
] as const
export type DirectoryFilter = (typeof DIRECTORY_FILTERS)[number]

export const DIRECTORY_WAYS = ['phone', 'whatsapp', 'email', 'web', 'freephone'] as const
export type DirectoryWay = (typeof DIRECTORY_WAYS)[number]

export type Confidence = 'checked' | 'source' | 'unverified'

export type ContactView = {
  readonly id: string
  readonly way: DirectoryWay
  readonly value: string
  readonly confidence: Confidence
  readonly checkedAt?: Date
  readonly source: string
}

export type DirectoryEntryKind = 'body' | 'mission' | 'service' | 'shelter' | 'emergency'

export type DirectoryRow = {
  readonly id: string
  readonly name: string
  readonly kind: DirectoryEntryKind
  readonly covers: string
  readonly contact?: ContactView
  readonly draft?: 'draft'
}

export type DirectoryView = {
  readonly filter: DirectoryFilter
  readonly counts: Readonly<Partial<Record<DirectoryFilter, number>>>
  readonly staleCount: number
  readonly form: FormState
  readonly rows: readonly DirectoryRow[]
  readonly paging: PagingView
  /** Present for who may propose a body. Fields: kind, nameId, nameEn, country, source. */
  readonly add?: { readonly form: FormState; readonly countries: readonly Option[] }
}

const CONFIDENCE_TONE: Record<Confidence, Tone> = { checked: 'done', source: 'plain', unverified: 'wait' }

function Checked({ frame, contact }: { readonly frame: StaffFrame; readonly contact: ContactView }) {
  const words = frame.t.kerjaDirektori
  return (
    <>
      <StateTag tone={CONFIDENCE_TONE[contact.confidence]}>{words.confidence[contact.confidence]}</StateTag>{' '}
      <small>
        {contact.checkedAt === undefined
          ? words.notChecked
          : words.checkedAt(formatDay(contact.checkedAt, frame.zone, frame.lang))}
      </small>
    </>
  )
}

export function DirectoryPage({ frame, view }: { readonly frame: StaffFrame; readonly view: DirectoryView }) {
  const words = frame.t.kerjaDirektori
  return (
    <StaffPage frame={frame} current="directory" title={words.title}>
      <Head title={words.title} context={words.context(view.staleCount)}>
        <a href={at(frame, '/kerja/direktori/p3mi')}>{frame.t.kerjaP3mi.link}</a>
      </Head>
      <Filters
        label={words.filters}
        links={DIRECTORY_FILTERS.map((filter) => ({
          label: words.filter[filter],
          href: at(frame, `/kerja/direktori?saring=${filter}`),
          count: view.counts[filter],
          current: filter === view.filter ? 'current' : undefined,
        }))}
      />
      <div class="body full">
        <form role="search" action={at(frame, '/kerja/direktori')} class="line">
          <input type="hidden" name="saring" value={view.filter} />
          <TextField form={view.form} name="q" label={words.find} type="search" />
          <Button>{words.show}</Button>
        </form>
        {view.rows.length === 0 ? (
          <Empty title={words.none} text={words.noneText} />
        ) : (
          <Table
            caption={words.title}
            columns={[
              { label: words.col.name },
              { label: words.col.kind },
              { label: words.col.covers },
              { label: words.col.contact },
              { label: words.col.checked },
            ]}
          >
            {view.rows.map((row) => (
              <tr>
                <th scope="row">
                  <a href={at(frame, `/kerja/direktori/${row.id}`)}>{row.name}</a>
                  {row.draft && <StateTag tone="wait">{words.draft}</StateTag>}
                </th>
                <td>{words.kind[row.kind]}</td>
                <td>{row.covers}</td>
                <td>{row.contact?.value}</td>
                <td>{row.contact && <Checked frame={frame} contact={row.contact} />}</td>
              </tr>
            ))}
          </Table>
        )}
        {view.add && <AddBody frame={frame} {...view.add} />}
      </div>
      {view.rows.length > 0 && <Paging frame={frame} paging={view.paging} />}
    </StaffPage>
  )
}

export type ProposalView = {
  readonly id: string
  readonly by: string
  readonly at: Date
  readonly field: string
  readonly before: string
  readonly after: string
  readonly source: string
  /** A drafted body or service is decided at another address than a change of a contact. */
  readonly what?: 'body' | 'service' | 'edit'
  /** The reader's own proposal waits for somebody else. */
  readonly own?: 'own'
}

export type ServiceView = {
  readonly name: string
  readonly for: string
  readonly languages: string
  readonly cost: string
  readonly documents: string
  readonly hours: string
  /** Set only where nobody is told the place. */
  readonly meeting?: string
  readonly brought?: string
}

export type DirectoryEntryView = {
  readonly id: string
  readonly name: string
  readonly kind: DirectoryEntryKind
  readonly covers: string
  readonly contacts: readonly ContactView[]
  readonly services: readonly ServiceView[]
  readonly proposals: readonly ProposalView[]
  /** For the form that ends a service or changes a place. */
  readonly liveServices: readonly Option[]
  readonly countries: readonly Option[]
  readonly mayEdit?: 'may-edit'
  readonly mayConfirm?: 'may-confirm'
  /** Fields: contact (id or empty), way, value, source, how, end. */
  readonly form: FormState
  readonly version: string
}

type EntryProps = { readonly frame: StaffFrame; readonly view: DirectoryEntryView }

function Proposals({ frame, view }: EntryProps) {
  const words = frame.t.kerjaDirektori
  if (view.proposals.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.proposals}</h2>
      {view.proposals.map((proposal) => (
        <div class="panel">
          <p>
            <strong>{proposal.field}</strong>{' '}
            <small>
              {words.proposedBy(proposal.by)}
              <When frame={frame} at={proposal.at} />
            </small>
          </p>
          <div class="versions">
            <div>
              <strong>{words.now}</strong>
              <p>
                <del>{proposal.before}</del>
              </p>
            </div>
            <div>
              <strong>{words.proposed}</strong>
              <p>
                <ins>{proposal.after}</ins>
              </p>
              <p class="small">
                {words.source}: {proposal.source}
              </p>
            </div>
          </div>
          {view.mayConfirm === undefined ? null : proposal.own ? (
            <p class="small">{words.notYours}</p>
          ) : (
            <div class="buttons">
              <PostButton
                action={at(frame, `/kerja/direktori/${view.id}/baca-kedua`)}
                hidden={{ proposal: proposal.id, apa: proposal.what ?? 'contact', hasil: 'benar' }}
                kind="main"
              >
                {words.approve}
              </PostButton>
              <PostButton
                action={at(frame, `/kerja/direktori/${view.id}/baca-kedua`)}
                hidden={{ proposal: proposal.id, apa: proposal.what ?? 'contact', hasil: 'salah' }}
              >
                {words.reject}
              </PostButton>
            </div>
          )}
        </div>
      ))}
    </section>
  )
}

function Services({ frame, view }: EntryProps) {
  const words = frame.t.kerjaDirektori
  if (view.services.length === 0) return null
  return (
    <section class="stack">
      <h2>{words.services}</h2>
      {view.services.map((service) => (
        <div>
          <h3>{service.name}</h3>
          <dl class="answers">
            <dt>{words.for}</dt>
            <dd>{service.for}</dd>
            <dt>{words.languages}</dt>
            <dd>{service.languages}</dd>
            <dt>{words.cost}</dt>
            <dd>{service.cost}</dd>
            <dt>{words.documents}</dt>
            <dd>{service.documents}</dd>
            <dt>{words.hours}</dt>
            <dd>{service.hours}</dd>
            {service.meeting && (
              <>
                <dt>{words.meeting}</dt>
                <dd>{service.meeting}</dd>
                <dt>{words.brought}</dt>
                <dd>{service.brought}</dd>
              </>
            )}
          </dl>
        </div>
      ))}
    </section>
  )
}

export function DirectoryEntryPage({ frame, view }: EntryProps) {
  const words = frame.t.kerjaDirektori
  return (
    <StaffPage frame={frame} current="directory" title={view.name} form={view.form}>
      <Head
        title={view.name}
        crumbs={<a href={at(frame, '/kerja/direktori')}>{words.title}</a>}
        context={`${words.kind[view.kind]}. ${view.covers}`}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        {view.kind === 'shelter' && <Notice kind="plain" lead={words.noAddress} />}
        <Table
          caption={words.contacts}
          columns={[
            { label: words.contactKind },
            { label: words.value },
            { label: words.col.checked },
            { label: words.source },
          ]}
        >
          {view.contacts.map((contact) => (
            <tr>
              <th scope="row">{words.ways[contact.way]}</th>
              <td>{contact.value}</td>
              <td>
                <Checked frame={frame} contact={contact} />
              </td>
              <td>{contact.source}</td>
            </tr>
          ))}
        </Table>
        <Services frame={frame} view={view} />
        <Proposals frame={frame} view={view} />
        <EditForm frame={frame} view={view} />
        <EditBody frame={frame} view={view} />
        <AddService frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
