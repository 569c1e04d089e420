/** Caches in which the worker keeps what is a member's: their names begin with `user-`, and they go with the member's data. */
export async function userCacheNames(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith('user-'))
}

export async function deleteUserCaches(): Promise<void> {
  for (const name of await userCacheNames()) await caches.delete(name)
}
