import type { ProposalState, ProposalTopic } from '#src/domain/advocacy/proposal.ts'
import type { Context } from '#src/platform/db/context.ts'
import { loadAdvocacy, type Recommendation } from '#src/platform/law/advocacy-files.ts'
import {
  selectPublicEvents,
  selectPublicGapLinks,
  selectPublicProposals,
  type PublicEventRow,
} from './proposal-queries.ts'
import { citationOf, type Citation } from './proposals.ts'

export type PublicProposal = {
  readonly id: string
  readonly topic: ProposalTopic
  readonly state: ProposalState
  readonly words?: { readonly title: string; readonly change: string; readonly toWhom: string }
  readonly reference?: Recommendation
  /** A body here moved it; else what the files know of it, which may be nothing. */
  readonly movedHere?: 'moved-here'
  readonly orgName?: string
  readonly basis: readonly Citation[]
  readonly events: readonly PublicEventRow[]
  /** The obstacles that it would remove. */
  readonly gapIds: readonly string[]
}

/** Recommendations of the files with what became of them, and what bodies made public. */
export async function listPublicProposals(ctx: Context): Promise<readonly PublicProposal[]> {
  const rows = await selectPublicProposals(ctx)
  const events = Map.groupBy(await selectPublicEvents(ctx), (event) => event.proposal_id)
  const links = Map.groupBy(await selectPublicGapLinks(ctx), (link) => link.proposal_id)
  const linked = (id: string) => (links.get(id) ?? []).map((link) => link.gap_id)
  const { gaps, recommendations } = loadAdvocacy()
  const written = rows.flatMap((row): readonly PublicProposal[] => {
    const { id, topic, state, title, change } = row
    if (row.ref !== null || title === null || change === null) return []
    return [
      {
        id,
        topic,
        state,
        words: { title, change, toWhom: row.to_whom ?? '' },
        ...(row.org_name !== null && { orgName: row.org_name }),
        basis: row.basis.map(citationOf),
        events: events.get(id) ?? [],
        gapIds: linked(id),
      },
    ]
  })
  const fromFiles = recommendations.map((reference): PublicProposal => {
    const row = rows.find((each) => each.ref === reference.id)
    const known = reference.state?.state ?? 'sent'
    return {
      id: reference.uuid,
      topic: reference.topic,
      state: row?.state ?? known,
      ...(row !== undefined && row.state !== known && { movedHere: 'moved-here' as const }),
      reference,
      basis: reference.basis,
      events: events.get(reference.uuid) ?? [],
      gapIds: [
        ...linked(reference.uuid),
        ...gaps.filter((gap) => gap.recommendations.includes(reference.id)).map((gap) => gap.uuid),
      ],
    }
  })
  return [...written, ...fromFiles]
}
