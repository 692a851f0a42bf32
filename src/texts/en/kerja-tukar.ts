import type { kerjaTukar as source } from '../id/kerja-tukar.ts'

/** The room for what comes in and goes out. */
export const kerjaTukar: typeof source = {
  title: 'Export and import',
  context: 'Data that goes out to partners, and data that comes in.',
  settingsHint: 'Partner packages, HTCDS and old case lists.',
  parts: {
    webhooks: 'Webhooks',
    partners: 'Partners',
    agreements: 'Standing agreements',
    htcds: 'HTCDS 2.0',
    'old-lists': 'Old lists',
  },
  hints: {
    webhooks: 'Signed news for other programs, without data about a person.',
    partners: 'Other installations and bodies without Payung, messages and keys.',
    agreements: 'Agreements of two bodies on sharing data.',
    htcds: 'Export and import of cases in the IOM data standard for trafficking cases.',
    'old-lists': 'Case lists from Excel or CSV, with a dry run and undo.',
  },
}
