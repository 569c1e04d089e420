import type { JSX } from 'solid-js'

/** A corner of a floor plan: walls, a door, two desks. */
export function Drawing(): JSX.Element {
  return (
    <svg class="drawing" viewBox="0 0 320 120" aria-hidden="true">
      <path d="M8 112V12h200M304 12v100M232 12h72M8 112h120M168 112h136" data-kind="wall" />
      <path d="M128 112a40 40 0 0 1 40-40v40M208 12a24 24 0 0 0 24 24V12" />
      <rect x="40" y="36" width="56" height="30" rx="4" data-kind="mine" />
      <rect x="112" y="36" width="56" height="30" rx="4" />
      <rect x="216" y="52" width="64" height="40" rx="20" />
      <path d="M56 74h24M128 74h24M228 44h10M258 44h10M228 100h10M258 100h10" />
    </svg>
  )
}
