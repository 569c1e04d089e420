/** No two live bookings overlap, claims and states agree, logs have no gaps: the same checks that run over a real database. */
import { must } from '../../../domain/values/assert.ts'
import { invariants } from '../../storage/invariants.ts'
import type { MakeOracle } from './oracle.ts'

export const sqlInvariants: MakeOracle = (world) => ({
  title: 'what is on disk holds every invariant',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const found: string[] = []
    for (const { title, violations } of invariants) {
      for (const id of await violations(storage.read)) found.push(`${title}: ${id}`)
    }
    return found
  },
})
