import type { JSX } from 'solid-js'
import { FloorNow } from '../floor/floor-now.tsx'
import { ScreenPage } from '../lobby/screen-page.tsx'

export function LobbyRoute(): JSX.Element {
  return <ScreenPage drawing={FloorNow} />
}
