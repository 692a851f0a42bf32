import type { StaffFrame } from '#src/web/ui/staff/frame.ts'

/** Names of the parts of a case that two people may change at once. */
export function caseWords(frame: StaffFrame): { readonly facts: string; readonly wish: string } {
  const words = frame.t.kerjaKabar.fact
  return { facts: words['facts'] ?? '', wish: words['wish'] ?? '' }
}
