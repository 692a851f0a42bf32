/** A life cycle as a Mermaid diagram and a table, for people who do not read the code. */
type Step = { readonly to: string; readonly by: readonly string[]; readonly needs: readonly string[] }

export type LifeCycle = {
  readonly title: string
  readonly about: string
  /** The file that holds the table. */
  readonly source: string
  readonly first: string
  readonly table: Readonly<Record<string, Readonly<Record<string, Step>>>>
}

type Edge = Step & { readonly from: string; readonly action: string }

export function stateDiagram(cycle: LifeCycle): string {
  const edges = edgesOf(cycle)
  const ends = Object.keys(cycle.table).filter((state) => !edges.some((edge) => edge.from === state))
  return [
    `# ${cycle.title}`,
    '',
    `Made from \`${cycle.source}\` by \`npm run docs\`; do not edit by hand.`,
    '',
    cycle.about,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...Object.keys(cycle.table).map((state) => `  state "${state}" as ${nameOf(state)}`),
    `  [*] --> ${nameOf(cycle.first)}`,
    ...edges.map(
      (edge) => `  ${nameOf(edge.from)} --> ${nameOf(edge.to)}: ${edge.action} (${edge.by.join(', ')})`,
    ),
    ...ends.map((state) => `  ${nameOf(state)} --> [*]`),
    '```',
    '',
    '| From | Action | To | By | Needs |',
    '| --- | --- | --- | --- | --- |',
    ...edges.map(
      (edge) =>
        `| ${edge.from} | ${edge.action} | ${edge.to} | ${edge.by.join(', ')} | ${edge.needs.join(', ') || '–'} |`,
    ),
    '',
  ].join('\n')
}

function edgesOf({ table }: LifeCycle): readonly Edge[] {
  return Object.entries(table).flatMap(([from, steps]) =>
    Object.entries(steps).map(([action, step]) => ({ ...step, from, action })),
  )
}

/** Mermaid takes a hyphen in a name for an arrow. */
function nameOf(state: string): string {
  return state.replaceAll('-', '_')
}
