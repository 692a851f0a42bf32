import { describe, expect, it } from 'vitest'
import { readZone } from './read-zone.ts'

const TODAY = '2026-11-21'
const ONE = 'P<IDNUJI<<WENING<MARIA<<<<<<<<<<<<<<<<<<<<<<'
const WEIGHTS = [7, 3, 1]
const digit = (text: string): string =>
  String(
    [...text].reduce(
      (sum, letter, at) => sum + (letter === '<' ? 0 : Number.parseInt(letter, 36)) * WEIGHTS[at % 3]!,
      0,
    ) % 10,
  )

function lineTwo(number = 'X9000001<', born = '940812', expires = '300131', sex = 'F'): string {
  const personal = '<'.repeat(14)
  const parts = [
    number + digit(number),
    born + digit(born),
    expires + digit(expires),
    `${personal}0`,
  ] as const
  return `${parts[0]}IDN${parts[1]}${sex}${parts[2]}${parts[3]}${digit(parts.join(''))}`
}

describe('the machine-readable zone', () => {
  it('gives name, number and dates where every check digit holds', () => {
    expect(readZone(`${ONE}\n${lineTwo()}`, TODAY)).toEqual({
      kind: 'read',
      fields: {
        name: 'WENING MARIA UJI',
        documentNumber: 'X9000001',
        issuer: 'IDN',
        born: '1994-08-12',
        expires: '2030-01-31',
      },
      problems: [],
    })
  })

  it('never gives on sex, nationality or personal number', () => {
    expect(JSON.stringify(readZone(`${ONE}\n${lineTwo()}`, TODAY))).not.toMatch(
      /sex|female|nationality|personal/i,
    )
  })

  it('says at which field a check digit does not hold', () => {
    const wrong = lineTwo().replace('X9000001', 'X9000002')
    expect(readZone(`${ONE}\n${wrong}`, TODAY)).toMatchObject({
      problems: expect.arrayContaining([{ field: 'documentNumber', code: 'check-digit' }]),
    })
  })

  it('takes lower case, blanks and one long line', () => {
    const line = `${ONE}${lineTwo()}`.toLowerCase()
    expect(readZone(line, TODAY).kind).toBe('read')
    expect(readZone(`  ${ONE}  \r\n\r\n ${lineTwo()} `, TODAY).kind).toBe('read')
  })

  it('reads a birth year of two digits as one that has been', () => {
    const born = (digits: string) => {
      const read = readZone(`${ONE}\n${lineTwo('X9000001<', digits)}`, TODAY)
      return read.kind === 'read' ? read.fields.born : undefined
    }
    expect([born('100101'), born('270101'), born('261121')]).toEqual([
      '2010-01-01',
      '1927-01-01',
      '2026-11-21',
    ])
  })

  it('leaves out a day that no calendar has', () => {
    const read = readZone(`${ONE}\n${lineTwo('X9000001<', '940231')}`, TODAY)
    expect(read).toMatchObject({
      problems: expect.arrayContaining([{ field: 'born', code: 'not-readable' }]),
    })
  })

  it.each([
    ['', 'empty'],
    ['\n\n', 'empty'],
    [ONE, 'not-two-lines'],
    [`${ONE}\n${lineTwo()}\n${ONE}`, 'not-two-lines'],
    [`${ONE.slice(1)}\n${lineTwo()}`, 'wrong-length'],
    [`${ONE}X\n${lineTwo()}`, 'wrong-length'],
    ['x'.repeat(100_000), 'wrong-length'],
    [`${ONE.slice(0, 43)}'\n${lineTwo()}`, 'wrong-letters'],
    [`P<IDN<SCRIPT>ALERT(1)</SCRIPT>`.padEnd(44, '<') + `\n${lineTwo()}`, 'wrong-letters'],
    [`${ONE.slice(0, 43)}\u0000\n${lineTwo()}`, 'wrong-letters'],
    [`${'😀'.repeat(22)}\n${lineTwo()}`, 'wrong-letters'],
    [`V${ONE.slice(1)}\n${lineTwo()}`, 'not-a-passport'],
  ])('refuses what is no zone: %#', (typed, code) => {
    expect(readZone(typed, TODAY)).toEqual({ kind: 'unreadable', code })
  })

  it('never throws, whatever letters of the alphabet of the zone stand there', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      let state = seed
      const line = (first: string) =>
        first +
        Array.from({ length: 43 }, () => {
          state = (state * 1103515245 + 12345) % 2147483648
          return '<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[state % 37]
        }).join('')
      expect(() => readZone(`${line('P')}\n${line('0')}`, TODAY)).not.toThrow()
    }
  })
})
