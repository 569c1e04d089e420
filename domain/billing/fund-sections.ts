/** The section `funds` of `member/<id>`: credits and deposits, each with what left it. */
import { toJson } from '../bookings/member-sections.ts'
import type { Json, Sections } from '../values/sections.ts'
import type { FundStory } from './fund.ts'

export function fundSections(stories: readonly FundStory[]): Sections {
  return { funds: Object.fromEntries(stories.map((story) => [story.fund.id, toJson(story)])) }
}

export function readFunds(sections: Sections): readonly FundStory[] {
  return Object.values(sections['funds'] ?? {}).map(readFund)
}

/** Believed, because only the server can write it. */
export function readFund(value: Json): FundStory {
  return value as unknown as FundStory // as it was written above
}
