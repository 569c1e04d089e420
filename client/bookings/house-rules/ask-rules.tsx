/** Asked once, before the next booking: the house rules as they stand, and one button. */
import { type JSX, onMount } from 'solid-js'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { HouseRules } from '../../../domain/sites/house-rules.ts'
import { words } from '../../ui/words.ts'
import { acceptRules } from './accept-rules.ts'

export function AskRules(props: {
  readonly catalogue: Catalogue
  readonly rules: HouseRules
  /** What the button says beyond accepting. */
  readonly label?: string
  readonly onAccepted?: () => void
}): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <section class="stack">
      <h3 ref={heading} tabindex="-1">
        {words.houseRules.title(props.catalogue.site.name)}
      </h3>
      <p class="soft">
        {words.houseRules.version(
          props.rules.version,
          words.amounts.longDate(props.rules.takesEffectOn),
        )}
      </p>
      <p class="as-typed">{props.rules.text}</p>
      <button
        type="button"
        class="button"
        data-kind="primary"
        data-wide
        onClick={() =>
          void acceptRules(props.catalogue, props.rules).then((isKept) => {
            if (isKept) props.onAccepted?.()
          })
        }
      >
        {props.label ?? words.houseRules.accept}
      </button>
    </section>
  )
}
