/** Invented bodies of the tests: enough to move a report on, refer a need and refuse one. Parents stand before children. */
type Org = {
  readonly kind: string
  readonly name: string
  readonly prefix: string
  readonly zone: string
  readonly country: string
  readonly district?: string
  readonly parent?: string
  readonly takesReports: boolean
  readonly covers?: readonly { readonly country: string; readonly district?: string }[]
}

const orgs = {
  pusat: {
    kind: 'kp2mi',
    name: 'Kantor Pusat Uji',
    prefix: 'PST',
    zone: 'Asia/Jakarta',
    country: 'ID',
    takesReports: true,
    covers: [{ country: 'ID' }],
  },
  kemlu: {
    kind: 'kemlu',
    name: 'Direktorat Uji',
    prefix: 'KML',
    zone: 'Asia/Jakarta',
    country: 'ID',
    takesReports: true,
  },
  jhb: {
    kind: 'mission',
    name: 'KJRI Uji Johor',
    prefix: 'JHB',
    zone: 'Asia/Kuala_Lumpur',
    country: 'MY',
    parent: 'kemlu',
    takesReports: true,
    covers: [{ country: 'MY' }],
  },
  hkg: {
    kind: 'mission',
    name: 'KJRI Uji Hong Kong',
    prefix: 'HKG',
    zone: 'Asia/Hong_Kong',
    country: 'HK',
    parent: 'kemlu',
    takesReports: true,
    covers: [{ country: 'HK' }],
  },
  jatim: {
    kind: 'bp3mi',
    name: 'BP3MI Uji Timur',
    prefix: 'JTM',
    zone: 'Asia/Jakarta',
    country: 'ID',
    district: '35',
    parent: 'pusat',
    takesReports: true,
    covers: [{ country: 'ID', district: '35' }],
  },
  disnaker: {
    kind: 'disnaker-district',
    name: 'Disnaker Uji',
    prefix: 'DSN',
    zone: 'Asia/Jakarta',
    country: 'ID',
    district: '35.08',
    takesReports: false,
  },
  ngo: {
    kind: 'ngo',
    name: 'Sahabat Uji',
    prefix: 'SBT',
    zone: 'Asia/Jakarta',
    country: 'ID',
    takesReports: true,
  },
  desa: {
    kind: 'pemdes',
    name: 'Desa Uji',
    prefix: 'DSA',
    zone: 'Asia/Jakarta',
    country: 'ID',
    district: '35.08',
    takesReports: false,
  },
} as const satisfies Record<string, Org>

export type TestOrg = keyof typeof orgs
export const TEST_ORGS: Readonly<Record<TestOrg, Org & { readonly parent?: TestOrg }>> = orgs
