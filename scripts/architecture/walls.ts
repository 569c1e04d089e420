/** Who may import whom: the table under "Walls" in ARCHITECTURE.md. */
import { importsOf } from './scan.ts'
import { file, isCode, isForTests, type Rule, type SourceFile } from './source-file.ts'

/** Lower rooms know nothing of higher ones; rooms of one rank may know each other. */
const domainRanks: Readonly<Record<string, number>> = {
  values: 0,
  sites: 1,
  memberships: 1,
  access: 1,
  prices: 2,
  bookings: 3,
  community: 3,
  support: 3,
  billing: 4,
  news: 5,
  wire: 6,
  words: 7,
  seeds: 8,
}
const clientPlumbing = ['app', 'sync', 'store', 'ui', 'service-worker']
const serverPlumbing = ['http', 'auth', 'sync', 'storage', 'settlement', 'jobs', 'mail', 'push']

/** The files that join rooms, and do nothing else. */
const joints = /^(client\/app\/(routes|[\w-]+-route)\.tsx|sync-server\/(main|compose-rooms)\.ts)$/

type Side = 'domain' | 'document' | 'scene' | 'plans' | 'client' | 'server' | 'outside'

interface Place {
  readonly side: Side
  readonly room: string
  readonly isPlumbing: boolean
}

function placeOf(path: string): Place {
  const [top = '', second = ''] = path.split('/')
  const room = second.includes('.') ? '' : second
  switch (top) {
    case 'domain':
      return { side: 'domain', room, isPlumbing: false }
    case 'floorplans':
      if (room === 'document' || room === 'plans') return { side: room, room, isPlumbing: false }
      return { side: 'scene', room, isPlumbing: false }
    case 'client':
      return { side: 'client', room, isPlumbing: clientPlumbing.includes(room) }
    case 'sync-server':
      return { side: 'server', room, isPlumbing: room === '' || serverPlumbing.includes(room) }
    default:
      return { side: 'outside', room, isPlumbing: false }
  }
}

/** Why `from` may not know `to`, or null when it may. */
function refusalOf(from: string, to: string): string | null {
  if (/(\.test|\/for-tests)\.tsx?$/.test(to)) return 'is for tests alone'
  const [here, there] = [placeOf(from), placeOf(to)]
  switch (here.side) {
    case 'domain':
      if (there.side !== 'domain') return 'lies outside of domain'
      return rankOf(there) > rankOf(here) ? `lies above ${here.room}` : null
    case 'document':
    case 'plans':
      return ['domain', 'document', 'plans'].includes(there.side) ? null : 'is not for documents'
    case 'scene':
      return ['domain', 'document', 'scene'].includes(there.side) ? null : 'is not for a scene'
    case 'client':
      return refusalInClient(from, here, there)
    case 'server':
      return refusalInServer(from, here, there)
    case 'outside':
      return null
  }
}

function rankOf({ room }: Place): number {
  return domainRanks[room] ?? Number.POSITIVE_INFINITY
}

function refusalInClient(from: string, here: Place, there: Place): string | null {
  if (here.room === 'service-worker') {
    const isItsOwn = there.room === here.room || (there.side === 'domain' && there.room === 'wire')
    return isItsOwn ? null : 'is not for the service worker, which knows domain/wire alone'
  }
  if (there.side === 'domain') return null
  if (there.side === 'client') {
    if (there.isPlumbing || there.room === here.room || joints.test(from)) return null
    return here.isPlumbing ? 'is a room, which plumbing does not know' : 'is another room'
  }
  if (here.isPlumbing) return 'is not for the plumbing of the client'
  if (there.side === 'document' || there.side === 'plans') return null
  const isScene = there.side === 'scene' && ['floor', 'operator'].includes(here.room)
  return isScene ? null : 'is not for this room of the client'
}

function refusalInServer(from: string, here: Place, there: Place): string | null {
  if (['domain', 'document', 'plans'].includes(there.side)) return null
  if (there.side !== 'server') return 'is not for the server'
  if (there.isPlumbing || there.room === here.room || joints.test(from)) return null
  return here.isPlumbing ? 'is a room, which plumbing does not know' : 'is another room'
}

function check(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((source) => isCode(source) && !isForTests(source.path))
    .flatMap((source) =>
      importsOf(source).flatMap(({ target, line }) => {
        const why = target === null ? null : refusalOf(source.path, target)
        return why === null ? [] : [`${source.path}:${line} ${target} ${why}`]
      }),
    )
}

const from = (path: string) => `import { x } from '${path}'`

export const walls: Rule = {
  title: 'rooms know only what the table of walls lets them know',
  check,
  right: [
    file('domain/bookings/settle.ts', from('../prices/quote.ts'), from('./choice.ts')),
    file('client/app/routes.tsx', "const page = import('../bookings/book-page.tsx')"),
    file('client/floor/floor-page.tsx', from('../../floorplans/scene/floor-scene.ts')),
    file('sync-server/main.ts', from('./bookings/register.ts')),
    file('sync-server/bookings/register.ts', from('../storage/storage.ts')),
    file('domain/values/zone.ts', '// import { x } from "../wire/up.ts"'),
  ],
  wrong: [
    file('domain/values/zone.ts', from('../bookings/settle.ts')),
    file('domain/sites/site.ts', from('../../client/store/rows.ts')),
    file('domain/bookings/choice.ts', from('./for-tests.ts')),
    file('floorplans/document/floor-plan.ts', from('../scene/camera.ts')),
    file('client/today/today-page.tsx', from('../bookings/booking-card.tsx')),
    file('client/ui/sheet.tsx', from('../bookings/booking-card.tsx')),
    file('client/bookings/book-page.tsx', from('../../floorplans/scene/camera.ts')),
    file('client/service-worker/service-worker.ts', from('../store/database.ts')),
    file('sync-server/sites/register.ts', "export { x } from '../bookings/load-bookings.ts'"),
    file('sync-server/storage/storage.ts', from('../bookings/register.ts')),
    file('sync-server/bookings/register.ts', from('../../client/store/rows.ts')),
  ],
}
