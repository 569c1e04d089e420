/** The real server as `npm start` runs it: a process of its own on a data folder of its own, which can be stopped, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { must } from '../../domain/values/assert.ts'
import { offsetToMorning } from './clock.ts'
import { plainEnvironment } from './environment.ts'

export interface Server {
  readonly url: string
  /** How far its clock is moved. */
  readonly clockOffsetMs: number
  /** Where its data lie. */
  readonly dataFolder: string
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** The same folder, the same port. */
  start(): Promise<void>
  /** On its first data, as if nobody had been there. */
  startOver(): Promise<void>
  /** The newest mail that was sent to an address, of those that say something, as it lies in the folder; null when there is none. */
  newestMailTo(email: string, saying?: RegExp): string | null
  /** The last lines it printed: why it ended, if it did. */
  lastWords(): string
  /** Stopped, and its folder gone. */
  dispose(): Promise<void>
}

const LAST_LINES = 20
/** This checkout. */
export const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a server from the checkout in a folder, on a copy of a data folder; without one it writes the sample space itself. */
export async function startServer(folder: string, sample?: string): Promise<Server> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portal-data-'))
  const lay = () => {
    if (sample !== undefined) cpSync(sample, dataFolder, { recursive: true })
  }
  lay()
  const clockOffsetMs = offsetToMorning()
  let port = 0
  let child: ChildProcess | null = null
  const said: string[] = []

  async function start(): Promise<void> {
    const started = spawnServer(folder, dataFolder, port, clockOffsetMs)
    child = started
    started.once('exit', (code, signal) => {
      if (child === started) said.push(`(Here it ended by itself: ${signal ?? `exit ${code}`}.)`)
    })
    port = await portOf(started, said)
  }

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null) return
    ending.kill(signal)
    await once(ending, 'exit')
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    clockOffsetMs,
    dataFolder,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    startOver: async () => {
      await end('SIGKILL')
      for (const name of readdirSync(dataFolder)) {
        rmSync(join(dataFolder, name), { recursive: true })
      }
      lay()
      await start()
    },
    newestMailTo: (email, saying = /^/) => {
      const mails = join(dataFolder, 'mail')
      const ending = `${email.replace(/[^a-z0-9]+/gi, '-')}.eml`
      const texts = readdirSync(mails)
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => readFileSync(join(mails, name), 'utf8'))
      return texts.findLast((text) => saying.test(text)) ?? null
    },
    lastWords: () => said.slice(-LAST_LINES).join('\n'),
    dispose: async () => {
      await end('SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function spawnServer(
  folder: string,
  dataFolder: string,
  port: number,
  clockOffsetMs: number,
): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      pathToFileURL(join(repository, 'e2e/harness/server-clock.ts')).href,
      'scripts/start.js',
    ],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...plainEnvironment(),
        PORT: String(port),
        PORTAL_DATA: dataFolder,
        JOURNEY_CLOCK_OFFSET_MS: String(clockOffsetMs),
        npm_lifecycle_event: 'start',
      },
    },
  )
}

/** Reads the address it prints; fails with what it said if it ends instead. Goes on listening to what it says. */
async function portOf(child: ChildProcess, said: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject) // it could not be started at all
    child.once('exit', () => reject(new Error(`The server ended at once:\n${said.join('\n')}`)))
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: must(stream, 'both are pipes') }).on('line', (line) => {
        said.push(line)
        const address = /The portal is at http:\/\/localhost:(\d+)/.exec(line)
        if (address !== null) resolve(Number(address[1]))
      })
    }
  })
}
