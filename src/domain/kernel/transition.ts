/**
 * The shape of every life cycle: from a state, an action by somebody leads to another state, when what it needs
 * is there. Buttons, the interface's allowed actions, the diagram and the tests all read the same table.
 */
import type { ArticleRef } from '../law/article-ref.ts'

export interface Step<State extends string, Party extends string, Guard extends string> {
  readonly to: State
  readonly by: readonly Party[]
  readonly needs: readonly Guard[]
  readonly basis?: ArticleRef
}

export type Transitions<
  State extends string,
  Action extends string,
  Party extends string,
  Guard extends string,
> = Readonly<Record<State, Readonly<Partial<Record<Action, Step<State, Party, Guard>>>>>>

export type RefusalCode = 'not-from-this-state' | 'not-yours' | 'guard-not-met'

export type Decision<State extends string, Guard extends string> =
  | { readonly kind: 'allowed'; readonly to: State; readonly event: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly missing: readonly Guard[] }

export interface Attempt<
  State extends string,
  Action extends string,
  Party extends string,
  Guard extends string,
> {
  readonly from: State
  readonly action: Action
  readonly by: Party
  readonly met: ReadonlySet<Guard>
}

export function decideStep<S extends string, A extends string, P extends string, G extends string>(
  subject: string,
  table: Transitions<S, A, P, G>,
  attempt: Attempt<S, A, P, G>,
): Decision<S, G> {
  const step = table[attempt.from][attempt.action]
  if (!step) return { kind: 'refused', code: 'not-from-this-state', missing: [] }
  if (!step.by.includes(attempt.by)) return { kind: 'refused', code: 'not-yours', missing: [] }
  const missing = step.needs.filter((guard) => !attempt.met.has(guard))
  if (missing.length > 0) return { kind: 'refused', code: 'guard-not-met', missing }
  return { kind: 'allowed', to: step.to, event: `${subject}.${attempt.action}` }
}

/** What this party could do from here if the needs were met; for buttons and `allowedActions`. */
export function actionsOpenTo<S extends string, A extends string, P extends string, G extends string>(
  table: Transitions<S, A, P, G>,
  from: S,
  by: P,
): readonly A[] {
  const steps = table[from]
  return (Object.keys(steps) as A[]).filter((action) => steps[action]?.by.includes(by))
}
