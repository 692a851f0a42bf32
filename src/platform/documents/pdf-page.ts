/** The sheet of paper: margins, sizes, colours, and drawing that is tagged for readers who listen. */
export type Doc = PDFKit.PDFDocument
export type Page = { readonly doc: Doc; readonly root: PDFKit.PDFStructureElement }

export const MARGIN = { top: 62, bottom: 68, left: 68, right: 62 } as const
export const COLOUR = {
  ink: '#1b2726',
  soft: '#50605e',
  canopy: '#113f3c',
  line: '#c9d3d1',
  tint: '#eef3f2',
} as const
export const BODY_SIZE = 10.5
export const SMALL_SIZE = 9.5
export const LINE_GAP = 2.5

export const leftOf = (doc: Doc): number => doc.page.margins.left
export const widthOf = (doc: Doc): number => doc.page.width - doc.page.margins.left - doc.page.margins.right
const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom

/** Draws as one element of the reading order. */
export function tagged(page: Page, type: string, draw: () => void): void {
  page.root.add(drawn(page.doc, type, draw))
}

/** An element of the reading order with what it shows; `scope` says of what a header cell is the header. */
export function drawn(
  doc: Doc,
  type: string,
  draw: () => void,
  options: { readonly scope?: 'Column' } = {},
): PDFKit.PDFStructureElement {
  return doc.struct(type, options as object, [draw])
}

export function gap(doc: Doc, points: number): void {
  doc.x = leftOf(doc)
  doc.y += points
}

/** A new page when less than this is left. */
export function keepTogether(doc: Doc, points: number): void {
  if (doc.y + points > bottomOf(doc)) doc.addPage()
}

export function roomOf(doc: Doc): number {
  return bottomOf(doc) - doc.page.margins.top
}

export function plainText(doc: Doc, text: string): void {
  doc.font('Helvetica').fontSize(BODY_SIZE).fillColor(COLOUR.ink).text(text, { lineGap: LINE_GAP })
}
