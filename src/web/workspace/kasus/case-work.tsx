/** Tabs of the daily work on a case: notes, tasks, messages with the reporter, documents and history. */
import { Restricted } from '#src/web/ui/staff/case-parts.tsx'
import {
  ButtonLink,
  Notice,
  PostButton,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Clock, ClockSource, When } from '#src/web/ui/staff/marks.tsx'
import { ClockTable, type ClockRow } from '#src/web/workspace/clock-table.tsx'
import { Table } from '#src/web/ui/staff/table.tsx'
import { casePath } from './case-head.tsx'
import { CaseSteps } from './case-steps.tsx'
import { AddForm, TabSection, type TabProps } from './case-records.tsx'
import type { NoteView } from './case-view.ts'

function Note({ frame, note }: { readonly frame: StaffFrame; readonly note: NoteView }) {
  const words = frame.t.kerjaKasus.note
  const signed = (
    <small>
      {note.by}, <When frame={frame} at={note.at} />
    </small>
  )
  if (note.class === 'general') {
    return (
      <li class="note">
        <p class="quote">{note.text}</p>
        {signed}
      </li>
    )
  }
  const who = frame.t.kerjaKode.noteClass[note.class]
  return (
    <li>
      <Restricted title={who} who={words.restricted(who.toLowerCase())}>
        <p class="quote">{note.text}</p>
        {signed}
      </Restricted>
    </li>
  )
}

/** Fields: text, class. */
export function NotesTab({ frame, view, body }: TabProps<'notes'>) {
  const words = frame.t.kerjaKasus
  return (
    <div class="body">
      {body.closed && <Notice kind="plain" lead={words.note.closed} />}
      <TabSection title={words.tab.notes} empty={words.empty.notes} isEmpty={body.notes.length === 0}>
        <ul>
          {body.notes.map((note) => (
            <Note frame={frame} note={note} />
          ))}
        </ul>
      </TabSection>
      {view.may.includes('note') && (
        <AddForm frame={frame} view={view} path="/catatan" title={words.note.add}>
          <TextArea form={view.form} name="text" label={words.note.text} rows={5} />
          <Radios
            form={view.form}
            name="class"
            label={words.note.class}
            options={body.classes.map((value) => ({ value, label: frame.t.kerjaKode.noteClass[value] }))}
          />
        </AddForm>
      )}
    </div>
  )
}

