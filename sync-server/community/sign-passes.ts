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

/** Signs passes of these locations. Ed25519 gives the same signature each time, so a document that is made anew says the same. */
export async function passSigner(
  reader: Reader,
  siteIds: ReadonlySet<SiteId>,
): Promise<(siteId: SiteId, pass: DoorPass) => string | null> {
  const secrets = new Map<SiteId, KeyObject>()
  for (const siteId of siteIds) {
    const key = await doorKeyOf(reader, siteId)
    const secret = key === null ? null : await signingSecretOf(reader, key.id)
    if (secret !== null) secrets.set(siteId, createPrivateKey(secret))
  }
  return (siteId, pass) => {
    const secret = secrets.get(siteId)
    if (secret === undefined) return null
    const signature = sign(null, Buffer.from(signedText(pass)), secret).toString('base64url')
    return formatPass(pass, signature)
  }
}
