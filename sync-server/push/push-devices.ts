/** Devices that want news pushed. One belongs to a sign-in: whoever is signed out there is told nothing on it any more. */
import { limits } from '../../domain/values/limits.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'
import type { PushDevice } from './pusher.ts'

export async function savePushDevice(
  storage: Storage,
  owner: { readonly memberId: string; readonly deviceId: string },
  { endpoint, p256dh, auth }: PushDevice,
  now: number,
): Promise<void> {
  const row = { endpoint, member_id: owner.memberId, device_id: owner.deviceId, p256dh, auth }
  await storage.transaction(async (tx) => {
    await tx
      .insertInto('push_subscription')
      .values({ ...row, made_at: now })
      .onConflict((conflict) => conflict.column('endpoint').doUpdateSet({ ...row, made_at: now }))
      .execute()
    await dropOldest(tx, owner.memberId)
  })
}

async function dropOldest(tx: Tx, memberId: string): Promise<void> {
  const rows = await tx
    .selectFrom('push_subscription')
    .select('endpoint')
    .where('member_id', '=', memberId)
    .orderBy('made_at', 'desc')
    .execute()
  const gone = rows.slice(limits.pushDevicesMax).map(({ endpoint }) => endpoint)
  for (const endpoint of gone) await forgetPushDevice(tx, endpoint)
}

export async function forgetPushDevice(tx: Tx, endpoint: string): Promise<void> {
  await tx.deleteFrom('push_subscription').where('endpoint', '=', endpoint).execute()
}

/** Those on which the member is signed in still. */
export async function pushDevicesOf(
  reader: Reader,
  memberId: string,
): Promise<readonly PushDevice[]> {
  return reader
    .selectFrom('push_subscription')
    .innerJoin('auth_session', 'auth_session.deviceId', 'push_subscription.device_id')
    .select(['endpoint', 'p256dh', 'auth'])
    .distinct()
    .where('member_id', '=', memberId)
    .execute()
}
