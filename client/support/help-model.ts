/** What this device knows of help: answers and known problems of a location, and the member's own requests. */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { type Article, inLanguage } from '../../domain/support/article.ts'
import type { Outage } from '../../domain/support/outage.ts'
import {
  readArticle,
  readEntry,
  readOutage,
  readOwnTicket,
} from '../../domain/support/read-support.ts'
import { type ViewedTicket, viewTickets } from '../../domain/support/ticket-view.ts'
import { type MemberId, type SiteId, toId } from '../../domain/values/ids.ts'
import { readIdentity } from '../store/identity.ts'
import { createOwnWishes } from '../store/own-wishes.ts'
import { createRecords, type Records } from '../store/records.ts'
import { language } from '../ui/language.ts'

export interface Answers {
  /** One of each, in the team's order, in the language of this device where there is one. */
  readonly listed: readonly Article[]
  readonly all: ReadonlyMap<string, Article>
  /** Null where they have not arrived. */
  readonly asOf: number | null
}

export function createAnswers(siteId: () => SiteId): Accessor<Answers | undefined> {
  const records = createRecords(() => articlesOf(siteId()), 'articles', readArticle)
  return createMemo(() => {
    const found = records()
    if (found === undefined) return undefined
    const listed = inLanguage([...found.all.values()], language)
    return { listed, all: found.all, asOf: found.asOf }
  })
}

export function createOutages(siteId: () => SiteId): Accessor<readonly Outage[]> {
  const records = createRecords(() => articlesOf(siteId()), 'outages', readOutage)
  return () => [...(records()?.all.values() ?? [])].sort((a, b) => a.since - b.since)
}

/** The latest first; undefined until the first read. */
export function createOwnTickets(): Accessor<readonly ViewedTicket[] | undefined> {
  const tickets = createRecords(ownTickets, 'tickets', readOwnTicket)
  const entries = createRecords(ownTickets, 'entries', readEntry)
  const wishes = createOwnWishes(['ticket.open', 'ticket.reply', 'ticket.set-state'])
  return createMemo(() => {
    const intents = wishes()
    const [known, said] = [tickets(), entries()]
    if (intents === undefined || known === undefined || said === undefined) return undefined
    return viewTickets({ tickets: valuesOf(known), entries: valuesOf(said), intents })
  })
}

function valuesOf<T>({ all }: Records<T>): Iterable<T> {
  return all.values()
}

function articlesOf(siteId: SiteId): string {
  return formatDocumentName({ kind: 'articles', siteId })
}

/** Nobody is signed in only while the app is leaving: then there is no such document. */
function ownTickets(): string {
  const memberId: MemberId = toId('member', readIdentity()?.memberId ?? 'mem_nobody')
  return formatDocumentName({ kind: 'tickets', memberId })
}
