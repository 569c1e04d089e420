/** Whoever is suspended is given nothing from the next settlement on, whatever their device still believes. */
import { must } from '../../../domain/values/assert.ts'
import type { MembershipChange } from '../server-process.ts'
import type { MakeOracle } from './oracle.ts'

export const suspendedGetsNothing: MakeOracle = (world) => ({
  title: 'whoever is suspended is given nothing',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const audits = await storage.read
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('command', '=', 'membership')
      .orderBy('id')
      .execute()
    const bookings = await storage.read.selectFrom('booking').select(['id', 'member_id']).execute()
    const changes = Map.groupBy(audits, ({ subject }) => subject)
    return [...changes].flatMap(([memberId, rows]) => {
      const made = bookings.filter((one) => one.member_id === memberId).map(({ id }) => id)
      const told = rows.map(({ detail }) => JSON.parse(detail) as MembershipChange) // ours
      return told.flatMap(({ tierId, bookings: before }, index) => {
        if (tierId !== null) return []
        const after = told[index + 1]?.bookings ?? made
        const given = after.filter((id) => !before.includes(id))
        return given.map((id) => `${id} was given to ${memberId}, who is suspended`)
      })
    })
  },
})
