/**
 * What the team's devices know of help at a location: the queue with all that was said, answers, known problems, promises; and on top of it what was
 * done on this one and is not told yet.
 */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../../domain/access/document-name.ts'
import type { SupportSettings } from '../../../domain/bookings/wishes/support-requests.ts'
import type { TeamReport } from '../../../domain/community/messages/message-sections.ts'
import { readReport } from '../../../domain/community/messages/read-messages.ts'
import {
  type DeskTicket,
  deskKinds,
  type KnownDesk,
  type NotDone,
  viewDesk,
} from '../../../domain/support/desk-view.ts'
import { outageKinds, type ViewedOutage, viewOutages } from '../../../domain/support/outage-view.ts'
import {
  readEntry,
  readName,
  readOutage,
  readSettings,
  readTeamArticle,
  readTeamTicket,
} from '../../../domain/support/read-support.ts'
import type { TeamArticle } from '../../../domain/support/support-sections.ts'
import { usualSupport } from '../../../domain/support/support-settings.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import type { Json } from '../../../domain/values/sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { isDismissed } from '../../store/dismissed.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { createRecords } from '../../store/records.ts'

export interface SupportDesk {
  readonly tickets: Accessor<readonly DeskTicket[]>
  /** The space's time of what is known; null where it has not arrived, undefined before the first read. */
  readonly asOf: Accessor<number | null | undefined>
  readonly articles: Accessor<readonly TeamArticle[]>
  readonly outages: Accessor<readonly ViewedOutage[]>
  /** The oldest first. */
  readonly reports: Accessor<readonly TeamReport[]>
  readonly settings: Accessor<SupportSettings>
  /** Names of those who can be given a request, by id. */
  readonly team: Accessor<ReadonlyMap<string, string>>
}

export function createSupportDesk(space: () => Space): SupportDesk {
  const site = () => space().catalogue.site.id
  const document = () => formatDocumentName({ kind: 'support', siteId: site() })
  const section = <T>(name: string, read: (value: Json) => T | null) =>
    createRecords(document, name, read)
  const tickets = section('tickets', readTeamTicket)
  const entries = section('entries', readEntry)
  const articles = section('articles', readTeamArticle)
  const outages = section('outages', readOutage)
  const reports = section('reports', readReport)
  const settings = section('settings', readSettings)
  const team = section('team', readName)
  const wishes = createOwnWishes(deskKinds)
  const outageWishes = createOwnWishes(outageKinds)
  const viewed = createMemo((): readonly DeskTicket[] => {
    const people = peopleOf(tickets()?.all.values() ?? [])
    const known: KnownDesk = {
      tickets: tickets()?.all.values() ?? [],
      entries: entries()?.all.values() ?? [],
      outages: [...(outages()?.all.values() ?? [])],
      settings: settings()?.all.get('support') ?? usualSupport,
      catalogue: space().catalogue,
      intents: wishes() ?? [],
      me: space().member,
      nameOf: (id) => people.get(id) ?? '',
    }
    return viewDesk(known).map((one) => ({ ...one, notDone: one.notDone.filter(isToTell) }))
  })
  return {
    tickets: viewed,
    asOf: () => tickets()?.asOf,
    articles: () => [...(articles()?.all.values() ?? [])].sort((a, b) => a.position - b.position),
    outages: createMemo(() =>
      viewOutages(outages()?.all.values() ?? [], outageWishes() ?? [], site()).filter(
        ({ notDone }) => notDone === null || !isDismissed(notDone.intent.id),
      ),
    ),
    reports: () => [...(reports()?.all.values() ?? [])].sort((a, b) => a.madeAt - b.madeAt),
    settings: () => settings()?.all.get('support') ?? usualSupport,
    team: () => team()?.all ?? new Map(),
  }
}

/** Who has asked here before: whom this device can name without the space. */
export function peopleOf(
  tickets: Iterable<{ readonly memberId: MemberId; readonly memberName: string }>,
): ReadonlyMap<MemberId, string> {
  return new Map([...tickets].map(({ memberId, memberName }) => [memberId, memberName]))
}

/** Until somebody has put it away, or done it again. */
function isToTell({ intent }: NotDone): boolean {
  return !isDismissed(intent.id)
}
