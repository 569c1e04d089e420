import type { JSX } from 'solid-js'
import { BackLink } from '../ui/back-link.tsx'
import { words } from '../ui/words.ts'

export function BackToHelp(): JSX.Element {
  return <BackLink href="/me/help" label={words.support.backToHelp} />
}
