/** Caches in which the worker keeps what is a member's: their names begin with `user-`, and they go with the member's data. */
export async function deleteUserCaches(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('user-')) await caches.delete(name)
}
