/** Proposals that touch a gap: those that bodies linked, and the recommendations of the files that name it. */
import {
  getProposal,
  listProposals,
  openProposal,
  type EventRow,
  type Proposal,
} from '#src/modules/advocacy/index.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { loadAdvocacy } from '#src/platform/law/advocacy-files.ts'
import { formatPartialDate } from '#src/texts/dates.ts'
import type { Texts } from '#src/texts/texts.ts'
import type { Lang } from '#src/web/ui/href.ts'
import { at, type StaffFrame } from '#src/web/ui/staff/frame.ts'

export const ADVOCACY = '/kerja/advokasi' as const

export type ProposalLink = {
  readonly title: string
  readonly state: string
  readonly href: string
  /** Its consultations, positions and responses; changes of its state are not among them. */
  readonly events: readonly EventRow[]
  /** Where the next one is written, so that the way back leads to the gap. */
  readonly addHref: string
}

export function proposalTitle(lang: Lang, proposal: Proposal): string {
  return proposal.reference?.title[lang] ?? proposal.words?.title ?? ''
}

export async function proposalLinks(
  ctx: StaffContext,
  frame: StaffFrame,
  gapId: string,
): Promise<readonly ProposalLink[]> {
  const { proposals } = await listProposals(ctx, { gapId }, 0)
  const { gaps, recommendations } = loadAdvocacy()
  const named = gaps.find((gap) => gap.uuid === gapId)?.recommendations ?? []
  const ids = recommendations
    .filter((each) => named.includes(each.id) && !proposals.some((proposal) => proposal.id === each.uuid))
    .map((each) => each.uuid)
  const fromFiles: Proposal[] = []
  for (const id of ids) fromFiles.push(await getProposal(ctx, id))
  const links: ProposalLink[] = []
  for (const proposal of [...proposals, ...fromFiles]) {
    const { events } = await openProposal(ctx, proposal.id)
    const path = at(frame, `${ADVOCACY}/${proposal.id}`)
    links.push({
      title: proposalTitle(frame.lang, proposal),
      state: frame.t.kerjaAdvokasi.state[proposal.state],
      href: path,
      events: events.filter((event) => event.kind !== 'state'),
      addHref: `${path}?hambatan=${gapId}#catat`,
    })
  }
  return links
}

/** What the files know of a recommendation's fate, or that nobody knows. */
export function knownWords(t: Texts, lang: Lang, proposal: Pick<Proposal, 'reference'>): string {
  const { reference } = proposal
  if (reference === undefined) return ''
  const { state } = reference
  if (state === null) return t.kerjaAdvokasi.unknown
  const day = formatPartialDate(state.asOf, lang)
  return `${state.says[lang]} (${t.kerjaAdvokasi.knownOn(day)}; ${t.hukum.sure[state.confidence]})`
}
