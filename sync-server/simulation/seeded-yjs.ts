/**
 * Yjs draws its client ids from the platform's random source. Here they are drawn from one that the simulation seeds, whatever Yjs
 * assigns, so that a seed makes the very same bytes each time.
 */
import * as Y from 'yjs'
import { makeRandom, type Random } from './random.ts'

let source: Random = makeRandom(0)
const drawn = new WeakMap<Y.Doc, number>()

Object.defineProperty(Y.Doc.prototype, 'clientID', {
  get(this: Y.Doc) {
    return drawn.get(this)
  },
  set(this: Y.Doc) {
    drawn.set(this, source.below(2 ** 32))
  },
})

/** From here on Yjs draws from this source. */
export function seedYjs(random: Random): void {
  source = random
}
