/** Draws nothing. Loaded once the list is there, it tells how to know what of a price is covered, which takes all that the member has. */
import { onMount } from 'solid-js'
import { createRestOf, type RestOf } from '../app/rest-of.ts'
import type { Space } from '../app/with-space.tsx'

export function RowCover(props: {
  readonly space: Space
  readonly onKnown: (restOf: RestOf) => void
}): null {
  const restOf = createRestOf(() => props.space)
  onMount(() => props.onKnown(restOf))
  return null
}
