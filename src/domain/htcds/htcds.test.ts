import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { chanceFrom } from '../demo/chance.ts'
import { readDate } from './dates.ts'
import { readHtcdsJson, recordToJson } from './json.ts'
import { EXCEL_FIELDS, XFORM_QUESTIONS, type HtcdsLayout } from './layouts.ts'
import { CORE_FIELDS, FIELD_NAMES, fieldOf, HTCDS_LISTS, isFieldName, type FieldName } from './model-data.ts'
import { codesOf, fieldNamed, findCode, labelOf, readCodes } from './names.ts'
import { readHtcdsTable, type HtcdsReading } from './read-table.ts'
import { readValue, type HtcdsRecord } from './record.ts'
import { htcdsSchema } from './schema.ts'
import { COUNTRIES, syntheticRecords } from './synthetic.fixture.ts'
import { excelHead, excelRow, layoutLosses, xformRow, type AddressLabels } from './write-cells.ts'

const OPTIONS = { countries: COUNTRIES }
const RECORDS = syntheticRecords(1000)

const validator = z.fromJSONSchema(htcdsSchema())
const document = (records: readonly unknown[]) => ({ standard: 'HTCDS', version: '2.0', records })

function read(reading: HtcdsReading) {
  if (reading.kind !== 'read') throw new Error(`not read: ${reading.kind}`)
  return reading
}

describe('the model of HTCDS 2.0', () => {
  it('has 84 fields, 40 of them core, 3 deprecated, 38 live and core, 21 coded', () => {
    expect(FIELD_NAMES).toHaveLength(84)
    expect(FIELD_NAMES.filter((name) => fieldOf(name).core === 'core')).toHaveLength(40)
    expect(FIELD_NAMES.filter((name) => fieldOf(name).status === 'deprecated')).toHaveLength(3)
    expect(CORE_FIELDS).toHaveLength(38)
    expect(FIELD_NAMES.filter((name) => fieldOf(name).list)).toHaveLength(21)
    expect(Object.keys(HTCDS_LISTS)).toHaveLength(21)
  })

  it('names every column of the workbooks and every question of the form', () => {
    expect(EXCEL_FIELDS).toHaveLength(38)
    expect(XFORM_QUESTIONS).toHaveLength(31)
    expect([...EXCEL_FIELDS, ...XFORM_QUESTIONS.map(({ field }) => field)].every(isFieldName)).toBe(true)
  })
})

