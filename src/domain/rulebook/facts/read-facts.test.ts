import { describe, expect, it } from 'vitest'
import { factsJsonSchema } from './facts-schema.ts'
import { readFacts, readFactsText } from './read-facts.ts'

const faultsOf = (given: unknown) => {
  const read = readFacts(given, '2026-11-21')
  return read.kind === 'faults' ? read.faults.map(({ field, code }) => `${field}: ${code}`) : []
}

describe('facts from outside', () => {
  it('may be none at all, and any leaf may be unknown or not asked', () => {
    expect(faultsOf({})).toEqual([])
    expect(
      faultsOf({
        asOf: 'unknown',
        person: { born: 'not-asked', sex: 'unknown' },
        wages: { promisedMonthly: 'unknown', restDaysWorked: 'not-asked' },
        situation: { what: 'not-asked' },
      }),
    ).toEqual([])
  })

  it('name every field that the schema does not know', () => {
    expect(faultsOf({ colour: 'red', person: { name: 'x' } })).toEqual([
      'colour: unknown-fact',
      'person.name: unknown-fact',
    ])
    expect(faultsOf({ toString: 'x', person: { constructor: 'x' } })).toHaveLength(2)
    expect(faultsOf({ indicators: { exploitation: { tired: 'yes' } } })).toEqual([
      'indicators.exploitation.tired: unknown-fact',
    ])
  })

  it('refuse days that do not exist', () => {
    expect(faultsOf({ asOf: '2026-02-30', migration: { departed: '2025-13' } })).toEqual([
      'asOf: impossible-date',
      'migration.departed: impossible-date',
    ])
    expect(faultsOf({ clocks: { now: '2026-02-30T10:00:00Z' } })).toEqual(['clocks.now: impossible-time'])
    expect(faultsOf({ clocks: { now: '2026-02-28T10:00:00+07:00' }, person: { born: '2019-04~' } })).toEqual(
      [],
    )
  })

  it('refuse days in an order that cannot be, with the later field', () => {
    expect(faultsOf({ wages: { from: '2020-02', until: '2020-01' } })).toEqual([
      'wages.until: impossible-order',
    ])
    expect(faultsOf({ wages: { from: '2020-02', until: '2020' } })).toEqual([])
    expect(faultsOf({ wages: { crew: [{}, { from: '2020', until: '2019' }] } })).toEqual([
      'wages.crew.1.until: impossible-order',
    ])
    expect(faultsOf({ migration: { departed: '2020', arrived: '2019', returned: '2019~' } })).toEqual([
      'migration.arrived: impossible-order',
    ])
    const clock = {
      kind: 'first-response',
      startedAt: '2026-11-21T08:00:00+07:00',
      metAt: '2026-11-21T00:59:00Z',
    }
    expect(faultsOf({ clocks: { running: [clock] } })).toEqual(['clocks.running.0.metAt: impossible-order'])
    expect(faultsOf({ clocks: { running: [{ ...clock, metAt: 'unknown' }] } })).toEqual([])
  })

  it('refuse a birth after the day of the event, or after today', () => {
    expect(faultsOf({ person: { born: '2026-11-22' } })).toEqual(['person.born: impossible-order'])
    expect(faultsOf({ person: { born: '2026-11-21' } })).toEqual([])
    expect(faultsOf({ asOf: '2024-05', person: { born: '2024-06' } })).toEqual([
      'person.born: impossible-order',
    ])
    expect(faultsOf({ asOf: '2024-05', person: { born: '2024' } })).toEqual([])
  })

  it('refuse a name that is said twice: only one of the two would be read', () => {
    expect(readFactsText('{"person":{"sex":"male","sex":"female"}}', '2026-11-21')).toEqual({
      kind: 'faults',
      faults: [{ field: 'person.sex', code: 'said-twice' }],
    })
    expect(readFactsText('{"person":', '2026-11-21')).toEqual({ kind: 'not-json' })
    expect(readFactsText('\uFEFF{}', '2026-11-21')).toEqual({ kind: 'facts', facts: {} })
  })

  it('refuse amounts below zero, with the field', () => {
    expect(
      faultsOf({
        work: { hoursPerDay: -1 },
        wages: { payments: [{ amount: { amount: -5, currency: 'MYR' } }] },
        cost: { items: [{ amount: { amount: 1, currency: 'rp' } }, { amount: { currency: 'IDR' } }] },
      }),
    ).toEqual([
      'work.hoursPerDay: negative-amount',
      'wages.payments.0.amount.amount: negative-amount',
      'cost.items.0.amount.currency: not-a-currency',
      'cost.items.1.amount.amount: missing-part',
    ])
  })

  it('refuse two letters that are no country, with the field', () => {
    expect(
      faultsOf({ migration: { destination: 'ZZ', transits: [{ country: 'my' }] }, vessel: { flag: 'PA' } }),
    ).toEqual(['migration.destination: not-a-country', 'migration.transits.0.country: not-a-country'])
  })

  it('refuse numbers that cannot be', () => {
    expect(faultsOf({ work: { hoursPerDay: 25 }, situation: { peopleCount: 1.5 } })).toEqual([
      'work.hoursPerDay: too-large',
      'situation.peopleCount: not-whole',
    ])
    expect(faultsOf({ work: { hoursPerDay: '8' } })).toEqual(['work.hoursPerDay: not-a-number'])
  })

  it('take an indicator with the sentences for and against it', () => {
    const weighed = { answer: 'yes', evidence: ['Paspor saya disimpan.'], contrary: [] }
    expect(faultsOf({ indicators: { exploitation: { lowOrNoPay: weighed } } })).toEqual([])
    expect(faultsOf({ indicators: { exploitation: { lowOrNoPay: { answer: 'maybe', why: 'x' } } } })).toEqual(
      [
        'indicators.exploitation.lowOrNoPay.answer: not-yes-or-no',
        'indicators.exploitation.lowOrNoPay.why: unknown-fact',
      ],
    )
  })

  it('refuse what is no object', () => {
    for (const given of [null, [], 'x', 3, undefined])
      expect(faultsOf(given)).toEqual(['(facts): not-an-object'])
  })
})

describe('the published schema', () => {
  it('is JSON, closed at every level, and names every group', () => {
    const schema = factsJsonSchema() as {
      readonly additionalProperties: boolean
      readonly properties: Readonly<Record<string, unknown>>
    }
    expect(schema.additionalProperties).toBe(false)
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining([
        'asOf',
        'person',
        'migration',
        'situation',
        'indicators',
        'wages',
        'cost',
        'insurance',
      ]),
    )
  })
})
