/** Names of invented objects in the examples of the document; the contract test puts real ones in their place. */
export const EXAMPLE = {
  key: 'Xr4mT9bQe2LpW7sVkJ1cZy8N',
  words: 'sendok tangga kebun payung roda',
  pin: '042917',
  token: 'payung_token-of-the-program',
  reportId: '0190a0b0-0000-7000-8000-000000000001',
  caseCode: 'JHB-2026-0001',
  needId: '0190a0b0-0000-7000-8000-000000000002',
  referralCode: 'R-HKG-2026-0001',
  toOrg: '0190a0b0-0000-7000-8000-00000000000b',
  seen: 'kR3mD1gest0fWhatWasSeenInThePreviewQx7ZbTY',
  matchId: '0190a0b0-0000-7000-8000-00000000000d',
  officer: 'petugas.contoh',
  receipt: 'AQAAAGkgk4ABkKCwAAA',
  signature: 'q2Jt0c3VnbmF0dXJl',
} as const
