/** The door for records about help on a device: the space may be newer than this app, so what it cannot show is left out alone. */
import {
  articleStates,
  type SupportSettings,
  ticketCategories,
  ticketStates,
} from '../bookings/wishes/support-requests.ts'
import { isId } from '../values/ids.ts'
import type { Json } from '../values/sections.ts'
import type { Article } from './article.ts'
import type { Outage } from './outage.ts'
import type { OwnTicket, TeamArticle, TeamTicket, ToldEntry } from './support-sections.ts'

type Row = Readonly<Record<string, unknown>>

export function readOwnTicket(value: Json): OwnTicket | null {
  return isTicket(value) ? (value as unknown as OwnTicket) : null // as just checked; the rest is the server's word
}

export function readTeamTicket(value: Json): TeamTicket | null {
  const isTeams = isTicket(value) && typeof (value as Row)['memberName'] === 'string'
  return isTeams ? (value as unknown as TeamTicket) : null // as just checked
}

export function readEntry(value: Json): ToldEntry | null {
  if (!isRow(value) || !isId('ticket', value['ticketId'])) return null
  const isPlaced = typeof value['n'] === 'number' && typeof value['at'] === 'number'
  return isPlaced && isBody(value) ? (value as unknown as ToldEntry) : null // as just checked
}

export function readArticle(value: Json): Article | null {
  if (!isRow(value) || !isId('article', value['id'])) return null
  const isSaid = typeof value['title'] === 'string' && typeof value['body'] === 'string'
  return isSaid && isOneOf(articleStates, value['state']) ? (value as unknown as Article) : null // as just checked
}

export function readTeamArticle(value: Json): TeamArticle | null {
  return readArticle(value) as TeamArticle | null // the same, with its count
}

export function readOutage(value: Json): Outage | null {
  if (!isRow(value) || !isId('outage', value['id'])) return null
  const isSaid = typeof value['text'] === 'string' && Array.isArray(value['resourceIds'])
  return isSaid ? (value as unknown as Outage) : null // as just checked
}

export function readSettings(value: Json): SupportSettings | null {
  const isThere = isRow(value) && isRow(value['replyHours']) && Array.isArray(value['savedReplies'])
  return isThere ? (value as unknown as SupportSettings) : null // as just checked
}

export function readName(value: Json): string | null {
  return typeof value === 'string' ? value : null
}

function isTicket(value: Json): boolean {
  return (
    isRow(value) &&
    isId('ticket', value['id']) &&
    isOneOf(ticketStates, value['state']) &&
    isOneOf(ticketCategories, value['category']) &&
    isRow(value['about'])
  )
}

function isBody(value: Row): boolean {
  switch (value['kind']) {
    case 'said':
      return typeof value['text'] === 'string' && Array.isArray(value['photos'])
    case 'note':
      return typeof value['text'] === 'string'
    case 'state':
      return isOneOf(ticketStates, value['state'])
    case 'assigned':
      return true
    default:
      return false
  }
}

function isOneOf(set: object, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(set, value)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
