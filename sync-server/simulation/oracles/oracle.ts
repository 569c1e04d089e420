/**
 * Something that must hold in every world: watched along the way, asked when everything has settled, or both. An answer is the list of
 * what breaks it, in words that help to find it.
 */

import type { StagedRow } from '../../sync/server-documents.ts'
import type { Device } from '../device.ts'
import type { IntentRow } from '../device-store.ts'
import type { Message } from '../link.ts'
import type { World } from '../world.ts'

export interface Oracle {
  readonly title: string
  /** A life of the server has committed rows of documents. */
  onCommitted?(life: number, rows: readonly StagedRow[]): string | null
  /** The server handed a message to the device's socket. */
  onSent?(device: Device, message: Message): string | null
  /** What the member sees may have changed. */
  onView?(device: Device): Promise<string | null> | string | null
  /** The device stored another state of a wish. */
  onMarked?(device: Device, row: IntentRow): Promise<string | null> | string | null
  /** The device is about to delete a wish for good. */
  onForgotten?(device: Device, row: IntentRow): string | null
  /** The server was restored from a backup: what came after it never was. */
  onRestored?(): null
  /** One thing has happened, and some time has passed. */
  afterStep?(): Promise<string | null>
  atEnd?(): Promise<readonly string[]>
}

export type MakeOracle = (world: World) => Oracle
