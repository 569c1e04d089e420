/** The portal as a process: its settings, the first words on the terminal, and the signals that end it. */
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { type Environment, readEnvironment } from './environment.ts'

interface Running {
  readonly port: number
  readonly url: string
  readonly setUpToken: string | null
  close(): Promise<void>
}

/** A supervisor that asked us to end waits this long before it kills. */
const CLOSE_WITHIN_MS = 5_000

export async function runProcess(start: (environment: Environment) => Promise<Running>) {
  const environment = readEnvironment(process.env)
  if (!environment.ok) return refuse(environment.problem)
  try {
    const portal = await start(environment.value)
    flushCompileCache() // what was read out of the sources is there for the next start, though this one may be killed
    closeOnSignal(portal)
    console.log(`The portal is at ${portal.url}`)
    if (environment.value.isSample) console.log(sampleWords(environment.value))
    if (portal.setUpToken !== null) console.log(setUpWords(portal.port, portal.setUpToken))
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

function closeOnSignal(portal: Running): void {
  const close = () => {
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    portal.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', close)
  process.once('SIGINT', close)
}

function sampleWords({ dataFolder }: Environment): string {
  return `It shows Harbour Loft, a sample space, on this machine only. Sign in as
  hana@harbourloft.example    hot-desk member
  dev@harbourloft.example     dedicated-desk member
  ola@harbourloft.example     runs a private-office team
  mara@harbourloft.example    owner
  jonas@harbourloft.example   front desk
The sign-in page offers them in one tap. Mails land in ${join(dataFolder, 'mail')}`
}

function setUpWords(port: number, token: string): string {
  return `It has no owner yet, and until it has one it is served on this machine only. To claim it, open
  http://localhost:${port}/set-up#token=${token}
in a browser on this machine. The link works once; the next start makes a new one.`
}
