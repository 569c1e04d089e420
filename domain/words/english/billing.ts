/** Bills: what is asked for and why, how they stand, and the keeping of the books. */
import type { Bill, BillLine } from '../../billing/bill.ts'
import type { BillingPeriod } from '../../billing/billing-period.ts'
import { isForDamage } from '../../billing/deposits/for-damage.ts'
import type { BillStanding, PaidFrom } from '../../billing/payment.ts'
import type { TaxSum } from '../../billing/tax.ts'
import type { BillTo } from '../../memberships/bill-to.ts'
import type { ChargeKind } from '../../sites/billing-settings.ts'
import { addDays, type LocalDate } from '../../values/local-date.ts'
import { type Money, subtract, zero } from '../../values/money.ts'
import { formatMinute, type WallTime } from '../../values/zone.ts'
import { count, listOf, moneyPlain, shortDate } from './amounts.ts'

const standings: Readonly<Record<BillStanding, string>> = {
  open: 'Open',
  overdue: 'Overdue',
  paid: 'Paid',
  credited: 'Credited',
  'to-pay-back': 'To pay back',
}

const kinds: Readonly<Record<ChargeKind, string>> = {
  membership: 'Memberships',
  booking: 'Bookings',
  extra: 'Extras',
  addon: 'Extras by the month',
  pass: 'Passes',
  damage: 'Damage',
}

const methods: Readonly<Record<PaidFrom, string>> = {
  bank: 'Bank transfer',
  cash: 'Cash',
  card: 'Card',
  credit: 'From credit',
  deposit: 'From the deposit',
  'bank-took': 'By the bank of the card',
}

/** "1 Nov 2026". */
function fullDate(date: LocalDate): string {
  return `${shortDate(date).slice(4)} ${date.slice(0, 4)}`
}

/** "1–30 Nov 2026": the last day is in it. */
function period({ from, until }: BillingPeriod): string {
  const last = addDays(until, -1)
  if (from === last) return fullDate(last)
  if (from.slice(0, 7) === last.slice(0, 7)) return `${Number(from.slice(8))}–${fullDate(last)}`
  return `${from.slice(0, 4) === last.slice(0, 4) ? shortDate(from).slice(4) : fullDate(from)} – ${fullDate(last)}`
}

function time(start: WallTime, end: WallTime): string {
  const until = formatMinute(end.minute)
  const last = start.date === end.date ? until : `${shortDate(end.date)}, ${until}`
  return `${shortDate(start.date)}, ${formatMinute(start.minute)}–${last}`
}

const feeChanges = {
  tier: 'Changed',
  pause: 'Paused',
  resume: 'Pause ended',
  end: 'Ended',
} satisfies Record<Extract<BillLine['about'], { kind: 'fee-change' }>['change'], string>

/** "1–30 Jun 2026, paused 11–20 Jun 2026". */
function feePeriod(about: Extract<BillLine['about'], { kind: 'fee' }>): string {
  return [period(about), ...(about.paused ?? []).map((one) => `paused ${period(one)}`)].join(', ')
}

const ends = { cancelled: 'cancelled', 'no-show': 'not used', 'not-booked': 'not booked' }

const dayPrices = { day: 'Day price', 'half-day': 'Half-day price' }

/** What a line is for, and in smaller letters when and why. */
function line({ about, on }: Pick<BillLine, 'about' | 'on'>): {
  readonly what: string
  readonly when: string
} {
  switch (about.kind) {
    case 'booking': {
      const ended = about.ended === null ? '' : `, ${ends[about.ended]}`
      return { what: about.place, when: `${time(about.start, about.end)}${ended}` }
    }
    case 'extras':
      return {
        what: listOf(about.extras.map((one) => `${one.count} × ${one.name}`)),
        when: about.place,
      }
    case 'pass':
      return { what: about.name, when: `Bought, ${shortDate(on)}` }
    case 'day': {
      const { together, instead } = about
      const costs = `${moneyPlain(together)} instead of ${moneyPlain(instead)}`
      // Something of it went elsewhere, so nothing is off any more.
      const isOver = together.amountMinor === instead.amountMinor
      const told = isOver ? 'not so any more' : `${count(about.bookings, 'booking')} for ${costs}`
      return { what: dayPrices[about.per], when: `${shortDate(about.on)}, ${told}` }
    }
    case 'damage':
      return { what: about.reason, when: 'Damage' }
    case 'promo':
      return { what: about.name, when: 'Promo code' }
    case 'fee':
      return { what: about.tier, when: feePeriod(about) }
    case 'addon':
      return { what: about.name, when: period(about) }
    case 'addon-change':
      return { what: about.name, when: `Changed, ${period(about)}` }
    case 'fee-change':
      return { what: about.tier, when: `${feeChanges[about.change]}, ${period(about)}` }
  }
}

