/** On what each letter rests. Articles that were not read in the text itself say so in the letter. */
import { article, type ArticleRef } from '../law/article-ref.ts'
import type { RequestAim } from './letter.ts'

/** The civil code on mandate: what it is, special mandate, how it ends. Cited from memory, not read. */
export const AUTHORITY_BASIS: readonly ArticleRef[] = [
  article('KUH Perdata', '1792', 'unverified'),
  article('KUH Perdata', '1795', 'unverified'),
  article('KUH Perdata', '1813', 'unverified'),
]

export const REQUEST_BASIS: Readonly<Record<RequestAim, readonly ArticleRef[]>> = {
  data: [article('UU 18/2017', '6(1)'), article('UU 27/2022', '32')],
  visit: [article('UU 37/1999', '19'), article('Konvensi Wina 1963', '36', 'unverified')],
  'exit-clearance': [article('UU 18/2017', '21(1)'), article('UU 37/1999', '21')],
  'fine-waiver': [
    article('UU 21/2007', '18'),
    article('UU 6/2011', '86-89'),
    article('ACTIP 2015', '14(7)', 'unverified'),
  ],
  restitution: [article('UU 21/2007', '48'), article('UU 31/2014', '7A')],
}

/** No placement fee for the worker; penalties only for costs that the employer already bears. */
export const REFUND_BASIS: readonly ArticleRef[] = [
  article('UU 18/2017', '30(1)'),
  article('UU 18/2017', '72(a)'),
  article('UU 18/2017', '86(a)'),
]