describe('names and codes', () => {
  it.each([
    ['vic_TraffickinStatusDecisionMakingOrg', 'vic_TraffickingStatusDecisionMakingOrg'],
    ['prs_First_Name', 'prs_FirstName'],
    ['group/vic_Methods_of_Control', 'vic_MethodsOfControl'],
    [' PRS_gender ', 'prs_Gender'],
    ['cas_ReferringOrganization', 'cas_ReferringOrganisation'],
  ])('finds %s', (written, field) => {
    expect(fieldNamed(written)).toBe(field)
  })

  it.each([
    ['vic_MethodsOfControl', 'Debt bondage ', 'DebtBondage'],
    ['cas_Status', 'Follow up', 'FollowUp'],
    ['cas_ReasonForIncomingReferral', 'Migration Or Change Of Location', 'MigrationOrChangeOfLocation'],
    ['vic_RelationshipToTrafficker', 'Unacquainted', 'Unaquainted'],
    ['vic_TypeOfExploitation', 'forced-labor', 'ForcedLabour'],
    ['prs_Gender', 'Not Specified/Unknown', 'NonSpecifiedUnknown'],
  ] as const)('finds in %s the code of "%s"', (list, written, code) => {
    expect(findCode(list, written)).toBe(code)
  })

  it('does not cut a label that has a semicolon of its own', () => {
    const water = labelOf('vic_ForcedLabourIndustry', 'E_WaterSupplySewerageWasteManagement')
    expect(readCodes('vic_ForcedLabourIndustry', `${water}; Construction`).codes).toEqual([
      'E_WaterSupplySewerageWasteManagement',
      'F_Construction',
    ])
  })

  it('keeps an unknown code as Other with its own words, and says so', () => {
    expect(readValue('vic_TypeOfExploitation', 'Online scam; Forced labour', OPTIONS)).toEqual({
      value: ['ForcedLabour', 'Other'],
      others: ['Online scam'],
      notes: ['code.unknown'],
    })
    expect(readValue('cas_Status', 'Menunggu', OPTIONS)).toEqual({
      others: ['Menunggu'],
      notes: ['code.unknown'],
    })
  })

  it('loses no value however label or name are written', () => {
    const lists = Object.keys(HTCDS_LISTS).filter(isFieldName)
    fc.assert(
      fc.property(
        fc.constantFrom(...lists),
        fc.array(fc.tuple(fc.nat(), fc.boolean(), fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 4 }),
        fc.option(fc.constantFrom('Kapal ikan gelap', 'zzz 9', 'x/y'), { nil: undefined }),
        (field, picks, stray) => {
          const list = fieldOf(field).list!
          const codes = codesOf(list)
          const chosen = picks.map(([at]) => codes[at % codes.length]!)
          const written = picks.map(([at, label, spaces, casing]) => {
            const code = codes[at % codes.length]!
            const text = label ? labelOf(list, code) : code
            const cased = [text, text.toUpperCase(), text.toLowerCase()][casing]!
            return `${' '.repeat(spaces)}${cased}${' '.repeat(spaces)}`
          })
          const cell = [...written, ...(stray === undefined ? [] : [stray])].join(';')
          const got = readValue(field, cell, OPTIONS)!
          const kept = [...(Array.isArray(got.value) ? got.value : [got.value]), ...(got.others ?? [])]
          for (const code of chosen) if (code !== 'Other') expect(kept).toContain(code)
          if (stray !== undefined) {
            expect(got.others).toContain(stray)
            expect(got.notes).toContain('code.unknown')
          }
          expect(got.fault).toBeUndefined()
        },
      ),
      { seed: 20, numRuns: 500 },
    )
  })
})

describe('dates', () => {
  it.each([
    ['2019-04-12', '2019-04-12'],
    ['43567', '2019-04-12'],
    ['25569', '1970-01-01'],
    ['25568', '1969-12-31'],
    ['29/12/2019', '2019-12-29'],
    ['12-29-2019', '2019-12-29'],
    ['07.07.2019', '2019-07-07'],
    ['12 Mei 1990', '1990-05-12'],
    ['2019-04-12T00:00:00.000Z', '2019-04-12'],
  ])('reads %s', (written, day) => {
    expect(readDate(written)).toEqual({ kind: 'day', day })
  })

  it('never guesses which of two numbers is the month', () => {
    expect(readDate('03/04/2019')).toEqual({ kind: 'fault', code: 'date.ambiguous' })
    expect(readDate('03/04/2019', 'day-first')).toEqual({ kind: 'day', day: '2019-04-03' })
    expect(readDate('03/04/2019', 'month-first')).toEqual({ kind: 'day', day: '2019-03-04' })
    expect(readDate('29/12/2019', 'month-first')).toEqual({ kind: 'fault', code: 'date.no-such-day' })
  })

  it('keeps a year as a year and refuses what is no date', () => {
    expect(readDate('1990')).toEqual({ kind: 'partial', text: '1990' })
    expect(readDate('03/04/19').kind).toBe('fault')
    expect(readDate('2019-02-30')).toEqual({ kind: 'fault', code: 'date.no-such-day' })
    expect(readDate('kemarin').kind).toBe('fault')
  })
})

