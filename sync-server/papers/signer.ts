/** Signs in the name of a location with its newest key; its first one is made when it is first needed. */
import { sign } from 'node:crypto'
import type { Seal } from '../../domain/billing/papers/paper.ts'
import { must } from '../../domain/values/assert.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { signingKeysOf, signingSecretOf } from '../storage/papers.ts'
import type { Storage } from '../storage/storage.ts'

export interface SignerPorts {
  readonly storage: Storage
  readonly settlement: Settlement
  readonly now: () => Instant
}

export interface Signed {
  readonly seal: Seal
  readonly text: string
}

/** What the text is may follow from the key and the moment, which stand in it. */
export type Signer = (textOf: (seal: Pick<Seal, 'keyId' | 'signedAt'>) => string) => Signed

export async function signerOf(ports: SignerPorts, siteId: SiteId): Promise<Signer> {
  const { storage, settlement, now } = ports
  const newest = async () => (await signingKeysOf(storage.read, siteId))[0]
  if ((await newest()) === undefined) {
    await settlement.act(async (tx) =>
      (await signingKeysOf(tx, siteId)).length === 0
        ? [{ kind: 'signing-key', siteId, madeBy: 'space' }]
        : [],
    )
  }
  const { id: keyId } = must(await newest(), 'there is one by now')
  // Gone where it was renewed just now: then it is asked for again.
  const secret = must(await signingSecretOf(storage.read, keyId), 'it was there')
  return (textOf) => {
    const from = { keyId, signedAt: now() }
    const text = textOf(from)
    const signature = sign(null, Buffer.from(text), secret).toString('base64url')
    return { text, seal: { ...from, signature } }
  }
}
