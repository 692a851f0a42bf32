/** The closed set of errors. They carry codes and parameters, never sentences, never personal data. */

export type Problem = {
  /** Field, dots for nesting, as in the form and the JSON. */
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.path}: ${problem.code}`).join('; '))
    this.problems = problems
  }
}

/** Also used when the person may not know that it exists. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Only where the person already knows that it exists. */
export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError'
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** No session (any /kerja address answers 401 with the sign-in page). */
export class NotSignedInError extends Error {
  override readonly name = 'NotSignedInError'
}

/** A rule refuses; missing says what would have to be there, basis cites the article. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  readonly code: string
  readonly missing: readonly string[]
  readonly basis: string | undefined
  constructor(code: string, missing: readonly string[] = [], basis?: string) {
    super(code)
    this.code = code
    this.missing = missing
    this.basis = basis
  }
}

/** Somebody else changed it meanwhile: both versions are shown, nothing is overwritten. */
export class StaleVersionError extends Error {
  override readonly name = 'StaleVersionError'
  readonly code: string
  /** What stands in the database now, for the page that shows both. */
  readonly current: unknown
  constructor(code: string, current?: unknown) {
    super(code)
    this.code = code
    this.current = current
  }
}

export class TooManyError extends Error {
  override readonly name = 'TooManyError'
  readonly code: string
  readonly retryAfterSeconds: number
  constructor(code: string, retryAfterSeconds: number) {
    super(code)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}
