/** The parts of the room of the law, and who may enter each. */
import type { Permission } from '../disclosure/roles.ts'

export const LAW_SECTIONS = ['library', 'comparison', 'agreements', 'gaps', 'advocacy', 'clauses'] as const
export type LawSection = (typeof LAW_SECTIONS)[number]

export const LAW_SECTION_NEEDS: Readonly<Record<LawSection, Permission>> = {
  library: 'law.read',
  comparison: 'law.read',
  agreements: 'agreement.read',
  gaps: 'gap.read',
  advocacy: 'advocacy.read',
  clauses: 'advocacy.read',
}
