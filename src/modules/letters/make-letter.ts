import type { Letter, LetterKind, LetterLanguage } from '#src/domain/letters/letter.ts'
import { withoutShelters, type LetterFacts } from '#src/domain/letters/letter-facts.ts'
import { readCase, type CaseFile } from '#src/modules/cases/index.ts'
import { writeAudit, writeJournal } from '#src/platform/audit/journal-queries.ts'
import type { StaffContext } from '#src/platform/db/context.ts'
import { makeDocx } from '#src/platform/documents/docx.ts'
import { makePdf } from '#src/platform/documents/pdf.ts'
import { factsOfCase } from './facts-of-case.ts'
import { listShelterNames } from './letter-queries.ts'

export const LETTER_FORMATS = ['pdf', 'docx'] as const
export type LetterFormat = (typeof LETTER_FORMATS)[number]

export type LetterCase = {
  readonly file: CaseFile
  readonly facts: LetterFacts
  /** Takes every name of a safe house out of what was written; `instead` stands in its place. */
  readonly safe: <T>(value: T, instead: string) => T
}

/**
 * Opens the case for a letter, recorded like every opening: `work` to choose and preview, `export` when it leaves the
 * house. NotFoundError for a case that this reader may not know of.
 */
export async function openForLetter(
  ctx: StaffContext,
  code: string,
  purpose: 'work' | 'export',
): Promise<LetterCase> {
  const file = await readCase(ctx, code, purpose, 'letter')
  const shelters = await listShelterNames(ctx)
  return {
    file,
    facts: factsOfCase(file),
    safe: (value, instead) => withoutShelters(value, shelters, instead),
  }
}

export type MadeLetter = {
  readonly kind: LetterKind
  readonly language: LetterLanguage
  readonly format: LetterFormat
}

/** Who made which letter of which case, and when; never what it says. */
export async function recordLetter(ctx: StaffContext, caseId: string, made: MadeLetter): Promise<void> {
  const entry = {
    verb: 'letter.made',
    subjectKind: 'case',
    subjectId: caseId,
    caseId,
    details: made,
  } as const
  await writeAudit(ctx, entry)
  await writeJournal(ctx, entry)
}

export function drawLetter(letter: Letter, format: LetterFormat, madeAt: Date): Promise<Buffer> {
  return format === 'pdf' ? makePdf(letter, madeAt) : makeDocx(letter)
}
