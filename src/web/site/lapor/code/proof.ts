/** What the page with the code knows of its visitor from one post to the next: sealed in the form, for half an hour. */
import { openToken, sealToken } from '#src/platform/crypto/sealed-token.ts'
import type { Actor } from '#src/platform/db/context.ts'
import type { Req } from '#src/web/http.ts'

export const PROOF_SECONDS = 30 * 60

export type CodeProof = {
  /** Hash of the code, in hex. */
  readonly h: string
  /** The key of the report, by which the code can be shown again; left out once it was typed back rightly. */
  readonly k?: string
  /** Makes one second code per page. */
  readonly n: string
}

type Purpose = 'lapor' | 'lacak'

function use(req: Req, purpose: Purpose) {
  return { key: req.platform.keys.forms, purpose: `proof ${purpose}`, now: req.platform.clock() }
}

export function sealProof(req: Req, proof: CodeProof): string {
  return sealToken(use(req, 'lapor'), proof, PROOF_SECONDS)
}

export function openProof(req: Req, token: string): CodeProof | undefined {
  return openToken<CodeProof>(use(req, 'lapor'), token)
}

/** The follow page needs no more than the hash. */
export function sealHold(req: Req, codeHash: string): string {
  return sealToken(use(req, 'lacak'), codeHash, PROOF_SECONDS)
}

export function openHold(req: Req, token: string): string | undefined {
  return openToken<string>(use(req, 'lacak'), token)
}

export function holderOf(codeHash: string): Actor {
  return { kind: 'public', codeHash: new Uint8Array(Buffer.from(codeHash, 'hex')) }
}
