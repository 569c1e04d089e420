/** Lists, the newest first, a page at a time. */
import { type Call, number, record, text } from './call.ts'
import type { Kept, Wanted } from './objects.ts'

/** docs: ten unless asked for more, and never more than a hundred. */
const LIMIT = 10
const LIMIT_MAX = 100

interface Found<Item> {
  readonly items: readonly Item[]
  readonly hasMore: boolean
}

export async function page<Item extends Kept>(
  { objects, parameters }: Call,
  wanted: Pick<Wanted, 'kind' | 'owner'>,
): Promise<Found<Item>> {
  const limit = Math.min(Math.max(number(parameters, 'limit') ?? LIMIT, 1), LIMIT_MAX)
  const created = record(parameters, 'created')
  const found = await objects.list<Item>({
    ...wanted,
    from: number(created, 'gte') ?? undefined,
    until: number(created, 'lte') ?? undefined,
    after: text(parameters, 'starting_after') ?? undefined,
    limit: limit + 1,
  })
  return { items: found.slice(0, limit), hasMore: found.length > limit }
}

export function pageOf({ items, hasMore }: Found<Kept>, url: string): object {
  return { object: 'list', data: items, has_more: hasMore, url }
}
