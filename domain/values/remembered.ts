/** A pure function that keeps its answers, because the same few are asked for over and over. Full, it begins anew. */
export function remembered<Key, Value>(
  most: number,
  compute: (key: Key) => Value,
): (key: Key) => Value {
  const answers = new Map<Key, Value>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = compute(key)
    if (answers.size >= most) answers.clear()
    answers.set(key, answer)
    return answer
  }
}
