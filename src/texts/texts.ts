/**
 * Every sentence that a person reads, by language and area. Indonesian is the source: it defines the keys,
 * and every other language must have them all. To add an area: one file in id/, one in en/, one line in each list.
 */
import { situs as situsEn } from './en/situs.ts'
import { situs as situsId } from './id/situs.ts'

const id = { situs: situsId }

const en: typeof id = { situs: situsEn }

export type Texts = typeof id

const BY_LANGUAGE: Readonly<Record<'id' | 'en', Texts>> = { id, en }

export function textsFor(lang: 'id' | 'en'): Texts {
  return BY_LANGUAGE[lang]
}
