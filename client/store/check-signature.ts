/** Whether a text was signed with a key of the space: told by this device alone. */

/** Unknown: this browser cannot tell, or the page came over a connection that is not safe. */
export type Signed = 'signed' | 'forged' | 'unknown'

/** Ed25519; key and signature in base64url. */
export async function checkSignature(
  publicKey: string,
  text: string,
  signature: string,
): Promise<Signed> {
  try {
    const raw = decode(publicKey)
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify'])
    const bytes = new TextEncoder().encode(text)
    const isSigned = await crypto.subtle.verify('Ed25519', key, decode(signature), bytes)
    return isSigned ? 'signed' : 'forged'
  } catch {
    return 'unknown'
  }
}

/** Of base64url. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))
}
