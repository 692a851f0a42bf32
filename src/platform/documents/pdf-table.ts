import type { LetterBlock, LetterTable } from '#src/domain/letters/letter.ts'
import { toWinAnsi } from './win-ansi.ts'
import {
  COLOUR,
  drawn,
  gap,
  keepTogether,
  leftOf,
  LINE_GAP,
  roomOf,
  SMALL_SIZE,
  tagged,
  widthOf,
  type Page,
} from './pdf-page.ts'

const PAD = 5

type Row = {
  readonly cells: readonly string[]
  readonly weight: 'Helvetica' | 'Helvetica-Bold'
  readonly tag: 'TH' | 'TD'
}

export function drawTable(page: Page, table: LetterTable): void {
  const { doc } = page
  keepTogether(doc, 90)
  const element = doc.struct('Table')
  page.root.add(element)
  element.add(
    drawn(doc, 'Caption', () => {
      doc.font('Helvetica-Bold').fontSize(SMALL_SIZE).fillColor(COLOUR.ink).text(toWinAnsi(table.caption))
    }),
  )
  gap(doc, 4)
  const rows: readonly Row[] = [
    { cells: table.head, weight: 'Helvetica-Bold', tag: 'TH' },
    ...table.rows.map((cells): Row => ({ cells, weight: 'Helvetica', tag: 'TD' })),
    ...(table.foot ? [{ cells: table.foot, weight: 'Helvetica-Bold', tag: 'TD' } as const] : []),
  ]
  for (const row of rows) drawRow(page, element, table, row)
  element.end()
  gap(doc, 10)
}

function drawRow({ doc }: Page, element: PDFKit.PDFStructureElement, table: LetterTable, row: Row): void {
  const widths = table.widths.map((share) => share * widthOf(doc))
  doc.font(row.weight).fontSize(SMALL_SIZE)
  const texts = row.cells.map(toWinAnsi)
  const heights = texts.map((text, index) =>
    doc.heightOfString(text, { width: (widths[index] ?? 0) - 2 * PAD, lineGap: LINE_GAP }),
  )
  const height = Math.min(Math.max(...heights) + 2 * PAD, roomOf(doc))
  keepTogether(doc, height)
  const top = doc.y
  drawLines(doc, top, height, row.tag === 'TH' ? COLOUR.tint : undefined)
  const line = doc.struct('TR')
  element.add(line)
  let left = leftOf(doc)
  for (const [index, text] of texts.entries()) {
    const width = widths[index] ?? 0
    const place = {
      width: width - 2 * PAD,
      height: height - PAD,
      lineGap: LINE_GAP,
      align: table.amounts.includes(index) ? ('right' as const) : ('left' as const),
    }
    const x = left + PAD
    const draw = (): void => {
      doc
        .font(row.weight)
        .fontSize(SMALL_SIZE)
        .fillColor(COLOUR.ink)
        .text(text, x, top + PAD, place)
    }
    line.add(drawn(doc, row.tag, draw, row.tag === 'TH' ? { scope: 'Column' } : {}))
    left += width
  }
  line.end()
  doc.x = leftOf(doc)
  doc.y = top + height
}

function drawLines(doc: PDFKit.PDFDocument, top: number, height: number, fill: string | undefined): void {
  doc.markContent('Artifact', { type: 'Layout' })
  if (fill !== undefined) doc.rect(leftOf(doc), top, widthOf(doc), height).fill(fill)
  doc
    .moveTo(leftOf(doc), top + height)
    .lineTo(leftOf(doc) + widthOf(doc), top + height)
    .lineWidth(0.6)
    .strokeColor(COLOUR.line)
    .stroke()
  doc.endMarkedContent()
}

/** Two or three accounts stand beside each other; longer ones below each other, so that none is cut. */
export function drawBeside(page: Page, block: Extract<LetterBlock, { readonly kind: 'beside' }>): void {
  const { doc } = page
  const width = widthOf(doc) / block.versions.length
  doc.font('Helvetica').fontSize(SMALL_SIZE)
  const height = Math.max(
    ...block.versions.map((version) =>
      doc.heightOfString(`${toWinAnsi(version.who)}\n${toWinAnsi(version.text)}`, {
        width: width - 2 * PAD,
        lineGap: LINE_GAP,
      }),
    ),
  )
  if (block.versions.length > 3 || height > roomOf(doc) / 2) return drawBelow(page, block)
  drawTable(page, {
    kind: 'table',
    caption: block.title,
    head: block.versions.map((version) => version.who),
    rows: [block.versions.map((version) => version.text)],
    widths: block.versions.map(() => 1 / block.versions.length),
    amounts: [],
  })
}

function drawBelow(page: Page, block: Extract<LetterBlock, { readonly kind: 'beside' }>): void {
  const { doc } = page
  for (const [lead, text] of [['', block.title], ...block.versions.map((each) => [each.who, each.text])])
    tagged(page, 'P', () => {
      doc.font('Helvetica-Bold').fontSize(SMALL_SIZE).fillColor(COLOUR.ink)
      if (lead) doc.text(toWinAnsi(lead))
      doc.font(lead ? 'Helvetica' : 'Helvetica-Bold').text(toWinAnsi(text ?? ''), { lineGap: LINE_GAP })
    })
  gap(doc, 8)
}
