/** The draft of a request: its way, and each item of the list with a note. */
import {
  APPLICANTS,
  CHANNELS_OF,
  ITEM_STATES,
  ITEMS_OF,
  type RequestKind,
} from '#src/domain/mutual-assistance/codes.ts'
import {
  Button,
  ErrorSummary,
  Hidden,
  Select,
  TextArea,
  TextField,
  type Option,
} from '#src/web/ui/staff/form.tsx'
import { at, type FormState, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { ListBasis } from './list-basis.tsx'
import { MLA, optionsIn } from './mla-words.ts'

export type DraftView = {
  readonly title: string
  readonly action: string
  readonly kind: RequestKind
  readonly code: string
  readonly version: string
  readonly form: FormState
  readonly countries: readonly Option[]
  readonly tracks: readonly Option[]
}

/** Fields: channel, applicant, country, track, asked, what, item.CODE, note.CODE. */
export function DraftPage({ frame, view }: { readonly frame: StaffFrame; readonly view: DraftView }) {
  const words = frame.t.kerjaMla
  const { form, kind } = view
  return (
    <StaffPage frame={frame} current="task-force" title={view.title} form={form}>
      <Head
        title={view.title}
        crumbs={<a href={at(frame, MLA)}>{words.title}</a>}
        context={`${words.kind[kind]}. ${words.context}`}
      />
      <div class="body">
        <ErrorSummary frame={frame} form={form} />
        <form method="post" action={view.action} class="stack panel">
          <Hidden values={{ version: view.version, kind, code: view.code }} />
          <Select
            form={form}
            name="channel"
            label={words.channelField}
            options={optionsIn(CHANNELS_OF[kind], words.channel)}
          />
          <Select
            form={form}
            name="applicant"
            label={words.applicantField}
            hint={words.applicantHint}
            options={optionsIn(APPLICANTS, words.applicant)}
          />
          <Select form={form} name="country" label={words.countryField} options={view.countries} empty="–" />
          <Select
            form={form}
            name="track"
            label={words.trackField}
            options={view.tracks}
            empty={words.noTrack}
          />
          <TextField form={form} name="asked" label={words.askedField} wide="wide" />
          <TextArea form={form} name="what" label={words.whatField} rows={4} />
          <h2>{words.checklist}</h2>
          <ListBasis frame={frame} kind={kind} />
          {ITEMS_OF[kind].map((item) => (
            <>
              <Select
                form={form}
                name={`item.${item}`}
                label={words.item[item]}
                options={optionsIn(ITEM_STATES, words.itemState)}
              />
              <TextField form={form} name={`note.${item}`} label={words.note(words.item[item])} wide="wide" />
            </>
          ))}
          <p class="buttons">
            <Button kind="main">{words.save}</Button>
          </p>
        </form>
      </div>
    </StaffPage>
  )
}
