/** Foreigners in Indonesia. The embassy of an asylum seeker is never told: it may be what the person fled from. */
import type { PersonCategory } from '../cases/codes.ts'
import { article } from '../law/article-ref.ts'
import { row, type CompetenceRow, type ForeignerKind } from './competence-row.ts'
import { CARE_LAW, CONSULAR_LAW, FOREIGN_VICTIM_LAW, IMMIGRATION_LAW, OWN_MANDATE } from './law-basis.ts'

const FOREIGNER: readonly PersonCategory[] = ['foreigner']
const ASYLUM: readonly ForeignerKind[] = ['asylum-seeker']
const VICTIM: readonly ForeignerKind[] = ['trafficking-victim']
const INTERCEPTED: readonly ForeignerKind[] = ['intercepted-migrant']

export const FOREIGNER_ROWS: readonly CompetenceRow[] = [
  row(['international-protection'], ['abroad', 'home'], ['unhcr'], ['iom', 'ngo'], OWN_MANDATE),
  row(
    ['return-home'],
    ['home'],
    ['iom', 'immigration'],
    ['unhcr'],
    [...OWN_MANDATE, article('Perpres 125/2016', '—', 'unverified')],
    { categories: FOREIGNER },
  ),
  row(
    ['shelter', 'medical', 'psychosocial'],
    ['home'],
    ['iom', 'kemensos'],
    ['unhcr', 'hospital', 'ngo'],
    [...OWN_MANDATE, ...CARE_LAW],
    { categories: FOREIGNER },
  ),
  row(['wages', 'employment-dispute'], ['home'], ['disnaker-district', 'kemnaker'], ['ngo'], OWN_MANDATE, {
    categories: FOREIGNER,
  }),
  row(
    ['detention-visit', 'documents', 'remains', 'family-contact'],
    ['home'],
    ['home-embassy', 'immigration', 'iom'],
    ['unhcr', 'ngo'],
    [...CONSULAR_LAW, ...IMMIGRATION_LAW],
    { categories: FOREIGNER },
  ),
  row(['reintegration'], ['home'], ['third-country-referral', 'home-embassy', 'iom'], ['ngo'], OWN_MANDATE, {
    categories: FOREIGNER,
  }),

  // Asylum seekers
  row(
    [
      'documents',
      'immigration-status',
      'detention-visit',
      'return-home',
      'shelter',
      'medical',
      'psychosocial',
      'family-contact',
      'interpreter',
      'reintegration',
    ],
    ['home'],
    ['unhcr', 'iom', 'immigration'],
    ['hospital', 'ngo'],
    [...OWN_MANDATE, article('Perpres 125/2016', '—', 'unverified')],
    { categories: FOREIGNER, foreigners: ASYLUM },
  ),

  // Victims of trafficking
  row(
    ['shelter', 'medical', 'psychosocial'],
    ['home'],
    ['kemensos', 'uptd-ppa', 'iom'],
    ['lpsk', 'hospital', 'ngo'],
    [...CARE_LAW, ...FOREIGN_VICTIM_LAW],
    {
      categories: FOREIGNER,
      foreigners: VICTIM,
    },
  ),
  row(
    ['return-home'],
    ['home'],
    ['kemlu', 'home-embassy', 'iom'],
    ['immigration', 'third-country-referral', 'kemensos'],
    FOREIGN_VICTIM_LAW,
    {
      categories: FOREIGNER,
      foreigners: VICTIM,
    },
  ),
  row(
    ['immigration-status'],
    ['home'],
    ['immigration', 'polri'],
    ['home-embassy', 'lpsk', 'iom'],
    FOREIGN_VICTIM_LAW,
    {
      categories: FOREIGNER,
      foreigners: VICTIM,
    },
  ),

  // Migrants intercepted on their way
  row(
    ['safety-rescue', 'shelter'],
    ['home'],
    ['immigration', 'polri', 'iom'],
    ['home-embassy', 'unhcr', 'dinsos', 'ngo'],
    [...IMMIGRATION_LAW, ...OWN_MANDATE],
    {
      categories: FOREIGNER,
      foreigners: INTERCEPTED,
    },
  ),
  row(
    ['return-home'],
    ['home'],
    ['immigration', 'iom', 'home-embassy'],
    ['unhcr', 'ngo'],
    [...IMMIGRATION_LAW, ...CONSULAR_LAW],
    {
      categories: FOREIGNER,
      foreigners: INTERCEPTED,
    },
  ),
]
