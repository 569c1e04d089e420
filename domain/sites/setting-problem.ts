/**
 * What is wrong with a setting, at which field. Codes are a closed set, the same on the device and from the server; `words` has a
 * sentence for each.
 */
export const settingProblemCodes = {
  missing: 'missing',
  'too-long': 'too-long',
  'not-whole': 'not-whole',
  negative: 'negative',
  'below-one': 'below-one',
  'too-much': 'too-much',
  'name-taken': 'name-taken',
  'unknown-floor': 'unknown-floor',
  'unknown-place': 'unknown-place',
  circle: 'circle',
  'other-floor': 'other-floor',
  'not-one-by-one': 'not-one-by-one',
  'unknown-tier': 'unknown-tier',
  'no-granularity': 'no-granularity',
  'half-above-day': 'half-above-day',
  'before-the-last': 'before-the-last',
  'gap-between-halves': 'gap-between-halves',
  'min-above-max': 'min-above-max',
  'off-the-steps': 'off-the-steps',
  'steps-beside-day': 'steps-beside-day',
  'notice-beyond-limit': 'notice-beyond-limit',
  'steps-out-of-order': 'steps-out-of-order',
  'no-percentage': 'no-percentage',
  'ends-before-it-begins': 'ends-before-it-begins',
  'hours-overlap': 'hours-overlap',
  'beyond-midnight': 'beyond-midnight',
  'no-weekdays': 'no-weekdays',
  'no-kinds': 'no-kinds',
  'nothing-fits': 'nothing-fits',
  'same-twice': 'same-twice',
  'too-many': 'too-many',
  'not-shared': 'not-shared',
  'no-date': 'no-date',
  'no-language': 'no-language',
  'no-country': 'no-country',
  'rhythm-fixed': 'rhythm-fixed',
} as const
export type SettingProblemCode = keyof typeof settingProblemCodes

export interface SettingProblem {
  /** Dotted from the thing that is saved: `name`, `rules.maxMinutes`, `hours.0`, `rates.3.hourMinor`. */
  readonly field: string
  readonly code: SettingProblemCode
}

/** The problem if the condition holds: a list of checks reads as a list. */
export function problemIf(
  isWrong: boolean,
  field: string,
  code: SettingProblemCode,
): readonly SettingProblem[] {
  return isWrong ? [{ field, code }] : []
}

/** A whole number from `least` on, at most `most`. */
export function numberProblems(
  value: number,
  field: string,
  least: 0 | 1,
  most: number,
): readonly SettingProblem[] {
  if (value > most) return [{ field, code: 'too-much' }]
  if (!Number.isSafeInteger(value)) return [{ field, code: 'not-whole' }]
  if (value < least) return [{ field, code: least === 0 ? 'negative' : 'below-one' }]
  return []
}

/** A name that people read. */
export function nameProblems(name: string, field: string, most: number): readonly SettingProblem[] {
  if (name.trim() === '') return [{ field, code: 'missing' }]
  return problemIf(name.length > most, field, 'too-long')
}

/** The same problems below a field of what holds the thing. */
export function under(
  field: string,
  problems: readonly SettingProblem[],
): readonly SettingProblem[] {
  return problems.map((one) => ({ ...one, field: `${field}.${one.field}` }))
}
