/** Where a space takes no payments: every call did nothing, and says so. */
import type { GatewayRefusal, PaymentGateway } from './gateway.ts'

const refusal: GatewayRefusal = {
  ...{ ok: false, kind: 'unavailable', code: 'payments-off', declineCode: null, ref: null },
  retry: 'never',
}
const no = async () => refusal

export const offGateway: PaymentGateway = {
  ...{ mode: 'off', apiVersion: '', isKeyRefused: () => false },
  payers: { ensure: no, update: no, setDefaultMethod: no },
  methods: { startSetup: no, list: no, get: no, detach: no },
  payments: { charge: no, resume: no, cancel: no, capture: no, get: no, findByAttempt: no },
  refunds: { create: no, get: no },
  checkout: { create: no, expire: no, get: no },
  disputes: { get: no, submitEvidence: no },
  feed: {
    ...{ verify: async () => null, fetch: no, listSince: no },
    ...{ balanceSince: no, paymentsSince: no, refundsSince: no },
  },
}
