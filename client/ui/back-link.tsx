import type { JSX } from 'solid-js'
import { Icon } from './icon.tsx'

/** The way up, first on every page that lies below another: where to, by its name. */
export function BackLink(props: { readonly href: string; readonly label: string }): JSX.Element {
  return (
    <p class="back">
      <a href={props.href}>
        <Icon name="previous" />
        {props.label}
      </a>
    </p>
  )
}
