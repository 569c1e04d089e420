/** One sentence for each thing that can be wrong with a setting, said beside its field. */
import type { SettingProblemCode } from '../../sites/setting-problem.ts'

export const settingProblems: Readonly<Record<SettingProblemCode, string>> = {
  missing: 'Fill this in.',
  'too-long': 'Make it shorter.',
  'no-language': 'Write each language as in “de” or “pt-BR”, with a comma between two.',
  'not-whole': 'Enter a whole number.',
  negative: 'It cannot be less than nothing.',
  'below-one': 'It must be at least 1.',
  'too-much': 'That is more than can be meant.',
  'name-taken': 'Another one has this name. Choose a different one.',
  'unknown-floor': 'Choose one of the floors.',
  'unknown-place': 'Choose a place that is there.',
  circle: 'It cannot be a part of itself, or of its own parts.',
  'other-floor': 'It must be a part of a place on the same floor.',
  'not-one-by-one': 'Only places that are booked one by one have parts or are parts.',
  'unknown-tier': 'Choose a membership that is there.',
  'no-granularity': 'Choose how it is booked, or nobody could book it.',
  'before-the-last': 'The last version takes effect after that day. Choose a later one.',
  'gap-between-halves':
    'A morning and an afternoon touch, so nothing can be kept free between them.',
  'half-above-day': 'Half a day costs more than the whole day.',
  'min-above-max': 'The shortest time is longer than the longest.',
  'off-the-steps': 'It must be a multiple of the steps, or nobody could book exactly this long.',
  'steps-beside-day': 'Steps must fill a day evenly: 15, 30 or 60 minutes, for instance.',
  'notice-beyond-limit': 'Nobody could book: it must be made earlier than it may be made.',
  'steps-out-of-order':
    'The longest time before the start comes first, and later steps give back less.',
  'no-percentage': 'Enter a percentage from 0 to 100.',
  'ends-before-it-begins': 'It must end after it begins.',
  'hours-overlap': 'These times overlap each other.',
  'beyond-midnight': 'It must lie within one day.',
  'no-weekdays': 'Choose at least one day of the week.',
  'no-kinds': 'Choose at least one kind of place.',
  'nothing-fits':
    'Everything it includes is booked for longer than this, so nothing could be booked.',
  'same-twice': 'Another one says the same. Change or remove one of them.',
  'too-many': 'These are too many. Remove some.',
  'no-date': 'Enter a date.',
  'no-country': 'It must begin with the two letters of your country, as in DE 123456789.',
  'rhythm-fixed':
    'Periods that are billed already stay as they are. Add another membership with this rhythm.',
  'not-shared': 'Only what is assigned has a holder.',
}
