import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { checkSignature } from './check-signature.ts'

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { publicKey: must(publicKey.export({ format: 'jwk' }).x, 'it has bytes'), privateKey }
}

test('[DOOR-01] [C-05] a device tells without a network what was signed to the letter with that key, and what was not', async () => {
  const [own, other] = [keyPair(), keyPair()]
  const text = 'door1/evt_talk/0123456789/2/abc'
  const signature = sign(null, Buffer.from(text), own.privateKey).toString('base64url')
  expect(await checkSignature(own.publicKey, text, signature)).toBe('signed')
  expect(await checkSignature(own.publicKey, text.replace('/2/', '/9/'), signature)).toBe('forged')
  expect(await checkSignature(other.publicKey, text, signature)).toBe('forged')
  expect(await checkSignature(own.publicKey, text, 'A'.repeat(86))).toBe('forged')
  expect(await checkSignature('no key', text, signature)).toBe('unknown')
})
