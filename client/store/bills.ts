import type { Accessor } from 'solid-js'
import type { BillStory } from '../../domain/billing/payment.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** The bills of the member, and of the team they manage, the newest first; empty before the first contact. */
export function createBills(): Accessor<readonly BillStory[] | undefined> {
  return createLiveQuery(async () => (await database().facts.get('me'))?.bills ?? [])
}

/** The space's time at which what is known of the member was the whole truth. */
export function createOwnAsOf(memberId: string): Accessor<number | undefined> {
  return createLiveQuery(async () => (await database().heads.get(`member/${memberId}`))?.asOf ?? 0)
}
