/** Official texts that are attached to an instrument: what they are, and where they stand between two readers. */

/** `example`: a text of the demonstration, no law; nobody may upload one. */
export const OFFICIAL_TEXT_KINDS = [
  'gazette',
  'signed',
  'consolidated',
  'translation',
  'scan',
  'example',
] as const
export type OfficialTextKind = (typeof OFFICIAL_TEXT_KINDS)[number]

export const UPLOADED_TEXT_KINDS: readonly OfficialTextKind[] = OFFICIAL_TEXT_KINDS.filter(
  (kind) => kind !== 'example',
)

export const OFFICIAL_TEXT_LANGUAGES = ['id', 'en', 'ms', 'ar', 'zh', 'ja', 'ko'] as const
export type OfficialTextLanguage = (typeof OFFICIAL_TEXT_LANGUAGES)[number]

/** Only `confirmed` is public. */
export const OFFICIAL_TEXT_STATES = ['proposed', 'confirmed', 'withdrawn'] as const
export type OfficialTextState = (typeof OFFICIAL_TEXT_STATES)[number]
