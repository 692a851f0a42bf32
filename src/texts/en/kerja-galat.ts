import type { kerjaGalat as id } from '../id/kerja-galat.ts'

export const kerjaGalat: typeof id = {
  kinds: {
    'not-found': { title: 'There is no such page', text: 'The address is wrong, or it is not for you.' },
    'not-allowed': {
      title: 'Your role does not open this',
      text: 'Ask your supervisor if your task needs it.',
    },
    refused: { title: 'This cannot be done yet', text: 'The state does not allow it. Nothing was changed.' },
    changed: {
      title: 'Somebody else changed it',
      text: 'Nothing was overwritten. Open it again to see how it stands.',
    },
    invalid: { title: 'The form is not complete', text: 'Go back and check what you filled in.' },
    'too-big': { title: 'The file is too large', text: 'A file may have 8 MB at most.' },
    'too-many': { title: 'Too many tries', text: 'Wait a little, then try again.' },
    unavailable: {
      title: 'The service is disturbed',
      text: 'What you sent was not stored. Try again shortly.',
    },
    defect: { title: 'Something is wrong on our side', text: 'What you sent was not stored. Try again.' },
  },
  missing: 'Still missing:',
  guard: {
    consent: 'the person’s consent',
    'reason-given': 'a reason',
    'reason-written': 'a written reason',
    'own-word': 'the person’s own word, or three documented attempts',
    'person-cannot-be-asked': 'the person cannot be asked',
    'life-body-or-liberty-in-danger': 'danger to life, body or liberty',
    'child-concerned': 'a child is concerned',
    'law-named': 'the law that obliges',
  },
  basis: (article) => `Basis: ${article}`,
  retry: (minutes) => `Try again in about ${minutes} minutes.`,
  reference: 'Number to ask about',
  back: 'To Today',
}
