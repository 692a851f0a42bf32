import type { kerjaHukum as source } from '../id/kerja-hukum.ts'

/** The room of the law. */
export const kerjaHukum: typeof source = {
  title: 'Law',
  context: 'Rules, agreements, and how to mend them.',
  sections: {
    library: 'Law library',
    comparison: 'Compare rules',
    agreements: 'Agreements and cooperation',
    gaps: 'Obstacle register',
    advocacy: 'Advocacy',
    clauses: 'Clause workbench',
  },
  hints: {
    library: 'Edit rules, read them a second time, and release them.',
    comparison: 'Compare needs between countries and levels.',
    agreements: 'Duties, meetings, breaches and costs.',
    gaps: 'Problems that cases show again and again, and who owns them.',
    advocacy: 'Proposals, consultations, positions and responses.',
    clauses: 'Compare two texts and prepare a village regulation.',
  },
  publicLibrary: 'The library for everybody',
}
