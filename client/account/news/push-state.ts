/**
 * Push on this device: what its browser can do, what its member has said, and the two taps. Nothing is asked but by a tap, and a browser that never
 * answers is given up on: some never do.
 */
import { createSignal } from 'solid-js'
import { askSpace } from '../../app/ask-space.ts'

export type PushState = 'unknown' | 'unsupported' | 'install' | 'denied' | 'off' | 'on' | 'asking'
export type PushTrouble = 'failed' | 'offline' | null

/** Somebody reads the question and answers it; after that the browser is not going to. */
const ANSWERED_WITHIN_MS = 30_000

export function createPush() {
  const [state, setState] = createSignal<PushState>('unknown')
  const [trouble, setTrouble] = createSignal<PushTrouble>(null)

  async function look(): Promise<void> {
    const fixed = fixedState()
    setState(fixed ?? ((await current()) === null ? 'off' : 'on'))
  }

  async function turnOn(): Promise<void> {
    setState('asking')
    setTrouble(null)
    const problem = await inTime(subscribe()).catch((): PushTrouble => 'failed')
    setTrouble(problem)
    await inTime(look()).catch(() => setState('off'))
  }

  async function turnOff(): Promise<void> {
    setTrouble(null)
    const problem = await inTime(unsubscribe()).catch((): PushTrouble => 'failed')
    setTrouble(problem)
    await inTime(look()).catch(() => setState('off'))
  }

  void inTime(look()).catch(() => setState('off'))
  return { state, trouble, turnOn, turnOff }
}

/** What no tap here changes; null where one does. */
function fixedState(): PushState | null {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window
  if (!canPush || !('Notification' in window)) return isIos() ? 'install' : 'unsupported'
  return Notification.permission === 'denied' ? 'denied' : null
}

/** There push is for what is on the home screen alone. */
function isIos(): boolean {
  return (
    /iPhone|iPad/.test(navigator.userAgent) && !matchMedia('(display-mode: standalone)').matches
  )
}

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

async function subscribe(): Promise<PushTrouble> {
  // First, while the tap still counts as one.
  if ((await Notification.requestPermission()) !== 'granted') return null
  const told = await askSpace('GET', '/api/push').catch(() => null)
  if (told?.ok !== true) return 'offline'
  const { publicKey } = told.body as { readonly publicKey: string } // our own server
  const registration = await navigator.serviceWorker.ready
  const made = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  })
  const saved = await askSpace('POST', '/api/push', made.toJSON()).catch(() => null)
  if (saved?.ok === true) return null
  // A device that the space does not know would wait for nothing.
  await made.unsubscribe()
  return saved === null ? 'offline' : 'failed'
}

async function unsubscribe(): Promise<PushTrouble> {
  const made = await current()
  if (made === null) return null
  const { endpoint } = made
  await made.unsubscribe()
  // Without a connection the service itself tells the space, the next time that it tries.
  await askSpace('DELETE', '/api/push', { endpoint }).catch(() => null)
  return null
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer = 0
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Error('no answer')), ANSWERED_WITHIN_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
