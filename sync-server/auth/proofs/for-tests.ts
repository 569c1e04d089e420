/** An authenticator in software: it makes passkeys and signs with them as a phone would, so that the server is tried as it is. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export interface Authenticator {
  /** The browser's answer to a challenge to make a passkey. */
  make(challenge: string): object
  /** The browser's answer to a challenge to sign in. */
  answer(challenge: string): object
}

export interface AuthenticatorOptions {
  readonly origin: string
  /** False: somebody held it who was not asked for a finger or a number. */
  readonly knowsPerson?: boolean
}

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

export function makeAuthenticator({
  origin,
  knowsPerson = true,
}: AuthenticatorOptions): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const flags = PRESENT | (knowsPerson ? VERIFIED : 0)
  const rpIdHash = createHash('sha256').update(new URL(origin).hostname).digest()

  function clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  function credential(response: object): object {
    const name = id.toString('base64url')
    return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response }
  }

  return {
    make: (challenge) => {
      const length = Buffer.from([0, id.length])
      const head = [rpIdHash, Buffer.from([flags | HAS_CREDENTIAL, 0, 0, 0, 0]), Buffer.alloc(16)]
      const authData = Buffer.concat([...head, length, id, coseKey(publicKey)])
      const attestation = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)],
      ])
      return credential({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    answer: (challenge) => {
      const data = clientData('webauthn.get', challenge)
      const authData = Buffer.concat([rpIdHash, Buffer.from([flags, 0, 0, 0, 0])])
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()])
      return credential({
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}

/** ES256 on P-256, as COSE has it. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return map([
    [Buffer.from([0x01]), Buffer.from([0x02])],
    [Buffer.from([0x03]), Buffer.from([0x26])],
    [Buffer.from([0x20]), Buffer.from([0x01])],
    [Buffer.from([0x21]), bytes(Buffer.from(x, 'base64url'))],
    [Buffer.from([0x22]), bytes(Buffer.from(y, 'base64url'))],
  ])
}

/** As much of CBOR as a passkey needs: short texts, bytes of up to 255, small maps. */
function map(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + entries.length]), ...entries.flat()])
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, value.length]), value])
}
