/** Codes by camera, where the browser reads them by itself. What it reads is handed on as it is, once. */
import { createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'

interface CodeReader {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}
type MakeReader = new (options: { readonly formats: readonly string[] }) => CodeReader

/** Pictures are looked at so often: a hand that moves a phone is no faster. */
const LOOK_MS = 150
/** The same code is one showing as long as it was not away for this long. */
const AWAY_MS = 2_000

export function Scanner(props: { readonly onCode: (text: string) => void }): JSX.Element {
  const makeReader = findReader()
  const [state, setState] = createSignal<'closed' | 'open' | 'refused'>('closed')
  let video: HTMLVideoElement | undefined
  let stream: MediaStream | null = null
  let last = { text: '', at: 0 }

  function stop(): void {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    setState('closed')
  }
  onCleanup(stop)

  async function start(Reader: MakeReader): Promise<void> {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      setState('open')
      if (video === undefined) return stop()
      video.srcObject = stream
      await video.play()
    } catch {
      stop()
      setState('refused') // no camera, or nobody allowed it: typing is always there
      return
    }
    void look(new Reader({ formats: ['qr_code'] }), stream)
  }

  /** Until this stream is stopped. */
  async function look(reader: CodeReader, of: MediaStream): Promise<void> {
    while (stream === of && video !== undefined) {
      const codes = await reader.detect(video).catch(() => []) // a picture that is not there yet
      const text = codes[0]?.rawValue
      if (text !== undefined && stream === of) hand(text, Date.now())
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  }

  function hand(text: string, at: number): void {
    const isSame = text === last.text && at - last.at < AWAY_MS
    last = { text, at }
    if (!isSame) props.onCode(text)
  }

  return (
    <Show when={makeReader} fallback={<p class="soft">{words.door.noCamera}</p>}>
      {(Reader) => (
        <>
          <Show when={state() === 'open'}>
            <video
              class="door-picture"
              ref={video}
              muted
              playsinline
              aria-label={words.door.picture}
            />
          </Show>
          <Show when={state() === 'refused'}>
            <p role="alert" class="notice">
              {words.door.cameraRefused}
            </p>
          </Show>
          <button
            type="button"
            class="button"
            data-kind="primary"
            data-wide
            onClick={() => (state() === 'open' ? stop() : void start(Reader()))}
          >
            <Icon name="search" />
            {state() === 'open' ? words.door.stop : words.door.scan}
          </button>
        </>
      )}
    </Show>
  )
}

function findReader(): MakeReader | null {
  const found = (globalThis as { readonly BarcodeDetector?: MakeReader }).BarcodeDetector // the platform's, where it has one
  return found !== undefined && 'mediaDevices' in navigator ? found : null
}