/** Fields: title, due, owner. A task is done by /kerja/kasus/{code}/tugas/{id}/selesai. */
export function TasksTab({ frame, view, body }: TabProps<'tasks'>) {
  const words = frame.t.kerjaKasus
  const open = body.tasks.filter((task) => task.doneAt === undefined)
  const done = body.tasks.filter((task) => task.doneAt !== undefined)
  return (
    <div class="body">
      <TabSection title={words.tab.tasks} empty={words.empty.tasks} isEmpty={open.length === 0}>
        <Table
          caption={words.tab.tasks}
          columns={[
            { label: words.task.title },
            { label: words.task.owner },
            { label: words.task.due },
            { label: words.task.done, quiet: 'quiet' },
          ]}
        >
          {open.map((task) => (
            <tr>
              <th scope="row">{task.title}</th>
              <td>{task.owner}</td>
              <td>
                {task.clock && (
                  <>
                    <Clock frame={frame} clock={task.clock} />{' '}
                    <small>
                      <ClockSource frame={frame} clock={task.clock} />
                    </small>
                  </>
                )}
              </td>
              <td class="num">
                {view.may.includes('add') && (
                  <PostButton
                    action={casePath(frame, view.head.code, `/tugas/${task.id}/selesai`)}
                    hidden={{ version: view.version }}
                  >
                    {words.task.done}
                    <span class="hidden">: {task.title}</span>
                  </PostButton>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </TabSection>
      {done.length > 0 && (
        <section>
          <h2>{words.task.doneTitle}</h2>
          <ul class="deadlines">
            {done.map((task) => (
              <li>
                <span>{task.title}</span>
                <small>
                  {task.owner}
                  {task.doneAt && (
                    <>
                      , <When frame={frame} at={task.doneAt} />
                    </>
                  )}
                </small>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CaseClocks frame={frame} clocks={body.clocks} />
      <CaseSteps frame={frame} view={view} steps={body.steps} taken={body.tasks.map((task) => task.title)} />
      {view.may.includes('add') && (
        <AddForm frame={frame} view={view} path="/tugas" title={words.task.add}>
          <TextField
            form={view.form}
            name="title"
            label={words.task.title}
            hint={words.task.titleHint}
            wide="wide"
          />
          <div class="grid2">
            <TextField form={view.form} name="due" label={words.task.due} type="datetime-local" />
            <Select form={view.form} name="owner" label={words.task.owner} options={body.officers} />
          </div>
        </AddForm>
      )}
    </div>
  )
}

function CaseClocks({ frame, clocks }: { readonly frame: StaffFrame; readonly clocks: readonly ClockRow[] }) {
  const words = frame.t.kerjaJam
  return (
    <section class="stack" id="jam">
      <h2>{words.ofCase}</h2>
      {clocks.length === 0 ? (
        <p class="small">{words.noneOfCase}</p>
      ) : (
        <>
          <ClockTable frame={frame} title={words.ofCase} clocks={clocks} />
          <p class="hint">{words.how}</p>
        </>
      )}
    </section>
  )
}

/** Field: text. */
export function MessagesTab({ frame, view, body }: TabProps<'messages'>) {
  const words = frame.t.kerjaKasus
  return (
    <div class="body">
      <TabSection
        title={words.message.title}
        empty={words.empty.messages}
        isEmpty={body.messages.length === 0}
      >
        <ol class="chat">
          {body.messages.map((message) => (
            <li class={message.from === 'reporter' ? 'theirs' : undefined}>
              <p class="quote">{message.text}</p>
              <small>
                {message.from === 'reporter' ? words.message.theirs : frame.who.org},{' '}
                <When frame={frame} at={message.at} />
                {message.read && `, ${words.message[message.read]}`}
              </small>
            </li>
          ))}
        </ol>
      </TabSection>
      {view.may.includes('message') && (
        <AddForm
          frame={frame}
          view={view}
          path="/pesan"
          title={words.message.write}
          submit={words.message.send}
        >
          <TextArea form={view.form} name="text" label={words.message.write} hint={words.message.hint} />
        </AddForm>
      )}
    </div>
  )
}

export function DocumentsTab({ frame, view, body }: TabProps<'documents'>) {
  const words = frame.t.kerjaKasus.documents
  return (
    <div class="body">
      <section class="stack">
        <h2>{frame.t.suratLayar.open}</h2>
        <p>{frame.t.suratLayar.openHint}</p>
        {view.may.includes('note') && (
          <p class="buttons">
            <ButtonLink href={casePath(frame, view.head.code, '/dokumen/surat')} kind="main">
              {frame.t.suratLayar.open}…
            </ButtonLink>
            <ButtonLink href={casePath(frame, view.head.code, '/hambatan')}>
              {frame.t.kerjaHambatan.title}…
            </ButtonLink>
            <ButtonLink href={at(frame, `/kerja/jaringan/baru?kasus=${view.head.code}`)}>
              {frame.t.kerjaJaringan.add}…
            </ButtonLink>
            <ButtonLink href={casePath(frame, view.head.code, '/upah')}>
              {frame.t.kerjaUpah.title}…
            </ButtonLink>
            <ButtonLink href={casePath(frame, view.head.code, '/restitusi')}>
              {frame.t.kerjaRestitusi.title}…
            </ButtonLink>
            <ButtonLink href={casePath(frame, view.head.code, '/bpjs')}>
              {frame.t.kerjaKlaim.bpjs.title}…
            </ButtonLink>
            <ButtonLink href={casePath(frame, view.head.code, '/biaya')}>
              {frame.t.kerjaKlaim.biaya.title}…
            </ButtonLink>
          </p>
        )}
      </section>
      <section class="stack">
        <h2>{words.print}</h2>
        <p>{words.printHint}</p>
        <p class="buttons">
          {view.may.includes('print') && (
            <ButtonLink href={casePath(frame, view.head.code, '/cetak')} icon="cetak">
              {words.print}
            </ButtonLink>
          )}
          {view.may.includes('reads') && (
            <ButtonLink href={at(frame, `/kerja/pengaturan/audit?kasus=${view.head.code}`)}>
              {frame.t.kerjaBerkas.reads.link}
            </ButtonLink>
          )}
        </p>
      </section>
      <section class="stack">
        <h2>{words.journal}</h2>
        <Table
          caption={words.journal}
          columns={[{ label: words.when }, { label: words.who }, { label: words.what }]}
        >
          {body.journal.map((line) => (
            <tr>
              <th scope="row">
                <When frame={frame} at={line.at} />
              </th>
              <td>{line.who}</td>
              <td>{line.what}</td>
            </tr>
          ))}
        </Table>
      </section>
    </div>
  )
}
