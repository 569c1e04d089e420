/** The operator closes the place for some hours and opens it again, over HTTP, deciding about every booking inside. */
import { closureOf } from '../../domain/bookings/close-site.ts'
import type {
  AnyIntent,
  ClosureRequest,
  ClosureResolution,
} from '../../domain/bookings/wishes/intent.ts'
import { makeId, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { previewClosure } from '../sites/register.ts'
import { bookableDays, catalogue, operator } from './site.ts'
import type { Step } from './step.ts'
import { at } from './wishes.ts'
import type { World } from './world.ts'

const site = catalogue.site.id

export async function closeForAWhile(world: World, step: Step): Promise<void> {
  const { server } = world.host
  if (server === null) return
  const date = at(bookableDays, step.amount)
  const request: ClosureRequest = {
    siteId: site,
    closureId: makeId('closure', world.makeUlid()),
    name: 'Water in the cellar',
    resourceIds: step.amount % 2 === 0 ? null : [at(catalogue.resources, step.subject).id],
    from: { date, minute: 600 },
    until: { date, minute: 660 },
    resolutions: {},
  }
  const now = toInstant(world.clock.now())
  const affected = await previewClosure(server.storage.read, site, closureOf(request), now)
  const keep: ClosureResolution = { kind: 'keep' }
  const cancel: ClosureResolution = { kind: 'cancel' }
  const resolutions = Object.fromEntries(
    affected.map(({ booking }, index) => [
      booking.id,
      (step.salt + index) % 2 === 0 ? cancel : keep,
    ]),
  )
  post(world, 'closure.add', { ...request, resolutions })
}

export async function reopen(world: World): Promise<void> {
  const found = await world.host.server?.storage.read
    .selectFrom('closure')
    .select('id')
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) return
  post(world, 'closure.remove', { siteId: site, closureId: toId('closure', found.id) })
}

/** Fire and forget: a tool that gets no answer asks again some day. */
function post(world: World, kind: 'closure.add' | 'closure.remove', body: object): void {
  const intent = {
    v: 1,
    id: makeId('intent', world.makeUlid()),
    kind,
    device: toId('device', 'dev_tool'),
    seq: 1,
    madeAt: toInstant(world.clock.now()),
    heardAt: null,
    deadlineAt: toInstant(world.clock.now() + 86_400_000),
    body,
  } as AnyIntent // the body is that of its kind, by the callers above
  void world.host.server?.post(operator, intent).catch(() => undefined)
}
