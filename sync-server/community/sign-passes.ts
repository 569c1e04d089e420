import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { type DoorPass, formatPass, signedText } from '../../domain/community/door/door-pass.ts'
import type { DoorKey } from '../../domain/community/events/happening-sections.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { signingKeysOf, signingSecretOf } from '../storage/papers.ts'
import type { Reader } from '../storage/storage.ts'

/** The key that passes of a location are checked with: its newest. Null where it has signed nothing yet. */
export async function doorKeyOf(reader: Reader, siteId: SiteId): Promise<DoorKey | null> {
  const [newest] = await signingKeysOf(reader, siteId)
  return newest === undefined ? null : { id: newest.id, publicKey: newest.publicKey }
}

/** Signs in the name of these locations. Ed25519 gives the same signature each time, so a document that is made anew says the same. */
export async function siteSigner(
  reader: Reader,
  siteIds: ReadonlySet<SiteId>,
): Promise<(siteId: SiteId, text: string) => Signature | null> {
  const keys = new Map<SiteId, { readonly secret: KeyObject; readonly publicKey: string }>()
  for (const siteId of siteIds) {
    const key = await doorKeyOf(reader, siteId)
    const secret = key === null ? null : await signingSecretOf(reader, key.id)
    if (key === null || secret === null) continue
    keys.set(siteId, { secret: createPrivateKey(secret), publicKey: key.publicKey })
  }
  return (siteId, text) => {
    const key = keys.get(siteId)
    if (key === undefined) return null
    const signature = sign(null, Buffer.from(text), key.secret).toString('base64url')
    return { signature, publicKey: key.publicKey }
  }
}

/** In base64url, with the key that it was made with. */
export interface Signature {
  readonly signature: string
  readonly publicKey: string
}

/** The passes of these locations, as they are shown at a door. */
export async function passSigner(
  reader: Reader,
  siteIds: ReadonlySet<SiteId>,
): Promise<(siteId: SiteId, pass: DoorPass) => string | null> {
  const signer = await siteSigner(reader, siteIds)
  return (siteId, pass) => {
    const signed = signer(siteId, signedText(pass))
    return signed === null ? null : formatPass(pass, signed.signature)
  }
}
