/** `/api/push`: what a device needs to ask its browser, and that it wants news, or not any more. */
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { forgetPushDevice, savePushDevice } from './push-devices.ts'
import { isPushService, type PushDevice, type Pusher } from './pusher.ts'

export function pushRoutes(ports: {
  readonly storage: Storage
  readonly pusher: Pusher
  now(): number
}): Routes {
  const { storage, pusher, now } = ports
  return (app, signedInOf) => {
    app.get('/api/push', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return context.json({ publicKey: pusher.publicKey })
    })

    app.post('/api/push', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const device = readDevice(await readBody(context))
      if (device === null) {
        return fail(context, 400, 'malformed', 'This browser’s address for news is not known here.')
      }
      const owner = { memberId: signedIn.member.id, deviceId: signedIn.deviceId }
      await savePushDevice(storage, owner, device, now())
      return context.json({ saved: true })
    })

    app.delete('/api/push', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const endpoint = (await readBody(context))?.['endpoint']
      // The address is long and secret: who can name it has the device.
      if (typeof endpoint === 'string') {
        await storage.transaction((tx) => forgetPushDevice(tx, endpoint))
      }
      return context.json({ ended: true })
    })
  }
}

/** An address of a browser's service, and the device's public key and secret as they are written there. */
function readDevice(body: Record<string, unknown> | null): PushDevice | null {
  const { endpoint, keys } = body ?? {}
  const { p256dh, auth } = (keys ?? {}) as Record<string, unknown> // read field by field below
  if (!isBase64(p256dh, 87) || !isBase64(auth, 22)) return null
  if (typeof endpoint !== 'string' || endpoint.length > 1_000 || !isPushService(endpoint)) {
    return null
  }
  return { endpoint, p256dh, auth }
}

function isBase64(value: unknown, length: number): value is string {
  return typeof value === 'string' && value.length === length && /^[\w-]+$/.test(value)
}
