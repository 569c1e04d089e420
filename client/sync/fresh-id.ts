/** Names that this device gives: nobody else gives the same, so the space need not be asked. */
import { encodeUlid, type IdNoun, makeId } from '../../domain/values/ids.ts'

export function freshUlid(): string {
  return encodeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
}

export function freshId<N extends IdNoun>(noun: N): ReturnType<typeof makeId<N>> {
  return makeId(noun, freshUlid())
}
