import type { usulan as Words } from '../id/usulan.ts'

export const usulan: typeof Words = {
  title: 'Proposals to change rules',
  lead: 'What is proposed, to whom, and what the answer is.',
  gapsTitle: 'System obstacles',
  gapsLead: 'Problems that come again. No case is told here.',
  toGaps: 'See the system obstacles',
  toProposals: 'See the proposals',
  back: 'Law library',
  to: 'To',
  from: 'From',
  basis: 'Legal basis',
  state: 'State',
  known: 'What is known',
  answers: 'Answers and positions',
  source: 'Source',
  owner: 'Owner',
  law: 'Law',
  cases: 'Cases behind it',
  counting: 'Numbers are rounded down for each body. “Fewer than 5” means at each body.',
  empty: 'None yet.',
  paper: (number: string, name: string, place: string) => `Paper ${number} (${name}), ${place}`,
}
