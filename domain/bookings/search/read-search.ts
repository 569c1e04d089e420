/**
 * "Room for six with a whiteboard, Thursday 14–16", read on the device.
 *
 * Words are read from left to right, each by the first reader that knows it; what none of them knows is compared with the amenities
 * and names of the location, slips allowed, and what is left is given back, so that it can be said that it was not understood.
 */
import type { Catalogue } from '../../sites/catalogue.ts'
import type { ResourceKind } from '../../sites/resource.ts'
import type { ResourceId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { isLocalDate, type LocalDate } from '../../values/local-date.ts'
import type { TimeChip, TimeSpan } from '../wishes/times-of-day.ts'
import { readDate } from './read-date.ts'
import { readClock, readSpan } from './read-time.ts'
import { plain, resembles } from './resembles.ts'
import type { SearchVocabulary } from './vocabulary.ts'

export interface ReadSearch {
  readonly kind: ResourceKind | null
  readonly people: number | null
  readonly date: LocalDate | null
  readonly chip: Exclude<TimeChip, 'custom'> | null
  readonly span: TimeSpan | null
  readonly amenities: readonly string[]
  /** Places that were named. */
  readonly resourceIds: readonly ResourceId[]
  /** Words that nobody here knows, as they were typed. */
  readonly unread: readonly string[]
}

/** What has been read so far: a start and a length may stand apart, in any order. */
interface Draft extends ReadSearch {
  readonly startMinute: number | null
  readonly lastingMinutes: number | null
}

const nothing: Draft = {
  ...{ kind: null, people: null, date: null, chip: null, span: null },
  ...{ amenities: [], resourceIds: [], unread: [], startMinute: null, lastingMinutes: null },
}

/** What somebody means who says when it begins and not how long it lasts. */
const USUAL_MINUTES = 60

interface Reading {
  readonly words: number
  readonly found: Partial<Draft>
}

export function readSearch(
  text: string,
  catalogue: Pick<Catalogue, 'resources'>,
  vocabulary: SearchVocabulary,
  today: LocalDate,
): ReadSearch {
  const tokens = tokensOf(text)
  let draft = nothing
  for (let index = 0; index < tokens.length; ) {
    const rest = tokens.slice(index)
    const reading =
      readNumberedName(rest, draft, catalogue) ??
      readNext(rest, vocabulary, today) ??
      readPlace(rest, draft, catalogue)
    draft = { ...draft, ...reading.found }
    index += reading.words
  }
  const { startMinute, lastingMinutes, ...read } = draft
  const named = catalogue.resources.find(({ id }) => id === read.resourceIds[0])
  return {
    ...read,
    // Several people meet in a room, unless they say otherwise.
    kind: named?.kind ?? read.kind ?? ((read.people ?? 1) > 1 ? 'meeting-room' : null),
    span: read.span ?? spanFrom(startMinute, lastingMinutes ?? USUAL_MINUTES),
  }
}

function spanFrom(startMinute: number | null, minutes: number): TimeSpan | null {
  if (startMinute === null || startMinute + minutes > 1440) return null
  return { from: startMinute, until: startMinute + minutes }
}

/** Commas and spaces part words; a dash between two times joins them, with or without spaces around it. */
function tokensOf(text: string): readonly string[] {
  return plain(text.slice(0, limits.searchLengthMax))
    .replace(/\s*[–—]\s*/g, '–')
    .replace(/(\d\p{L}*)\s+-\s+(?=\d)/gu, '$1–')
    .split(/[\s,;]+/)
    .filter((token) => token !== '')
    .map((token) => (isLocalDate(token) ? token : token.replace(/(?<=\d\p{L}*)-(?=\d)/u, '–')))
}

function readNext(
  rest: readonly string[],
  words: SearchVocabulary,
  today: LocalDate,
): Reading | null {
  const date = readDate(rest, words, today)
  if (date !== null) return { words: date.words, found: { date: date.date } }
  return (
    readTimes(rest, words) ??
    readPeople(rest, words) ??
    readPhrase(rest, words.kinds, (kind) => ({ kind })) ??
    readPhrase(rest, words.chips, (chip) => ({ chip })) ??
    (words.fillers.includes(rest[0] ?? '') ? { words: 1, found: {} } : null)
  )
}

function readTimes(all: readonly string[], words: SearchVocabulary): Reading | null {
  const said = words.at.includes(all[0] ?? '') ? 1 : 0
  const [first = '', second = '', third = ''] = all.slice(said)
  const [from = '', until = ''] = first.split('–')
  const joined = readSpan(from, until, words)
  if (joined !== null) return { words: said + 1, found: { span: joined } }
  const apart = words.until.includes(second) ? readSpan(first, third, words) : null
  if (apart !== null) return { words: said + 3, found: { span: apart } }
  return readLength(all, words) ?? readStart(first, said, words)
}

function readStart(text: string, said: number, words: SearchVocabulary): Reading | null {
  const start = readClock(text, words)
  if (start === null || (said === 0 && !start.isPlain)) return null
  return { words: said + 1, found: { startMinute: start.minute } }
}

/** "2 hours", "90 min". */
function readLength(
  [first = '', second = '']: readonly string[],
  words: SearchVocabulary,
): Reading | null {
  const number = numberOf(first, words)
  if (number === null || number === 0) return null
  if (words.hours.includes(second)) return { words: 2, found: { lastingMinutes: number * 60 } }
  return words.minutes.includes(second) ? { words: 2, found: { lastingMinutes: number } } : null
}

function readPeople(rest: readonly string[], words: SearchVocabulary): Reading | null {
  const people = numberOf(rest[0] ?? '', words)
  if (people === null || people < 1 || people > limits.peopleMax) return null
  return { words: words.people.includes(rest[1] ?? '') ? 2 : 1, found: { people } }
}

function numberOf(text: string, words: SearchVocabulary): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const index = words.numbers.indexOf(text)
  return index < 0 ? null : index + 1
}

