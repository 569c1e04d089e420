/** The tables of migrations 035, 056 and 061. */
export interface DealTables {
  /** What members have by the month; over on `until_on`, whatever ended it. Of `stock` there was, no more than that are had at once. */
  addon: {
    id: string
    site_id: string
    extra_id: string
    member_id: string
    starts_on: string
    until_on: string | null
    stock: number | null
    body: string
  }
  /** Deposits that plans have asked for: open, paid or withdrawn. */
  deposit_ask: {
    id: string
    site_id: string
    payer_id: string
    member_id: string
    amount_minor: number
    state: string
    body: string
  }
  /** Who the bills of a payer are made out to from now on; what was issued has its own. */
  bill_to: { payer_id: string; body: string }
  /** Promo codes, and who has redeemed them: once each, and not more often than a code says. */
  promo: { id: string; site_id: string; code: string; uses_max: number | null; body: string }
  promo_redemption: {
    id: string
    promo_id: string
    site_id: string
    member_id: string
    body: string
  }
  /** Credits and deposits of payers; what is left of one is its amount less its moves. */
  fund: {
    id: string
    kind: string
    site_id: string
    payer_id: string
    amount_minor: number
    valid_until: string | null
    on_date: string
    body: string
  }
  fund_move: {
    id: string
    fund_id: string
    bill_id: string | null
    amount_minor: number
    body: string
  }
}
