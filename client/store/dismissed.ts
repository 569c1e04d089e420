/** Answers the member has read and put away on this device. They stay where they are told: in My bookings, in a request, in a thread. */
import { createSignal } from 'solid-js'

const KEY = 'portal.dismissed'
/** Refusals show for a week; nobody puts away more than this in one. */
const KEPT_MAX = 100

const [ids, setIds] = createSignal(read())

addEventListener('storage', (event) => {
  if (event.key === KEY) setIds(read())
})

function read(): readonly string[] {
  const text = localStorage.getItem(KEY)
  return text === null ? [] : (JSON.parse(text) as readonly string[]) // written below alone
}

export function isDismissed(id: string): boolean {
  return ids().includes(id)
}

export function dismiss(id: string): void {
  const next = [...read().filter((one) => one !== id), id].slice(-KEPT_MAX)
  localStorage.setItem(KEY, JSON.stringify(next))
  setIds(next)
}
