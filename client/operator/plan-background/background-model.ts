/**
 * The picture a floor is drawn over, as the editor has it: choosing one, sending it or keeping it until it can be sent, and its scale. A
 * picture that is sent is put below the floor in one step; one that waits is put there at once, and named when it has arrived.
 */
import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { FloorId, SiteId } from '../../../domain/values/ids.ts'
import {
  BACKGROUND_ID,
  BACKGROUND_ORDER,
  type DraftObjectOf,
  type Size,
} from '../../../floorplans/document/draft/draft.ts'
import {
  floorAround,
  lyingAs,
  lyingOn,
  type Scaled,
  scaledBetween,
} from '../../../floorplans/editor/background.ts'
import type { DraftModel } from '../plan-editor/draft-model.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { type Picture, type PictureProblem, readPicture } from './read-picture.ts'
import { createScaling, type Scaling } from './scaling.ts'
import { sendPicture } from './send-picture.ts'
import { forgetWaiting, keepWaiting, readWaiting } from './waiting-picture.ts'

export type Choosing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'waits' }
  | { readonly kind: 'waits-not' }
  | { readonly kind: 'refused'; readonly why: PictureProblem }

export interface BackgroundModel {
  /** Null where there is none, or it was deleted. */
  readonly object: Accessor<DraftObjectOf<'background'> | null>
  readonly choosing: Accessor<Choosing>
  /** A drawing of which nobody has said yet whether it becomes a picture or walls. */
  readonly drawing: Accessor<Blob | null>
  drawAsPicture(): void
  leaveDrawing(): void
  /** Where this device has the picture that waits here; null where none does. */
  readonly waitingUrl: Accessor<string | null>
  /** How strong it would be if one let go of the slider now. */
  readonly opacity: Accessor<number>
  pullOpacity(opacity: number | null): void
  readonly scaling: Scaling
  choose(file: Blob): Promise<void>
  scale(metres: number): Scaled | null
  /** False where no floor is as large as the picture. */
  fitFloor(): boolean
}

/** A scan below, walls above: both are seen. */
const USUAL_OPACITY = 60

