/**
 * A wrong implementation of a port, composed into a simulated world by tests alone: with it the suite must fail. Each stands for a
 * mistake that others made for real.
 */
import type { stepFollower } from '../../../domain/wire/follower.ts'
import type { Consequence, SettlementKind } from '../../settlement/kind.ts'
import type { Storage } from '../../storage/storage.ts'
import type { ServerDocuments } from '../../sync/server-documents.ts'

export interface Mistake {
  readonly title: string
  /** Titles of the oracles that may be the first to see it. */
  readonly foundBy: readonly string[]
  /**
   * The world in which it was seen last, which is looked at first: dozens of worlds are minutes. Worlds change with each new kind of step; then
   * it is seen in another one, and this only helps again once it says which.
   */
  readonly seenAt: number
  /** It is none where a server is alone: the same world with one server holds. */
  readonly takesServers?: 'several'
  /** In place of the server's documents. */
  documents?(real: ServerDocuments, storage: Storage, makeEpoch: () => string): ServerDocuments
  /** In place of what settles wishes. */
  kinds?(real: readonly SettlementKind[], storage: Storage): readonly SettlementKind[]
  /** In place of what follows from facts. */
  consequences?(real: readonly Consequence[]): readonly Consequence[]
  /** Takes away what the engine guards. */
  breakDisk?(storage: Storage): Promise<void>
  /** In place of the device's follower. */
  readonly step?: typeof stepFollower
  /** In place of the random source of Yjs. */
  readonly yjsClientId?: number
}
