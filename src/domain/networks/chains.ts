/** A piece of evidence between two files of a group, as every body of the group sees it: without its words. */
export type Seen = {
  readonly id: string
  readonly joinNo: number
  readonly strength: 'strong' | 'weak'
  readonly left: { readonly file: number; readonly mentionId: string }
  readonly right: { readonly file: number; readonly mentionId: string }
}

export type Step<L extends Seen> = {
  readonly from: number
  readonly to: number
  /** More than one where only together they join. */
  readonly links: readonly L[]
}

/** From one file to every other one of its group, by the shortest chain of evidence. */
export function chainsFrom<L extends Seen>(
  links: readonly L[],
  from: number,
): ReadonlyMap<number, readonly Step<L>[]> {
  const steps = stepsOf(links)
  const cameBy = new Map<number, Step<L>>()
  const queue = [from]
  for (let at = 0; at < queue.length; at++)
    for (const step of steps) {
      const turned = step.from === queue[at] ? step : { from: step.to, to: step.from, links: step.links }
      if (turned.from !== queue[at] || turned.to === from || cameBy.has(turned.to)) continue
      cameBy.set(turned.to, turned)
      queue.push(turned.to)
    }
  return new Map(queue.slice(1).map((to) => [to, chainTo(cameBy, to)]))
}

function chainTo<L extends Seen>(cameBy: ReadonlyMap<number, Step<L>>, to: number): readonly Step<L>[] {
  const chain: Step<L>[] = []
  for (let step = cameBy.get(to); step !== undefined; step = cameBy.get(step.from)) chain.unshift(step)
  return chain
}

/** Two files of one thing are one step apart, however many files between them speak of it. */
function stepsOf<L extends Seen>(links: readonly L[]): readonly Step<L>[] {
  const steps: Step<L>[] = []
  for (const things of thingsOf(links)) {
    const [first] = things
    if (first?.strength === 'weak') steps.push({ from: first.left.file, to: first.right.file, links: things })
    else for (const link of things) steps.push({ from: link.left.file, to: link.right.file, links: [link] })
  }
  return steps
}

/** Links that stand and fall together: those over one thing, and the pieces that only together join. */
export function thingsOf<L extends Seen>(links: readonly L[]): readonly (readonly L[])[] {
  const things: L[][] = []
  for (const link of links) {
    const known = things.find(([other]) =>
      other?.strength !== link.strength
        ? false
        : link.strength === 'weak'
          ? other.joinNo === link.joinNo
          : (things.find((thing) => thing[0] === other) ?? []).some((each) => shareMention(each, link)),
    )
    if (known) known.push(link)
    else things.push([link])
  }
  return things
}

const shareMention = (a: Seen, b: Seen): boolean =>
  [a.left.mentionId, a.right.mentionId].some((id) => id === b.left.mentionId || id === b.right.mentionId)

/** What the group hangs on: taken away, the group falls into so many parts. */
export function fragileOf<L extends Seen>(
  links: readonly L[],
  files: readonly number[],
): readonly { readonly links: readonly L[]; readonly parts: number }[] {
  return thingsOf(links).flatMap((thing) => {
    const rest = links.filter((link) => !thing.includes(link))
    const parts = partsOf(rest, files)
    return parts > 1 ? [{ links: thing, parts }] : []
  })
}

function partsOf(links: readonly Seen[], files: readonly number[]): number {
  const left = new Set(files)
  let parts = 0
  for (const file of files) {
    if (!left.delete(file)) continue
    parts++
    for (const reached of chainsFrom(links, file).keys()) left.delete(reached)
  }
  return parts
}
