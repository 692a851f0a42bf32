/** Under which of the reporter's plain words a body falls: the fifth question asks about kinds, not about offices. */
import type { ReaderKind } from '../reports/report.ts'

const BY_BODY_KIND: Readonly<Record<string, ReaderKind>> = {
  mission: 'mission',
  'labour-attache': 'mission',
  kemlu: 'mission',
  kp2mi: 'protection-ministry',
  bp3mi: 'protection-ministry',
  p4mi: 'protection-ministry',
  'disnaker-district': 'labour-office',
  'disnaker-province': 'labour-office',
  kemnaker: 'labour-office',
  polri: 'police',
  kejaksaan: 'police',
  kemensos: 'social-services',
  'uptd-ppa': 'social-services',
  dinsos: 'social-services',
  lpsk: 'social-services',
  hospital: 'social-services',
  'bpjs-tk': 'social-services',
  'bpjs-kesehatan': 'social-services',
  ngo: 'organisation',
  iom: 'organisation',
  unhcr: 'organisation',
  pemdes: 'village',
}

/** A body of a kind that the reporter was not asked about counts as a foreign authority: nothing opens by accident. */
export function readerKindOf(bodyKind: string): ReaderKind {
  return BY_BODY_KIND[bodyKind] ?? 'foreign-authority'
}

/** Every kind of body that falls under these words. */
export function bodyKindsOf(reader: ReaderKind): readonly string[] {
  return Object.keys(BY_BODY_KIND).filter((kind) => BY_BODY_KIND[kind] === reader)
}
