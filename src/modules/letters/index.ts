/** Letters of a case: what they may take from it, who made them, how they become files. Queries are not exported. */
export {
  drawLetter,
  LETTER_FORMATS,
  openForLetter,
  recordLetter,
  type LetterCase,
  type LetterFormat,
} from './make-letter.ts'
