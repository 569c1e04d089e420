/** Where nothing is free: the next days on which something like it is, at the same time. One tap shows it. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { nextFree } from '../../domain/bookings/search/next-free.ts'
import { createOccupancyFrom, occupiedAround } from '../store/occupancy-ahead.ts'
import { words } from '../ui/words.ts'
import type { Book } from './book-state.ts'

export function NextFree(props: { readonly book: Book }): JSX.Element {
  const days = createOccupancyFrom(
    () => props.book.space().catalogue.site.id,
    () => props.book.search().date,
  )
  const found = createMemo(() => {
    const known = days()
    const { span, date, people } = props.book.search()
    if (known === undefined || span === null) return undefined
    const { catalogue, member, now } = props.book.space()
    return nextFree(
      {
        ...{ catalogue, member, now, people, span },
        bookings: props.book.bookings(),
        after: date,
        occupiedOn: (on) => occupiedAround(catalogue, known, on),
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
          <Show when={times().length > 0} fallback={<p>{words.bookings.noneAhead}</p>}>
            <p>{words.bookings.nextFree}</p>
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
