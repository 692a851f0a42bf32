/** Who must act, need by need: one body leads, others support, on which article; what the law leaves open; and the way to refer. */
import type { NeedFinding, NeedProposal } from '#src/domain/rulebook/competence/competence.ts'
import type { Entry } from '#src/domain/rulebook/conclusion.ts'
import type { NeedKind } from '#src/domain/cases/codes.ts'
import type { CaseFile } from '#src/modules/cases/index.ts'
import type { Routing } from '#src/modules/competence/index.ts'
import { loadRulebookTexts } from '#src/platform/rulebook.ts'
import { citeView } from '#src/web/workspace/cite-view.ts'
import { ButtonLink, Notice } from '#src/web/ui/staff/form.tsx'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'
import { Cite, StateTag, type CiteView } from '#src/web/ui/staff/marks.tsx'

export type LeadView = {
  readonly place: string
  readonly lead: string
  readonly supporters: readonly string[]
  readonly next: readonly string[]
  readonly cites: readonly CiteView[]
}

export type NeedRouting = {
  readonly need: string
  readonly proposals: readonly LeadView[]
  readonly findings: readonly {
    readonly kind: 'overlap' | 'hole'
    readonly words: string
    readonly cite?: CiteView
  }[]
  readonly referHref?: string
}

export type RoutingView = {
  readonly needs: readonly NeedRouting[]
  readonly place: 'known' | 'unknown'
  readonly ask: readonly string[]
}

/** `refer`: this reader may send what the own body holds. */
export function routingOf(
  frame: StaffFrame,
  file: CaseFile,
  routing: Routing | undefined,
  refer?: 'refer',
): RoutingView | undefined {
  if (routing === undefined) return undefined
  const { answer, conclusion } = routing
  return {
    place: answer.place === 'unknown' ? 'unknown' : 'known',
    ask: conclusion.nextQuestions.map((question) => question[frame.lang]),
    needs: answer.needs.map((need) => {
      const mine = file.needs.find(
        (each) => each.kind === need.need && each.state === 'open' && each.owner_org === file.orgId,
      )
      return {
        need: needLabel(frame, file, need.need),
        proposals: need.proposals.map((each) => leadOf(frame, each, conclusion.fired)),
        findings: need.findings.flatMap((each) => findingOf(frame, each, conclusion.against)),
        ...(refer &&
          mine && {
            referHref: at(frame, `/kerja/rujukan/baru?kasus=${file.row.code}&kebutuhan=${mine.id}`),
          }),
      }
    }),
  }
}

function needLabel(frame: StaffFrame, file: CaseFile, kind: NeedKind): string {
  const labels = file.needs.flatMap((need) =>
    need.kind === kind && need.words?.label ? [need.words.label] : [],
  )
  const name = frame.t.kerjaKode.need[kind]
  return labels.length === 0 ? name : `${name}: ${labels.join(', ')}`
}

function leadOf(frame: StaffFrame, proposal: NeedProposal, fired: readonly Entry[]): LeadView {
  const names = (bodies: NeedProposal['supporters']) => bodies.map((body) => body.name)
  return {
    place: frame.t.kerjaKewenangan.place[proposal.place] ?? proposal.place,
    lead: proposal.lead.name,
    supporters: names(proposal.supporters),
    next: names(proposal.nextInLine),
    cites: onlyOnce(proposal.basis.flatMap((rule) => citesOf(frame, rule, fired))),
  }
}

function citesOf(frame: StaffFrame, rule: string, entries: readonly Entry[]): readonly CiteView[] {
  const entry = entries.find((each) => each.rule === rule)
  return entry === undefined ? [] : [citeView(frame, entry.citation)]
}

function onlyOnce(cites: readonly CiteView[]): readonly CiteView[] {
  return [...new Map(cites.map((each) => [each.article, each])).values()]
}

function findingOf(
  frame: StaffFrame,
  finding: NeedFinding,
  against: readonly Entry[],
): NeedRouting['findings'] {
  const words = frame.t.kerjaKewenangan
  if (finding.kind === 'place-unknown') return []
  const bodies = finding.bodies.map((body) => body.name).join(', ')
  if (finding.rule === null)
    return [
      { kind: finding.kind, words: finding.kind === 'overlap' ? words.overlapOf(bodies) : words.noBody },
    ]
  const cite = citesOf(frame, finding.rule, against)[0]
  return [
    {
      kind: finding.kind,
      words: ruleWords(finding.rule, frame.lang),
      ...(cite !== undefined && { cite }),
    },
  ]
}

/** What a rule of the chapter on competence says; its id where it has no sentence. */
export function ruleWords(rule: string, lang: 'id' | 'en'): string {
  const chapter = loadRulebookTexts().chapters.find((each) => each.question === 'competence')
  return chapter?.rules.find((each) => each.id === rule)?.says[lang] ?? rule
}

export function RoutingPanel(props: { readonly frame: StaffFrame; readonly view: RoutingView | undefined }) {
  const { frame, view } = props
  const words = frame.t.kerjaKewenangan
  return (
    <section class="stack" id="kewenangan">
      <h2>{words.panel}</h2>
      <p class="hint">{view === undefined ? words.none : words.panelHint}</p>
      {view?.place === 'unknown' && <Notice kind="plain" lead={words.unplaced} />}
      {view?.needs.map((need) => (
        <NeedPanel frame={frame} need={need} />
      ))}
      {view !== undefined && view.ask.length > 0 && (
        <>
          <h3>{words.ask}</h3>
          <ul>
            {view.ask.map((question) => (
              <li>{question}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function NeedPanel({ frame, need }: { readonly frame: StaffFrame; readonly need: NeedRouting }) {
  const words = frame.t.kerjaKewenangan
  return (
    <article class="panel stack">
      <h3>{need.need}</h3>
      {need.proposals.map((proposal) => (
        <dl class="routing">
          <dt class="small">
            {words.lead} {proposal.place}
          </dt>
          <dd>
            <strong>{proposal.lead}</strong>
          </dd>
          <Bodies label={words.support} names={proposal.supporters} />
          <Bodies label={words.next} names={proposal.next} />
          <dt class="small">{words.basis}</dt>
          <dd>
            {proposal.cites.map((cite) => (
              <>
                <Cite frame={frame} cite={cite} />{' '}
              </>
            ))}
          </dd>
        </dl>
      ))}
      {need.findings.length > 0 && (
        <ul aria-label={words.findings}>
          {need.findings.map((finding) => (
            <li>
              <StateTag tone="wait">{words.kind[finding.kind]}</StateTag> {finding.words}{' '}
              {finding.cite !== undefined && <Cite frame={frame} cite={finding.cite} />}
            </li>
          ))}
        </ul>
      )}
      {need.referHref !== undefined && (
        <p class="buttons">
          <ButtonLink href={need.referHref} icon="rujuk">
            {words.refer}
            <span class="hidden">: {need.need}</span>
          </ButtonLink>
        </p>
      )}
    </article>
  )
}

function Bodies({ label, names }: { readonly label: string; readonly names: readonly string[] }) {
  return names.length === 0 ? (
    <></>
  ) : (
    <>
      <dt class="small">{label}</dt>
      <dd>{names.join(', ')}</dd>
    </>
  )
}
