/** The whole file on one printable page: exactly what this reader may see. */
import {
  Chain,
  ConsentShort,
  Deadlines,
  Evidence,
  Needs,
  Person,
  Wish,
} from '#src/web/ui/staff/case-parts.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { UrgencyTag } from '#src/web/ui/staff/marks.tsx'
import { ReferCard } from '#src/web/ui/staff/referral-parts.tsx'
import { Head, StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Timeline } from '#src/web/ui/staff/timeline.tsx'
import { formatInstant } from '#src/texts/dates.ts'
import { casePath } from './case-head.tsx'
import { TabSection } from './case-records.tsx'
import type { CaseHeadView, CaseMessage, CaseTabView, CaseTask, NoteView } from './case-view.ts'

export type CasePrintView = {
  readonly head: CaseHeadView
  readonly summary: Extract<CaseTabView, { tab: 'summary' }>
  /** Only the notes that this reader may open. */
  readonly notes: readonly NoteView[]
  readonly tasks: readonly CaseTask[]
  readonly messages: readonly CaseMessage[]
}

function Written({ frame, view }: { readonly frame: StaffFrame; readonly view: CasePrintView }) {
  const words = frame.t.kerjaKasus
  const { notes, tasks, messages } = view
  return (
    <>
      <TabSection title={words.tab.notes} empty={words.empty.notes} isEmpty={notes.length === 0}>
        {notes.map((note) => (
          <p>
            {note.text} <small>{`${note.by}, ${frame.t.kerjaKode.noteClass[note.class]}`}</small>
          </p>
        ))}
      </TabSection>
      <TabSection title={words.tab.tasks} empty={words.empty.tasks} isEmpty={tasks.length === 0}>
        {tasks.map((task) => (
          <p>
            {task.title} <small>{task.owner}</small>
          </p>
        ))}
      </TabSection>
      <TabSection title={words.tab.messages} empty={words.empty.messages} isEmpty={messages.length === 0}>
        {messages.map((message) => (
          <p>
            {message.text} <small>{message.from === 'reporter' ? words.message.theirs : frame.who.org}</small>
          </p>
        ))}
      </TabSection>
    </>
  )
}

export function CasePrintPage({ frame, view }: { readonly frame: StaffFrame; readonly view: CasePrintView }) {
  const words = frame.t.kerjaKasus
  const { head, summary } = view
  const printed = words.documents.printed(frame.who.name, formatInstant(frame.now, frame.zone, frame.lang))
  return (
    <StaffPage frame={frame} current="cases" title={head.code}>
      <Head
        title={head.title}
        crumbs={
          <a href={casePath(frame, head.code)} class="code">
            {head.code}
          </a>
        }
        context={printed}
        tags={<UrgencyTag frame={frame} urgency={head.urgency} />}
      />
      <Wish frame={frame} wish={head.wish} />
      <div class="body">
        <TabSection title={words.tab.people} empty={words.empty.people} isEmpty={summary.people.length === 0}>
          <ul>
            {summary.people.map((person) => (
              <Person frame={frame} person={person} />
            ))}
          </ul>
        </TabSection>
        <TabSection title={words.tab.needs} empty={words.empty.needs} isEmpty={summary.needs.length === 0}>
          <Needs frame={frame} needs={summary.needs} />
        </TabSection>
        <TabSection
          title={words.tab.timeline}
          empty={words.empty.timeline}
          isEmpty={summary.timeline.length === 0}
        >
          <Timeline frame={frame} entries={summary.timeline} />
        </TabSection>
        <TabSection title={words.tab.chain} empty={words.empty.chain} isEmpty={summary.chain.length === 0}>
          <Chain frame={frame} links={summary.chain} />
        </TabSection>
        <TabSection
          title={words.tab.evidence}
          empty={words.empty.evidence}
          isEmpty={summary.evidence.length === 0}
        >
          {summary.evidence.map((item) => (
            <Evidence frame={frame} item={item} />
          ))}
        </TabSection>
        <TabSection
          title={words.tab.referrals}
          empty={words.empty.referrals}
          isEmpty={summary.referrals.length === 0}
        >
          {summary.referrals.map((card) => (
            <ReferCard frame={frame} card={card} />
          ))}
        </TabSection>
        <TabSection
          title={words.deadlines}
          empty={words.noDeadlines}
          isEmpty={summary.deadlines.length === 0}
        >
          <Deadlines frame={frame} deadlines={summary.deadlines} />
        </TabSection>
        <Written frame={frame} view={view} />
        <TabSection
          title={words.tab.consent}
          empty={frame.t.kerjaKode.unknown['not-asked']}
          isEmpty={summary.consent.length === 0}
        >
          <ConsentShort frame={frame} lines={summary.consent} />
        </TabSection>
      </div>
    </StaffPage>
  )
}
