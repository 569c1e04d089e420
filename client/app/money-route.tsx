import { type JSX, lazy } from 'solid-js'
import { MoneyPage } from '../operator/money/money-page.tsx'

const FindPlan = lazy(async () => ({
  default: (await import('../billing/membership/find-plan.tsx')).FindPlan,
}))

export function MoneyRoute(): JSX.Element {
  return <MoneyPage plans={FindPlan} />
}
