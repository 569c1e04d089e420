/** What the team's devices know of help at a location: the queue with all that was said, answers, known problems, promises. */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import type { SupportSettings } from '../../../domain/bookings/wishes/support-requests.ts'
import type { TeamReport } from '../../../domain/community/messages/message-sections.ts'
import { readReport } from '../../../domain/community/messages/read-messages.ts'
import type { Outage } from '../../../domain/support/outage.ts'
import {
  readEntry,
  readName,
  readOutage,
  readSettings,
  readTeamArticle,
  readTeamTicket,
} from '../../../domain/support/read-support.ts'
import type {
  TeamArticle,
  TeamTicket,
  ToldEntry,
} from '../../../domain/support/support-sections.ts'
import { usualSupport } from '../../../domain/support/support-settings.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import type { Json } from '../../../domain/values/sections.ts'
import { createRecords } from '../../store/records.ts'

export interface SupportDesk {
  readonly tickets: Accessor<readonly TeamTicket[]>
  /** The space's time of what is known; null where it has not arrived, undefined before the first read. */
  readonly asOf: Accessor<number | null | undefined>
  entriesOf(ticketId: string): readonly ToldEntry[]
  readonly articles: Accessor<readonly TeamArticle[]>
  readonly outages: Accessor<readonly Outage[]>
  /** The oldest first. */
  readonly reports: Accessor<readonly TeamReport[]>
  readonly settings: Accessor<SupportSettings>
  /** Names of those who can be given a request, by id. */
  readonly team: Accessor<ReadonlyMap<string, string>>
}

export function createSupportDesk(siteId: () => SiteId): SupportDesk {
  const document = () => formatDocumentName({ kind: 'support', siteId: siteId() })
  const section = <T>(name: string, read: (value: Json) => T | null) =>
    createRecords(document, name, read)
  const tickets = section('tickets', readTeamTicket)
  const entries = section('entries', readEntry)
  const articles = section('articles', readTeamArticle)
  const outages = section('outages', readOutage)
  const reports = section('reports', readReport)
  const settings = section('settings', readSettings)
  const team = section('team', readName)
  const byTicket = createMemo(() => {
    const found = new Map<string, ToldEntry[]>()
    for (const one of entries()?.all.values() ?? []) {
      found.set(one.ticketId, [...(found.get(one.ticketId) ?? []), one])
    }
    return found
  })
  return {
    tickets: () => [...(tickets()?.all.values() ?? [])],
    asOf: () => tickets()?.asOf,
    entriesOf: (id) => (byTicket().get(id) ?? []).toSorted((a, b) => a.n - b.n),
    articles: () => [...(articles()?.all.values() ?? [])].sort((a, b) => a.position - b.position),
    outages: () => [...(outages()?.all.values() ?? [])].sort((a, b) => a.since - b.since),
    reports: () => [...(reports()?.all.values() ?? [])].sort((a, b) => a.madeAt - b.madeAt),
    settings: () => settings()?.all.get('support') ?? usualSupport,
    team: () => team()?.all ?? new Map(),
  }
}
