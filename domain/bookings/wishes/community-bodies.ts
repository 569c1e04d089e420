/** What a wish about events and announcements may say. Its texts are kept as they are, and are never anything but text where they are shown. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { date, id, resolutions } from './fields.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const said = (most: number) => v.pipe(text(most), v.minLength(1))
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const revision = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const event = v.strictObject({
  id: id('event'),
  title: said(limits.eventTitleLengthMax),
  text: text(limits.eventTextLengthMax),
  resourceId: v.nullable(id('resource')),
  where: text(limits.eventTitleLengthMax),
  date,
  startMinute: whole(0, 1_439),
  endMinute: whole(0, 1_440),
  capacity: v.nullable(whole(1, limits.eventPeopleMax)),
  guestsMax: whole(0, limits.eventGuestsMax),
  hold: v.nullable(
    v.strictObject({
      setUpMinutes: whole(0, limits.eventAroundMinutesMax),
      clearUpMinutes: whole(0, limits.eventAroundMinutesMax),
    }),
  ),
})
const repeats = v.pipe(
  v.array(v.strictObject({ id: id('event'), date })),
  v.maxLength(limits.eventRepeatsMax),
)

const announcement = v.strictObject({
  id: id('announcement'),
  title: said(limits.eventTitleLengthMax),
  text: text(limits.eventTextLengthMax),
  tierIds: v.pipe(v.array(id('tier')), v.maxLength(limits.announcementTiersMax)),
  from: date,
  until: v.nullable(date),
  isPinned: v.boolean(),
})

export const communityBodies = {
  'event.save': v.strictObject({ siteId: id('site'), event, revision, repeats, resolutions }),
  'event.call-off': v.strictObject({ siteId: id('site'), eventId: id('event') }),
  'event.tell': v.strictObject({
    ...{ siteId: id('site'), eventId: id('event') },
    audience: v.picklist(['going', 'waiting', 'both']),
    text: said(limits.eventTextLengthMax),
  }),
  'rsvp.set': v.strictObject({
    siteId: id('site'),
    eventId: id('event'),
    people: whole(0, limits.eventGuestsMax + 1),
  }),
  'attendance.mark': v.strictObject({
    siteId: id('site'),
    eventId: id('event'),
    memberId: id('member'),
    hasCome: v.boolean(),
  }),
  'entry.note': v.strictObject({
    ...{ siteId: id('site'), eventId: id('event') },
    code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{10}$/)),
    people: whole(1, limits.eventGuestsMax + 1),
    way: v.picklist(['scanned', 'typed', 'listed']),
  }),
  'announcement.save': v.strictObject({
    ...{ siteId: id('site'), announcement, revision },
    tellAgain: v.exactOptional(v.literal(true)),
  }),
  'announcement.remove': v.strictObject({
    siteId: id('site'),
    announcementId: id('announcement'),
  }),
  'announcements.read': v.strictObject({
    siteId: id('site'),
    announcementIds: v.pipe(
      v.array(id('announcement')),
      v.minLength(1),
      v.maxLength(limits.announcementsMax),
    ),
    editions: v.exactOptional(
      v.pipe(
        v.record(id('announcement'), v.pipe(revision, v.minValue(1))),
        v.check((editions) => Object.keys(editions).length <= limits.announcementsMax),
      ),
    ),
  }),
} as const
