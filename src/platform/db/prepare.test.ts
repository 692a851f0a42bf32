import pg from 'pg'
import { expect, it } from 'vitest'
import { connectionFor, loginPassword } from './prepare.ts'

const secret = new Uint8Array(32).fill(3)

function readAs(connectionString: string) {
  const { host, port, user, password, database } = new pg.Client(
    connectionFor({ connectionString }, 'payung_site', secret),
  )
  return { host, port, user, database, own: password === loginPassword(secret, 'payung_site') }
}

it.each([
  [
    'a host',
    'postgres://me:it%27s%20%25a@db.example:5544/payung?application_name=x',
    { host: 'db.example', port: 5544 },
  ],
  [
    'a socket folder in the query',
    'postgres://me:p@/payung?host=/var/run/folder',
    { host: '/var/run/folder' },
  ],
  [
    'a socket folder, coded, with a port',
    'postgresql://me:p@/payung?host=%2Fvar%2Frun%2Ffolder&port=5999',
    { host: '/var/run/folder', port: 5999 },
  ],
  [
    'a socket folder as the host',
    'postgres://me:p@%2Fvar%2Frun%2Ffolder/payung',
    { host: '/var/run/folder' },
  ],
  ['a login in the query', 'postgres://db.example/payung?user=me&password=p', { host: 'db.example' }],
  ['no login', 'postgres://db.example/payung', { host: 'db.example' }],
  ['a password with an at sign', 'postgres://me:a@b@db.example/payung', { host: 'db.example' }],
  ['a bare folder', '/var/run/folder payung', { host: '/var/run/folder' }],
])('reaches the same database for another login from %s', (_, address, place) => {
  expect(readAs(address)).toMatchObject({ ...place, user: 'payung_site', database: 'payung', own: true })
})

it('keeps what else the address asks for', () => {
  const made = connectionFor(
    { connectionString: 'postgres://me:p@db.example/payung?sslmode=require&user=me&application_name=x' },
    'payung_site',
    secret,
  )
  expect(made).toHaveProperty(
    'connectionString',
    expect.stringMatching(/\?sslmode=require&application_name=x$/),
  )
})
