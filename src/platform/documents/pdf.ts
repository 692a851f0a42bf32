import PDFDocument from 'pdfkit'
import { linesOf, type FactRow, type LetterBlock, type Paper } from '#src/domain/letters/letter.ts'
import { changesInWinAnsi, toWinAnsi } from './win-ansi.ts'
import { drawBeside, drawTable } from './pdf-table.ts'
import {
  BODY_SIZE,
  COLOUR,
  drawn,
  gap,
  keepTogether,
  leftOf,
  LINE_GAP,
  MARGIN,
  plainText,
  SMALL_SIZE,
  tagged,
  widthOf,
  type Page,
} from './pdf-page.ts'

const LANGUAGE = { id: 'id-ID', en: 'en-GB' } as const
const LABEL_SHARE = 0.28
const SIGN_ROOM = 46
const MISSING_LETTERS = {
  id: 'Sebagian huruf tidak tersedia dalam PDF ini. Bentuk DOCX memuat huruf aslinya.',
  en: 'Some letters are not available in this PDF. The DOCX carries them as written.',
} as const

/** A tagged PDF: language, title, headings, lists and tables can be read aloud. No name stands in its properties. */
export async function makePdf(letter: Paper, madeAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: LANGUAGE[letter.language],
    displayTitle: true,
    bufferPages: true,
    info: { Title: toWinAnsi(letter.title), Creator: 'Payung', Producer: 'Payung', CreationDate: madeAt },
  })
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', resolve)
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const page: Page = { doc, root }
  drawHead(page, letter)
  for (const block of letter.blocks) drawBlock(page, block)
  drawFoot(page, letter)
  root.end()
  numberPages(page)
  doc.end()
  await done
  return Buffer.concat(chunks)
}

function drawHead(page: Page, letter: Paper): void {
  const { doc } = page
  tagged(page, 'P', () => {
    doc.font('Helvetica-Bold').fontSize(11).fillColor(COLOUR.canopy).text(toWinAnsi(letter.from))
  })
  const y = doc.y + 4
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(leftOf(doc), y)
    .lineTo(leftOf(doc) + widthOf(doc), y)
    .lineWidth(1.2)
    .strokeColor(COLOUR.canopy)
    .stroke()
  doc.endMarkedContent()
  doc.y = y + 14
  tagged(page, 'H1', () => {
    doc.font('Helvetica-Bold').fontSize(16).fillColor(COLOUR.ink).text(toWinAnsi(letter.title))
  })
  gap(doc, 8)
  drawFacts(page, letter.facts)
  if (letter.to.length > 0) {
    gap(doc, 6)
    tagged(page, 'P', () => plainText(doc, letter.to.map(toWinAnsi).join('\n')))
  }
  gap(doc, 10)
}

function drawBlock(page: Page, block: LetterBlock): void {
  const { doc } = page
  switch (block.kind) {
    case 'heading':
      keepTogether(doc, 60)
      gap(doc, 6)
      tagged(page, 'H2', () => {
        doc.font('Helvetica-Bold').fontSize(12).fillColor(COLOUR.canopy).text(toWinAnsi(block.text))
      })
      return gap(doc, 4)
    case 'paragraph':
      tagged(page, 'P', () => plainText(doc, toWinAnsi(block.text)))
      return gap(doc, 6)
    case 'note':
      tagged(page, 'Note', () => {
        doc.font('Helvetica-Oblique').fontSize(SMALL_SIZE).fillColor(COLOUR.soft)
        doc.text(toWinAnsi(block.text), { lineGap: LINE_GAP })
      })
      return gap(doc, 6)
    case 'facts':
      drawFacts(page, block.rows)
      return gap(doc, 6)
    case 'list':
      drawList(page, block.items)
      return gap(doc, 6)
    case 'table':
      return drawTable(page, block)
    case 'beside':
      return drawBeside(page, block)
    case 'sign':
      return drawSigns(page, block)
  }
}

