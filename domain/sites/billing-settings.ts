/** How a location bills: who it is, since when, on which day, with which taxes, and what a membership costs. */
import type { TierId } from '../values/ids.ts'
import type { LocalDate } from '../values/local-date.ts'
import { type DunningSettings, usualDunning } from './dunning-settings.ts'

/** What is charged for. Taxes are set by these, because lunch may be taxed otherwise than the room it is brought to. */
export const chargeKinds = ['membership', 'booking', 'extra', 'addon', 'pass'] as const
/** And what is kept of a deposit for damage: that is no supply, so there is no tax to be set for it and no code for it. */
export type ChargeKind = (typeof chargeKinds)[number] | 'damage'

export interface BillingSettings {
  /** The first day that is billed at all: what was before it was billed elsewhere. Null: nothing is billed here yet. */
  readonly startsOn: LocalDate | null
  /** The day of the month on which a period begins; in a shorter month its last day (D-45). */
  readonly billingDay: number
  /** Days from the bill until it is to be paid. */
  readonly dueDays: number
  /** Before every number: `HL-2026-0041`. */
  readonly numberPrefix: string
  /** As it stands on bills. */
  readonly company: Company
  /** How the tax is called: VAT. */
  readonly taxName: string
  /** Prices are shown with the tax in them (D-40). */
  readonly isTaxIncluded: boolean
  readonly taxRates: readonly TaxRate[]
  /** What companies of another country are taxed for where they are (D-41). */
  readonly reverseCharge: ReverseCharge
  readonly fees: readonly MembershipFee[]
  /** What happens about a bill whose card was declined. */
  readonly dunning: DunningSettings
}

export interface Company {
  readonly name: string
  readonly address: string
  readonly taxId: string
}

/** From a day on, for one kind of charge or for all that have none of their own. A rate that changes is a new row. */
export interface TaxRate {
  readonly kind: ChargeKind | null
  readonly from: LocalDate
  /** Hundredths of a percent: 1900 is 19 %. */
  readonly basisPoints: number
}

/** Never assumed of whoever names a foreign tax number: which kinds it is for is said here, and the number of each payer is looked up first. */
export interface ReverseCharge {
  /** None: it is not done here. */
  readonly kinds: readonly ChargeKind[]
  /** As it stands on the bill. */
  readonly note: string
}

export const noReverseCharge: ReverseCharge = { kinds: [], note: '' }

export const feeRhythms = ['week', 'month', 'year'] as const
export type FeeRhythm = (typeof feeRhythms)[number]

/** What a membership costs each who has it, and how it is changed. */
export interface MembershipFee {
  readonly tierId: TierId
  readonly priceMinor: number
  readonly per: FeeRhythm
  /** Members may change to it themselves. */
  readonly isOffered: boolean
  /** A part of a period costs its days, and who changes to it may have it at once; else whole periods alone (D-44). */
  readonly isByDays: boolean
  /** So long before its end a membership must be ended. */
  readonly noticeDays: number
  /** Kept by the space while somebody has it, and asked for when they take it; left out where none is. */
  readonly depositMinor?: number
  /** Null: it is not paused. */
  readonly pause: PauseTerms | null
}

export interface PauseTerms {
  /** The longest pause. */
  readonly daysMax: number
  /** What a whole period costs while it is paused, by its days. */
  readonly priceMinor: number
  /** Passes last as much longer as the pause; else they run on. */
  readonly keepsPasses: boolean
  /** What comes beside the membership by the month costs nothing on paused days, and stays its member's; left out where it costs as ever. */
  readonly sparesAddons?: boolean
}

/** Nothing is billed until somebody says since when. */
export const noBilling: BillingSettings = {
  startsOn: null,
  billingDay: 1,
  dueDays: 14,
  numberPrefix: '',
  company: { name: '', address: '', taxId: '' },
  taxName: 'VAT',
  isTaxIncluded: true,
  taxRates: [],
  reverseCharge: noReverseCharge,
  fees: [],
  dunning: usualDunning,
}
