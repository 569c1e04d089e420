/**
 * What follows from a value that never changes, worked out once for as long as anybody holds the value: which places of a catalogue are
 * linked is asked for every wish, and changes when an operator changes it.
 */
export function derived<Of extends object, Value>(work: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, { readonly value: Value }>()
  return (of) => {
    const found = known.get(of) ?? { value: work(of) }
    known.set(of, found)
    return found.value
  }
}
