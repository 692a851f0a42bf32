import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes, one lane (OWASP's first choice): about 20 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Known to nobody, made with the same cost: an unknown name costs the same work as a known one. */
let dummy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** Does the same work whether there is a stored hash or not. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword(crypto.randomUUID())
  const matches = await verify(stored ?? (await dummy), password.normalize('NFKC'))
  return matches && typeof stored === 'string'
}
