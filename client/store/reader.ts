/**
 * How the rows of the first look are asked for: by key, by keys, or all of a table. Little enough that IndexedDB itself can answer
 * before Dexie has been loaded, and that one question serves both.
 */
import type {
  BookingRow,
  HeadRow,
  MeRow,
  StoredCatalogue,
  StoredOccupancy,
  SyncStatusRow,
} from './rows.ts'

/** The tables that Today and Book are painted from. */
export interface FirstTables {
  readonly bookings: BookingRow
  readonly catalogues: StoredCatalogue
  readonly heads: HeadRow
  readonly me: MeRow
  readonly occupancy: StoredOccupancy
  readonly status: SyncStatusRow
}

export interface Reader {
  get<Name extends keyof FirstTables>(
    table: Name,
    key: string,
  ): Promise<FirstTables[Name] | undefined>
  /** In the order of the keys, undefined where there is no row. */
  many<Name extends keyof FirstTables>(
    table: Name,
    keys: readonly (string | readonly string[])[],
  ): Promise<readonly (FirstTables[Name] | undefined)[]>
  /** By the order of an index, or of the key. */
  all<Name extends keyof FirstTables>(
    table: Name,
    index?: string,
  ): Promise<readonly FirstTables[Name][]>
}
