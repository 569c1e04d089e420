/** Where nothing is free: the rule that says so, or the next days on which something like it is. One tap shows it. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import { nextFree } from '../../domain/bookings/search/next-free.ts'
import { whyNone } from '../../domain/bookings/search/why-none.ts'
import type { TimeSpan } from '../../domain/bookings/wishes/times-of-day.ts'
import { createOccupancyFrom, occupiedAround } from '../store/occupancy-ahead.ts'
import { words } from '../ui/words.ts'
import type { Book } from './book-state.ts'

export function NextFree(props: { readonly book: Book }): JSX.Element {
  const why = () => {
    const { span } = props.book.search()
    return span === null ? null : whyNone(props.book.offers(), span)
  }
  return (
    <div class="stack" role="status">
      <Show when={why()} fallback={<OtherDays book={props.book} />}>
        {(found) => (
          <>
            <p>{words.refusal(found().refusal, props.book.zone())}</p>
            <Show when={found().instead}>
              {(span) => (
                <div class="row">
                  <button type="button" class="button" onClick={() => see(props.book, span())}>
                    {words.amounts.timeRange(span().from, span().until)}
                  </button>
                </div>
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function see(book: Book, { from, until }: TimeSpan): void {
  book.change({ time: 'custom', from: String(from), until: String(until) })
}

function OtherDays(props: { readonly book: Book }): JSX.Element {
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
  )
}
