/** Where nothing is free: the next days on which something like it is, at the same time. One tap shows it. */
import { createMemo, createResource, For, type JSX, Show } from 'solid-js'
import { nextFree } from '../../domain/bookings/search/next-free.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { readOccupancyFrom, toOccupied } from '../store/occupancy.ts'
import { words } from '../ui/words.ts'
import type { Book } from './book-state.ts'

export function NextFree(props: { readonly book: Book }): JSX.Element {
  const site = () => props.book.space().catalogue.site.id
  const [days] = createResource(
    () => ({ site: site(), date: props.book.search().date }),
    ({ site, date }) => readOccupancyFrom(site, date),
  )
  const found = createMemo(() => {
    const known = days()
    const { span, date, people } = props.book.search()
    if (known === undefined || span === null) return undefined
    const { catalogue, member, now } = props.book.space()
    const around = (on: LocalDate) => [-1, 0, 1].flatMap((day) => known.get(addDays(on, day)) ?? [])
    return nextFree(
      {
        ...{ catalogue, member, now, people, span },
        bookings: props.book.bookings(),
        after: date,
        occupiedOn: (on) => (known.has(on) ? toOccupied(catalogue, around(on)) : null),
      },
      props.book.wanted(),
    )
  })
  const nameOf = (id: string) =>
    props.book.space().catalogue.resources.find((resource) => resource.id === id)?.name ?? ''
  return (
    <div class="stack" role="status">
      <Show when={found()} fallback={<p class="soft">{words.search.looking}</p>}>
        {(times) => (
          <Show when={times().length > 0} fallback={<p>{words.search.noneAhead}</p>}>
            <p>{words.search.nextFree}</p>
            <div class="row">
              <For each={times()}>
                {({ date, resourceId }) => (
                  <button
                    type="button"
                    class="button"
                    onClick={() => props.book.change({ date, named: resourceId })}
                  >
                    {words.amounts.shortDate(date)} · {nameOf(resourceId)}
                  </button>
                )}
              </For>
            </div>
          </Show>
        )}
      </Show>
    </div>
  )
}
