import type { Link } from './link.ts'

/** From where on a pair is shown, for each verdict. Chosen from the model's own chances: no truth is at hand. */
export type Cuts = { readonly samePerson: number; readonly conflict: number }

const STEP = 0.05
const HIGHEST = 0.95
const LOWEST_SAME = 0.2
/** Below even chances a conflict is not spoken of. */
const LOWEST_CONFLICT = 0.5

/** A cut on a round twentieth, so that it can be read and said. */
const steps = (from: number): readonly number[] =>
  Array.from(
    { length: Math.round((HIGHEST - from) / STEP) + 1 },
    (_, at) => Math.round((from + at * STEP) * 100) / 100,
  )

export function chooseCuts(links: readonly Link[]): Cuts {
  const alerts = links.filter((link) => !link.explained)
  return {
    samePerson: bestExpected(
      links.map((link) => link.samePerson),
      LOWEST_SAME,
    ),
    conflict: bestExpected(
      alerts.map((link) => link.conflict),
      LOWEST_CONFLICT,
    ),
  }
}

/** The cut with the best F1 that the chances themselves expect: what is found against all that is expected. */
function bestExpected(chances: readonly number[], lowest: number): number {
  const all = chances.reduce((sum, chance) => sum + chance, 0)
  let best = { cut: 0.5, f1: 0 }
  for (const cut of steps(lowest)) {
    const found = chances.filter((chance) => chance >= cut)
    const hits = found.reduce((sum, chance) => sum + chance, 0)
    const f1 = (2 * hits) / (found.length + all)
    if (f1 > best.f1) best = { cut, f1 }
  }
  return best.cut
}
