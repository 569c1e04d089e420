/**
 * A PostgreSQL server for one run: TEST_DATABASE_URL when it is set, else the machine's own `initdb`, run as an unprivileged user in a
 * temporary folder. Null where there is none; under CI it is installed, or the run fails.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  /** Where databases can be created. */
  readonly url: string
  stop(): Promise<void>
}

const NOBODY = 65_534
export type Durability = 'as-shipped' | 'for-tests'

/**
 * Whoever kills something in a test kills a portal, never this server: it need not wait for the disk, which takes half of all tests' time.
 * A benchmark says how long that takes too.
 */
const settings: Readonly<Record<Durability, readonly string[]>> = {
  'as-shipped': ['max_connections=200'],
  'for-tests': ['max_connections=200', 'fsync=off', 'full_page_writes=off'],
}

export async function startPostgres(durability: Durability): Promise<PostgresServer | null> {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined) return { url: given, stop: async () => undefined }
  const bin = findBin() ?? installBin()
  return bin === null ? null : start(bin, settings[durability])
}

function findBin(): string | null {
  const folders = (process.env['PATH'] ?? '').split(':')
  const debian = '/usr/lib/postgresql'
  if (existsSync(debian))
    for (const version of readdirSync(debian)) folders.push(join(debian, version, 'bin'))
  return (
    folders.find(
      (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
    ) ?? null
  )
}

function installBin(): string | null {
  if (process.env['CI'] !== 'true' || process.getuid?.() !== 0) return null
  console.log('Installing PostgreSQL for the tests …')
  execFileSync('apt-get', ['update'], { stdio: 'ignore' })
  execFileSync('apt-get', ['install', '-y', 'postgresql'], { stdio: 'ignore' })
  const bin = findBin()
  if (bin === null) throw new Error('PostgreSQL was installed and is not to be found.')
  return bin
}

async function start(bin: string, settings: readonly string[]): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0
  const who = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'))
  if (isRoot) chownSync(folder, NOBODY, NOBODY)
  const port = await freePort()
  const data = join(folder, 'data')
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8'], {
    ...who,
    stdio: 'ignore',
  })
  const server = spawn(
    join(bin, 'postgres'),
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder],
      ...settings.flatMap((one) => ['-c', one]),
    ],
    { ...who, stdio: 'ignore' },
  )
  const url = `postgres://portal@127.0.0.1:${port}/postgres`
  await untilReady(url)
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}
