/** No view says held or booked before the settlement is on disk. */
import type { Device } from '../device.ts'
import type { MakeOracle } from './oracle.ts'

const booked: ReadonlySet<string> = new Set(['held', 'confirmed', 'checked-in', 'completed'])

export const bookedAfterSettled: MakeOracle = (world) => {
  /** What was seen to be settled: settled once is settled for good, within a generation. */
  let known = new Set<string>()

  async function look(device: Device, ids: readonly string[]): Promise<string | null> {
    const { server } = world.host
    if (server === null || device.generation() !== server.generation) return null
    // Until it follows its story again, a device shows what an earlier generation settled.
    const own = device.documents.followers().get(`member/${device.member.id}`)
    if (own?.state !== 'following') return null
    const rows = await server.storage.read
      .selectFrom('intent')
      .select('id')
      .where('id', 'in', ids)
      .where('settled_at', 'is not', null)
      .execute()
    for (const { id } of rows) known.add(id)
    const early = ids.find((id) => !known.has(id))
    return early === undefined ? null : `${device.id} shows ${early} as booked before it is`
  }

  return {
    title: 'nothing is called booked before it is settled',
    onRestored: () => {
      known = new Set()
      return null
    },
    onView: (device) => {
      const ids = device
        .view()
        .filter(({ state, intentId }) => booked.has(state) && !known.has(intentId))
        .map(({ intentId }) => intentId)
      return ids.length === 0 ? null : look(device, ids)
    },
  }
}
