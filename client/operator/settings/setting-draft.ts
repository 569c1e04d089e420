/** What is typed and not saved, in this tab alone: it outlives a reload, and is gone with the tab. */
export interface SettingDraft<Value> {
  readonly basedOn: string | null
  readonly value: Value
}

const PREFIX = 'portal.setting.'

export function readDraft<Value>(key: string): SettingDraft<Value> | null {
  const text = sessionStorage.getItem(PREFIX + key)
  return text === null ? null : (JSON.parse(text) as SettingDraft<Value>) // written below alone
}

export function writeDraft<Value>(key: string, draft: SettingDraft<Value> | null): void {
  if (draft === null) sessionStorage.removeItem(PREFIX + key)
  else sessionStorage.setItem(PREFIX + key, JSON.stringify(draft))
}