/** "19 %". */
function percent(basisPoints: number): string {
  return `${basisPoints / 100} %`
}

const damageStatement = 'Damage statement'

function documentKind(bill: Pick<Bill, 'lines'>): string {
  return isForDamage(bill) ? damageStatement : 'Bill'
}

export const billing = {
  title: 'Bills',
  money: moneyPlain,
  next: 'Next bill',
  nextSentence: (until: LocalDate) => `As it stands now. It is issued on ${fullDate(until)}.`,
  /** Above the lines of each, where there are several. */
  ofPerson: (name: string) => (name === '' ? 'For all' : name),
  ofTeam: 'What you use is on the bill of your team.',
  forTeam: 'For everybody in your team.',
  inFavour: 'This is in your favour. It is taken off the bill after it.',
  nothingYet: 'Nothing to pay so far.',
  notBilled: (site: string) => `${site} sends no bills from here.`,
  asOf: (when: string) => `As of ${when}.`,
  issued: 'Issued bills',
  noneIssued: 'None has been issued yet.',
  all: 'Bills and what comes next',
  line,
  period,
  fullDate,
  standing: (standing: BillStanding) => standings[standing],
  billed: (amount: Money) => `${moneyPlain(amount)} was billed before`,
  total: 'Total',
  dueOn: (date: LocalDate) => `To be paid by ${fullDate(date)}`,
  stillOpen: (amount: Money) => `${moneyPlain(amount)} open`,
  /** "including 19 % VAT on €125.21"; where prices do not have it in them "19 % VAT on €125.21". */
  tax: (name: string, { basisPoints, base }: TaxSum, isIncluded: boolean) =>
    `${isIncluded ? 'including ' : ''}${percent(basisPoints)} ${name} on ${moneyPlain(base)}`,
  /** A bill as a document. */
  kindOf: documentKind,
  /** "Bill HL-2026-0041". */
  named: (bill: Pick<Bill, 'number' | 'lines'>) => `${documentKind(bill)} ${bill.number}`,
  damageStatement,
  damageNote: 'Compensation for damage. It pays for no supply, so no tax is charged.',
  damagePaid: 'It is kept of the deposit. Nothing is left to be paid.',
  issuedOn: 'Issued on',
  periodLabel: 'Period',
  due: 'To be paid by',
  to: 'To',
  taxId: 'Tax number',
  /** Below the name that a bill is made out to. */
  addressLines: ({ address, taxId, orderText }: BillTo): readonly string[] =>
    [
      ...address.split('\n'),
      taxId === '' ? '' : `Tax number ${taxId}`,
      orderText === '' ? '' : `Your order: ${orderText}`,
    ].filter((one) => one !== ''),
  billTo: {
    title: 'Bill to',
    sentence: 'It stands on every bill from the next one on.',
    ofTeam: 'For the bills of your team.',
    name: 'Company or name',
    address: 'Address',
    taxId: 'Tax number',
    orderText: 'Order number or cost centre',
    save: 'Save',
    saved: 'Saved.',
    needsConnection: 'It is saved with a connection.',
  },
  print: 'Print',
  back: 'All bills',
  what: 'What',
  amount: 'Amount',
  paid: (method: PaidFrom, on: LocalDate) => `${methods[method]}, ${fullDate(on)}`,
  paidBack: (method: PaidFrom, on: LocalDate) =>
    `Paid back, ${methods[method].toLowerCase()}, ${fullDate(on)}`,
  credit: (number: string, on: LocalDate) => `Credit note ${number}, ${fullDate(on)}`,
  open: 'Open',
  unknown: 'There is no such bill on this device.',

  /** The operator's side. */
  office: 'Money',
  parts: {
    bills: 'Bills',
    run: 'Billing run',
    funds: 'Credit and deposits',
    promos: 'Promo codes',
    plans: 'Members’ plans',
    settings: 'Settings',
  },
  openByPayer: 'Open',
  openInAll: (amount: Money, bills: number) => `${moneyPlain(amount)} on ${count(bills, 'bill')}`,
  accountsOpen: (accounts: number) => `By ${count(accounts, 'account')}`,
  nothingOpen: 'Everything is paid.',
  bills: 'All bills',
  settled: (of: BillingPeriod, bills: number, amount: Money) =>
    `${period(of)}: ${count(bills, 'bill')} settled, ${moneyPlain(amount)}`,
  noBills: 'No bill has been issued yet.',
  listed: (most: number) => `All that are open, and the newest ${most} besides.`,
  findBill: 'Name or number',
  noBillFound: 'No bill of that name or number is listed.',
  allOpen: (number: number) => `Show all ${number}`,
  view: (number: string) => `Bill ${number}`,
  markPaid: 'Mark as paid',
  markPaidBill: (number: string) => `Mark bill ${number} as paid`,
  payBack: 'Note what was paid back',
  method: 'How',
  methods,
  paidOn: 'When',
  reference: 'Reference',
  noted: 'Noted.',
  creditNote: 'Credit note',
  creditBill: (number: string) => `Credit note for bill ${number}`,
  creditSentence: 'The bill stays as it is. Whoever pays it reads the reason.',
  reason: 'Reason',
  giveCredit: 'Issue credit note',
  credited: 'The credit note is issued.',
  runSentence: 'Each period is billed once it is over. Look first; then every bill is issued.',
  notYet: 'This location does not bill yet.',
  begin: 'Set since when',
  preview: 'Preview',
  previewOf: (of: BillingPeriod) => `Preview of ${period(of)}`,
  inAll: (amount: Money, bills: number) => `${count(bills, 'bill')}, ${moneyPlain(amount)} in all`,
  waits: (amount: Money) =>
    amount.amountMinor < 0
      ? `${moneyPlain(subtract(zero(amount.currency), amount))} in their favour, kept for the next bill`
      : moneyPlain(amount),
  lines: (lines: number) => count(lines, 'line'),
  issue: (bills: number) => `Issue ${count(bills, 'bill')}`,
  canIssueOn: (date: LocalDate) =>
    `The period runs until then. It can be issued on ${fullDate(date)}.`,
  nothingToIssue: 'Nobody has anything to pay for this period.',
  running: (done: number, all: number) => `${done} of ${all} accounts done`,
  runDone: (bills: number) => `${count(bills, 'bill')} issued`,
  runs: 'Earlier runs',
  noRuns: 'No period has been billed yet.',
  accounts: 'For the accountant',
  accountsSentence:
    'Bills, credit notes and payments of a period as a table, and their documents as one file.',
  from: 'From',
  until: 'Before',
  download: 'Download',
  settings: {
    bills: 'Bill members from here',
    startsOn: 'First day that is billed',
    startsOnHint: 'What was used before it was billed elsewhere.',
    billingDay: 'Day of the month',
    billingDayHint: 'Periods begin on it; in a shorter month on its last day.',
    dueDays: 'Days to pay',
    numberPrefix: 'Before each number',
    numberPrefixHint: (example: string) => `The first bill would be ${example}.`,
    company: 'On every bill',
    name: 'Company',
    address: 'Address',
    taxId: 'Tax number',
    taxes: 'Taxes',
    taxName: 'Name of the tax',
    isIncluded: 'Prices include it',
    rates: {
      sentence: 'A rate that changes is a row more, from the day on which it does.',
      none: 'No tax is charged.',
      add: 'Add rate',
    },
    rateTitle: (kind: ChargeKind | null) => (kind === null ? 'Everything else' : kinds[kind]),
    rateKind: 'For',
    rateFrom: 'From',
    rate: 'Rate in percent',
    reverse: {
      kinds: 'Reverse charge',
      sentence:
        'Of these no tax is charged to a company of another country whose tax number you have checked. They pay the price as it stands. Ask your tax adviser which these are.',
      note: 'Sentence on the bill',
      usualNote: 'Reverse charge: the recipient owes the tax.',
      title: 'Tax numbers of who pays',
      none: 'Nobody who pays here has said one.',
      checked: 'Checked',
      unchecked: 'Not checked',
      check: 'It is good',
      checkNamed: (name: string) => `The tax number of ${name} is good`,
      uncheck: 'It is not good',
      uncheckNamed: (name: string) => `The tax number of ${name} is not good`,
    },
  },
  chargeKinds: kinds,
} as const
