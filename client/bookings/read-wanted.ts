/** A typed search as the address that shows it. Loaded when somebody searches: the words of the language come with it. */
import { readSearch } from '../../domain/bookings/search/read-search.ts'
import { stepOf } from '../../domain/bookings/wishes/times-of-day.ts'
import { vocabularies } from '../../domain/words/vocabularies.ts'
import type { Space } from '../app/with-space.tsx'
import { language } from '../ui/language.ts'
import type { BookParams } from './book-search.ts'

export interface WantedAddress {
  readonly params: BookParams
  readonly unread: readonly string[]
}

/** What was not said keeps what the page shows; amenities and places are those of this search alone. */
export function readWanted(text: string, { catalogue, today }: Space): WantedAddress {
  const read = readSearch(text, catalogue, vocabularies[language], today)
  const { kind, date, people, span, chip } = read
  const step = stepOf(catalogue, kind ?? 'hot-desk')
  const onGrid = (minute: number) => String(Math.round(minute / step) * step)
  return {
    unread: read.unread,
    params: {
      ...(kind === null ? {} : { kind }),
      ...(date === null ? {} : { date }),
      ...(chip === null ? {} : { time: chip }),
      ...(span === null
        ? {}
        : { time: 'custom', from: onGrid(span.from), until: onGrid(span.until) }),
      people: String(people ?? 1),
      with: read.amenities.join(','),
      named: read.resourceIds.join(','),
    },
  }
}
