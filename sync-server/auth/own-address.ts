/**
 * Another address to sign in with: whoever reads what is mailed there shows that it is theirs. The account goes on under it with its passkeys and
 * sign-ins, and no code that was mailed to either address before works any more.
 */
import type { Storage } from '../storage/storage.ts'
import { forgetAccount } from './forget-account.ts'

export async function moveAccount(storage: Storage, from: string, to: string): Promise<void> {
  await forgetAccount(storage, to) // nobody's: a member with that address would have been found
  await storage.transaction(async (tx) => {
    await tx.deleteFrom('auth_verification').where('identifier', 'like', `%${from}`).execute()
    await tx.updateTable('auth_user').set({ email: to }).where('email', '=', from).execute()
  })
}
