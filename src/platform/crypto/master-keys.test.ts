import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { followMasterKeys } from './master-keys.ts'
import { addMasterKey, formatMasterFile } from './secrets.ts'
import { makeVault } from './vault.ts'

const folder = mkdtempSync(join(tmpdir(), 'payung-keys-'))
const file = join(folder, 'master-key.json')
const first = { current: 1, keys: new Map([[1, new Uint8Array(32).fill(1)]]) }

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('opens what another process wrapped under a key made after this one started', () => {
  writeFileSync(file, formatMasterFile(first))
  const running = makeVault(followMasterKeys(first, file))
  const { key, row } = running.create('a')
  const sealed = key.sealText('reports.sealed/1', 'cerita')
  const next = addMasterKey(file)
  const rotated = makeVault(() => next).rewrap(row)
  expect(rotated.masterVersion).toBe(2)
  expect(running.open(rotated).openText('reports.sealed/1', sealed)).toBe('cerita')
  expect(running.create('b').row.masterVersion).toBe(2)
})

it('keeps what it has while the file is away or half written', () => {
  writeFileSync(file, '{ "current": 3')
  const running = makeVault(followMasterKeys(first, file))
  const { row } = running.create('a')
  expect(row.masterVersion).toBe(1)
  expect(() => running.open({ ...row, masterVersion: 9 })).toThrow(/master key 9 is not in the key file/)
  rmSync(file)
  expect(running.open(row).id).toBe('a')
})
