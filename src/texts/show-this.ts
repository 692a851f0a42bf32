/**
 * A short text to show to a stranger, in the language of the place. The words ask for the police and say no more.
 * Not yet read by native speakers: `readBy` is filled when one has, and until then English always stands beside.
 */
export type ShowThis = {
  readonly lang: string
  readonly rightToLeft?: true
  /** Without the number where no number of the police is known for certain. */
  readonly text: (police: string | undefined) => string
  readonly readBy?: string
}

const colon = (number: string | undefined) => (number === undefined ? '' : `: ${number}`)

export const SHOW_THIS = {
  ms: {
    lang: 'ms',
    text: (police) => `Tolong saya. Saya dalam bahaya. Sila hubungi polis${colon(police)}.`,
  },
  'zh-Hant': {
    lang: 'zh-Hant',
    text: (police) =>
      police === undefined
        ? '請幫幫我。我有危險。請打電話報警。'
        : `請幫幫我。我有危險。請打電話報警：${police}。`,
  },
  'zh-Hans': {
    lang: 'zh-Hans',
    text: (police) =>
      police === undefined
        ? '请帮帮我。我有危险。请打电话报警。'
        : `请帮帮我。我有危险。请打电话报警：${police}。`,
  },
  ar: {
    lang: 'ar',
    rightToLeft: true,
    text: (police) => `ساعدوني من فضلكم. أنا في خطر. اتصلوا بالشرطة من فضلكم${colon(police)}.`,
  },
  ko: {
    lang: 'ko',
    text: (police) => `도와주세요. 저는 지금 위험에 처해 있습니다. 경찰에 신고해 주세요${colon(police)}.`,
  },
  ja: {
    lang: 'ja',
    text: (police) =>
      police === undefined
        ? '助けてください。今、危険な目にあっています。警察に電話してください。'
        : `助けてください。今、危険な目にあっています。警察に電話してください：${police}。`,
  },
  en: {
    lang: 'en',
    text: (police) => `Please help me. I am in danger. Please call the police${colon(police)}.`,
  },
  id: {
    lang: 'id',
    text: (police) => `Tolong saya. Saya dalam bahaya. Tolong hubungi polisi${colon(police)}.`,
  },
} as const satisfies Readonly<Record<string, ShowThis>>

export type ShowThisLanguage = keyof typeof SHOW_THIS

const LOCAL: Readonly<Record<string, ShowThisLanguage>> = {
  MY: 'ms',
  BN: 'ms',
  HK: 'zh-Hant',
  MO: 'zh-Hant',
  TW: 'zh-Hant',
  CN: 'zh-Hans',
  SA: 'ar',
  AE: 'ar',
  KW: 'ar',
  QA: 'ar',
  BH: 'ar',
  OM: 'ar',
  JO: 'ar',
  IQ: 'ar',
  SY: 'ar',
  LB: 'ar',
  EG: 'ar',
  KR: 'ko',
  JP: 'ja',
}

/** The local language where we have it, then English; at home only Indonesian. */
export function showThisFor(country: string): readonly ShowThis[] {
  if (country === 'ID') return [SHOW_THIS.id]
  const local = Object.hasOwn(LOCAL, country) ? LOCAL[country] : undefined
  return local === undefined ? [SHOW_THIS.en] : [SHOW_THIS[local], SHOW_THIS.en]
}
