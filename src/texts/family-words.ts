import { textsFor } from './texts.ts'

/** The only sentences that a family is ever told of somebody who was found. */
export function familyWords(
  language: 'id' | 'en',
  told: 'alive' | 'where' | 'will-contact',
  country: string | undefined,
): string {
  const words = textsFor(language).lacak.familyTold
  if (told !== 'where') return words[told]
  const name = country && new Intl.DisplayNames([language], { type: 'region' }).of(country)
  return name ? words.where(name) : words.whereUnknown
}
