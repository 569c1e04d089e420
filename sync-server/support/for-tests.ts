import { must } from '../../domain/values/assert.ts'
import { ticketIdOf } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { readHead, readRows } from '../storage/document-log.ts'
import { sectionsOfRows } from '../sync/sections-of-rows.ts'

export const now = toInstant(Date.UTC(2026, 10, 24, 8))
export const siteId = 'sit_harbour-loft'

type Kind = Parameters<typeof intentOf>[1]

export async function send(space: TestSpace, who: string, kind: Kind, body: object) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  return (await space.outcomeOf(intent)).outcome
}

export const nothing = { resourceId: null, bookingId: null, billId: null }

export function question(text: string, more: object = {}) {
  return { siteId, category: 'maintenance', text, about: nothing, forMemberId: null, ...more }
}

/** Somebody asks; gives the id of the ticket. */
export async function ask(space: TestSpace, who: string, text: string, more: object = {}) {
  const intent = intentOf(space.now, 'ticket.open', question(text, more))
  await space.send(who, intent)
  const { outcome } = await space.outcomeOf(intent)
  if (outcome.kind !== 'confirmed') throw new Error(`not asked: ${JSON.stringify(outcome)}`)
  return ticketIdOf(intent.id)
}

async function rowsOf({ storage }: TestSpace, document: string): Promise<readonly Uint8Array[]> {
  const head = must(await readHead(storage.read, document), `${document} was projected`)
  return (await readRows(storage.read, head, 0)).map(({ bytes }) => bytes)
}

/** What a follower of the document holds. */
export async function held(space: TestSpace, document: string) {
  await space.settlement.ensureDocument(document)
  return sectionsOfRows(await rowsOf(space, document))
}

/** Every byte that a follower of the document was ever sent. */
export async function bytesOf(space: TestSpace, document: string): Promise<string> {
  await space.settlement.ensureDocument(document)
  return Buffer.concat(await rowsOf(space, document)).toString('utf8')
}