describe('round trips of 1,000 invented records', () => {
  const throughSheet = (layout: 'plain' | 'single-select' | 'multi-select', address: AddressLabels) => {
    const rows = RECORDS.map((record, at) => [String(at + 1), ...excelRow(record, layout, COUNTRIES)])
    return read(
      readHtcdsTable([...excelHead(address), ...rows], {
        ...OPTIONS,
        ...(address === 'as-shipped' && { trueRow: 'names' }),
      }),
    )
  }
  const equalOrSaid = (
    reading: ReturnType<typeof read>,
    layout: HtcdsLayout,
    fields: readonly FieldName[],
  ) => {
    expect(reading.faults).toEqual([])
    expect(reading.rows).toHaveLength(RECORDS.length)
    const silent: string[] = []
    for (const [at, { record }] of reading.rows.entries()) {
      const before = RECORDS[at]!
      const said = layoutLosses(before, layout)
      for (const field of fields) {
        const same =
          sameSet(before.values[field], record.values[field]) &&
          sameSet(before.others[field], record.others[field])
        if (!same && !said.some((loss) => loss.field === field)) silent.push(`${at} ${field}`)
      }
    }
    expect(silent).toEqual([])
  }
  const sameSet = (a: unknown, b: unknown): boolean =>
    JSON.stringify(Array.isArray(a) ? a.map(String).toSorted((x, y) => x.localeCompare(y)) : a) ===
    JSON.stringify(Array.isArray(b) ? b.map(String).toSorted((x, y) => x.localeCompare(y)) : b)

  it.each(['plain', 'single-select', 'multi-select'] as const)(
    'keeps or reports every core field in the workbook %s',
    (layout) => {
      equalOrSaid(throughSheet(layout, 'agreeing'), layout, CORE_FIELDS)
      equalOrSaid(throughSheet(layout, 'as-shipped'), layout, CORE_FIELDS)
    },
  )

  it('keeps or reports every core field in the form', () => {
    const rows = [XFORM_QUESTIONS.map(({ name }) => name), ...RECORDS.map((record) => xformRow(record))]
    equalOrSaid(read(readHtcdsTable(rows, OPTIONS)), 'xform', CORE_FIELDS)
  })

  it('keeps everything in JSON, and every record fits the schema', () => {
    const json: unknown = JSON.parse(JSON.stringify(document(RECORDS.map(recordToJson))))
    expect(validator.safeParse(json).success).toBe(true)
    const back = read(readHtcdsJson(json, OPTIONS))
    expect(back.faults).toEqual([])
    for (const [at, { record }] of back.rows.entries()) expect(record).toEqual(RECORDS[at])
  })
})

describe('the JSON Schema', () => {
  /** One thing wrong in each. */
  const MUTATIONS: readonly ((record: Readonly<Record<string, unknown>>, field: FieldName) => unknown)[] = [
    (record, field) => ({ ...record, [`${field}X`]: 'x' }),
    (record, field) => ({ ...record, [field]: { deep: true } }),
    (record, field) => ({ ...record, [field]: null }),
    (record, field) => ({ ...record, [field]: [[1]] }),
    (record, field) => {
      const { kind, list, form } = fieldOf(field)
      const bad = list || kind !== 'text' || form ? 'NoSuchCode 31/31/2031' : 12
      return { ...record, [field]: kind === 'long-text' || kind === 'lookup' ? 12 : bad }
    },
  ]

  it('rejects each of 200 records with one thing wrong', () => {
    const chance = chanceFrom('mutated')
    const accepted: string[] = []
    for (let at = 0; at < 200; at += 1) {
      const field = chance.pick(FIELD_NAMES)
      const mutate = MUTATIONS[at % MUTATIONS.length]!
      const wrong = mutate(recordToJson(RECORDS[at]!), field)
      if (validator.safeParse(document([wrong])).success) accepted.push(`${at} ${field}`)
    }
    expect(accepted).toEqual([])
  })

  it('wants its name, its version and no other thing beside', () => {
    expect(validator.safeParse({ records: [] }).success).toBe(false)
    expect(validator.safeParse({ ...document([]), version: '1.0' }).success).toBe(false)
    expect(validator.safeParse({ ...document([]), more: 1 }).success).toBe(false)
    expect(validator.safeParse(document([{}])).success).toBe(false)
  })
})

