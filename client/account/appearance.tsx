import { createSignal, For, type JSX } from 'solid-js'
import { isLanguage, languages } from '../../domain/words/language.ts'
import { chooseLanguage, language } from '../ui/language.ts'
import { words } from '../ui/words.ts'

const themes = ['system', 'light', 'dark'] as const

/** Light, dark or as the device. Kept on this device; `/theme.js` applies it before the first paint. */
export function ThemeChoice(): JSX.Element {
  const root = document.documentElement
  const [theme, setTheme] = createSignal(root.dataset['theme'] ?? 'system')
  function choose(next: string): void {
    setTheme(next)
    if (next === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = next
    localStorage.setItem('portal.theme', next)
  }
  return (
    <label class="field">
      {words.account.appearance}
      <select onChange={(event) => choose(event.currentTarget.value)}>
        <For each={themes}>
          {(one) => (
            <option value={one} selected={one === theme()}>
              {words.account.themes[one]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

export function LanguageChoice(): JSX.Element {
  return (
    <label class="field">
      {words.account.language}
      <select
        onChange={(event) => {
          const { value } = event.currentTarget
          if (isLanguage(value)) chooseLanguage(value)
        }}
      >
        <For each={languages}>
          {(one) => (
            <option value={one} selected={one === language}>
              {words.account.languages[one]}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}
