/** Whether a letter alone does something on this device: whoever speaks their letters, or rests a hand on the keys, switches it off. */
import { createSignal } from 'solid-js'

const KEY = 'portal.single-keys'
const [isOn, setIsOn] = createSignal(localStorage.getItem(KEY) !== 'off')

export const areSingleKeysOn = isOn

export function switchSingleKeys(on: boolean): void {
  setIsOn(on)
  if (on) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}