describe('the traps of the workbooks', () => {
  const head = excelHead('as-shipped')
  const row = (values: HtcdsRecord['values']): readonly string[] => [
    '1',
    ...excelRow({ values, others: {}, extensions: [], repeats: [] }, 'multi-select', COUNTRIES),
  ]

  it('makes nothing of a thousand numbered and empty rows', () => {
    const empty = Array.from({ length: 1000 }, (_none, at) => [String(at + 1)])
    expect(readHtcdsTable([...head, ...empty], OPTIONS)).toEqual({
      kind: 'read',
      rows: [],
      faults: [],
      notes: [],
    })
  })

  it('asks which row is true where names and labels of the address disagree, and shows five rows', () => {
    const rows = Array.from({ length: 7 }, () => row({ prs_FirstName: 'Sari', prs_MailingCity: 'Johor' }))
    const reading = readHtcdsTable([...head, ...rows], OPTIONS)
    expect(reading).toMatchObject({ kind: 'which-row' })
    if (reading.kind !== 'which-row') return
    expect(reading.columns.map(({ column }) => column)).toEqual(['N', 'O', 'Q', 'R'])
    expect(reading.sample).toHaveLength(5)
    const byLabels = read(readHtcdsTable([...head, ...rows], { ...OPTIONS, trueRow: 'labels' }))
    expect(byLabels.rows[0]?.record.values).toMatchObject({ prs_MailingStreet: 'Johor' })
    const byNames = read(readHtcdsTable([...head, ...rows], { ...OPTIONS, trueRow: 'names' }))
    expect(byNames.rows[0]?.record.values).toMatchObject({ prs_MailingCity: 'Johor' })
  })

  it('does not ask where no address is written', () => {
    expect(readHtcdsTable([...head, row({ prs_FirstName: 'Sari' })], OPTIONS).kind).toBe('read')
  })

  it('finds the column without a name by its label and by its place', () => {
    const values = row({ prs_FirstName: 'Sari', cas_ReasonForOutgoingReferral: 'Other' })
    const byLabel = read(readHtcdsTable([...head, values], OPTIONS))
    expect(byLabel.rows[0]?.record.values.cas_ReasonForOutgoingReferral).toBe('Other')
    const byPlace = read(readHtcdsTable([head[0]!, values], OPTIONS))
    expect(byPlace.rows[0]?.record.values.cas_ReasonForOutgoingReferral).toBe('Other')
  })

  it('reads by labels where row 1 is gone', () => {
    const reading = read(
      readHtcdsTable(
        [excelHead('agreeing')[1]!, row({ prs_FirstName: 'Sari', cas_Status: 'FollowUp' })],
        OPTIONS,
      ),
    )
    expect(reading.rows[0]?.record.values).toMatchObject({ prs_FirstName: 'Sari', cas_Status: 'FollowUp' })
  })

  it('says row and column of each wrong value', () => {
    const cells = [...row({ prs_FirstName: 'Sari' })]
    cells[6] = '03/04/2019'
    cells[5] = 'mungkin'
    const reading = read(readHtcdsTable([...head, cells], OPTIONS))
    expect(reading.faults).toEqual([
      { row: 3, column: 'F', field: 'con_Consent', code: 'checkbox.not-understood', written: 'mungkin' },
      { row: 3, column: 'G', field: 'prs_Birthdate', code: 'date.ambiguous', written: '03/04/2019' },
    ])
  })

  it('reports a column that is not of the standard', () => {
    const reading = read(
      readHtcdsTable(
        [
          ['prs_FirstName', 'prs_Gender', 'cas_Status', 'warna'],
          ['Sari', '', '', 'biru'],
        ],
        OPTIONS,
      ),
    )
    expect(reading.notes).toEqual([{ row: 1, column: 'D', code: 'column.unknown', written: 'warna' }])
  })

  it('takes no other list for one of the standard', () => {
    expect(
      readHtcdsTable(
        [
          ['Nama', 'Alamat'],
          ['Sari', 'Desa'],
        ],
        OPTIONS,
      ).kind,
    ).toBe('not-htcds')
    expect(readHtcdsJson({ a: 1 }, OPTIONS).kind).toBe('not-htcds')
    expect(readHtcdsJson([{ a: 1 }], OPTIONS).kind).toBe('not-htcds')
  })
})
