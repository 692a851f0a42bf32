/** What is proposed to change, and the obstacles behind it. */
import { bodyNameOn, type BodyKind } from '#src/domain/competence/bodies.ts'
import type { PublicProposal } from '#src/modules/advocacy/index.ts'
import type { PublicGap } from '#src/modules/gaps/index.ts'
import { href } from '#src/web/ui/href.ts'
import { Icon } from '#src/web/ui/icons.tsx'
import { PublicPage, type PageFrame } from '#src/web/ui/public/layout.tsx'
import { plainDate } from '#src/web/ui/when.ts'
import { LawLink, PageNav, Sure } from '../hukum/law-parts.tsx'

/** A citation with the short name of its instrument, and the words of a norm. */
export type ShownLaw = { readonly words: string; readonly href?: `/${string}` }

type Paged = PageFrame & {
  readonly current: number
  readonly pages: number
  /** The day whose names bodies get: `YYYY-MM-DD`. */
  readonly today: string
}

export type UsulanPageProps = Paged & {
  readonly proposals: readonly PublicProposal[]
  /** The short name of an instrument. */
  readonly nameOfLaw: (id: string) => string
}

export function UsulanPage({ proposals, nameOfLaw, current, pages, today, ...frame }: UsulanPageProps) {
  const { lang, t } = frame
  const words = t.usulan
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/usulan">
      <a class="back" href={href(lang, '/hukum')}>
        <Icon name="kembali" />
        {words.back}
      </a>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={href(lang, '/usulan/hambatan')}>{words.toGaps}</a>
      </p>
      {proposals.length === 0 && <p>{words.empty}</p>}
      {proposals.map((proposal) => (
        <ProposalPart frame={frame} proposal={proposal} nameOfLaw={nameOfLaw} today={today} />
      ))}
      <PageNav words={frame} path="/usulan" current={current} total={pages} />
    </PublicPage>
  )
}

function ProposalPart(props: {
  readonly frame: PageFrame
  readonly proposal: PublicProposal
  readonly nameOfLaw: (id: string) => string
  readonly today: string
}) {
  const { frame, proposal, nameOfLaw, today } = props
  const { lang, t } = frame
  const words = t.usulan
  const { reference } = proposal
  const to =
    reference?.toWhom.map((kind) => bodyNameOn(kind, today) ?? kind).join(', ') ?? proposal.words?.toWhom
  return (
    <section id={proposal.id}>
      <h2>{reference?.title[lang] ?? proposal.words?.title}</h2>
      <p>{reference?.change[lang] ?? proposal.words?.change}</p>
      <dl class="receipt after">
        <dt>{words.state}</dt>
        <dd>
          <strong>{t.kerjaAdvokasi.state[proposal.state]}</strong>
        </dd>
        <dt>{t.kerjaAdvokasi.col.topic}</dt>
        <dd>{t.kerjaAdvokasi.topic[proposal.topic]}</dd>
        {to && (
          <>
            <dt>{words.to}</dt>
            <dd>{to}</dd>
          </>
        )}
        <Known frame={frame} proposal={proposal} />
        {proposal.basis.length > 0 && (
          <>
            <dt>{words.basis}</dt>
            <dd>
              {proposal.basis.map((each, index) => (
                <>
                  {index > 0 && '; '}
                  <LawLink lang={lang} instrument={each.instrument} article={each.article}>
                    {[nameOfLaw(each.instrument), each.article === '-' ? '' : each.article]
                      .filter((part) => part !== '')
                      .join(', ')}
                  </LawLink>
                </>
              ))}
            </dd>
          </>
        )}
        <dt>{words.from}</dt>
        <dd>
          {reference
            ? words.paper(reference.paper.number, reference.paper.name, reference.paper.place)
            : proposal.orgName}
        </dd>
      </dl>
      <Answers frame={frame} proposal={proposal} />
    </section>
  )
}

/** What the files know of its fate; silent when a body here has moved it since. */
function Known({ frame, proposal }: { readonly frame: PageFrame; readonly proposal: PublicProposal }) {
  const { lang, t } = frame
  const { reference } = proposal
  if (reference === undefined || proposal.movedHere) return <></>
  const { state } = reference
  return (
    <>
      <dt>{t.usulan.known}</dt>
      <dd>
        {state === null ? (
          t.kerjaAdvokasi.unknown
        ) : (
          <>
            {state.says[lang]}{' '}
            <small>
              ({t.usulan.source}: {state.source.citation}, {plainDate(lang, state.asOf)};{' '}
              <Sure t={t} confidence={state.confidence} />)
            </small>
          </>
        )}
      </dd>
    </>
  )
}

