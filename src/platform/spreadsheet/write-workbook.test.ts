import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { writeWorkbook } from './write-workbook.ts'

it('writes sheets that open again with the same words, and no cell is a formula', async () => {
  const rows = [
    ['Kebutuhan', 'Isi'],
    ['=HYPERLINK("https://example.org")', '+62\nbaris dua'],
    ['@SUM(A1)', 'Diam – bukan boleh'],
  ]
  const { sheets } = await readXlsx(await writeWorkbook([{ name: 'Tabel', rows, fixed: 1 }]))
  expect(sheets[0]?.name).toBe('Tabel')
  expect(sheets[0]?.rows).toEqual(rows)
  expect([...(sheets[0]?.cells?.values() ?? [])].some((cell) => cell.formula !== undefined)).toBe(false)
})
