/**
 * What exactly will the receiver see? Only the items that may be shared; what may not is absent, not blacked
 * out, and not even counted, so that nothing can be read from a gap. The preview and the sending use this one
 * function.
 */
import type { ConsentItem } from '../cases/codes.ts'
import { consentAnswer, itemsFor, type Consent, type Reader } from './consent.ts'
import type { Instant } from '../kernel/instant.ts'

export interface PackageItem<T> {
  readonly item: ConsentItem
  readonly content: T
}

export interface PackageRequest<T> {
  readonly items: readonly PackageItem<T>[]
  readonly consents: readonly Consent[]
  readonly reader: Reader
  readonly at: Instant
  readonly suspects: ReadonlySet<string>
  /** Items that go under an exception without consent; see `decideException`. */
  readonly exceptionItems: readonly ConsentItem[]
}

export interface Package<T> {
  readonly items: readonly PackageItem<T>[]
  /** The receiver is told when any part came without consent. */
  readonly came: 'with-consent' | 'without-consent'
}

export function buildPackage<T>(request: PackageRequest<T>): Package<T> {
  const consented = itemsFor(request)
  const items = request.items.filter(
    (each) => consented.has(each.item) || request.exceptionItems.includes(each.item),
  )
  const came = items.every((each) => consented.has(each.item)) ? 'with-consent' : 'without-consent'
  return { items, came }
}

/** Items the sender could still ask the person about: nothing was said yet, or "I don't know". */
export function itemsToAsk<T>(request: PackageRequest<T>): readonly ConsentItem[] {
  const kinds = [...new Set(request.items.map((each) => each.item))]
  return kinds.filter((item) => {
    const answer = consentAnswer({ ...request, item })
    return answer === 'not-asked' || answer === 'does-not-know'
  })
}