function Answers({ frame, proposal }: { readonly frame: PageFrame; readonly proposal: PublicProposal }) {
  const { lang, t } = frame
  if (proposal.events.length === 0) return <></>
  return (
    <>
      <h3>{t.usulan.answers}</h3>
      <ul>
        {proposal.events.slice(0, 5).map((event) => (
          <li>
            {t.kerjaAdvokasi.kind[event.kind]}, {plainDate(lang, event.held_on)}. {event.body}
            {event.stance && ` (${t.kerjaAdvokasi.stance[event.stance]})`}: {event.words ?? event.outcome}{' '}
            <small>
              {t.usulan.source}: {event.source}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

export type PublicGapView = PublicGap & {
  readonly shownLaw: ShownLaw
  readonly proposals: readonly {
    readonly title: string
    readonly href: `/${string}`
    readonly state: PublicProposal['state']
    /** How many consultations, positions and responses anybody may read. */
    readonly answers: number
  }[]
}
export type GapListPageProps = Paged & { readonly gaps: readonly PublicGapView[] }

export function GapListPage({ gaps, current, pages, today, ...frame }: GapListPageProps) {
  const { lang, t } = frame
  const words = t.usulan
  return (
    <PublicPage {...frame} title={t.situs.titles.page} path="/usulan/hambatan">
      <a class="back" href={href(lang, '/usulan')}>
        <Icon name="kembali" />
        {words.toProposals}
      </a>
      <h1>{words.gapsTitle}</h1>
      <p class="lead">{words.gapsLead}</p>
      <p>{words.counting}</p>
      {gaps.length === 0 && <p>{words.empty}</p>}
      {gaps.map((gap) => (
        <GapPart frame={frame} gap={gap} today={today} />
      ))}
      <PageNav words={frame} path="/usulan/hambatan" current={current} total={pages} />
    </PublicPage>
  )
}

function GapPart(props: { readonly frame: PageFrame; readonly gap: PublicGapView; readonly today: string }) {
  const { frame, gap, today } = props
  const { lang, t } = frame
  const words = t.usulan
  return (
    <section id={gap.id}>
      <h2>{gap.title[lang]}</h2>
      <p>
        {t.kerjaHambatan.code[gap.code]}.
        {gap.law.kind === 'silent' && gap.shownLaw.href !== undefined && ` ${t.kerjaHambatan.silent}`}
      </p>
      <dl class="receipt after">
        <dt>{words.state}</dt>
        <dd>
          <strong>{t.kerjaHambatan.state[gap.state]}</strong>
        </dd>
        <dt>{words.law}</dt>
        <dd>
          {gap.shownLaw.href === undefined ? (
            gap.shownLaw.words
          ) : (
            <a href={href(lang, gap.shownLaw.href)}>{gap.shownLaw.words}</a>
          )}
        </dd>
        <dt>{words.cases}</dt>
        <dd>{gap.told === undefined ? t.kerjaHambatan.small : t.kerjaHambatan.atLeast(gap.told)}</dd>
        <dt>{words.owner}</dt>
        <dd>{ownerOf(frame, gap.owner, today)}</dd>
        <dt>{words.proposal}</dt>
        <dd>
          {gap.proposals.length === 0 && words.empty}
          {gap.proposals.map((each, index) => (
            <>
              {index > 0 && '; '}
              <a href={href(lang, each.href)}>{each.title}</a> ({t.kerjaAdvokasi.state[each.state]}
              {words.noteCount(each.answers)})
            </>
          ))}
        </dd>
        {gap.confidence && (
          <>
            <dt>{words.source}</dt>
            <dd>
              <Sure t={t} confidence={gap.confidence} />
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function ownerOf({ t }: PageFrame, owner: string | null, today: string): string {
  if (owner === null) return t.kerjaHambatan.noOwner
  return bodyNameOn(owner as BodyKind, today) ?? owner
}
