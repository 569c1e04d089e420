import { type JSX, lazy } from 'solid-js'
import { MePage } from '../account/me-page.tsx'

const OwnMemberships = lazy(async () => ({
  default: (await import('../billing/membership/own-memberships.tsx')).OwnMemberships,
}))

export function MeRoute(): JSX.Element {
  return <MePage plan={OwnMemberships} />
}