export function createBackground(
  model: DraftModel,
  siteId: SiteId,
  floorId: FloorId,
  onPut: () => void,
): BackgroundModel {
  const [choosing, setChoosing] = createSignal<Choosing>({ kind: 'idle' })
  const [drawing, setDrawing] = createSignal<Blob | null>(null)
  const [pulled, setPulled] = createSignal<number | null>(null)
  const scaling = createScaling()
  const kept = () => {
    const found = model.draft()?.objects.get(BACKGROUND_ID)
    return found?.kind === 'background' ? found : null
  }
  const object = () => {
    const found = kept()
    return found?.goneBy === null ? found : null
  }
  const waiting = createWaiting(floorId)

  async function choose(file: Blob): Promise<void> {
    if (choosing().kind === 'reading' || choosing().kind === 'sending') return
    setChoosing({ kind: 'reading' })
    const kind = await fileKind(file)
    if (kind !== 'svg') return take(file, kind)
    setChoosing({ kind: 'idle' })
    setDrawing(file)
  }

  async function take(file: Blob, kind: FileKind | null): Promise<void> {
    setChoosing({ kind: 'reading' })
    const read = await readPicture(file, kind)
    if (read.kind === 'refused') return void setChoosing(read)
    setChoosing({ kind: 'sending' })
    const sent = await sendPicture(siteId, read.picture.file)
    switch (sent.kind) {
      case 'kept':
        setChoosing({ kind: put(sent.picture, read.picture.pixels) ? 'chosen' : 'idle' })
        return
      case 'refused':
        return void setChoosing(sent)
      case 'unreachable':
        return wait(read.picture)
    }
  }

  async function wait({ file, pixels }: Picture): Promise<void> {
    if (!(await waiting.keep(file))) return void setChoosing({ kind: 'waits-not' })
    setChoosing({ kind: put(null, pixels) ? 'waits' : 'idle' })
  }

  function put(picture: string | null, pixels: Size): boolean {
    const draft = model.draft()
    if (draft === null) return false
    const [before, last] = [object(), kept()]
    const isPut = model.change((hands) => {
      if (before !== null) {
        hands.set(BACKGROUND_ID, { picture, ...lyingAs(before, pixels) })
        return
      }
      const common = { order: BACKGROUND_ORDER, isLocked: false, goneBy: null, rotation: 0 }
      const shown = { picture, opacity: USUAL_OPACITY, shownTo: 'editors' } as const
      const lying = lyingOn(draft.size, pixels)
      const next = { kind: 'background', ...common, ...shown, ...lying } as const
      if (last === null) hands.add(BACKGROUND_ID, next)
      else hands.set(BACKGROUND_ID, next)
    })
    if (isPut) onPut()
    return isPut
  }

  // What waits goes as soon as the space has the draft it belongs to.
  let isSending = false
  createEffect(() => {
    const { isOnline, isConfirmed } = model.standing()
    const file = waiting.file()
    if (file === null || !isOnline || !isConfirmed || isSending) return
    const now = object()
    if (now === null) return
    if (now.picture !== null) return void waiting.forget()
    isSending = true
    void sendPicture(siteId, file).then((sent) => {
      isSending = false
      if (sent.kind === 'unreachable' || waiting.file() !== file) return
      if (sent.kind === 'refused') setChoosing(sent)
      else {
        model.change((hands) => hands.set(BACKGROUND_ID, { picture: sent.picture }))
        setChoosing({ kind: 'idle' })
      }
      waiting.forget()
    })
  })

  return {
    object,
    choosing,
    waitingUrl: waiting.url,
    opacity: () => pulled() ?? object()?.opacity ?? USUAL_OPACITY,
    pullOpacity: (opacity) => setPulled(opacity),
    scaling,
    drawing,
    drawAsPicture: () => {
      const file = drawing()
      setDrawing(null)
      if (file !== null) void take(file, 'svg')
    },
    leaveDrawing: () => setDrawing(null),
    choose,
    scale: (metres) => {
      const [now, [first, second]] = [object(), scaling.points() ?? []]
      if (now === null || first === undefined || second === undefined) return null
      const scaled = scaledBetween(now, first, second, metres)
      if (scaled.kind === 'refused') return scaled
      const { at, size } = scaled
      model.change((hands) => hands.set(BACKGROUND_ID, { at, size, isLocked: true }))
      scaling.stop()
      setChoosing({ kind: 'idle' })
      return scaled
    },
    fitFloor: () => {
      const [now, draft] = [object(), model.draft()]
      if (now === null || draft === null) return false
      const others = [...draft.objects].filter(
        ([id, one]) => id !== BACKGROUND_ID && one.goneBy === null,
      )
      const around = floorAround(now, others.length === 0)
      if (around === null) return false
      model.change((hands) => {
        hands.setSize(around.floor)
        hands.set(BACKGROUND_ID, { at: around.at })
      })
      return true
    },
  }
}

/** The picture that waits on this device, and where a page finds it. */
function createWaiting(floorId: FloorId) {
  const [file, setFile] = createSignal<Blob | null>(null)
  const [url, setUrl] = createSignal<string | null>(null)

  function show(next: Blob | null): void {
    const last = url()
    if (last !== null) URL.revokeObjectURL(last)
    setUrl(next === null ? null : URL.createObjectURL(next))
    setFile(next)
  }

  void readWaiting(floorId).then((found) => {
    if (file() === null && found !== null) show(found)
  })
  onCleanup(() => {
    const last = url()
    if (last !== null) URL.revokeObjectURL(last)
  })
  return {
    file,
    url,
    keep: async (next: Blob) => {
      const isKept = await keepWaiting(floorId, next)
      if (isKept) show(next)
      return isKept
    },
    forget: () => {
      show(null)
      void forgetWaiting(floorId)
    },
  }
}
