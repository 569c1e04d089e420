/**
 * An empty portal belongs to whoever reaches it first, so it can be claimed only with a token that is told on the terminal of the machine it
 * runs on. Every start of an unclaimed portal tells a new one, because only its hash is kept; the claim uses it up.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readSetting, writeSetting } from '../storage/settings.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { hashToken } from './hash-tokens.ts'

const KEY = 'set-up-token'
/** 192 bits. */
const TOKEN_BYTES = 24

export async function makeSetUpToken(storage: Storage): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await storage.transaction((tx) => writeSetting(tx, KEY, hashToken(token)))
  return token
}

export async function isSetUpToken(tx: Tx, token: string): Promise<boolean> {
  const hash = await readSetting(tx, KEY)
  if (hash === null) return false
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashToken(token)))
}

export async function forgetSetUpToken(tx: Tx): Promise<void> {
  await tx.deleteFrom('setting').where('key', '=', KEY).execute()
}
