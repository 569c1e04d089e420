/**
 * All journeys happen on the same Wednesday morning, so that the sample space is the same to the last booking and no journey depends on
 * the hour it is run at. Server and pages both run on a clock that is moved by a constant: time passes as it does, nothing is faked.
 */

/** Wednesday 2 December 2026, 10:05 in Hamburg. */
const morningAt = Date.parse('2026-12-02T10:05:00+01:00')

export const today = '2026-12-02'

/** How far clocks have to be moved, now, for it to be that morning: decided once a server, and handed to every page that looks at it. */
export function offsetToMorning(): number {
  return morningAt - Date.now()
}

/** Runs inside the page as well: it may use nothing from around it. */
export function moveClock(offsetMs: number): void {
  const RealDate = Date
  class MovedDate extends RealDate {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(RealDate.now() + offsetMs)
      else super(...(given as [number])) // whatever a date may be made of
    }
    static override now(): number {
      return RealDate.now() + offsetMs
    }
  }
  globalThis.Date = MovedDate as DateConstructor // `Date()` without `new` is lost, and nobody calls it
}
