/** Evidence: each piece with its hash, its custody and a check; files that are no evidence yet; taking a piece in. */
import { Evidence } from '#src/web/ui/staff/case-parts.tsx'
import {
  Button,
  ButtonLink,
  fieldId,
  optionsOf,
  PostButton,
  Select,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { When } from '#src/web/ui/staff/marks.tsx'
import { casePath } from '../case-head.tsx'
import { AddForm, TabSection, type TabProps } from '../case-records.tsx'
import type { CaseView, EvidencePiece, LooseFile } from '../case-view.ts'

type Shown = { readonly frame: StaffFrame; readonly view: CaseView }

function FileField({ frame, view }: Shown) {
  const words = frame.t.kerjaKasus.evidence
  const problem = view.form.problems.find((one) => one.path === 'file')?.message
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={fieldId('file')}>{words.file}</label>
      <p class="hint" id="file-petunjuk">
        {words.fileHint}
      </p>
      {problem && (
        <p class="error" id="file-salah">
          {problem}
        </p>
      )}
      <input type="file" id={fieldId('file')} name="file" aria-describedby="file-petunjuk" />
    </div>
  )
}

/** Posts `to` and `why` to /kerja/kasus/{code}/bukti/{id}/serah. */
function HandOverEvidence({ frame, view, id }: Shown & { readonly id: string }) {
  const words = frame.t.kerjaKasus.evidence
  return (
    <details class="panel">
      <summary>{words.handOver}</summary>
      <form method="post" action={casePath(frame, view.head.code, `/bukti/${id}/serah`)} class="stack">
        <div class="field">
          <label for={`to-${id}`}>{words.handTo}</label>
          <input id={`to-${id}`} name="to" autocomplete="off" />
        </div>
        <div class="field">
          <label for={`why-${id}`}>{words.why}</label>
          <input id={`why-${id}`} name="why" autocomplete="off" />
        </div>
        <p class="buttons">
          <Button>{words.handOver}</Button>
        </p>
      </form>
    </details>
  )
}

function Custody({ frame, item }: { readonly frame: StaffFrame; readonly item: EvidencePiece }) {
  const words = frame.t.kerjaBerkas.evidence
  return (
    <details class="panel">
      <summary>{frame.t.kerjaKasus.evidence.custody}</summary>
      <ol class="deadlines">
        {item.chainOfCustody.map((step) => (
          <li>
            <strong>{step.action}</strong>
            {step.text && <span>{step.text}</span>}
            <small>
              {step.by}, <When frame={frame} at={step.at} />
            </small>
          </li>
        ))}
      </ol>
      {item.fullHash && (
        <p class="small">
          {words.fullHash}: <span class="code">{item.fullHash}</span>
        </p>
      )}
    </details>
  )
}

function Piece({ frame, view, item }: Shown & { readonly item: EvidencePiece }) {
  return (
    <div class="stack">
      <Evidence frame={frame} item={item} />
      <Custody frame={frame} item={item} />
      {item.fullHash && (
        <PostButton action={casePath(frame, view.head.code, `/bukti/${item.id}/cek`)}>
          {frame.t.kerjaBerkas.evidence.check}
        </PostButton>
      )}
      {view.may.includes('add') && <HandOverEvidence frame={frame} view={view} id={item.id} />}
    </div>
  )
}

/** One step: the file that the reporter sent becomes a piece of evidence. */
function Loose({ frame, view, files }: Shown & { readonly files: readonly LooseFile[] }) {
  const words = frame.t.kerjaBerkas.evidence
  return (
    <section class="stack">
      <h2>{words.loose}</h2>
      <ul class="deadlines">
        {files.map((file) => (
          <li>
            <strong>{file.what}</strong>
            <small>
              {file.from}, <When frame={frame} at={file.at} />
            </small>
            <div class="buttons">
              <ButtonLink href={at(frame, `/kerja/berkas/${file.id}`)}>{words.download}</ButtonLink>
              {view.may.includes('add') && (
                <PostButton
                  action={casePath(frame, view.head.code, '/bukti')}
                  hidden={{
                    attachment: file.id,
                    title: file.what,
                    kind: 'other',
                    from: file.from,
                    original: '',
                  }}
                  kind="main"
                >
                  {words.takeIn}
                </PostButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Fields: file, title, kind, from, original; or attachment for what the reporter sent. */
export function EvidenceTab({ frame, view, body }: TabProps<'evidence'>) {
  const words = frame.t.kerjaKasus
  const { form } = view
  return (
    <div class="body">
      <TabSection
        title={words.tab.evidence}
        empty={words.empty.evidence}
        isEmpty={body.evidence.length === 0}
      >
        {body.evidence.map((item) => (
          <Piece frame={frame} view={view} item={item} />
        ))}
      </TabSection>
      {body.loose.length > 0 && <Loose frame={frame} view={view} files={body.loose} />}
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/bukti" title={words.evidence.add} upload="upload">
          <FileField frame={frame} view={view} />
          <div class="grid2">
            <TextField form={form} name="title" label={words.evidence.title} />
            <Select
              form={form}
              name="kind"
              label={words.evidence.kind}
              options={optionsOf(frame.t.kerjaKode.evidenceKind)}
            />
            <TextField form={form} name="from" label={words.evidence.from} />
            <TextField form={form} name="original" label={words.evidence.original} />
          </div>
        </AddForm>
      )}
    </div>
  )
}
