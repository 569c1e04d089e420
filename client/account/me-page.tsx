import { createSignal, type JSX, Show } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { signOut } from '../app/sign-out.ts'
import { createBookings, createMember, createSiteCatalogue } from '../store/portal-rows.ts'
import { Sheet } from '../ui/sheet.tsx'

export function MePage(): JSX.Element {
  const member = createMember()
  const site = createSiteCatalogue()
  const bookings = createBookings()
  const [isLeaving, setIsLeaving] = createSignal(false)
  const unsent = () =>
    (bookings() ?? []).filter((row) => row.state === 'saved' || row.wish !== null).length
  const tier = () => site()?.catalogue.tiers.find((one) => one.id === member()?.tierId)
  return (
    <main class="page" id="main">
      <h1>{member()?.name}</h1>
      <dl class="card stack">
        <div>
          <dt class="soft">E-mail</dt>
          <dd>{member()?.email}</dd>
        </div>
        <Show when={tier()}>
          {(found) => (
            <div>
              <dt class="soft">Membership</dt>
              <dd>{found().name}</dd>
            </div>
          )}
        </Show>
      </dl>
      <ThemeChoice />
      <Show when={isStaff(member()?.role ?? 'member')}>
        <a class="button" href="/operator">
          Day list
        </a>
      </Show>
      <button
        type="button"
        class="button"
        onClick={() => (unsent() > 0 ? setIsLeaving(true) : void signOut())}
      >
        Sign out
      </button>
      <Show when={isLeaving()}>
        <Sheet title="Sign out" onClose={() => setIsLeaving(false)}>
          <div class="stack">
            <h2>{unsent()} not sent yet</h2>
            <p>What waits on this device is lost if you sign out now.</p>
            <button type="button" class="button" data-kind="primary" onClick={() => void signOut()}>
              Sign out anyway
            </button>
            <button type="button" class="button" onClick={() => setIsLeaving(false)}>
              Stay
            </button>
          </div>
        </Sheet>
      </Show>
    </main>
  )
}

function ThemeChoice(): JSX.Element {
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
      Theme
      <select value={theme()} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="system">As the device</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}
