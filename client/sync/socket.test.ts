import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { TicketAnswer } from './fetch-ticket.ts'
import type { LinkEvents } from './link.ts'
import { openPortalSocket, type PortalSocket, type SocketState } from './socket.ts'

let links: { events: LinkEvents; said: Up[]; isOpen: boolean }[] = []
let states: SocketState[] = []
let tickets = 0
let ticket: TicketAnswer = { kind: 'ticket', ticket: 't' }
let socket: PortalSocket | null = null

beforeEach(() => {
  vi.useFakeTimers()
  links = []
  states = []
  tickets = 0
  ticket = { kind: 'ticket', ticket: 't' }
})

afterEach(() => {
  socket?.close()
  vi.useRealTimers()
})

/** A socket whose back-off always takes its longest. */
async function open(): Promise<void> {
  socket = openPortalSocket({
    deviceId: toId('device', 'dev_phone'),
    app: '1.0.0',
    openLink: (_ticket, events) => {
      const link = { events, said: [] as Up[], isOpen: true }
      links.push(link)
      return {
        send: (data) => void link.said.push(JSON.parse(String(data)) as Up),
        close: () => {
          link.isOpen = false
        },
      }
    },
    fetchTicket: async () => {
      tickets += 1
      return ticket
    },
    random: () => 0.999_999,
    onState: (state) => states.push(state),
    onWelcome: () => undefined,
    onMessage: () => undefined,
    onFrame: () => undefined,
    onGone: () => states.push('offline'),
  })
  await vi.advanceTimersByTimeAsync(0)
}

const last = () => must(links.at(-1), 'a link was opened')

function welcome(): void {
  const { events } = last()
  events.opened()
  const who = { generation: 'g', memberId: 'mem_ada', role: 'member' }
  events.text(JSON.stringify({ type: 'welcome', wire: 1, at: 1, ...who }))
}

async function secondsUntilNextAttempt(): Promise<number> {
  const before = tickets
  for (let second = 0; second < 3_600; second += 1) {
    if (tickets > before) return second
    await vi.advanceTimersByTimeAsync(1_000)
  }
  return Number.POSITIVE_INFINITY
}

test('[DEVICE-40] a device says hello first, and is online once it is welcomed', async () => {
  await open()
  expect(states).toEqual(['connecting'])
  welcome()
  expect(last().said).toEqual([{ type: 'hello', wire: 1, app: '1.0.0', device: 'dev_phone' }])
  expect(states.at(-1)).toBe('online')
})

test('[DEVICE-41] a dead link is noticed within twenty seconds, and offline is said', async () => {
  await open()
  welcome()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(links[0]?.said.map((up) => up.type)).toEqual(['hello', 'ping'])
  expect([states.at(-1), links[0]?.isOpen]).toEqual(['offline', false])
})

test('[DEVICE-41] a link that answers is kept', async () => {
  await open()
  welcome()
  for (let second = 0; second < 120; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000)
    const [ping] = last().said.splice(0)
    if (ping?.type === 'ping') last().events.text('{"type":"pong","id":1,"at":1}')
  }
  expect([states.at(-1), links.length]).toEqual(['online', 1])
})

test('[DEVICE-42] attempts come at growing intervals, thirty seconds at most', async () => {
  ticket = { kind: 'unreachable' }
  await open()
  const waits: number[] = []
  for (let attempt = 0; attempt < 8; attempt += 1) waits.push(await secondsUntilNextAttempt())
  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30])
})

test('[DEVICE-42] a nudge tries at once', async () => {
  ticket = { kind: 'unreachable' }
  await open()
  socket?.nudge()
  expect(tickets).toBe(2)
})

test('[DEVICE-43] a device that the space slows down comes back late', async () => {
  await open()
  welcome()
  last().events.closed(closeCodes['slow-down'])
  expect(await secondsUntilNextAttempt()).toBe(30)
})

test('[DEVICE-43] a space that goes down in good order is asked again soon', async () => {
  await open()
  welcome()
  last().events.closed(closeCodes['going-away'])
  expect(await secondsUntilNextAttempt()).toBe(1)
})

test('[DEVICE-44] an app that is too old says so, and looks again much later', async () => {
  await open()
  last().events.opened()
  last().events.closed(closeCodes.update)
  expect(states.at(-1)).toBe('update-needed')
  expect(await secondsUntilNextAttempt()).toBe(600)
})

test('[DEVICE-19] a sign-in that the space ended is not tried again', async () => {
  await open()
  welcome()
  last().events.closed(closeCodes['sign-in'])
  expect(states.at(-1)).toBe('signed-out')
  expect(await secondsUntilNextAttempt()).toBe(Number.POSITIVE_INFINITY)
})

test('[DEVICE-19] a device that gets no ticket because it is signed out does not try again', async () => {
  ticket = { kind: 'signed-out' }
  await open()
  expect([states.at(-1), links.length]).toEqual(['signed-out', 0])
  expect(await secondsUntilNextAttempt()).toBe(Number.POSITIVE_INFINITY)
})

test('[DEVICE-45] what a newer space says and nobody here understands is passed over', async () => {
  await open()
  welcome()
  last().events.text('{"type":"fireworks"}')
  last().events.text('<html>sign in to the hotspot</html>')
  last().events.bytes(new Uint8Array([1]))
  expect([states.at(-1), last().isOpen]).toEqual(['online', true])
})
