/** Places from a table, and the table of a floor's places. */
import { limits } from '../../values/limits.ts'
import { count } from './amounts.ts'

const problems = {
  'name-missing': () => 'It has no name.',
  'name-twice': (said: string) => `“${said}” is in this table twice.`,
  'name-taken': (said: string) => `“${said}” is on this floor already.`,
  'kind-unknown': (said: string) => `“${said}” is no kind of place.`,
  'kind-carried': (said: string) => `“${said}” is carried about and stands on no floor.`,
  'zone-unknown': (said: string) => `There is no zone “${said}” on this floor.`,
  'too-long': (said: string) =>
    `“${said.slice(0, 20)}…” is longer than ${limits.settingNameLengthMax} letters.`,
  capacity: (said: string) => `“${said}” is not a number of people from 1 to ${limits.peopleMax}.`,
  number: (said: string) => `“${said}” is not a number of centimetres.`,
  outside: (said: string) => `${said} cm lies outside the floor.`,
  'amenities-many': () => `It has more than ${limits.amenitiesMax} things.`,
  'half-placed': () => 'Of x and y one is missing. Give both, or neither.',
  'no-room': () => 'There is no room left for it. Give x and y.',
  'floor-full': () => 'The floor is full.',
} as const

const refusals = {
  empty: 'A table has a first line with the names of its columns, and a line for each place.',
  'no-names': 'The first line names the columns, and one of them is “name”.',
  'too-long': 'This is too much at once. Take a part of it.',
} as const

export const placeTable = {
  open: 'From a table',
  title: 'Places from a table',
  paste: 'Paste a table',
  choose: 'Or choose a file',
  about:
    'The first line names the columns: name, kind, zone, capacity, amenities, x, y. Only the name is needed. x and y are centimetres to the middle of the place, from the left and from the top; places without them are put in rows.',
  addZones: (names: readonly string[]) =>
    `${names.length === 1 ? 'This zone is' : 'These zones are'} new and meant so: ${names.join(', ')}`,
  summary: (sound: number, all: number) =>
    sound === all
      ? `${count(all, 'place')}, all as they should be.`
      : `${sound} of ${count(all, 'place')} can be added. The others need a change in the table.`,
  cut: (read: number) => `Only the first ${read} are read; add the rest with another table.`,
  unread: (columns: readonly string[]) => `Not read: ${columns.join(', ')}.`,
  onlyWrong: 'Only what needs a change',
  preview: 'The table as it was read',
  columns: ['Line', 'Name', 'Check', 'Kind', 'Zone', 'People', 'Equipment', 'Where, cm'],
  fine: 'Fine',
  problem: ({
    reason,
    said = '',
  }: {
    readonly reason: keyof typeof problems
    readonly said?: string
  }) => problems[reason](said),
  refused: (
    why:
      | { readonly kind: keyof typeof refusals }
      | { readonly kind: 'open-quote'; readonly line: number },
  ) =>
    why.kind === 'open-quote'
      ? `In line ${why.line} a quote is opened that is never closed.`
      : refusals[why.kind],
  add: (sound: number, all: number) =>
    sound === all ? `Add ${count(all, 'place')}` : `Add ${sound} of ${all}`,
  added: (number: number) =>
    `${count(number, 'place')} added to the draft. Undo takes them away again.`,
  download: 'Download this floor’s places as a table',
} as const
