/** The tables of migration 035. */
export interface DealTables {
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
