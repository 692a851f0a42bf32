import type { desa as source } from '../id/desa.ts'

/** The public page for villages. */
export const desa: typeof source = {
  title: 'For villages',
  lead: 'The village is the first door. The law gives it five duties.',
  aim: 'The duties are there to help. A village does not judge who may leave.',
  dutiesTitle: 'The five duties of a village',
  ours: 'The duties come from the law. The questions are our proposal.',
  basis: 'Basis',
  whole: 'the whole instrument',
  moneyTitle: 'Money for these duties',
  check: 'Ask',
  templateTitle: 'Sample village regulation',
  templateNote: 'This is a template and no law. No lawyer has checked it. Change it to fit your village.',
  templateParts: 'What the template holds',
  templateOpening: 'Opening',
  fill: 'Fill in if you like. Nothing is stored. The template is in Indonesian.',
  name: 'Name of the village',
  number: 'Number',
  year: 'Year',
  word: 'Download Word (DOCX)',
  plain: 'Download text (TXT)',
  noAccount: 'No account is needed.',
  officer: 'Village officers with an account enter by the staff room.',
  report: 'Somebody in danger? Help them to report.',
}
