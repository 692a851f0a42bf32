import type { info as source } from '../id/info.ts'

export const info: typeof source = {
  title: 'Tell us what you saw',
  lead: 'A recruiter, a holding house, or people made to leave. Your name is not needed.',
  what: 'What did you see?',
  whatHint: 'When, who, which car, how many people. Use any language.',
  whatMissing: 'Write what you saw first.',
  where: 'Where, roughly?',
  whereHint: 'A village or town is enough. No house address is needed.',
  when: 'When, roughly?',
  whenHint: 'For example: last night, every Friday.',
  concerns: 'Is it about one of these?',
  concernsHint: 'They will not see what you write.',
  concerned: {
    'my-agency': 'A company or agency',
    'local-labour-office': 'The labour office',
    'this-mission': 'An embassy or consulate',
    'protection-ministry': 'The ministry that protects migrant workers',
    police: 'The police',
    organisation: 'A support organisation or shelter',
  },
  reader: 'Who reads it?',
  readers: { 'head-office': 'The head office in Jakarta', police: 'Indonesian police' },
  danger: 'Is anybody in danger now?',
  can: ['You get a code. It shows you the outcome.', 'Who reports is kept secret: Law 21/2007, article 33.'],
  cannot: [
    'The village office does not see this.',
    'We publish nobody’s name.',
    'Do not investigate by yourself. It can put you in danger.',
  ],
}
