import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { XFORM_QUESTIONS } from '#src/domain/htcds/layouts.ts'
import { EMPTY_RECORD, type HtcdsRecord } from '#src/domain/htcds/record.ts'
import { syntheticRecords } from '#src/domain/htcds/synthetic.fixture.ts'
import { xformRow } from '#src/domain/htcds/write-cells.ts'
import type { StaffActor } from '#src/platform/db/context.ts'
import { makeTestPlatform, type TestPlatform } from '../../../test/support/platform.ts'
import {
  answerHtcdsImport,
  judgeHtcdsFor,
  previewHtcdsImport,
  readHtcdsFile,
  startHtcdsImport,
  takeOverHtcds,
  writeHtcdsFile,
  writeHtcdsWorkbook,
  writeXForm,
  writeXlsForm,
} from './index.ts'

let world: TestPlatform
let boss: StaffActor
beforeAll(async () => {
  world = await makeTestPlatform()
  boss = await world.hire('jhb', ['supervisor'])
})
afterAll(() => world.close())

async function uploaded(bytes: Uint8Array): Promise<string> {
  const file = await readHtcdsFile(bytes)
  if (file.kind !== 'content') throw new Error(file.why)
  const { content, format } = file
  return world.staff(boss, (ctx) =>
    startHtcdsImport(ctx, { content, format, bytes, source: 'Yayasan Contoh', certainty: 'possible' }),
  )
}

const SARI: HtcdsRecord = { ...EMPTY_RECORD, values: { prs_FirstName: 'Sari', prs_Gender: 'Feminine' } }

describe('files', () => {
  const about = {
    source: 'KJRI Contoh',
    at: new Date('2026-11-21T00:00:00Z'),
    lossRows: [['Nomor', 'Kolom', 'Sebab']],
    lossSheet: 'Yang hilang',
  }
  const fileRecords = syntheticRecords(40).map((record) => ({ record, losses: [] }))

  it.each(['plain', 'single-select', 'multi-select', 'xform', 'json'] as const)(
    'are read again as they were written: %s',
    async (layout) => {
      const { bytes } = await writeHtcdsFile(fileRecords, layout, about)
      const id = await uploaded(bytes)
      const { reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
      expect(reading).toMatchObject({ kind: 'read', faults: [] })
      if (reading.kind !== 'read') return
      expect(reading.rows).toHaveLength(40)
      expect(reading.rows[7]?.record.values.prs_FirstName).toBe(fileRecords[7]?.record.values.prs_FirstName)
    },
  )

  it.each(['plain', 'single-select', 'multi-select'] as const)(
    'as shipped, with 1,000 numbered and empty rows: no case, no fault (%s)',
    async (layout) => {
      const bytes = await writeHtcdsWorkbook([], layout, { address: 'as-shipped', numberedRows: 1000 })
      const id = await uploaded(bytes)
      const { row, reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
      expect(reading).toEqual({ kind: 'read', rows: [], faults: [], notes: [] })
      await expect(world.staff(boss, (ctx) => takeOverHtcds(ctx, id, row.version))).rejects.toMatchObject({
        code: 'htcds.not-readable',
      })
    },
  )

  it('as shipped, with an address: ask which row is true, and read as answered', async () => {
    const bytes = await writeHtcdsWorkbook(
      [SARI, { ...SARI, values: { ...SARI.values, prs_MailingCity: 'Batam' } }],
      'multi-select',
      {
        address: 'as-shipped',
        numberedRows: 1000,
      },
    )
    const id = await uploaded(bytes)
    const asked = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
    expect(asked.reading).toMatchObject({ kind: 'which-row' })
    await world.staff(boss, (ctx) => answerHtcdsImport(ctx, id, { trueRow: 'labels', dateOrder: '' }))
    const { reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
    expect(reading.kind === 'read' && reading.rows[1]?.record.values.prs_MailingStreet).toBe('Batam')
  })

  it('of a form as XML give the same record as its CSV', async () => {
    const xml = `<?xml version="1.0"?><data id="htcds_xlsform" version="vSmt4GQA3C9uBMLPEVfgND">
      <con_Consent>TRUE</con_Consent><group><prs_First_Name>Sari</prs_First_Name><prs_Gender>Feminine</prs_Gender></group>
      <vic_Methods_of_Control>DebtBondage WithholdsDocuments</vic_Methods_of_Control>
      <meta><instanceID>uuid:1</instanceID></meta></data>`
    const csv =
      'con_Consent,prs_First_Name,prs_Gender,vic_Methods_of_Control\nTRUE,Sari,Feminine,DebtBondage WithholdsDocuments\n'
    const read = async (text: string) => {
      const id = await uploaded(new TextEncoder().encode(text))
      const { reading } = await world.staff(boss, (ctx) => previewHtcdsImport(ctx, id))
      return reading.kind === 'read' ? reading.rows[0]?.record : undefined
    }
    expect(await read(xml)).toEqual(await read(csv))
  })

  it('of 1,000 answered forms give the same records as CSV and as XML', async () => {
    const records = syntheticRecords(1000)
    const csv = new TextDecoder().decode(
      (
        await writeHtcdsFile(
          records.map((record) => ({ record, losses: [] })),
          'xform',
          about,
        )
      ).bytes,
    )
    const xml = records.map((record) => {
      const answers = xformRow(record).map((answer, at) => {
        const { name } = XFORM_QUESTIONS[at]!
        return `<${name}>${answer.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`
      })
      return `<data id="htcds_xlsform">${answers.join('')}</data>`
    })
    const read = async (text: string) => {
      const file = await readHtcdsFile(new TextEncoder().encode(text))
      if (file.kind !== 'content') throw new Error(file.why)
      const reading = await world.staff(boss, (ctx) => judgeHtcdsFor(ctx, file.content))
      if (reading.kind !== 'read') throw new Error(reading.kind)
      return reading.rows.map((each) => each.record)
    }
    expect(await read(`<all>${xml.join('')}</all>`)).toEqual(await read(csv))
  }, 30_000)

  it('of the form itself name the same 31 questions with the same choices, as XLSForm and as XForm', async () => {
    const { sheets } = await readXlsx(await writeXlsForm())
    const [survey = [], choices = []] = sheets.map(({ rows }) => rows.slice(1).map((row) => row.map(String)))
    expect(survey).toHaveLength(31)
    const xml = writeXForm()
    for (const [type = '', name = ''] of survey) {
      const control = new RegExp(`ref="/data/${name}">(.*?)</(?:input|select1?)>`).exec(xml)?.[1] ?? ''
      const inXml = [...control.matchAll(/<value>(.*?)<\/value>/g)].map(([, value]) => value)
      const inSheet = choices.filter(([list]) => list === name).map(([, value]) => value)
      expect(inXml).toEqual(inSheet)
      expect(inSheet.length > 0).toBe(type.startsWith('select'))
    }
  })

  it('that are none of these are refused', async () => {
    const refusedAs = async (text: string) => readHtcdsFile(new TextEncoder().encode(text))
    expect(await refusedAs('{')).toMatchObject({ why: 'not-json' })
    expect(await refusedAs('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')).toMatchObject({ why: 'not-xml' })
    expect(await refusedAs('')).toMatchObject({ why: 'empty' })
  })
})
