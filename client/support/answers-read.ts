/** Which answers of the team somebody has had before their eyes on this device. Gone with everything else when they sign out. */
import { createSignal } from 'solid-js'
import type { ViewedTicket } from '../../domain/support/ticket-view.ts'

const KEY = 'answers-read'
/** A request and the time of its last answer; so many requests of one member are enough for years. */
const KEPT_MAX = 200

type Read = Readonly<Record<string, number>>

const [read, setRead] = createSignal(known())

addEventListener('storage', (event) => {
  if (event.key === KEY) setRead(known())
})

function known(): Read {
  const text = localStorage.getItem(KEY)
  return text === null ? {} : (JSON.parse(text) as Read) // written below alone
}

/** When the team said something last; null where the last word is the member's own, or was none. */
export function answeredAt({ entries, state }: ViewedTicket): number | null {
  const last = entries.findLast(({ body }) => body.kind === 'said')
  return last?.isOfTeam === true && state !== 'resolved' ? last.at : null
}

export function isAnswerNew(ticket: ViewedTicket): boolean {
  const at = answeredAt(ticket)
  return at !== null && at > (read()[ticket.id] ?? 0)
}

export function noteAnswerRead(ticket: ViewedTicket): void {
  if (!isAnswerNew(ticket)) return
  const others = Object.entries(known()).filter(([id]) => id !== ticket.id)
  const all = [...others, [ticket.id, answeredAt(ticket) ?? 0] as const].slice(-KEPT_MAX)
  localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all)))
  setRead(known())
}
