/** Every wish that is not taken back has one outcome, the same on its device and on disk, and a cancelled booking stays cancelled. */
import { must } from '../../../domain/values/assert.ts'
import { findIntent } from '../../storage/intents.ts'
import type { MakeOracle } from './oracle.ts'

export const oneOutcomeEach: MakeOracle = (world) => {
  /** Outcomes as devices first stored them, by server generation. */
  const first = new Map<string, string>()
  return {
    title: 'every wish has exactly one outcome',
    onMarked: (device, { intent, state, settled }) => {
      if (state !== 'settled' || settled === null) return null
      const text = JSON.stringify(settled)
      const key = `${device.generation()}/${intent.id}`
      const before = first.get(key)
      first.set(key, before ?? text)
      return before === undefined || before === text ? null : `${intent.id} was settled again`
    },
    atEnd: async () => {
      const { storage } = must(world.host.server, 'the world has healed')
      const found: string[] = []
      for (const { store } of world.devices) {
        for (const { intent, state, settled } of store.intents.values()) {
          const row = await findIntent(storage.read, intent.id)
          if (state === 'expired') {
            if (row !== undefined) found.push(`${intent.id} expired here and is known there`)
          } else if (row?.settled == null) found.push(`${intent.id} has no outcome`)
          else if (state !== 'settled')
            found.push(`${intent.id} is settled, the device says ${state}`)
          else if (JSON.stringify(settled) !== row.settled) {
            found.push(`${intent.id} was told another outcome than the one on disk`)
          }
        }
      }
      return found
    },
  }
}
