/** Head of the case file: who, how urgent, facts, the person's wish above the tabs, never cut short. */
import { Wish } from '#src/web/ui/staff/case-parts.tsx'
import { ButtonLink } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Tabs, type FilterLink } from '#src/web/ui/staff/lists.tsx'
import { Clock, StateTag, UrgencyTag, When } from '#src/web/ui/staff/marks.tsx'
import { Head } from '#src/web/ui/staff/shell.tsx'
import { CASE_TABS, type CaseAction, type CaseHeadView, type CaseTab } from './case-view.ts'

export function casePath(frame: StaffFrame, code: string, rest = ''): string {
  return at(frame, `/kerja/kasus/${code}${rest}`)
}

function CaseTags({ frame, head }: { readonly frame: StaffFrame; readonly head: CaseHeadView }) {
  const words = frame.t.kerjaKasus
  return (
    <>
      <UrgencyTag frame={frame} urgency={head.urgency} />
      {head.state !== 'open' && (
        <StateTag tone={head.state === 'closed' ? 'done' : 'run'}>{words.state[head.state]}</StateTag>
      )}
      {head.child && (
        <StateTag tone={head.child === 'child' ? 'stop' : 'wait'} icon="anak">
          {head.child === 'child' ? words.child : words.maybeChild}
        </StateTag>
      )}
      {head.protection && (
        <StateTag tone="plain" icon="tutup">
          {head.protection.kind === 'protected' && `${words.protectedCase}. `}
          {words.team(head.protection.teamSize)}
        </StateTag>
      )}
    </>
  )
}

function CaseActions(props: {
  readonly frame: StaffFrame
  readonly head: CaseHeadView
  readonly may: readonly CaseAction[]
}) {
  const { frame, head, may } = props
  const words = frame.t.kerjaKasus
  return (
    <>
      {may.includes('print') && (
        <ButtonLink href={casePath(frame, head.code, '/cetak')} icon="cetak">
          {frame.t.kerjaUmum.print}
        </ButtonLink>
      )}
      <ButtonLink href={casePath(frame, head.code, '/skrining')} icon="saring">
        {frame.t.kerjaSkrining.listTitle}
      </ButtonLink>
      {may.includes('add') && (
        <ButtonLink href={casePath(frame, head.code, '/ubah')}>{frame.t.kerjaUmum.change}…</ButtonLink>
      )}
      {may.includes('close') && (
        <ButtonLink href={casePath(frame, head.code, '/tutup')}>{words.close}…</ButtonLink>
      )}
      {may.includes('refer') && (
        <ButtonLink href={at(frame, `/kerja/rujukan/baru?kasus=${head.code}`)} icon="rujuk">
          {words.refer}…
        </ButtonLink>
      )}
      {may.includes('add') && (
        <ButtonLink href={`${casePath(frame, head.code, '/kronologi')}#tambah`} kind="main" icon="tambah">
          {words.addEvent}
        </ButtonLink>
      )}
    </>
  )
}

function CaseFacts({ frame, head }: { readonly frame: StaffFrame; readonly head: CaseHeadView }) {
  const words = frame.t.kerjaKasus.fact
  const codes = frame.t.kerjaKode
  const facts = [
    [words.age, head.age ?? frame.t.kerjaUmum.unknown],
    [words.category, codes.category[head.category]],
    [words.sector, codes.sector[head.sector]],
    [words.place, head.place],
    [words.phase, codes.phase[head.phase]],
    [words.documents, codes.documents[head.documents]],
    [words.lead, head.lead],
  ]
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {head.closed && <Closed frame={frame} closed={head.closed} />}
      {head.next && (
        <div>
          <dt>{words.next}</dt>
          <dd>
            {head.next.title} <Clock frame={frame} clock={head.next.clock} />
          </dd>
        </div>
      )}
    </dl>
  )
}

function Closed(props: { readonly frame: StaffFrame; readonly closed: NonNullable<CaseHeadView['closed']> }) {
  const { frame, closed } = props
  const codes = frame.t.kerjaKode
  const why = closed.reason ? codes.closingReason[closed.reason] : frame.t.kerjaUmum.unknown
  return (
    <div>
      <dt>{frame.t.kerjaKasus.fact.closed}</dt>
      <dd>
        {why}
        {closed.basis && ` (${codes.closingBasis[closed.basis]})`}, <When frame={frame} at={closed.at} />
      </dd>
    </div>
  )
}

function tabLinks(
  frame: StaffFrame,
  head: CaseHeadView,
  current: CaseTab | undefined,
): readonly FilterLink[] {
  return (Object.keys(CASE_TABS) as CaseTab[]).map((tab) => ({
    label: frame.t.kerjaKasus.tab[tab],
    href: casePath(frame, head.code, CASE_TABS[tab]),
    count: head.counts[tab],
    current: tab === current ? 'current' : undefined,
  }))
}

export function CaseHead(props: {
  readonly frame: StaffFrame
  readonly head: CaseHeadView
  readonly may: readonly CaseAction[]
  readonly current?: CaseTab
}) {
  const { frame, head } = props
  const words = frame.t.kerjaKasus
  return (
    <>
      <Head
        title={head.title}
        crumbs={
          <>
            <a href={at(frame, '/kerja/kasus')}>{words.list}</a> / <span class="code">{head.code}</span>
            {head.incident && (
              <>
                {' / '}
                <a href={head.incident.href}>{words.incident(head.incident.name)}</a>
              </>
            )}
          </>
        }
        context={head.types.map((type) => frame.t.kerjaKode.caseType[type]).join(', ')}
        tags={<CaseTags frame={frame} head={head} />}
      >
        <CaseActions frame={frame} head={head} may={props.may} />
      </Head>
      <CaseFacts frame={frame} head={head} />
      <Wish frame={frame} wish={head.wish} />
      <Tabs label={words.tabs} links={tabLinks(frame, head, props.current)} />
    </>
  )
}
