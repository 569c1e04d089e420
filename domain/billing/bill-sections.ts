/** The section `bills` of `member/<id>`: each with what became of it. */
import { toJson } from '../bookings/member-sections.ts'
import type { Entry, Sections } from '../values/sections.ts'
import type { BillStory } from './payment.ts'

export function billSections(stories: readonly BillStory[]): Sections {
  return { bills: Object.fromEntries(stories.map((story) => [story.bill.id, toJson(story)])) }
}

/** What one bill adds. */
export function billEntry(story: BillStory): Entry {
  return { section: 'bills', key: story.bill.id, value: toJson(story), keeps: 'last' }
}

/** The newest first. Believed, because only the server can write it. */
export function readBills(sections: Sections): readonly BillStory[] {
  const stories = Object.values(sections['bills'] ?? {}) as unknown as BillStory[]
  return stories.toSorted((a, b) => b.bill.issuedAt - a.bill.issuedAt)
}
