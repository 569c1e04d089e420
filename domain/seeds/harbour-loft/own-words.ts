/** What Harbour Loft says in its own words: in German to whoever chose it, beside the usual English. */
import type { NewsKind } from '../../news/news.ts'
import type { Template } from '../../news/template.ts'

export interface OwnWords extends Template {
  readonly language: string
  readonly kind: NewsKind
}

export const harbourWords: readonly OwnWords[] = [
  {
    language: 'de',
    kind: 'booked',
    subject: 'Gebucht: {place}, {when}',
    text: 'Moin {name},\n\n{place} gehört dir, {when}. Wir freuen uns auf dich.\n\nDein Team vom {space}',
  },
  {
    language: 'de',
    kind: 'reminder',
    subject: '{day}: {place}, {when}',
    text: 'Moin {name},\n\n{place} wartet auf dich, {when}. Kommst du doch nicht, gib den Platz bitte frei.',
  },
  {
    language: 'de',
    kind: 'cancelled',
    subject: 'Storniert: {place}, {when}',
    text: 'Moin {name},\n\n{place} ist wieder frei, {when}. {refund}',
  },
]
