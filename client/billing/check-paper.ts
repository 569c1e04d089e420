/** Whether facts and bytes are what the space signed: told by this device alone, with the space's public key. */
import {
  type Paper,
  type PaperFacts,
  type SigningKey,
  sealedText,
} from '../../domain/billing/papers/paper.ts'
import { checkSignature } from '../store/check-signature.ts'
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
  const signed = await checkSignature(
    key.publicKey,
    sealedText(facts, sha256, seal),
    seal.signature,
  )
  if (signed === 'unknown') return 'unknown'
  const isSame = bytes === null || (await hashBytes(bytes)) === sha256
  return signed === 'signed' && isSame ? 'matches' : 'differs'
}
