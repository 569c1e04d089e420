/** Two ways to load a part of the app in a chunk of its own. */
import { type Component, lazy } from 'solid-js'
import { painted, sayPainted } from '../ui/painted.ts'

/** What fills the screen: after its frame everything else may load. */
export function page(load: () => Promise<Component>): Component {
  return lazy(async () => {
    try {
      return { default: await load() }
    } finally {
      sayPainted()
    }
  })
}

/** What stands beside a page, and comes after it. */
export function late<Props extends object = object>(
  load: () => Promise<Component<Props>>,
): Component<Props> {
  return lazy(async () => {
    await painted
    return { default: await load() }
  })
}
