import { expect, it } from 'vitest'
import { citationsIn } from './citations-in-text.ts'

it.each([
  ['Dasar: UU 18/2017 Pasal 6.', [['UU 18/2017', '6']]],
  ['UU 27/2022 tentang Pelindungan Data Pribadi, pasal 5–14 dan 20.', [['UU 27/2022', '-']]],
  [
    '(UU 27/2022 Ps 20 (2) c; UU 21/2007 Ps 54)',
    [
      ['UU 27/2022', '20 (2) c'],
      ['UU 21/2007', '54'],
    ],
  ],
  [
    'UU 37/1999 Pasal 18-24; PP 59/2021 Pasal 24 ayat (4)',
    [
      ['UU 37/1999', '18-24'],
      ['PP 59/2021', '24 ayat (4)'],
    ],
  ],
  ['PP 22/2022 Pasal 17 ayat (4), 33 ayat (3), 40', [['PP 22/2022', '17 ayat (4), 33 ayat (3), 40']]],
  [
    'Perpres 69/2008 jo. 22/2021 jo. 49/2023 Pasal 6, 11',
    [
      ['Perpres 69/2008', '-'],
      ['Perpres 22/2021', '-'],
      ['Perpres 49/2023', '6, 11'],
    ],
  ],
  [
    'UU 13/2006 jo. UU 31/2014 Pasal 5',
    [
      ['UU 13/2006', '-'],
      ['UU 31/2014', '5'],
    ],
  ],
  [
    'Permen P2MI/Badan 23/2025 dan KUHP Pasal 455',
    [
      ['Permen P2MI/Badan 23/2025', '-'],
      ['KUHP', '455'],
    ],
  ],
  ['KUHP (UU 1/2023), Pasal 455', [['KUHP (UU 1/2023)', '455']]],
  [
    'ILO C189 art 10 dan Employment Ordinance (Cap. 57)',
    [
      ['ILO C189', '10'],
      ['Cap. 57', '-'],
    ],
  ],
  ['UU No. 18 Tahun 2017 Pasal 30 ayat (1)', [['UU No. 18 Tahun 2017', '30 ayat (1)']]],
  ['putusan MK 40/PUU-IX/2011', [['40/PUU-IX/2011', '-']]],
  ['Gaji menurut Employment Act 1955 s.60A.', [['Employment Act 1955', '60A']]],
  [
    'Federal Decree-Law 9/2022 and Law 68/2015',
    [
      ['Federal Decree-Law 9/2022', '-'],
      ['Law 68/2015', '-'],
    ],
  ],
  ['Menimbang perkara 12/2020 tanpa nama hukum.', []],
])('finds the laws in: %s', (text, found) => {
  expect(citationsIn(text).map(({ instrument, article }) => [instrument, article])).toEqual(found)
})
