import { textsFor } from './texts.ts'

/** The letter to staff, in the reader's language: no content, only that something waits. */
export function letterWords(
  lang: 'id' | 'en',
  address: string,
): { readonly subject: string; readonly text: string } {
  const { surat } = textsFor(lang)
  return { subject: surat.subject, text: surat.body(address) }
}
