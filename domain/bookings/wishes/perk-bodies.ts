/** What a wish about a perk may say. A link leads out of the app, so it is https and nothing else. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { date, id } from './fields.ts'
import { isWebAddress } from './web-address.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const about = { siteId: id('site'), perkId: id('perk') }

const perk = v.strictObject({
  id: id('perk'),
  title: v.pipe(text(limits.eventTitleLengthMax), v.minLength(1)),
  text: text(limits.eventTextLengthMax),
  link: v.pipe(
    text(limits.perkLinkLengthMax),
    v.check((link) => link === '' || isWebAddress(link)),
  ),
  code: v.pipe(text(limits.perkCodeLengthMax), v.minLength(1)),
  tierIds: v.pipe(v.array(id('tier')), v.maxLength(limits.announcementTiersMax)),
  from: date,
  until: v.nullable(date),
  usesMax: v.nullable(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.perkUsesMax)),
  ),
})

export const perkBodies = {
  'perk.save': v.strictObject({
    ...{ siteId: id('site'), perk },
    revision: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
  'perk.remove': v.strictObject(about),
  'perk.use': v.strictObject(about),
} as const
