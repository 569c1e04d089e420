/** What a portal makes for itself once and keeps in its storage. */
import { randomBytes } from 'node:crypto'
import { GENERATION } from '../storage/begin-generation.ts'
import { settingOnce } from '../storage/settings.ts'
import type { Storage } from '../storage/storage.ts'

/** New only when facts may have been lost (a restore, a reset): devices that know another one start over. */
export function readGeneration(storage: Storage, makeUlid: () => string): Promise<string> {
  return settingOnce(storage, GENERATION, makeUlid)
}

/** Signs cookies. In storage, so that a restart signs nobody out. */
export function readSecret(storage: Storage): Promise<string> {
  return settingOnce(storage, 'auth-secret', () => randomBytes(32).toString('hex'))
}
