/** PostgreSQL could not read a value of the address as an id or a number: it names nothing, like an id that does not exist. */
const UNREADABLE = ['22P02', '22021', '22003']

export function isNoId(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNREADABLE.includes(String(error.code))
}
