/** Fields that a published plan and a draft have in common, with their bounds. */
import * as v from 'valibot'
import { isPhotoHash } from '../../domain/sites/photo.ts'

/** Openings of one wall: a façade with a window every metre and a half. */
const OPENINGS_MAX = 100
/** Ten kilometres: beyond it a coordinate is a mistake. */
const REACH_CM_MAX = 1_000_000
const TEXT_LENGTH_MAX = 60
const FLOOR_CM_MAX = 50_000
/** Places of one pool. */
const UNITS_MAX = 1000
/** Percent; fainter than that a picture is not there. */
export const OPACITY_MIN = 5

export const coordinate = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(-REACH_CM_MAX),
  v.maxValue(REACH_CM_MAX),
)
export const length = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(REACH_CM_MAX))
export const rotation = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(359))
export const text = v.pipe(v.string(), v.minLength(1), v.maxLength(TEXT_LENGTH_MAX))
export const point = { x: coordinate, y: coordinate }
export const box = { ...point, width: length, height: length }

const opening = v.variant('kind', [
  v.strictObject({
    kind: v.picklist(['gap', 'window']),
    at: v.pipe(coordinate, v.minValue(0)),
    width: length,
  }),
  v.strictObject({
    kind: v.literal('door'),
    at: v.pipe(coordinate, v.minValue(0)),
    width: length,
    hinge: v.picklist(['start', 'end']),
    swing: v.picklist(['left', 'right']),
  }),
])

export const openings = v.pipe(v.array(opening), v.maxLength(OPENINGS_MAX))
export const floorLength = v.pipe(length, v.maxValue(FLOOR_CM_MAX))
export const picture = v.custom<string>(isPhotoHash)
export const opacity = v.pipe(v.number(), v.integer(), v.minValue(OPACITY_MIN), v.maxValue(100))
export const unit = v.nullable(
  v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(UNITS_MAX)),
)
