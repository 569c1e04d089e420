import { occurrenceIdOf } from '../../values/ids.ts'
import type { AnyIntent, Intent } from '../wishes/intent.ts'
import type { BookOccurrence } from '../wishes/series-wish.ts'
import type { Series } from './series.ts'

/** One occurrence as the wish it would be by itself. */
export function occurrenceWish(
  intent: Omit<AnyIntent, 'kind' | 'body'>,
  { siteId, people, note, payWith }: Pick<Series, 'siteId' | 'people' | 'note' | 'payWith'>,
  { number, choice, quote }: BookOccurrence,
): Intent<'booking.request'> {
  return {
    ...intent,
    id: occurrenceIdOf(intent.id, number),
    kind: 'booking.request',
    body: {
      ...{ siteId, choice, people, note, quote, payWith },
      guests: [],
      fallbacks: [],
      takeNearest: false,
      ceiling: null,
      forMemberId: null,
      override: null,
    },
  }
}
