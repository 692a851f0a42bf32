import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Config } from '#src/config.ts'

/** Passkeys are bound to the address that people type; nothing else is a valid origin. */
export type StoredPasskey = {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

type Transport = 'ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb'

const site = (config: Config): { readonly origin: string; readonly host: string } => {
  const url = new URL(config.url)
  return { origin: url.origin, host: url.hostname }
}

export function offerPasskeys(
  config: Config,
  keys: readonly StoredPasskey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site(config).host,
    userVerification: 'required',
    allowCredentials: keys.map((key) => ({ id: key.id, transports: key.transports as Transport[] })),
  })
}

export function offerNewPasskey(
  config: Config,
  person: {
    readonly id: string
    readonly signInName: string
    readonly name: string
    readonly have: readonly StoredPasskey[]
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: 'Payung',
    rpID: site(config).host,
    userID: new TextEncoder().encode(person.id),
    userName: person.signInName,
    userDisplayName: person.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: person.have.map((key) => ({ id: key.id })),
  })
}

const AnswerSchema = z.looseObject({
  id: z.string().min(1).max(1500),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
})
const ClientDataSchema = z.looseObject({ challenge: z.string() })

export type PasskeyAnswer = { readonly id: string; readonly challenge: string; readonly json: unknown }

/** What the browser sent, with the challenge that it claims to answer; undefined if it is nothing of the kind. */
export function readPasskeyAnswer(text: string): PasskeyAnswer | undefined {
  try {
    const json = AnswerSchema.parse(JSON.parse(text))
    const data = ClientDataSchema.parse(
      JSON.parse(Buffer.from(json.response.clientDataJSON, 'base64url').toString('utf8')),
    )
    return { id: json.id, challenge: data.challenge, json }
  } catch {
    return undefined
  }
}

/** The new counter when the answer proves possession, undefined otherwise. */
export async function provePasskey(
  config: Config,
  answer: PasskeyAnswer,
  key: StoredPasskey,
): Promise<number | undefined> {
  try {
    const proof = await verifyAuthenticationResponse({
      response: answer.json as AuthenticationResponseJSON,
      expectedChallenge: answer.challenge,
      expectedOrigin: site(config).origin,
      expectedRPID: site(config).host,
      requireUserVerification: true,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
        transports: key.transports as Transport[],
      },
    })
    return proof.verified ? proof.authenticationInfo.newCounter : undefined
  } catch {
    return undefined // the library throws for every kind of wrong answer
  }
}

export async function readNewPasskey(
  config: Config,
  answer: PasskeyAnswer,
): Promise<StoredPasskey | undefined> {
  try {
    const proof = await verifyRegistrationResponse({
      response: answer.json as RegistrationResponseJSON,
      expectedChallenge: answer.challenge,
      expectedOrigin: site(config).origin,
      expectedRPID: site(config).host,
      requireUserVerification: true,
    })
    if (!proof.verified) return undefined
    const { credential } = proof.registrationInfo
    return {
      id: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
    }
  } catch {
    return undefined
  }
}
