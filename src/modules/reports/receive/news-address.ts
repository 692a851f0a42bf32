import { valueOf } from '#src/domain/kernel/answer.ts'
import type { ReportDraft } from '#src/domain/reports/report.ts'

/** Where the reporter asked to be written to, and in which hours, in their own words; nothing else is ever used. */
export type NewsAddress = {
  readonly way: 'email'
  readonly address: string
  readonly hours: string | undefined
  readonly language: string
}

const EMAIL = /[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+/

/** Undefined unless the reporter chose e-mail as a safe way and gave an address: nobody is written to who did not ask. */
export function newsAddress(draft: Pick<ReportDraft, 'safeContact' | 'language'>): NewsAddress | undefined {
  const contact = valueOf(draft.safeContact)
  const address = contact?.ways.includes('email') ? EMAIL.exec(contact.value ?? '')?.[0] : undefined
  return address === undefined
    ? undefined
    : { way: 'email', address, hours: contact?.hours, language: draft.language }
}
