/** What is typed into a form of the team's and not saved, in this tab alone: it outlives a reload and a closed sheet, and is gone with the tab. */
import { type Accessor, createSignal } from 'solid-js'

export interface KeptDraft<Value> {
  /** What it was made from; null where it adds something. */
  readonly basedOn: string | null
  readonly value: Value
}

const PREFIX = 'portal.draft.'

export function readDraft<Value>(key: string): KeptDraft<Value> | null {
  const text = sessionStorage.getItem(PREFIX + key)
  return text === null ? null : (JSON.parse(text) as KeptDraft<Value>) // written below alone
}

export function writeDraft<Value>(key: string, draft: KeptDraft<Value> | null): void {
  if (draft === null) sessionStorage.removeItem(PREFIX + key)
  else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft))
}

/**
 * Saves what was typed. Meanwhile no draft of it is kept: what is saved may be heard of here before the answer, and the form that is begun anew by
 * it would take the draft for one that somebody else has overtaken. What could not be saved is kept again.
 */
export async function saveDraft<Value, Answer>(
  key: string,
  draft: KeptDraft<Value>,
  save: () => Promise<Answer>,
  isSaved: (answer: Answer) => boolean,
): Promise<Answer> {
  writeDraft(key, null)
  const answer = await save()
  if (!isSaved(answer)) writeDraft(key, draft)
  return answer
}

export interface FormDraft<Value> {
  readonly value: Accessor<Value>
  /** Of the thing when this was begun: whoever changed it since is not overwritten unseen. */
  readonly revision: Accessor<number>
  /** It was begun before, and goes on. */
  readonly isContinued: Accessor<boolean>
  change(part: Partial<Value>): void
  /** It is saved, so nothing is kept. */
  end(): void
  startAnew(): void
}

/** `start` and `revision` are what stands there now. */
export function createFormDraft<Value extends object>(
  key: string,
  start: Value,
  revision: number,
): FormDraft<Value> {
  const fresh: KeptDraft<Value> = { basedOn: String(revision), value: start }
  const kept = readDraft<Value>(key)
  const [draft, setDraft] = createSignal(kept ?? fresh)
  const [isContinued, setIsContinued] = createSignal(kept !== null)
  return {
    value: () => draft().value,
    revision: () => Number(draft().basedOn),
    isContinued,
    change: (part) => {
      const next = { ...draft(), value: { ...draft().value, ...part } }
      setDraft(next)
      writeDraft(key, next)
    },
    end: () => writeDraft(key, null),
    startAnew: () => {
      writeDraft(key, null)
      setDraft(fresh)
      setIsContinued(false)
    },
  }
}
