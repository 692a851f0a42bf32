import type { kerjaJam as id } from '../id/kerja-jam.ts'

export const kerjaJam: typeof id = {
  title: 'Clocks of my cases',
  ofCase: 'Clocks of the case',
  name: {
    'victim-first-help': 'First help for a victim',
    'restitution-payment': 'Restitution is paid',
    'restitution-seizure': 'Property is seized for restitution',
    'lpsk-completeness-check': 'LPSK checks the papers',
    'lpsk-completion': 'Applicant completes the papers for LPSK',
    'lpsk-performance': 'Restitution is carried out',
    'service-complaint-answer': 'Complaint about a service is answered',
    'service-complaint-completion': 'Papers of the complaint are completed',
    'service-complaint-decision': 'Complaint about a service is decided',
    'mediation-commitment': 'Promise made in mediation is kept',
    'company-licence-revocation': 'Licence of the company is revoked',
    'consent-withdrawal': 'Use of data stops after consent was withdrawn',
    rehabilitation: 'Rehabilitation after return',
    'work-accident-claim': 'Claim for an accident at work',
    'first-response': 'First answer to the reporter',
    'referral-answer': 'Answer to a referral',
    'rights-access': 'Request to see data',
    'rights-correction': 'Request to correct data',
    'rights-withdrawal': 'Withdrawal of consent to use data',
    'rights-restriction': 'Request to restrict data',
    'rights-erasure': 'Request to erase data',
    'breach-notice': 'Notice of a data breach',
    'consent-exception-review': 'Review of a referral without consent',
  },
  state: {
    running: 'running',
    paused: 'paused',
    met: 'met',
    'met-late': 'met late',
    missed: 'missed',
  },
  own: 'internal target',
  col: { clock: 'Clock', case: 'Case', state: 'State', due: 'Due', left: 'Left', law: 'Basis' },
  left: (days: number) => {
    if (days === 0) return 'today'
    const words = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
    return days > 0 ? words : `${words} over`
  },
  count: (count: number) => (count === 1 ? '1 clock' : `${count} clocks`),
  all: (count: number) => `See all ${count} clocks`,
  none: 'No clock is running.',
  noneOfCase: 'This case has no clock yet.',
  how: 'Counted from the dates in the file. A clock with an article is law. The others are internal targets.',
  second: (count: number) =>
    count === 1 ? '1 screening waits for a second opinion' : `${count} screenings wait for a second opinion`,
  secondLink: 'Open screenings',
}