/** The longest phrase wins: "phone booth" before "booth". */
function readPhrase<Meaning extends string>(
  rest: readonly string[],
  phrases: Readonly<Partial<Record<Meaning, readonly string[]>>>,
  toFound: (meaning: Meaning) => Partial<ReadSearch>,
): Reading | null {
  const all = Object.entries(phrases) as unknown as readonly (readonly [
    Meaning,
    readonly string[],
  ])[] // keys of a record of meanings
  let best: { readonly meaning: Meaning; readonly words: number } | null = null
  for (const [meaning, forms] of all) {
    for (const form of forms) {
      const words = form.split(' ')
      const isSaid = words.every((word, index) => rest[index] === word)
      if (isSaid && words.length > (best?.words ?? 0)) best = { meaning, words: words.length }
    }
  }
  return best === null ? null : { words: best.words, found: toFound(best.meaning) }
}

/** "Desk 14", which would else be a desk for fourteen. */
function readNumberedName(
  [first = '', second = '']: readonly string[],
  draft: Draft,
  { resources }: Pick<Catalogue, 'resources'>,
): Reading | null {
  if (!/^\d/.test(second)) return null
  const named = resources.filter(({ name }) => plain(name) === `${first} ${second}`)
  return named.length === 0 ? null : { words: 2, found: naming(draft, named) }
}

/** An amenity or a name of this location, slips allowed; else a word nobody knows. */
function readPlace(
  [word = '']: readonly string[],
  draft: Draft,
  { resources }: Pick<Catalogue, 'resources'>,
): Reading {
  const isMeant = (name: string) =>
    plain(name)
      .split(/\s+/)
      .some((part) => resembles(word, part))
  const amenity = [...new Set(resources.flatMap((one) => one.amenities))].find(isMeant)
  if (amenity !== undefined) {
    return { words: 1, found: { amenities: [...new Set([...draft.amenities, amenity])] } }
  }
  const named = resources.filter(({ name }) => isMeant(name))
  if (named.length > 0) return { words: 1, found: naming(draft, named) }
  return { words: 1, found: { unread: [...draft.unread, word] } }
}

function naming({ resourceIds }: Draft, named: Catalogue['resources']): Partial<Draft> {
  return { resourceIds: [...new Set([...resourceIds, ...named.map(({ id }) => id)])] }
}
