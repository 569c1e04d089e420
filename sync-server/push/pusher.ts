/**
 * Web push: a few words to one device, encrypted for it alone, through the service of its browser. The keys by which services know this portal are
 * made once and kept: with others no device that said yes would hear it again.
 */
import type { Agent } from 'node:https'
import webPush from 'web-push'
import { settingOnce } from '../storage/settings.ts'
import type { Storage } from '../storage/storage.ts'

export interface PushDevice {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

export type Pushed =
  | { readonly kind: 'sent' }
  /** The device does not want it any more, or is not there. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'later'; readonly problem: string }

export interface Pusher {
  readonly publicKey: string
  push(device: PushDevice, payload: string): Promise<Pushed>
}

/** A device that is switched off longer than that is not told what was news then. */
const KEPT_SECONDS = 12 * 3_600
const ANSWERED_WITHIN_MS = 10_000

export async function makePusher(
  storage: Storage,
  about: { readonly publicUrl: URL | null; readonly agent?: Agent },
): Promise<Pusher> {
  const kept = await settingOnce(storage, 'push-keys', () =>
    JSON.stringify(webPush.generateVAPIDKeys()),
  )
  const keys = JSON.parse(kept) as webPush.VapidKeys // made just above
  const options: webPush.RequestOptions = {
    vapidDetails: { subject: contactOf(about.publicUrl), ...keys },
    ...{ TTL: KEPT_SECONDS, timeout: ANSWERED_WITHIN_MS, urgency: 'high' },
    ...(about.agent === undefined ? {} : { agent: about.agent }),
  }
  return {
    publicKey: keys.publicKey,
    push: async ({ endpoint, p256dh, auth }, payload) => {
      try {
        await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, payload, options)
        return { kind: 'sent' }
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** Whom services of browsers would ask about what this portal sends. */
function contactOf(publicUrl: URL | null): string {
  return publicUrl?.protocol === 'https:' ? publicUrl.origin : 'mailto:portal@harbourloft.example'
}

function failureOf(error: unknown): Pushed {
  const { statusCode } = error as { readonly statusCode?: number } // of the service's answer; anything else has none
  // 404 and 410 say so; 400, 401 and 403 are about keys that this device was not given.
  if (statusCode !== undefined && [400, 401, 403, 404, 410].includes(statusCode)) {
    return { kind: 'gone' }
  }
  return { kind: 'later', problem: `push: ${statusCode ?? 'no answer'}` }
}

/** The services of the browsers there are. An address elsewhere would have this server knock at any door that a member names. */
const services = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'push.apple.com',
  'notify.windows.com',
]

export function isPushService(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, port, username } = new URL(endpoint)
  const isKnown = services.some((name) => hostname === name || hostname.endsWith(`.${name}`))
  return protocol === 'https:' && port === '' && username === '' && isKnown
}
