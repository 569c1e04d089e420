/**
 * Yjs draws its client ids from the platform's random source. Imported before Yjs, this puts a source in its place that the simulation
 * seeds, so that a seed makes the very same bytes each time.
 */
import { webcrypto } from 'node:crypto'
import { makeRandom, type Random } from './random.ts'

let source: Random = makeRandom(0)

function fill<T extends ArrayBufferView | null>(array: T): T {
  if (array !== null) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = source.below(256)
  }
  return array
}

Object.defineProperty(webcrypto, 'getRandomValues', { value: fill, configurable: true })

/** From here on Yjs draws from this source. */
export function seedYjs(random: Random): void {
  source = random
}
