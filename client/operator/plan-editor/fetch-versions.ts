import type { FloorId } from '../../../domain/values/ids.ts'

/** One published version, as the space lists it, the newest first. */
export interface PlanVersion {
  readonly version: number
  readonly publishedAt: number
  /** Who published it; null for what came with the space. */
  readonly by: { readonly name: string } | null
  /** What changed against the version before, in numbers of places; null where nobody compared. */
  readonly changes: {
    readonly moved: number
    readonly added: number
    readonly removed: number
  } | null
}

const ANSWERED_WITHIN_MS = 10_000

/** Null when the space cannot be reached. */
export async function fetchVersions(floorId: FloorId): Promise<readonly PlanVersion[] | null> {
  try {
    const response = await fetch(`/api/plans/${floorId}`, {
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    if (!response.ok) return null
    const { versions } = (await response.json()) as { versions: readonly PlanVersion[] } // from our own server
    return versions
  } catch {
    return null // no network, or a page where JSON was expected
  }
}
