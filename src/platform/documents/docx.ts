import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FactRow, LetterBlock, LetterTable, Paper } from '#src/domain/letters/letter.ts'

type Piece = Paragraph | Table

const LANGUAGE = { id: 'id-ID', en: 'en-GB' } as const
const NUMBERS = 'numbers'
/** Width of the text on A4 in twentieths of a point. */
const TEXT_WIDTH = 9300
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const THIN = { style: BorderStyle.SINGLE, size: 4, color: 'C9D3D1' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }

/** A document with real headings, lists and header rows, in its language. No name stands in its properties. */
export function makeDocx(letter: Paper): Promise<Buffer> {
  const document = new Document({
    creator: 'Payung',
    lastModifiedBy: 'Payung',
    title: letter.title,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: LANGUAGE[letter.language] } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        heading1: { run: { font: 'Arial', size: 32, bold: true, color: '1B2726' } },
        heading2: {
          run: { font: 'Arial', size: 24, bold: true, color: '113F3C' },
          paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERS,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 420, hanging: 420 } } },
            },
          ],
        },
      ],
    },
    sections: [{ footers: { default: pageFooter() }, children: [...headOf(letter), ...bodyOf(letter)] }],
  })
  return Packer.toBuffer(document)
}

function pageFooter(): Footer {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children, size: 17 })] }),
    ],
  })
}

function headOf(letter: Paper): readonly Piece[] {
  return [
    new Paragraph({
      children: [new TextRun({ text: letter.from, bold: true, color: '113F3C' })],
      border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: '113F3C', space: 4 } },
      spacing: { after: 240 },
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(letter.title)] }),
    ...facts(letter.facts),
    ...letter.to.map((line) => new Paragraph({ text: line, spacing: { after: 0 } })),
    new Paragraph({ text: '' }),
  ]
}

function bodyOf(letter: Paper): readonly Piece[] {
  // A numbered list of its own starts from 1 again.
  let lists = 0
  const pieces = letter.blocks.flatMap((block) => {
    if (block.kind === 'list') lists += 1
    return piecesOf(block, lists)
  })
  return [...pieces, small(letter.footer)]
}

function piecesOf(block: LetterBlock, listNumber: number): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })]
    case 'paragraph':
      return paragraphs(block.text)
    case 'note':
      return [small(block.text)]
    case 'facts':
      return facts(block.rows)
    case 'list':
      return block.items.map(
        (text) => new Paragraph({ text, numbering: { reference: NUMBERS, level: 0, instance: listNumber } }),
      )
    case 'table':
      return table(block)
    case 'beside':
      return table({
        kind: 'table',
        caption: block.title,
        head: block.versions.map((version) => version.who),
        rows: [block.versions.map((version) => version.text)],
        widths: block.versions.map(() => 1 / block.versions.length),
        amounts: [],
      })
    case 'sign':
      return signs(block)
  }
}

function paragraphs(text: string): readonly Paragraph[] {
  return text.split('\n').map((line) => new Paragraph({ text: line }))
}

function small(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, size: 18, italics: true, color: '50605E' })] })
}

function facts(rows: readonly FactRow[]): readonly Piece[] {
  if (rows.length === 0) return []
  return [
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: [TEXT_WIDTH * 0.28, TEXT_WIDTH * 0.72].map(Math.round),
      borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
      rows: rows.map(
        (row) =>
          new TableRow({
            children: [plainCell([row.label]), plainCell(row.text.split('\n'))],
          }),
      ),
    }),
    new Paragraph({ text: '', spacing: { after: 60 } }),
  ]
}

function plainCell(lines: readonly string[]): TableCell {
  return new TableCell({
    borders: NO_BORDERS,
    children: lines.map((text) => new Paragraph({ text, spacing: { after: 40 } })),
  })
}

function table(block: LetterTable): readonly Piece[] {
  const widths = block.widths.map((share) => Math.round(share * TEXT_WIDTH))
  const row = (cells: readonly string[], weight: 'bold' | 'plain', header: 'head' | 'body'): TableRow =>
    new TableRow({
      tableHeader: header === 'head',
      cantSplit: true,
      children: cells.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            borders: { top: NONE, left: NONE, right: NONE, bottom: THIN },
            ...(header === 'head' && { shading: { fill: 'EEF3F2' } }),
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children: text.split('\n').map(
              (line) =>
                new Paragraph({
                  alignment: block.amounts.includes(index) ? AlignmentType.RIGHT : AlignmentType.LEFT,
                  spacing: { after: 0 },
                  children: [new TextRun({ text: line, bold: weight === 'bold', size: 19 })],
                }),
            ),
          }),
      ),
    })
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, bold: true })] }),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        row(block.head, 'bold', 'head'),
        ...block.rows.map((cells) => row(cells, 'plain', 'body')),
        ...(block.foot ? [row(block.foot, 'bold', 'body')] : []),
      ],
    }),
    new Paragraph({ text: '' }),
  ]
}

function signs({ lead, parties }: Extract<LetterBlock, { readonly kind: 'sign' }>): readonly Piece[] {
  const width = Math.round(TEXT_WIDTH / Math.max(parties.length, 2))
  return [
    new Paragraph({ text: lead ?? '', keepNext: true }),
    new Table({
      width: { size: width * parties.length, type: WidthType.DXA },
      columnWidths: parties.map(() => width),
      borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
      rows: [
        new TableRow({
          cantSplit: true,
          children: parties.map(
            (party) =>
              new TableCell({
                borders: NO_BORDERS,
                children: [
                  new Paragraph({ text: party.role, spacing: { after: 1000 } }),
                  new Paragraph({
                    children: [
                      new TextRun({ text: party.name || '................................', bold: true }),
                    ],
                  }),
                ],
              }),
          ),
        }),
      ],
    }),
  ]
}
