/** What a member asks for who waits, once or until something fits. */
import type { ResourceId, SiteId, WaitId } from '../../values/ids.ts'
import type { Money } from '../../values/money.ts'
import type { Standing } from '../waitlist/wait.ts'
import type { Choice } from './intent.ts'

export interface WaitRequest {
  readonly siteId: SiteId
  /** The place and time as they were wished and are taken. */
  readonly choice: Choice
  readonly people: number
  /** The most it may cost; null: the price is read when it is offered. */
  readonly ceiling: Money | null
}

export interface OrderRequest extends Omit<Standing, 'had'> {
  readonly siteId: SiteId
  /** Any of them, the one named first rather than the others. */
  readonly resourceIds: readonly ResourceId[]
  readonly people: number
  /** It is booked without asking again, so what it may cost is said before. */
  readonly ceiling: Money
}

export interface WaitRemoval {
  readonly waitId: WaitId
  readonly reason: string
}
