import type { Accessor } from 'solid-js'
import type { ApprovalRequest } from '../../domain/bookings/approval/request-sections.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { StoredRequests } from './rows.ts'

/** Who waits for the team's answer, by location. Undefined until the first read; empty for whoever is not of the team. */
export function createAllRequests(): Accessor<readonly StoredRequests[] | undefined> {
  return createLiveQuery(() => database().requests.toArray())
}

/** How many can still be answered. */
export function waitingOf(rows: readonly ApprovalRequest[], now: number): number {
  return rows.filter(({ answerBy }) => answerBy > now).length
}
