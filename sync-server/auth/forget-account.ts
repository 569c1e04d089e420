import type { Storage } from '../storage/storage.ts'

/** What better-auth keeps of an address: the account, its sign-ins, and codes under way. */
export async function forgetAccount(storage: Storage, email: string): Promise<void> {
  await storage.transaction(async (tx) => {
    const account = await tx
      .selectFrom('auth_user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    await tx.deleteFrom('auth_verification').where('identifier', 'like', `%${email}`).execute()
    if (account === undefined) return
    await tx.deleteFrom('auth_session').where('userId', '=', account.id).execute()
    await tx.deleteFrom('auth_passkey').where('userId', '=', account.id).execute()
    await tx.deleteFrom('auth_account').where('userId', '=', account.id).execute()
    await tx.deleteFrom('auth_user').where('id', '=', account.id).execute()
  })
}
