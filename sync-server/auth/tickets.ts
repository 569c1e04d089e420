import { randomBytes } from 'node:crypto'

/** One-time tickets for the websocket, 30 seconds each, in memory: a restart costs one more request. */
export interface Tickets<Holder> {
  issue(holder: Holder): string
  redeem(ticket: string): Holder | null
}

const LIFE_MS = 30_000
const TICKETS_MAX = 10_000

export function makeTickets<Holder>(now: () => number): Tickets<Holder> {
  const issued = new Map<string, { holder: Holder; until: number }>()
  return {
    issue: (holder) => {
      for (const [ticket, { until }] of issued) {
        if (until > now() && issued.size < TICKETS_MAX) break
        issued.delete(ticket)
      }
      const ticket = randomBytes(24).toString('base64url')
      issued.set(ticket, { holder, until: now() + LIFE_MS })
      return ticket
    },
    redeem: (ticket) => {
      const found = issued.get(ticket)
      issued.delete(ticket)
      return found !== undefined && found.until > now() ? found.holder : null
    },
  }
}
