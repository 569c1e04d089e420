/**
 * Screens on walls. A screen is made with a code of six digits, which is typed on it once within ten minutes and gives it a key of its
 * own; both are kept hashed. What a key stands for is asked anew at each look, so that a screen that is removed goes dark at once.
 */
import { randomBytes, randomInt } from 'node:crypto'
import type { ScreenPrincipal } from '../../domain/access/permissions.ts'
import type { ScreenSettings } from '../../domain/sites/screen.ts'
import { type ScreenId, type SiteId, toId } from '../../domain/values/ids.ts'
import { MINUTE_MS } from '../../domain/values/instant.ts'
import { hashToken } from '../auth/hash-tokens.ts'
import type { Storage, Tx } from '../storage/storage.ts'

export interface Screen extends ScreenSettings {
  readonly id: ScreenId
  readonly siteId: SiteId
  /** Null while nobody has typed its code yet. */
  readonly seenAt: number | null
  readonly isPaired: boolean
}

export interface Code {
  /** Told once, to whoever sets the screen up. */
  readonly code: string
  readonly until: number
}

export interface Screens {
  list(siteId: SiteId): Promise<readonly Screen[]>
  find(id: string): Promise<Screen | null>
  /** Null when the location has as many as allowed. */
  make(
    siteId: SiteId,
    settings: ScreenSettings,
    by: string,
  ): Promise<(Code & { id: ScreenId }) | null>
  change(screen: Screen, settings: ScreenSettings, by: string): Promise<void>
  /** Another code, for another screen in its place: the key of the one before ends with it. */
  renew(screen: Screen, by: string): Promise<Code>
  remove(screen: Screen, by: string): Promise<void>
  /** The key that a code gives, once. */
  pair(code: string): Promise<string | null>
  /** The screen of a key; its being there is noted. */
  seen(key: string): Promise<Screen | null>
  redeem(key: string): Promise<ScreenPrincipal | null>
}

const SCREENS_PER_SITE_MAX = 20
const CODE_MS = 10 * MINUTE_MS
/** 256 bits. */
const KEY_BYTES = 32
/** How exactly it is known when a screen was last there: each note of it is a write. */
const SEEN_EVERY_MS = MINUTE_MS
const KEY_PREFIX = 'screen_'

export function makeScreens(
  storage: Storage,
  { now, makeUlid }: { now(): number; makeUlid(): string },
): Screens {
  const byKey = async (key: string) => {
    if (!key.startsWith(KEY_PREFIX)) return null
    const rows = storage.read.selectFrom('screen').selectAll()
    return (await rows.where('key_hash', '=', hashToken(key)).executeTakeFirst()) ?? null
  }

  function newCode(): Code & { readonly columns: { code_hash: string; code_until: number } } {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    const until = now() + CODE_MS
    return { code, until, columns: { code_hash: hashToken(code), code_until: until } }
  }

  const written = (tx: Tx, by: string, command: string, subject: string) =>
    tx.insertInto('audit').values({ at: now(), actor: by, command, subject, detail: '' }).execute()

  return {
    list: async (siteId) => {
      const rows = storage.read.selectFrom('screen').selectAll().where('site_id', '=', siteId)
      return (await rows.orderBy('made_at').orderBy('id').execute()).map(screenOf)
    },
    find: async (id) => {
      const row = storage.read.selectFrom('screen').selectAll().where('id', '=', id)
      const found = await row.executeTakeFirst()
      return found === undefined ? null : screenOf(found)
    },
    make: (siteId, settings, by) =>
      storage.transaction(async (tx) => {
        const others = tx.selectFrom('screen').select('id').where('site_id', '=', siteId)
        if ((await others.execute()).length >= SCREENS_PER_SITE_MAX) return null
        const id = toId('screen', `scr_${makeUlid()}`)
        const { columns, ...code } = await freshCode(tx, newCode)
        const body = JSON.stringify(settings)
        const row = { id, site_id: siteId, body, ...columns, key_hash: null, seen_at: null }
        await tx
          .insertInto('screen')
          .values({ ...row, made_at: now() })
          .execute()
        await written(tx, by, 'screen.make', id)
        return { ...code, id }
      }),
    change: ({ id }, settings, by) =>
      storage.transaction(async (tx) => {
        const body = JSON.stringify(settings)
        await tx.updateTable('screen').set({ body }).where('id', '=', id).execute()
        await written(tx, by, 'screen.change', id)
      }),
    renew: ({ id }, by) =>
      storage.transaction(async (tx) => {
        const { columns, ...code } = await freshCode(tx, newCode)
        const changed = { ...columns, key_hash: null, seen_at: null }
        await tx.updateTable('screen').set(changed).where('id', '=', id).execute()
        await written(tx, by, 'screen.renew', id)
        return code
      }),
    remove: ({ id }, by) =>
      storage.transaction(async (tx) => {
        await tx.deleteFrom('screen').where('id', '=', id).execute()
        await written(tx, by, 'screen.remove', id)
      }),
    pair: async (code) => {
      const key = `${KEY_PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`
      const used = await storage.transaction((tx) =>
        tx
          .updateTable('screen')
          .set({ key_hash: hashToken(key), code_hash: null, code_until: null })
          .where('code_hash', '=', hashToken(code))
          .where('code_until', '>', now())
          .executeTakeFirst(),
      )
      return used.numUpdatedRows === 1n ? key : null
    },
    seen: async (key) => {
      const row = await byKey(key)
      if (row === null) return null
      const at = now()
      if (at - (row.seen_at ?? 0) >= SEEN_EVERY_MS) {
        await storage.transaction((tx) =>
          tx.updateTable('screen').set({ seen_at: at }).where('id', '=', row.id).execute(),
        )
      }
      return screenOf(row)
    },
    redeem: async (key) => {
      const row = await byKey(key)
      if (row === null) return null
      const { id, siteId, showsNames } = screenOf(row)
      return { screenId: id, siteIds: [siteId], showsNames }
    },
  }
}

/** One that no other screen waits for. */
async function freshCode<Made extends { readonly columns: { readonly code_hash: string } }>(
  tx: Tx,
  make: () => Made,
): Promise<Made> {
  for (;;) {
    const made = make()
    const same = tx.selectFrom('screen').select('id')
    const taken = same.where('code_hash', '=', made.columns.code_hash)
    if ((await taken.executeTakeFirst()) === undefined) return made
  }
}

function screenOf(row: {
  readonly id: string
  readonly site_id: string
  readonly body: string
  readonly key_hash: string | null
  readonly seen_at: number | null
}): Screen {
  return {
    ...(JSON.parse(row.body) as ScreenSettings), // written here alone
    id: toId('screen', row.id),
    siteId: toId('site', row.site_id),
    seenAt: row.seen_at,
    isPaired: row.key_hash !== null,
  }
}
