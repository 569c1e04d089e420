/** What was published of a floor, asked of the space: who draws on from it needs a connection. */
import type { FloorId } from '../../../domain/values/ids.ts'
import {
  type PlanHistory,
  parsePlanHistory,
} from '../../../floorplans/document/publish/plan-history.ts'

const ANSWERED_WITHIN_MS = 10_000

/** Null when the space cannot be reached. */
export async function fetchHistory(floorId: FloorId): Promise<PlanHistory | null> {
  try {
    const response = await fetch(`/api/plans/${floorId}`, {
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    })
    return response.ok ? parsePlanHistory(await response.json()) : null
  } catch {
    return null // no network, or a page where JSON was expected
  }
}
