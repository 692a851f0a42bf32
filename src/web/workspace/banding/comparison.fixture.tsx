/** The comparer as it is: its data hold nothing of a person. */
import { tableColumns } from '#src/domain/harmonisation/columns.ts'
import { changesBetween } from '#src/domain/harmonisation/changes.ts'
import { loadNorms } from '#src/platform/norms.ts'
import { judgedOf } from '#src/web/comparison.ts'
import type { StaffFrame } from '#src/web/ui/staff/frame.ts'
import { askedIn, askedTable, NEEDS_PAGE, needsOf, type Asked } from './asked.ts'
import { ChangesPage, ConflictPage } from './change-pages.tsx'
import { GridPage } from './comparison-page.tsx'
import { conflictsOf } from './comparison-routes.tsx'

const DAY = '2026-11-21'

function asked(query: Readonly<Record<string, string>> = {}): Asked {
  return askedIn({ one: (name) => query[name], all: () => [] }, DAY)
}

export function comparisonPages(frame: StaffFrame): Readonly<Record<string, unknown>> {
  const across = asked()
  const down = asked({ cara: 'menegak', kelompok: 'social-security', pekerja: 'semua', tanggal: 'kemarin' })
  const within = asked({ cara: 'dalam' })
  const time = asked({ cara: 'waktu', sejak: '2023-01-01' })
  const columns = tableColumns('across', time.corridors)
  const days = { from: time.since, to: time.on }
  const changes = changesBetween(
    loadNorms(),
    { needs: needsOf(time), columns, sector: 'domestic' },
    days,
    judgedOf(),
  )
  const first = needsOf(across).slice(0, NEEDS_PAGE)
  return {
    comparison: <GridPage frame={frame} asked={across} table={askedTable(across, first)} />,
    'comparison-down': <GridPage frame={frame} asked={down} table={askedTable(down)} />,
    'comparison-within': <ConflictPage frame={frame} asked={within} conflicts={conflictsOf(within)} />,
    'comparison-over-time': <ChangesPage frame={frame} asked={time} changes={changes} columns={columns} />,
    'comparison-no-change': <ChangesPage frame={frame} asked={time} changes={[]} columns={columns} />,
  }
}
