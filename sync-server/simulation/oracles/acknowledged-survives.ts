/** What a device was told is received is on disk at that moment, and still is when everything has settled. */
import { must } from '../../../domain/values/assert.ts'
import { findIntent } from '../../storage/intents.ts'
import type { MakeOracle } from './oracle.ts'

export const acknowledgedSurvives: MakeOracle = (world) => {
  const acknowledged = new Set<string>()
  return {
    title: 'what was acknowledged is there after any crash',
    onMarked: async (device, { intent, state }) => {
      if (state !== 'received') return null
      acknowledged.add(intent.id)
      const { server } = world.host
      // An acknowledgement may arrive after the server it came from is gone or replaced by its backup.
      if (server === null || server.generation !== device.generation()) return null
      const row = await findIntent(server.storage.read, intent.id)
      return row === undefined ? `${intent.id} was acknowledged and is not on disk` : null
    },
    atEnd: async () => {
      const { storage } = must(world.host.server, 'the world has healed')
      const found: string[] = []
      for (const id of acknowledged) {
        if ((await findIntent(storage.read, id)) === undefined) found.push(`${id} is lost`)
      }
      return found
    },
  }
}
