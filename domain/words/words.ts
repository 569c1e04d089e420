/**
 * Everything the portal says. One module per part of the product and language; a typed function wherever a sentence takes a value, so
 * that screens, mails, documents and feeds say the same.
 */

import { byKeyboard } from './english/by-keyboard.ts'
import { calendar } from './english/calendar.ts'
import { comparison } from './english/comparison.ts'
import { door } from './english/door.ts'
import { drawing } from './english/drawing.ts'
import { beginning } from './english/first-steps.ts'
import { labels } from './english/labels.ts'
import { layers } from './english/layers.ts'
import { news } from './english/news.ts'
import { operator } from './english/operator.ts'
import { placeTable } from './english/place-table.ts'
import { settings } from './english/settings.ts'
import { supportDesk } from './english/support-desk.ts'
import { memberEnglish } from './member-words.ts'

/** Members’ devices load `member-words` alone: what stands here besides is said to the team. */
export const english = {
  ...memberEnglish,
  byKeyboard,
  calendar,
  comparison,
  door,
  drawing,
  labels,
  layers,
  beginning,
  news,
  operator,
  placeTable,
  settings,
  supportDesk,
} as const
