/** What a member shows at the door of an event: a code for the camera, and one that can be read out. It needs no network. */
import '../ui/pass.css'
import { type JSX, Show } from 'solid-js'
import { formatCode } from '../../domain/community/door/door-code.ts'
import { readPass } from '../../domain/community/door/door-pass.ts'
import type { OwnDoor, ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { QrCode } from '../ui/qr-code.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'

const { happenings } = words

export function EventPass(props: {
  readonly event: ToldEvent
  readonly door: OwnDoor
  readonly onClose: () => void
}): JSX.Element {
  const code = () => formatCode(props.door.code)
  const people = () => (props.door.pass === null ? null : readPass(props.door.pass)?.people)
  return (
    <Sheet title={props.event.title} onClose={props.onClose}>
      <div class="stack pass">
        <Show when={props.door.pass}>
          {(pass) => <QrCode text={pass()} label={happenings.passCode(code())} />}
        </Show>
        <p class="pass-code">{code()}</p>
        <Show when={people()}>{(number) => <p>{happenings.passFor(number())}</p>}</Show>
        <p class="soft">{happenings.passSentence}</p>
      </div>
    </Sheet>
  )
}
