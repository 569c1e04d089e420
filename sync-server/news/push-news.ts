/** One piece of news to the devices that its member wants it on. Its key goes with it: what a device is told twice it shows once. */

import type { HandedOver } from '../mail/hand-over.ts'
import type { Letter } from '../mail/letter.ts'
import { forgetPushDevice, pushDevicesOf } from '../push/push-devices.ts'
import type { Pusher } from '../push/pusher.ts'
import type { Storage } from '../storage/storage.ts'

export interface PushedNews {
  readonly memberId: string
  readonly tag: string
  readonly letter: Letter
  /** Where the app stands: what is opened is a page of it. */
  readonly origin: string
}

/** Services take four kilobytes, encrypted; a lock screen shows far less. */
const TEXT_LENGTH_MAX = 400

/** Sent once one device has it: those that are gone are forgotten, those that cannot be reached now find it in the app. */
export async function pushNews(
  storage: Storage,
  pusher: Pusher,
  { memberId, tag, letter, origin }: PushedNews,
): Promise<HandedOver> {
  const payload = JSON.stringify({
    title: letter.subject,
    text: (letter.paragraphs[0] ?? '').slice(0, TEXT_LENGTH_MAX),
    url: (letter.action?.url ?? origin).slice(origin.length) || '/',
    tag,
  })
  let answer: HandedOver = { kind: 'refused', problem: 'No device wants it any more.' }
  for (const device of await pushDevicesOf(storage.read, memberId)) {
    const pushed = await pusher.push(device, payload)
    if (pushed.kind === 'gone') {
      await storage.transaction((tx) => forgetPushDevice(tx, device.endpoint))
    } else if (answer.kind !== 'sent') {
      answer = pushed
    }
  }
  return answer
}
