/** How a kind of news would read, with the location's newest booking or bill of its own; what none of them says stands in usual words. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { type NewsKind, newsKinds } from '../../domain/news/news.ts'
import { fillTemplate, type Template, type Values } from '../../domain/news/template.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { english } from '../../domain/words/words.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { billsOfSite } from '../storage/load-bills.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader } from '../storage/storage.ts'
import { billValues } from './stories/bills.ts'
import { bookingValues } from './stories/bookings.ts'

export interface Preview {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export async function previewNews(
  reader: Reader,
  asked: {
    readonly siteId: string
    readonly memberId: string
    readonly kind: NewsKind
    readonly template: Template
    readonly now: number
  },
): Promise<Preview> {
  const { template } = asked
  const values = { ...english.news.samples, ...(await realValues(reader, asked)) }
  const { subject, text } = fillTemplate(template, values)
  return { subject, paragraphs: text.split(/\n{2,}/) }
}

type Asked = Parameters<typeof previewNews>[1]

async function realValues(reader: Reader, asked: Asked): Promise<Values> {
  const { siteId, kind } = asked
  const member = await loadActor(reader, asked.memberId)
  const catalogue = await loadCatalogue(reader, siteId)
  if (member === null || catalogue === null) return {}
  const common = { name: member.name, space: catalogue.site.name }
  if (newsKinds[kind].category === 'money') {
    const [story] = await billsOfSite(reader, siteId, '', 1)
    return story === undefined ? common : { ...common, ...said(billValues(story, story.bill.id)) }
  }
  const booking = await newestBooking(reader, siteId, toInstant(asked.now))
  if (booking === null) return common
  return { ...common, ...said(bookingValues([booking], catalogue)) }
}

/** Without what this one has no word for. */
function said(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''))
}

/** The next one that begins, or else the last that did. */
async function newestBooking(reader: Reader, siteId: string, now: number): Promise<Booking | null> {
  const bookings = reader.selectFrom('booking').select('body').where('site_id', '=', siteId)
  const next = await bookings
    .where('starts_at', '>', now)
    .where('state', '=', 'confirmed')
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  const row = next ?? (await bookings.orderBy('starts_at', 'desc').limit(1).executeTakeFirst())
  return row === undefined ? null : (JSON.parse(row.body) as Booking) // written by us alone
}
