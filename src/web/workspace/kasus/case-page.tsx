/** One case on one page: head and wish, then the tab that the address names. */
import { Notice, PostButton } from '#src/web/ui/staff/form.tsx'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { StaffPage } from '#src/web/ui/staff/shell.tsx'
import { Versions } from '#src/web/ui/staff/timeline.tsx'
import { ConsentTab } from './persetujuan/consent-tab.tsx'
import { CaseHead, casePath } from './case-head.tsx'
import { EvidenceTab } from './bukti/evidence-tab.tsx'
import { TracksTab } from './jalur/tracks-tab.tsx'
import { PeopleTab } from './orang/people-tab.tsx'
import { ChainTab, NeedsTab, ReferralsTab, TimelineTab } from './case-records.tsx'
import { CaseSummary } from './case-summary.tsx'
import { DocumentsTab, MessagesTab, NotesTab, TasksTab } from './case-work.tsx'
import type { CaseView } from './case-view.ts'

function CaseBody({ frame, view }: { readonly frame: StaffFrame; readonly view: CaseView }) {
  const { body } = view
  switch (body.tab) {
    case 'summary':
      return <CaseSummary frame={frame} view={view} body={body} />
    case 'people':
      return <PeopleTab frame={frame} view={view} body={body} />
    case 'timeline':
      return <TimelineTab frame={frame} view={view} body={body} />
    case 'needs':
      return <NeedsTab frame={frame} view={view} body={body} />
    case 'evidence':
      return <EvidenceTab frame={frame} view={view} body={body} />
    case 'chain':
      return <ChainTab frame={frame} view={view} body={body} />
    case 'tracks':
      return <TracksTab frame={frame} view={view} body={body} />
    case 'referrals':
      return <ReferralsTab frame={frame} view={view} body={body} />
    case 'notes':
      return <NotesTab frame={frame} view={view} body={body} />
    case 'consent':
      return <ConsentTab frame={frame} view={view} body={body} />
    case 'tasks':
      return <TasksTab frame={frame} view={view} body={body} />
    case 'messages':
      return <MessagesTab frame={frame} view={view} body={body} />
    case 'documents':
      return <DocumentsTab frame={frame} view={view} body={body} />
  }
}

export function CasePage({ frame, view }: { readonly frame: StaffFrame; readonly view: CaseView }) {
  const words = frame.t.kerjaKasus
  const { head } = view
  return (
    <StaffPage frame={frame} current="cases" title={head.code} form={view.form}>
      <CaseHead frame={frame} head={head} may={view.may} current={view.body.tab} />
      {head.state === 'closed' && view.may.includes('reopen') && (
        <div class="body">
          <Notice kind="plain" icon="info" lead={words.state.closed}>
            <PostButton action={casePath(frame, head.code, '/buka')}>{words.reopen}</PostButton>
          </Notice>
        </div>
      )}
      {view.conflict && (
        <div class="body">
          <Versions
            frame={frame}
            field={view.conflict.field}
            versions={view.conflict.versions}
            hidden={view.conflict.hidden}
            action={casePath(frame, head.code, '/versi')}
          />
        </div>
      )}
      <CaseBody frame={frame} view={view} />
    </StaffPage>
  )
}
