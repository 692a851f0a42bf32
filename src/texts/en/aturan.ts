import type { aturan as source } from '../id/aturan.ts'

export const aturan: typeof source = {
  title: 'The rulebook',
  lead: 'Here are all rules that this service uses. Each rule has a basis and a date.',
  help: 'The system only proposes. People decide.',
  count: (rules: number, amounts: number) => `${rules} rules, ${amounts} amounts`,
  all: 'All questions',
  chapterLead: 'What is the rule, since when, who says so, and how sure are we.',
  rules: 'Rules',
  amounts: 'Amounts and periods',
  since: (day: string) => `since ${day}`,
  between: (from: string, until: string) => `${from} until before ${until}`,
  empty: 'No amount yet.',
  why: 'Reason:',
  share: (percent: string) => `${percent} per cent`,
  unit: { 'working-days': 'working days', "month's wage": 'months of wage' },
  page: (current: number, total: number) => `Page ${current} of ${total}`,
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  onePage: 'All on one page',
  sure: {
    verified: 'read in its text',
    secondary: 'from another source',
    unverified: 'not yet verified',
  },
}
