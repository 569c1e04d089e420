/**
 * What the portal uses of the payment processor: the calls it makes with the parameters it sends, the parts of the answers it reads that
 * may be absent there, and the messages it listens to. The contract holds this much and no more, so that a call nobody listed here
 * fails in every test.
 */
export interface Used {
  /** A file of the SDK's resources, and a method of its class. */
  readonly file: string
  readonly method: string
  /** Names with dots into what is nested. */
  readonly parameters: readonly string[]
}

const paging = ['limit', 'starting_after']

export const operations: readonly Used[] = [
  { file: 'Customers', method: 'create', parameters: ['email', 'name', 'metadata'] },
  {
    file: 'Customers',
    method: 'update',
    parameters: ['email', 'name', 'metadata', 'invoice_settings.default_payment_method'],
  },
  { file: 'Customers', method: 'retrieve', parameters: [] },
  { file: 'Customers', method: 'listPaymentMethods', parameters: [...paging, 'type'] },
  { file: 'PaymentMethods', method: 'retrieve', parameters: [] },
  { file: 'PaymentMethods', method: 'detach', parameters: [] },
  {
    file: 'PaymentIntents',
    method: 'create',
    parameters: [
      ...['amount', 'currency', 'customer', 'payment_method', 'confirm', 'off_session'],
      ...['return_url', 'capture_method', 'metadata', 'automatic_payment_methods.enabled'],
      'automatic_payment_methods.allow_redirects',
    ],
  },
  { file: 'PaymentIntents', method: 'retrieve', parameters: [] },
  {
    file: 'PaymentIntents',
    method: 'list',
    parameters: [...paging, 'customer', 'created.gte', 'created.lte'],
  },
  { file: 'PaymentIntents', method: 'confirm', parameters: ['payment_method', 'return_url'] },
  { file: 'PaymentIntents', method: 'cancel', parameters: ['cancellation_reason'] },
  { file: 'PaymentIntents', method: 'capture', parameters: ['amount_to_capture'] },
  { file: 'SetupIntents', method: 'retrieve', parameters: [] },
  {
    file: 'Checkout/Sessions',
    method: 'create',
    parameters: [
      ...['mode', 'customer', 'currency', 'success_url', 'cancel_url', 'metadata', 'expires_at'],
      ...['line_items.quantity', 'line_items.price_data.currency'],
      ...['line_items.price_data.unit_amount', 'line_items.price_data.product_data.name'],
      ...['payment_intent_data.metadata', 'payment_intent_data.setup_future_usage'],
      ...['setup_intent_data.metadata', 'ui_mode'],
    ],
  },
  { file: 'Checkout/Sessions', method: 'retrieve', parameters: [] },
  { file: 'Checkout/Sessions', method: 'expire', parameters: [] },
  {
    file: 'Refunds',
    method: 'create',
    parameters: ['payment_intent', 'amount', 'reason', 'metadata'],
  },
  { file: 'Refunds', method: 'retrieve', parameters: [] },
  { file: 'Refunds', method: 'list', parameters: [...paging, 'created.gte', 'created.lte'] },
  { file: 'Disputes', method: 'retrieve', parameters: [] },
  {
    file: 'Disputes',
    method: 'update',
    parameters: ['evidence.uncategorized_text', 'submit'],
  },
  {
    file: 'Events',
    method: 'list',
    parameters: [...paging, 'created.gte', 'created.lte', 'types'],
  },
  {
    file: 'BalanceTransactions',
    method: 'list',
    parameters: [...paging, 'created.gte', 'created.lte'],
  },
]

/** Of each kind of object, what may be absent or null by the declarations and is used nevertheless. */
export const used: Readonly<Record<string, readonly string[]>> = {
  Customer: ['name'],
  DeletedCustomer: [],
  PaymentMethod: ['card', 'card.fingerprint'],
  PaymentIntent: [
    ...['code', 'decline_code', 'message'].map((one) => `last_payment_error.${one}`),
    'automatic_payment_methods',
    'automatic_payment_methods.allow_redirects',
    'next_action.redirect_to_url.return_url',
    'next_action.redirect_to_url.url',
  ],
  SetupIntent: ['metadata'],
  'Checkout.Session': ['metadata'],
  Refund: ['failure_reason', 'metadata'],
  Dispute: [],
  BalanceTransaction: [],
  EventBase: [],
}

/** The messages the portal listens to, with the kind of object that each is about. */
export const events: Readonly<Record<string, string>> = {
  'payment_intent.created': 'PaymentIntent',
  'payment_intent.succeeded': 'PaymentIntent',
  'payment_intent.payment_failed': 'PaymentIntent',
  'payment_intent.requires_action': 'PaymentIntent',
  'payment_intent.canceled': 'PaymentIntent',
  'payment_intent.amount_capturable_updated': 'PaymentIntent',
  'setup_intent.succeeded': 'SetupIntent',
  'setup_intent.setup_failed': 'SetupIntent',
  'payment_method.attached': 'PaymentMethod',
  'payment_method.detached': 'PaymentMethod',
  'payment_method.automatically_updated': 'PaymentMethod',
  'checkout.session.completed': 'Checkout.Session',
  'checkout.session.expired': 'Checkout.Session',
  'refund.created': 'Refund',
  'refund.updated': 'Refund',
  'refund.failed': 'Refund',
  'charge.dispute.created': 'Dispute',
  'charge.dispute.updated': 'Dispute',
  'charge.dispute.funds_withdrawn': 'Dispute',
  'charge.dispute.funds_reinstated': 'Dispute',
  'charge.dispute.closed': 'Dispute',
}
