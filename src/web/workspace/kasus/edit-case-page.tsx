/** Changing what stands above the file: the person's wish, class and urgency; for supervisors the officer and the protection. */
import {
  Button,
  Checkboxes,
  ErrorSummary,
  Hidden,
  PostButton,
  optionsOf,
  Select,
  TextArea,
  TextField,
  Tick,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { EMPTY_FORM, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { casePath } from './case-head.tsx'
import { caseWords } from './case-words.ts'

export type EditCaseView = {
  readonly code: string
  readonly version: string
  /** Fields: urgency, types[], phase, country, reason; wish, wishLanguage, readBack. */
  readonly form: FormState
  readonly countries: readonly Option[]
  /** Only for supervisors. */
  /** Incidents that this case may join. */
  readonly incidents: readonly Option[]
  readonly readers: readonly { readonly id: string; readonly name: string; readonly until?: Date }[]
  readonly officers?: readonly Option[]
  readonly isProtected: 'protected' | 'open'
}

type Props = { readonly frame: StaffFrame; readonly view: EditCaseView }

function WishForm({ frame, view }: Props) {
  const words = frame.t.kerjaUmum
  return (
    <form method="post" action={casePath(frame, view.code, '/keinginan')} class="panel">
      <h2>{words.wish}</h2>
      <Hidden values={{ version: view.version }} />
      <TextArea form={view.form} name="wish" label={words.wish} rows={3} />
      <TextField form={view.form} name="wishLanguage" label={frame.t.kerjaCatat.language} />
      <Tick form={view.form} name="readBack" label={words.readBack} />
      <p class="buttons">
        <Button kind="main">{words.save}</Button>
      </p>
    </form>
  )
}

function FactsForm({ frame, view }: Props) {
  const words = frame.t.kerjaKasus
  const codes = frame.t.kerjaKode
  return (
    <form method="post" action={casePath(frame, view.code, '/ubah')} class="panel">
      <h2>{caseWords(frame).facts}</h2>
      <Hidden values={{ version: view.version }} />
      <div class="grid2">
        <Select form={view.form} name="urgency" label={words.urgency} options={optionsOf(codes.urgency)} />
        <Select form={view.form} name="phase" label={words.fact.phase} options={optionsOf(codes.phase)} />
        <Select
          form={view.form}
          name="country"
          label={words.country}
          options={view.countries}
          empty={frame.t.kerjaUmum.unknown}
        />
        <TextField form={view.form} name="reason" label={frame.t.kerjaMasuk.urgencyWhy} />
      </div>
      <Checkboxes
        form={view.form}
        name="types"
        label={words.type}
        options={optionsOf(codes.caseType)}
        cols="cols"
      />
      <p class="buttons">
        <Button kind="main">{frame.t.kerjaUmum.save}</Button>
      </p>
    </form>
  )
}

/** Starts an incident with this case; further cases join it from the list. */
function IncidentForm({ frame, view }: Props) {
  const words = frame.t.kerjaKabar.incident
  return (
    <form method="post" action={casePath(frame, view.code, '/kejadian')} class="panel">
      <h2>{words.title}</h2>
      <Hidden values={{ version: view.version }} />
      <div class="grid2">
        <TextField form={EMPTY_FORM} name="name" label={words.name} />
        <TextField
          form={EMPTY_FORM}
          name="happened"
          label={words.happened}
          hint={frame.t.kerjaKasus.event.dateHint}
        />
        <Select
          form={EMPTY_FORM}
          name="incident"
          label={words.join}
          options={view.incidents}
          empty={frame.t.kerjaUmum.choose}
        />
      </div>
      <p class="buttons">
        <Button>{frame.t.kerjaUmum.save}</Button>
      </p>
    </form>
  )
}

/** Posts `staff` to …/pembaca, and nothing to …/pembaca/{id}/cabut. */
function Readers({ frame, view }: Props) {
  const words = frame.t.kerjaBerkas.readers
  return (
    <section class="panel stack">
      <h2>{words.title}</h2>
      <ul class="deadlines">
        {view.readers.map((reader) => (
          <li>
            <strong>{reader.name}</strong>
            {reader.until && (
              <small>
                {words.emergency}, {words.until} <When frame={frame} at={reader.until} />
              </small>
            )}
            <PostButton action={casePath(frame, view.code, `/pembaca/${reader.id}/cabut`)}>
              {words.remove}
            </PostButton>
          </li>
        ))}
      </ul>
      <form method="post" action={casePath(frame, view.code, '/pembaca')} class="buttons">
        <label for="pembaca-baru">{words.add}</label>
        <select id="pembaca-baru" name="staff">
          {(view.officers ?? []).map((officer) => (
            <option value={officer.value}>{officer.label}</option>
          ))}
        </select>
        <Button>{words.add}</Button>
      </form>
    </section>
  )
}

function Supervise({ frame, view }: Props) {
  const words = frame.t.kerjaKabar.protect
  if (view.officers === undefined) return null
  return (
    <>
      <form method="post" action={casePath(frame, view.code, '/petugas')} class="panel">
        <h2>{frame.t.kerjaBeban.officer}</h2>
        <Select form={EMPTY_FORM} name="staff" label={frame.t.kerjaBeban.to} options={view.officers} />
        <p class="buttons">
          <Button>{frame.t.kerjaBeban.submit}</Button>
        </p>
      </form>
      {view.isProtected === 'protected' && <Readers frame={frame} view={view} />}
      {view.isProtected === 'open' && (
        <form method="post" action={casePath(frame, view.code, '/lindungi')} class="panel">
          <h2>{words.title}</h2>
          <p class="small">{words.hint}</p>
          <Hidden values={{ version: view.version }} />
          <Select form={EMPTY_FORM} name="because" label={words.because} options={optionsOf(words.reason)} />
          <Checkboxes
            form={EMPTY_FORM}
            name="readers"
            label={words.readers}
            options={view.officers}
            cols="cols"
          />
          <p class="buttons">
            <Button kind="grave">{words.submit}</Button>
          </p>
        </form>
      )}
    </>
  )
}

export function EditCasePage({ frame, view }: Props) {
  return (
    <StaffPage frame={frame} current="cases" title={view.code} form={view.form}>
      <Head
        title={frame.t.kerjaUmum.change}
        crumbs={
          <a href={casePath(frame, view.code)} class="code">
            {view.code}
          </a>
        }
      />
      <div class="body">
        <ErrorSummary frame={frame} form={view.form} />
        <WishForm frame={frame} view={view} />
        <FactsForm frame={frame} view={view} />
        <IncidentForm frame={frame} view={view} />
        <Supervise frame={frame} view={view} />
      </div>
    </StaffPage>
  )
}
