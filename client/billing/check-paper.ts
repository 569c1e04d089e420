/** Whether facts and bytes are what the space signed: told by this device alone, with the space's public key. */
import {
  type Paper,
  type PaperFacts,
  type SigningKey,
  sealedText,
} from '../../domain/billing/papers/paper.ts'
import { hashBytes } from '../store/hash-bytes.ts'

/** Unknown: this browser cannot tell, or the key has not arrived. */
export type Checked = 'matches' | 'differs' | 'unknown'

export async function checkPaper(
  facts: PaperFacts,
  { sha256, siteId, seal }: Paper,
  keys: readonly SigningKey[],
  bytes: Uint8Array<ArrayBuffer> | null,
): Promise<Checked> {
  const key = keys.find(({ id }) => id === seal.keyId)
  if (key === undefined) return 'unknown'
  if (key.siteId !== siteId || seal.signedAt < key.since) return 'differs'
  const signature = decode(seal.signature)
  const text = new TextEncoder().encode(sealedText(facts, sha256, seal))
  try {
    const imported = await importKey(key)
    const isSigned = await crypto.subtle.verify('Ed25519', imported, signature, text)
    const isSame = bytes === null || (await hashBytes(bytes)) === sha256
    return isSigned && isSame ? 'matches' : 'differs'
  } catch {
    return 'unknown' // a browser without Ed25519, or a page without a safe connection
  }
}

function importKey({ publicKey }: SigningKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', decode(publicKey), 'Ed25519', false, ['verify'])
}

/** Of base64url. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))
}
