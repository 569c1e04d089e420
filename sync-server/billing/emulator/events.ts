/**
 * The messages of the emulator: written with what they tell of, sent behind the commit, signed as the processor signs. One that does not
 * arrive is not sent again by itself: whoever missed it finds it in the list, as after days of silence.
 */
import { createHmac } from 'node:crypto'
import { type Call, done, type Handler } from './call.ts'
import type { Kept } from './objects.ts'
import { page, pageOf } from './pages-of.ts'

export interface Event extends Kept {
  readonly type: string
}

export function newEvent(
  { makeId, now }: Pick<Call, 'makeId' | 'now'>,
  apiVersion: string,
  type: string,
  about: Kept,
) {
  return {
    ...{ id: makeId('evt'), object: 'event', api_version: apiVersion, created: now, type },
    ...{ data: { object: about }, livemode: false, pending_webhooks: 1, request: null },
  }
}

/** The header that proves a message: when, and what the secret makes of both. */
export function signatureOf(body: string, secret: string, now: number): string {
  const proof = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex')
  return `t=${now},v1=${proof}`
}

const list: Handler = async (call) => {
  const found = await page<Event>(call, { kind: 'event' })
  const types = call.parameters['types']
  const items = Array.isArray(types)
    ? found.items.filter(({ type }) => types.includes(type))
    : found.items
  return done(pageOf({ ...found, items }, '/v1/events'))
}

export const eventHandlers: Readonly<Record<string, Handler>> = { 'Events.list': list }
