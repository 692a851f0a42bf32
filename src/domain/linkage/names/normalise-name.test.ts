import { describe, expect, it } from 'vitest'
import { normaliseName } from './normalise-name.ts'

/** Written, given, father, other name. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['Sukarti', 'sukarti', '', ''],
  ['SITI AMINAH BINTI H. ABD. RAHMAN', 'siti aminah', 'abdul rahman', ''],
  ['St. Aminah bt. Kasim', 'siti aminah', 'kasim', ''],
  ['Hj. Sitti Nurhaliza', 'siti nurhaliza', '', ''],
  ['Moch. Sofyan Hadi', 'muhammad sofyan hadi', '', ''],
  ['Muh Ridwan B. Alm. Djamal', 'muhammad ridwan', 'jamal', ''],
  ['MOHAMMADEFENDI', 'muhammad efendi', '', ''],
  ['Noer Soekarti', 'nur sukarti', '', ''],
  ['Tjahyo Sjamsul', 'cahyo syamsul', '', ''],
  ['Ngatiman al Amel', 'ngatiman', '', 'amel'],
  ['Ngatiman @ Amel', 'ngatiman', '', 'amel'],
  ['Lailatul Bte Noor als Azis', 'lailatul', 'noor', 'azis'],
  ['Slamet bin alm Fuad', 'slamet', 'fuad', ''],
  ["Nu'man (alm)", 'numan', '', ''],
  ['Ny. Dewi', 'dewi', '', ''],
  ['H. M. Yusuf', 'm yusuf', '', ''],
  ['Bin', 'bin', '', ''],
  ['Haji', 'haji', '', ''],
  ['José  Ximenes', 'jose ximenes', '', ''],
  ['', '', '', ''],
  ['12345', '', '', ''],
]

describe('the normaliser of names', () => {
  it.each(TABLE)('reads %s', (raw, given, patronym, alias) => {
    const name = normaliseName(raw)
    expect(name.given.join(' ')).toBe(given)
    expect(name.patronym.join(' ')).toBe(patronym)
    expect(name.alias.join(' ')).toBe(alias)
  })

  it('keeps what was written', () => {
    expect(normaliseName('  SITI  binti  H. Abd ').raw).toBe('  SITI  binti  H. Abd ')
  })

  it('forces no surname: a name of one word has one word', () => {
    expect(normaliseName('Sukarti')).toEqual({
      raw: 'Sukarti',
      given: ['sukarti'],
      patronym: [],
      alias: [],
    })
  })
})
