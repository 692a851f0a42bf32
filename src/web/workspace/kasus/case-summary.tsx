/** Summary tab: people and chain · needs and timeline · deadlines, referrals, evidence. */
import type { Child } from 'hono/jsx'
import { Chain, ConsentShort, Deadlines, Needs, Person } from '#src/web/ui/staff/case-parts.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Glyph } from '#src/web/ui/staff/marks.tsx'
import { ReferCard } from '#src/web/ui/staff/referral-parts.tsx'
import { Timeline } from '#src/web/ui/staff/timeline.tsx'
import { casePath } from './case-head.tsx'
import type { CaseTabView, CaseView } from './case-view.ts'

type SummaryBody = Extract<CaseTabView, { tab: 'summary' }>
type Props = { readonly frame: StaffFrame; readonly view: CaseView; readonly body: SummaryBody }

/** A section of the summary: its title, a link to the whole, and one sentence where nothing is. */
function Part(props: {
  readonly title: string
  readonly link?: { readonly href: string; readonly label: string }
  readonly empty: string
  readonly isEmpty: boolean
  readonly children?: Child
}) {
  return (
    <section>
      <h2>
        {props.title} {props.link && <a href={props.link.href}>{props.link.label}</a>}
      </h2>
      {props.isEmpty ? <p class="small">{props.empty}</p> : props.children}
    </section>
  )
}

function Left({ frame, view, body }: Props) {
  const words = frame.t.kerjaKasus
  const path = (rest: string) => casePath(frame, view.head.code, rest)
  return (
    <div class="col people">
      <Part
        title={words.tab.people}
        link={{ href: path('/orang'), label: frame.t.kerjaUmum.all }}
        empty={words.empty.people}
        isEmpty={body.people.length === 0}
      >
        <ul>
          {body.people.map((person) => (
            <Person frame={frame} person={person} />
          ))}
        </ul>
      </Part>
      <Part
        title={words.tab.chain}
        link={{ href: path('/perantara'), label: frame.t.kerjaUmum.all }}
        empty={words.empty.chain}
        isEmpty={body.chain.length === 0}
      >
        <Chain frame={frame} links={body.chain} />
      </Part>
      <Part
        title={words.tab.consent}
        link={{ href: path('/persetujuan'), label: frame.t.kerjaUmum.change }}
        empty={frame.t.kerjaKode.unknown['not-asked']}
        isEmpty={body.consent.length === 0}
      >
        <ConsentShort frame={frame} lines={body.consent} />
      </Part>
      {view.head.related.length > 0 && (
        <section>
          <h2>{words.related}</h2>
          <ul class="deadlines">
            {view.head.related.map((other) => (
              <li>
                <a class="code" href={other.href}>
                  {other.code}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Middle({ frame, view, body }: Props) {
  const words = frame.t.kerjaKasus
  const path = (rest: string) => casePath(frame, view.head.code, rest)
  return (
    <div class="col">
      <Part
        title={words.tab.needs}
        link={{ href: path('/kebutuhan'), label: frame.t.kerjaUmum.add }}
        empty={words.empty.needs}
        isEmpty={body.needs.length === 0}
      >
        <Needs frame={frame} needs={body.needs} />
      </Part>
      <Part
        title={words.tab.timeline}
        link={{ href: path('/kronologi'), label: frame.t.kerjaUmum.all }}
        empty={words.empty.timeline}
        isEmpty={body.timeline.length === 0}
      >
        <Timeline frame={frame} entries={body.timeline} />
      </Part>
    </div>
  )
}

function Right({ frame, view, body }: Props) {
  const words = frame.t.kerjaKasus
  const path = (rest: string) => casePath(frame, view.head.code, rest)
  return (
    <div class="col">
      <Part
        title={words.deadlines}
        link={{ href: path('/tugas#jam'), label: frame.t.kerjaJam.ofCase }}
        empty={words.noDeadlines}
        isEmpty={body.deadlines.length === 0}
      >
        <Deadlines frame={frame} deadlines={body.deadlines} />
      </Part>
      <Part
        title={words.tab.referrals}
        link={
          view.may.includes('refer')
            ? { href: at(frame, `/kerja/rujukan/baru?kasus=${view.head.code}`), label: words.refer }
            : undefined
        }
        empty={words.empty.referrals}
        isEmpty={body.referrals.length === 0}
      >
        {body.referrals.map((card) => (
          <ReferCard frame={frame} card={card} />
        ))}
      </Part>
      <Part
        title={words.tab.evidence}
        link={{ href: path('/bukti'), label: frame.t.kerjaUmum.all }}
        empty={words.empty.evidence}
        isEmpty={body.evidence.length === 0}
      >
        <ul class="deadlines">
          {body.evidence.map((item) => (
            <li>
              <span class="line">
                <Glyph name="bukti" />
                <strong>
                  {item.number}. {item.title}
                </strong>
              </span>
              <small>
                {words.hash(item.hashShort)} {item.custody.map((part) => `${part}. `)}
              </small>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  )
}

export function CaseSummary(props: Props) {
  return (
    <div class="file">
      <Left {...props} />
      <Middle {...props} />
      <Right {...props} />
    </div>
  )
}
