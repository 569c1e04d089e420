/** What a wish about days away may say. */
import * as v from 'valibot'
import { date, id } from './fields.ts'

const whose = { siteId: id('site'), resourceId: id('resource') }

export const absenceBodies = {
  'absence.declare': v.strictObject({ ...whose, from: date, until: date }),
  'absence.end': v.strictObject({ ...whose, from: date }),
} as const
