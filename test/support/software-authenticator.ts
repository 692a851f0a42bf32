import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'

/** A passkey in software, written by hand from the WebAuthn specification: attestation 'none', ES256, user verified. */
export type Authenticator = {
  readonly id: string
  create(
    options: { readonly challenge: string; readonly rp: { readonly id?: string } },
    origin: string,
  ): string
  get(options: { readonly challenge: string; readonly rpId?: string }, origin: string): string
}

const USER_PRESENT_AND_VERIFIED = 0x05
const WITH_CREDENTIAL = 0x40

const sha256 = (data: Uint8Array | string): Buffer => createHash('sha256').update(data).digest()
const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

export function makeAuthenticator(): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(32)
  const id = credential.toString('base64url')
  let counter = 0
  const head = (rpId: string, flags: number): Buffer => {
    const data = Buffer.alloc(37)
    sha256(rpId).copy(data)
    data[32] = flags
    data.writeUInt32BE(++counter, 33)
    return data
  }
  const envelope = (response: object): string =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  return {
    id,
    create(options, origin) {
      const length = Buffer.from([0, credential.length])
      const authData = Buffer.concat([
        head(options.rp.id ?? '', USER_PRESENT_AND_VERIFIED | WITH_CREDENTIAL),
        Buffer.alloc(16),
        length,
        credential,
        coseKey(publicKey),
      ])
      return envelope({
        clientDataJSON: clientData('webauthn.create', options.challenge, origin).toString('base64url'),
        attestationObject: attestation(authData).toString('base64url'),
        transports: ['internal'],
      })
    },
    get(options, origin) {
      const authData = head(options.rpId ?? '', USER_PRESENT_AND_VERIFIED)
      const data = clientData('webauthn.get', options.challenge, origin)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey)
      return envelope({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

/** COSE key of RFC 9053 in CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const bytes = (text: string | undefined): Buffer =>
    Buffer.concat([Buffer.from([0x58, 0x20]), Buffer.from(text ?? '', 'base64url')])
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ])
}

/** CBOR: {fmt: "none", attStmt: {}, authData: bytes}. */
function attestation(authData: Buffer): Buffer {
  const text = (value: string): Buffer =>
    Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    length,
    authData,
  ])
}
