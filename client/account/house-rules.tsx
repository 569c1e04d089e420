/** The house rules of the location, to read at any time, and whether the member has said yes to them. */
import { type JSX, Show } from 'solid-js'
import { hasAccepted } from '../../domain/memberships/consent.ts'
import { rulesInForce } from '../../domain/sites/house-rules.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'

export function HouseRulesHere(props: { readonly space: Space }): JSX.Element {
  const rules = () => rulesInForce(props.space.catalogue, props.space.now)
  const site = () => props.space.catalogue.site
  const standing = (version: number) => {
    const { member, catalogue } = props.space
    const own = member.consents.filter(({ siteId }) => siteId === site().id)
    const last = own.find((one) => one.version >= version)
    if (last === undefined || !hasAccepted(member, site().id, version)) {
      return words.houseRules.notYet
    }
    const { date } = toWallTime(catalogue.zone, last.acceptedAt)
    return words.houseRules.accepted(words.amounts.longDate(date))
  }
  return (
    <Show when={rules()}>
      {(found) => (
        <section class="stack" data-gap="small">
          <h2>{words.houseRules.title(site().name)}</h2>
          <p class="soft">
            {words.houseRules.version(
              found().version,
              words.amounts.longDate(found().takesEffectOn),
            )}{' '}
            {standing(found().version)}
          </p>
          <details>
            <summary>{words.houseRules.read}</summary>
            <p class="as-typed">{found().text}</p>
          </details>
        </section>
      )}
    </Show>
  )
}
