/** `/api/devices`: where I am signed in, and signing out there. A device of somebody else is a device that is not there. */
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import type { Devices } from './devices.ts'

export function deviceRoutes(ports: {
  readonly devices: Devices
  /** Closes the connections of a sign-in that ended. */
  onEnded(signInId: string): void
}): Routes {
  const { devices, onEnded } = ports
  return (app, signedInOf) => {
    app.get('/api/devices', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const list = await devices.list(signedIn.member)
      return context.json({
        devices: list.map((one) => ({ ...one, isThis: one.id === signedIn.deviceId })),
      })
    })

    app.post('/api/devices/sign-out-others', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const ended = await devices.signOutOthers(signedIn.member, signedIn.deviceId)
      for (const id of ended) onEnded(id)
      return context.json({ signedOut: ended.length })
    })

    app.delete('/api/devices/:device', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const ended = await devices.signOut(signedIn.member, context.req.param('device'))
      if (ended.length === 0) return notFound(context)
      for (const id of ended) onEnded(id)
      return context.json({ signedOut: ended.length })
    })
  }
}
