/** The door for records about messages on a device: the space may be newer than this app, so what it cannot show is left out alone. */
import { isId } from '../../values/ids.ts'
import type { Json } from '../../values/sections.ts'
import { type MessageChoice, messageStates } from './message.ts'
import type { OwnThread, TeamReport, ToldMessage } from './message-sections.ts'

type Row = Readonly<Record<string, unknown>>

export function readThread(value: Json): OwnThread | null {
  if (!isRow(value) || !isId('member', value['with'])) return null
  const isSaid = typeof value['name'] === 'string' && typeof value['readN'] === 'number'
  return isSaid ? (value as unknown as OwnThread) : null // as just checked; the rest is the server's word
}

export function readMessage(value: Json): ToldMessage | null {
  if (!isRow(value) || !isId('message', value['id']) || !isId('member', value['with'])) return null
  const isPlaced = typeof value['n'] === 'number' && typeof value['sentAt'] === 'number'
  const { state, text } = value
  const isSaid = typeof text === 'string' && typeof state === 'string'
  const isKnown = isSaid && Object.hasOwn(messageStates, state)
  return isPlaced && isKnown ? (value as unknown as ToldMessage) : null // as just checked
}

export function readChoice(value: Json): MessageChoice | null {
  const isSaid = isRow(value) && typeof value['isOpen'] === 'boolean'
  return isSaid ? (value as unknown as MessageChoice) : null // as just checked
}

export function readReport(value: Json): TeamReport | null {
  if (!isRow(value) || !isId('report', value['id']) || !isId('member', value['about'])) return null
  const isSaid = typeof value['why'] === 'string' && Array.isArray(value['messages'])
  const isNamed = typeof value['byName'] === 'string' && typeof value['aboutName'] === 'string'
  return isSaid && isNamed ? (value as unknown as TeamReport) : null // as just checked
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