/** Label and text beside each other, read as a list; a long text goes on below itself, also over a page. */
function drawFacts(page: Page, rows: readonly FactRow[]): void {
  if (rows.length === 0) return
  const { doc } = page
  const labelWidth = widthOf(doc) * LABEL_SHARE
  const list = doc.struct('L')
  page.root.add(list)
  for (const row of rows) {
    keepTogether(doc, 30)
    const item = doc.struct('LI')
    list.add(item)
    const [left, top] = [leftOf(doc), doc.y]
    item.add(
      drawn(doc, 'Lbl', () => {
        doc.font('Helvetica').fontSize(BODY_SIZE).fillColor(COLOUR.soft)
        doc.text(toWinAnsi(row.label), left, top, { width: labelWidth - 10, lineGap: LINE_GAP })
      }),
    )
    const labelBottom = doc.y
    item.add(
      drawn(doc, 'LBody', () => {
        const place = { width: widthOf(doc) - labelWidth, lineGap: LINE_GAP }
        doc.fillColor(COLOUR.ink).text(toWinAnsi(row.text), left + labelWidth, top, place)
      }),
    )
    item.end()
    if (doc.y > top) doc.y = Math.max(doc.y, labelBottom)
    gap(doc, 1)
  }
  list.end()
}

function drawList(page: Page, items: readonly string[]): void {
  const { doc } = page
  const list = doc.struct('L')
  page.root.add(list)
  const indent = 14
  for (const [index, text] of items.entries()) {
    keepTogether(doc, 28)
    const item = doc.struct('LI')
    list.add(item)
    const [left, top] = [leftOf(doc), doc.y]
    item.add(
      drawn(doc, 'Lbl', () => {
        doc
          .font('Helvetica')
          .fontSize(BODY_SIZE)
          .fillColor(COLOUR.ink)
          .text(`${index + 1}.`, left, top)
      }),
    )
    item.add(
      drawn(doc, 'LBody', () => {
        doc.text(toWinAnsi(text), left + indent + 4, top, {
          width: widthOf(doc) - indent - 4,
          lineGap: LINE_GAP,
        })
      }),
    )
    item.end()
    doc.x = left
    gap(doc, 2)
  }
  list.end()
}

function drawSigns(page: Page, block: Extract<LetterBlock, { readonly kind: 'sign' }>): void {
  const { doc } = page
  const { lead, parties } = block
  keepTogether(doc, SIGN_ROOM + (lead ? 70 : 50))
  gap(doc, 14)
  if (lead) {
    tagged(page, 'P', () => plainText(doc, toWinAnsi(lead)))
    gap(doc, 6)
  }
  const width = widthOf(doc) / Math.max(parties.length, 2)
  const [left, top] = [leftOf(doc), doc.y]
  for (const [index, party] of parties.entries())
    tagged(page, 'P', () => {
      const place = { width: width - 16 }
      doc.font('Helvetica').fontSize(BODY_SIZE).fillColor(COLOUR.ink)
      doc.text(toWinAnsi(party.role), left + index * width, top, place)
      doc.font('Helvetica-Bold')
      doc.text(
        toWinAnsi(party.name || '................................'),
        left + index * width,
        top + SIGN_ROOM,
        place,
      )
    })
  doc.x = left
  gap(doc, 10)
}

function drawFoot(page: Page, letter: Paper): void {
  const { doc } = page
  const missing = linesOf(letter).some(changesInWinAnsi) ? [MISSING_LETTERS[letter.language]] : []
  gap(doc, 8)
  for (const text of [...missing, letter.footer])
    tagged(page, 'P', () => {
      doc.font('Helvetica').fontSize(8.5).fillColor(COLOUR.soft).text(toWinAnsi(text), { lineGap: 1 })
    })
}

/** Page numbers are no part of what is read aloud. */
function numberPages({ doc }: Page): void {
  const { start, count } = doc.bufferedPageRange()
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index)
    const bottom = doc.page.margins.bottom
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('Helvetica').fontSize(8.5).fillColor(COLOUR.soft)
    doc.text(`${index + 1} / ${count}`, leftOf(doc), doc.page.height - 40, {
      width: widthOf(doc),
      align: 'right',
      lineBreak: false,
    })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}
