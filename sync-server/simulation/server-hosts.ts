/** The servers of one world, over one folder or one database, and what is done with all of them. */
import type { Disk } from './disk.ts'
import type { News } from './news.ts'
import type { Random } from './random.ts'
import { type HostPorts, makeServerHost, type ServerHost } from './server-host.ts'
import { makeOwnStorage, makeSharedStorage } from './server-storage.ts'

export interface ServerHosts {
  readonly all: readonly ServerHost[]
  /** One that has a server, where any has. */
  readonly any: ServerHost
  /** One that answers, by chance where several do; null: whoever tries finds nobody. */
  answering(random: Random): ServerHost | null
  /** One of them, or all. Of several, others may hold the database: time passes until it is up. */
  start(host?: ServerHost): Promise<void>
  backUp(): void
  /** The space goes back to its last backup, or starts anew as it is where there is none. */
  restoreBackup(): Promise<void>
  close(): Promise<void>
}

export interface HostsPorts extends Omit<HostPorts, 'storage' | 'onGone' | 'nextLife'> {
  readonly disk: Disk
  readonly news: News
  /** Lets time pass, ms. */
  pass(ms: number): Promise<void>
  /** Of this host the process is gone, and every connection with it. */
  onGone(host: ServerHost): void
  onRestored(): void
}

export async function makeServerHosts(count: number, ports: HostsPorts): Promise<ServerHosts> {
  const { disk, news, makeUlid, onRestored } = ports
  const storage = count === 1 ? makeOwnStorage(disk) : await makeSharedStorage(disk, news)
  let lives = 0
  const nextLife = () => {
    lives += 1
    return lives
  }
  const all = Array.from({ length: count }, () => {
    const host: ServerHost = makeServerHost({
      ...ports,
      storage,
      nextLife,
      onGone: () => ports.onGone(host),
    })
    return host
  })
  const [first] = all
  if (first === undefined) throw new Error('Broken invariant: a world has a server')
  const up = () => all.find(({ server }) => server !== null) ?? first

  async function startOne(host: ServerHost): Promise<void> {
    let isUp = false
    const starting = host.start().then(() => {
      isUp = true
    })
    while (count > 1 && !isUp) await ports.pass(1)
    await starting
  }

  async function start(one?: ServerHost): Promise<void> {
    for (const host of one === undefined ? all : [one]) await startOne(host)
  }

  async function kill(): Promise<void> {
    for (const host of all) await host.kill()
  }

  return {
    all,
    get any() {
      return up()
    },
    answering: (random) => {
      const answering = all.filter(({ isAnswering }) => isAnswering)
      return answering.length > 1 ? random.pick(answering) : (answering[0] ?? null)
    },
    start,
    backUp: () => storage.backUp(up().server?.storage ?? null),
    restoreBackup: async () => {
      if (all.some(({ isStopping }) => isStopping)) return
      await kill()
      if (await storage.restore(makeUlid())) onRestored()
      await start()
    },
    close: async () => {
      await kill()
      await storage.close()
    },
  }
}
