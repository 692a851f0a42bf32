import type { bahaya as source } from '../id/bahaya.ts'

export const bahaya: typeof source = {
  title: 'In danger now',
  titleIn: (country) => `In danger in ${country}`,
  chooseTitle: 'Which country are you in?',
  chooseHint: 'Choose a country to see the numbers.',
  otherTitle: 'Another country',
  otherShow: 'Show',
  change: 'Change country',
  checkedOn: (date) => `Number checked on ${date}.`,
  noneTitle: 'We have no checked number for this country yet.',
  noneText: 'The two numbers below come from written sources. We have not tried them.',
  unverified: 'not verified',
  sourceDated: (origin, date) =>
    origin === undefined ? `Source dated ${date}.` : `Source: ${origin}, ${date}.`,
  sourceUndated: (origin) =>
    origin === undefined ? 'Date of the source unknown.' : `Source: ${origin}. Date unknown.`,
  showTitle: 'You cannot speak? Show this',
  meaning: 'It means',
  goTitle: 'If you must leave now',
  go: [
    'Go where people are: a clinic, shop, mosque, church, police station.',
    'Or go to the Indonesian embassy or consulate.',
    'Take, if there is time: phone, medicine, money, a photo of your passport.',
    'You may ask for help without a passport too.',
  ],
  goNot: [
    'Do not jump or climb from high places.',
    'Do not sign papers that you do not understand.',
    'Do not pay people who say they are officers.',
  ],
  endLifeTitle: 'Do you want to end your life?',
  endLifeText: 'Do not stay alone. Go to somebody you trust, or to the nearest clinic.',
  saveTitle: 'Save this page',
  saveText: 'A saved page opens without internet. Its name is only “Payung – numbers”.',
  report: 'Write a report, 1 minute',
}
