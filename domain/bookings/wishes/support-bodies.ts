/** What a wish about help may say. Its texts are kept as they are, and are never anything but text where they are shown. */
import * as v from 'valibot'
import { isPhotoHash } from '../../sites/photo.ts'
import { isLanguageCode } from '../../values/language-code.ts'
import { limits } from '../../values/limits.ts'
import { id } from './fields.ts'
import { articleStates, ticketCategories, ticketStates } from './support-requests.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const said = (most: number) => v.pipe(text(most), v.minLength(1))
const side = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))
const hash = v.custom<string>((input) => isPhotoHash(input))
const photo = v.strictObject({ full: hash, small: hash, width: side, height: side })
const category = v.enum(ticketCategories)
const hours = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.replyHoursMax))
const language = v.custom<string>(isLanguageCode)

const seen = v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)))

const about = v.strictObject({
  resourceId: v.nullable(id('resource')),
  bookingId: v.nullable(id('booking')),
  billId: v.nullable(id('bill')),
})

const article = v.strictObject({
  id: id('article'),
  language,
  translates: v.nullable(id('article')),
  category,
  title: said(limits.articleTitleLengthMax),
  body: said(limits.articleBodyLengthMax),
  state: v.enum(articleStates),
})

const savedReply = v.strictObject({
  title: said(limits.settingNameLengthMax),
  text: said(limits.ticketTextLengthMax),
})

export const supportBodies = {
  'ticket.open': v.strictObject({
    siteId: id('site'),
    category,
    text: said(limits.ticketTextLengthMax),
    about,
    forMemberId: v.nullable(id('member')),
  }),
  'ticket.reply': v.pipe(
    v.strictObject({
      ticketId: id('ticket'),
      text: text(limits.ticketTextLengthMax),
      photos: v.pipe(v.array(photo), v.maxLength(limits.ticketPhotosMax)),
      seen,
    }),
    v.check((reply) => reply.text !== '' || reply.photos.length > 0),
  ),
  'ticket.set-state': v.strictObject({
    ticketId: id('ticket'),
    state: v.enum(ticketStates),
    seen,
  }),
  'ticket.note': v.strictObject({
    ticketId: id('ticket'),
    text: said(limits.ticketTextLengthMax),
  }),
  'ticket.assign': v.strictObject({
    ticketId: id('ticket'),
    from: v.nullable(id('member')),
    to: v.nullable(id('member')),
  }),
  'outage.announce': v.strictObject({
    siteId: id('site'),
    outageId: id('outage'),
    resourceIds: v.pipe(
      v.array(id('resource')),
      v.minLength(1),
      v.maxLength(limits.placesPerRuleMax),
    ),
    text: said(limits.outageTextLengthMax),
  }),
  'outage.end': v.strictObject({ siteId: id('site'), outageId: id('outage') }),
  'article.save': v.strictObject({
    siteId: id('site'),
    article,
    revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  'articles.order': v.strictObject({
    siteId: id('site'),
    articleIds: v.pipe(v.array(id('article')), v.maxLength(limits.articlesMax)),
  }),
  'article.solved': v.strictObject({ siteId: id('site'), articleId: id('article') }),
  'support.save': v.strictObject({
    siteId: id('site'),
    settings: v.strictObject({
      replyHours: v.strictObject({
        maintenance: hours,
        billing: hours,
        access: hours,
        general: hours,
      }),
      savedReplies: v.pipe(v.array(savedReply), v.maxLength(limits.savedRepliesMax)),
    }),
  }),
} as const
