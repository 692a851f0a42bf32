/** The pages of the table of rules as they are: their data hold nothing of a person. */
import { loadHarmonisation } from '#src/platform/law/harmonisation-files.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { tableOf, type TableChoice } from '#src/web/comparison.ts'
import type { PageFrame } from '#src/web/ui/public/layout.tsx'
import { HarmonisasiCellPage, HarmonisasiIndexPage, HarmonisasiTablePage } from './harmonisasi-page.tsx'
import { besideOf } from './harmonisasi-routes.ts'
import { NormPage } from './norm-page.tsx'

const DAY = '2026-11-21'

/** Every need over every corridor, every corridor with each group of needs, and one of each other kind. */
export function harmonisasiPages(frame: PageFrame): Readonly<Record<string, unknown>> {
  const { groups, corridors, needs } = loadHarmonisation()
  return {
    harmonisasi: <HarmonisasiIndexPage {...frame} groups={groups} corridors={corridors} />,
    ...Object.fromEntries(needs.map((need) => [`harmonisasi-${need.slug}`, needPage(frame, need.slug)])),
    ...Object.fromEntries(
      groups.map((group) => [
        `harmonisasi-malaysia-${group.code}`,
        corridorPage(frame, 'malaysia', group.code),
      ]),
    ),
    'harmonisasi-isi': cellPage(frame),
    'harmonisasi-norma': normPage(frame, 'id-uu18-30-cost'),
    'harmonisasi-norma-ingatan': normPage(frame, 'c189-15-fees'),
  }
}

function choice(fields: Pick<TableChoice, 'needs' | 'corridors'>): TableChoice {
  return { mode: 'across', on: DAY, sector: undefined, phase: undefined, yardstick: 'id', ...fields }
}

function needPage(frame: PageFrame, slug: string) {
  const { groups, corridors, needs } = loadHarmonisation()
  const need = needs.find((each) => each.slug === slug)
  if (need === undefined) throw new Error(`there is no need ${slug}`)
  const table = tableOf(choice({ needs: [need], corridors }))
  return <HarmonisasiTablePage {...frame} {...{ table, groups, corridors }} by={{ kind: 'need', need }} />
}

function corridorPage(frame: PageFrame, id: string, code: string) {
  const { groups, corridors } = loadHarmonisation()
  const corridor = corridors.find((each) => each.id === id)
  const group = groups.find((each) => each.code === code)
  if (corridor === undefined || group === undefined) throw new Error(`there is no ${id} ${code}`)
  const table = tableOf(choice({ needs: group.needs, corridors: [corridor] }))
  return (
    <HarmonisasiTablePage
      {...frame}
      {...{ table, groups, corridors }}
      by={{ kind: 'corridor', corridor, group }}
      badDay
    />
  )
}

function cellPage(frame: PageFrame) {
  const { corridors, needs } = loadHarmonisation()
  const need = needs.find((each) => each.code === 'victim-status')
  const table = tableOf(choice({ needs: need === undefined ? [] : [need], corridors }))
  const cell = table.rows[0]?.cells[0]
  if (need === undefined || cell === undefined) throw new Error('there is no cell')
  return <HarmonisasiCellPage {...frame} {...{ table, need, cell }} column="PBB" />
}

function normPage(frame: PageFrame, id: string) {
  const norms = loadNorms()
  const norm = norms.find((each) => each.id === id)
  const need = loadHarmonisation().needs.find((each) => each.code === norm?.need)
  if (norm === undefined || need === undefined) throw new Error(`there is no norm ${id}`)
  return <NormPage {...frame} norm={norm} need={need} beside={besideOf(norm, norms)} readOn={DAY} />
}
