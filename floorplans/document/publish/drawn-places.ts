/** What a draft said about places, as it is kept beside the version it became. */
import { isId, type ResourceId } from '../../../domain/values/ids.ts'
import type { DraftResource } from '../draft/draft.ts'
import { parseDraftResource } from '../draft/parse-draft.ts'
import type { DrawnPlaces } from './publication.ts'

export function formatDrawnPlaces(places: DrawnPlaces): string {
  return JSON.stringify(Object.fromEntries(places))
}

/** What cannot be read is left out: it then counts as said anew. */
export function parseDrawnPlaces(input: unknown): DrawnPlaces {
  const places = new Map<ResourceId, DraftResource>()
  if (typeof input !== 'object' || input === null) return places
  for (const [id, said] of Object.entries(input)) {
    const parsed = parseDraftResource(said)
    if (isId('resource', id) && parsed !== null) places.set(id, parsed)
  }
  return places
}
