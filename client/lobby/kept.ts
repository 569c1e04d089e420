/**
 * What a screen shows again after a restart without a network: documents and plans as they came, by name, in a database of its own. Names
 * of people are never kept here.
 */
const DATABASE = 'portal-screen'
const STORE = 'kept'

export async function readKept<T>(name: string): Promise<T | null> {
  const found = await inStore('readonly', (store) => store.get(name))
  return (found as T | undefined) ?? null // each name holds what was written under it
}

export async function writeKept(name: string, value: unknown): Promise<void> {
  await inStore('readwrite', (store) => store.put(value, name))
}

/** The screen is none any more. */
export function forgetKept(): Promise<void> {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(DATABASE)
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => resolve()
    deleting.onblocked = () => resolve()
  })
}

async function inStore(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  const database = await open()
  try {
    return await answer(work(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  return answer(opening)
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
