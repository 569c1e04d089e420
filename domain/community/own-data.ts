/** All that a member's device knows about them, as files that open without this app (D-56). */
import type { BookingViewRow } from '../bookings/booking-view-row.ts'
import type { Member } from '../memberships/member.ts'
import { type Catalogue, placeName } from '../sites/catalogue.ts'
import { formatCsv } from '../values/format-csv.ts'
import type { Json } from '../values/sections.ts'
import { type OwnTalk, talkFiles } from './own-talk.ts'
import type { Profile } from './profile.ts'

export interface OwnData {
  readonly member: Member
  /** Null where it is not on this device. */
  readonly profile: Profile | null
  readonly bookings: readonly BookingViewRow[]
  readonly catalogues: readonly Catalogue[]
  readonly bills: readonly OwnBill[]
  readonly talks: readonly OwnTalk[]
  /** Whatever else the space told about them, by document and section. */
  readonly more: Json
  readonly readme: string
}

/** What a table says of a bill; the whole of it is in the JSON beside. */
export interface OwnBill {
  readonly number: string
  readonly issuedOn: string
  readonly total: { readonly amountMinor: number; readonly currency: string }
}

export interface OwnFile {
  readonly name: string
  readonly text: string
}

export function ownFiles(data: OwnData): readonly OwnFile[] {
  const { member, profile, bookings, catalogues, bills, talks, more, readme } = data
  const zone = catalogues[0]?.zone
  const sorted = bookings.toSorted((a, b) => a.startsAt - b.startsAt)
  return [
    { name: 'README.txt', text: readme },
    { name: 'account.json', text: json(member) },
    { name: 'profile.json', text: json(profile) },
    {
      name: 'bookings.csv',
      text: formatCsv([bookingColumns, ...sorted.map((row) => cellsOf(row, data))]),
    },
    { name: 'bookings.json', text: json(sorted) },
    { name: 'bills.csv', text: formatCsv([billColumns, ...bills.map(cellsOfBill)]) },
    { name: 'bills.json', text: json(bills) },
    ...(zone === undefined ? [] : talkFiles(talks, zone)),
    { name: 'more.json', text: json(more) },
  ]
}

const bookingColumns = ['location', 'place', 'date', 'from', 'until', 'state', 'note']
const billColumns = ['number', 'date', 'minor units', 'currency']

function cellsOf(row: BookingViewRow, { catalogues }: OwnData): readonly string[] {
  const catalogue = catalogues.find(({ site }) => site.id === row.siteId)
  const { date, startText, endText, state, note } = row
  return [
    ...[catalogue?.site.name ?? '', placeName(catalogue, row.resourceId) ?? ''],
    ...[date, startText, endText, state, note],
  ]
}

function cellsOfBill({ number, issuedOn, total }: OwnBill): readonly string[] {
  return [number, issuedOn, String(total.amountMinor), total.currency]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
