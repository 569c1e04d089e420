/** The sections `funds` of `member/<id>`: credits and deposits, each with what left it; and `deposits`: those that are asked for. */
import { toJson } from '../bookings/member-sections.ts'
import type { Json, Sections } from '../values/sections.ts'
import type { DepositAsk } from './deposits/deposit.ts'
import type { FundStory } from './fund.ts'

export function fundSections(stories: readonly FundStory[]): Sections {
  return { funds: Object.fromEntries(stories.map((story) => [story.fund.id, toJson(story)])) }
}

export function depositSections(asks: readonly DepositAsk[]): Sections {
  return { deposits: Object.fromEntries(asks.map((one) => [one.id, toJson(one)])) }
}

export function readDeposits(sections: Sections): readonly DepositAsk[] {
  return Object.values(sections['deposits'] ?? {}).map(readDeposit)
}

/** Believed, because only the server can write it. */
export function readDeposit(value: Json): DepositAsk {
  return value as unknown as DepositAsk // as it was written above
}

export function readFunds(sections: Sections): readonly FundStory[] {
  return Object.values(sections['funds'] ?? {}).map(readFund)
}

/** Believed, because only the server can write it. */
export function readFund(value: Json): FundStory {
  return value as unknown as FundStory // as it was written above
}
