/** The words of the rulebook that the sheet shows, in the reader's language. */
export type WageWords = {
  /** A code of the sheet in words, such as `line.wages` or `why.not-read`. */
  readonly label: (kind: string, code: string) => string
  readonly rule: (id: string) => string
  readonly instrument: (id: string) => string
}
