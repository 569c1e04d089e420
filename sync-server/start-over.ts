/**
 * `npm run start-over -- <mail address>`: forgets the passkeys and the authenticator app of somebody who has lost both, for the owner whom no other
 * owner can help. Whoever can run it has the data in their hands anyway. To be run while no server uses the data.
 */
import { dropProofs } from './auth/proofs/proofs.ts'
import { readEmail } from './auth/read-email.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { openKeptData } from './storage/open-data.ts'

/** False where nobody has that address. Throws a sentence when a server holds the data folder, or there is no data. */
export async function startOver(environment: Environment, email: string): Promise<boolean> {
  await using opened = new AsyncDisposableStack()
  const storage = await openKeptData(environment, opened)
  return await storage.transaction(async (tx) => {
    const member = await tx
      .selectFrom('member')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    if (member === undefined) return false
    await dropProofs(tx, member.id)
    const entry = {
      actor: 'terminal',
      command: 'proofs.start-over',
      subject: member.id,
      detail: '',
    }
    await tx
      .insertInto('audit')
      .values({ at: Date.now(), ...entry })
      .execute()
    return true
  })
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env)
  const email = readEmail(process.argv[2])
  if (!environment.ok || email === null) {
    console.error(
      environment.ok
        ? 'Name the mail address: npm run start-over -- me@space.example'
        : environment.problem,
    )
    process.exitCode = 2
    return
  }
  try {
    const isDone = await startOver(environment.value, email)
    console.log(isDone ? 'Done. They sign in by a mailed code.' : 'Nobody here has that address.')
    if (!isDone) process.exitCode = 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}

if (process.argv[1]?.endsWith('start-over.ts')) await main()
