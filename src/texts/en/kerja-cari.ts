import type { kerjaCari as id } from '#src/texts/id/kerja-cari.ts'

export const kerjaCari: typeof id = {
  title: 'Search',
  label: 'Name, code, village or body',
  hint: 'Similar spellings are found too. Every search is recorded.',
  submit: 'Search',
  results: (count) => (count === 1 ? '1 match' : `${count} matches`),
  kind: { case: 'case', person: 'person', report: 'report', body: 'body' },
  none: (words) => `Nothing matches “${words}”.`,
  noneText: 'Try without the year, or the first name only. What is not for you never appears.',
  how: { exact: 'same', similar: 'similar spelling', village: 'same village' },
}
