/** What the rows of the table rest on. Each article is a rule of the chapter on competence, which has its dates. */
import { article, type ArticleRef } from '../law/article-ref.ts'

export const MISSION_LAW = [
  article('UU 37/1999', '18–21, 24'),
  article('UU 18/2017', '21'),
  article('PP 59/2021', '13–20'),
]
export const CITIZEN_LAW = [article('UU 37/1999', '18–21, 24'), article('Permenlu 5/2018', '—', 'unverified')]
export const TPPO_LAW = [
  article('UU 21/2007', '45, 47'),
  article('KUHP (UU 1/2023)', '455'),
  article('UU 6/2011', '89'),
]
export const WITNESS_LAW = [article('UU 31/2014', '5–7A'), article('UU 21/2007', '43–50')]
export const CARE_LAW = [article('UU 21/2007', '51–53'), article('Permen PPPA 8/2021', '—', 'unverified')]
export const CHILD_LAW = [article('UU 21/2007', '51–53'), article('Perpres 49/2023', '6', 'secondary')]
export const DISPUTE_LAW = [article('UU 18/2017', '77(2)'), article('PP 59/2021', '84–87')]
export const FEE_LAW = [
  article('UU 18/2017', '30, 72(a), 86(a)'),
  article('Peraturan BP2MI 9/2020', '—', 'secondary'),
]
export const RETURN_LAW = [
  article('UU 18/2017', '39(f), 40(b), 41(d)'),
  article('PP 59/2021', '20, 24, 41, 69'),
]
export const SOCIAL_LAW = [
  article('UU 18/2017', '29'),
  article('PP 59/2021', '10'),
  article('Permenaker 4/2023', '57'),
]
export const SEA_LAW = [article('UU 18/2017', '4(1)c, 64'), article('PP 22/2022', '38–42')]
export const REINTEGRATION_LAW = [article('UU 18/2017', '24, 35'), article('PP 59/2021', '22–23, 71, 74')]
export const REMAINS_LAW = [article('UU 18/2017', '27(2)'), article('PP 59/2021', '18')]
export const VILLAGE_LAW = [article('UU 18/2017', '42'), article('PP 59/2021', '78–83')]
export const IMMIGRATION_LAW = [article('UU 6/2011', '86–89')]
export const OWN_MANDATE = [article('mandat sendiri', '—', 'secondary')]
export const COMPLAINT_LAW = [article('Permen P2MI 23/2025', '18'), article('UU 18/2017', '47')]

export const CONSULAR_LAW = [article('VCCR 1963', '5', 'unverified')]
export const SEA_MISSION_LAW = [...SEA_LAW, article('PP 22/2022', '42(3)')]
export const SEA_PAPERS_LAW = [article('PP 22/2022', '17(4), 33(3), 40')]
export const FOREIGN_VICTIM_LAW = [article('UU 21/2007', '54(2)'), article('UU 6/2011', '86–89')]

/** The rule of the chapter that cites this article. */
export function ruleIdOf({ instrument, article: number }: ArticleRef): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
  return `law.${slug(instrument)}.${slug(number) || 'whole'}`
}
