/** What the SDK sends, a form with brackets in its names, as values of the kinds that the contract declares. */
import type { Contract, Schema } from './contract.ts'
import { Refused } from './refused.ts'

/** Parameters of one call; the largest has some twenty. */
const PARAMETERS_MAX = 200
const NAME_LENGTH_MAX = 200

interface Tree {
  [name: string]: string | Tree
}

export type Parameters = Readonly<Record<string, unknown>>

/** Throws `Refused` for what is not declared, or not of its kind. */
export function readParameters(contract: Contract, schema: Schema, form: string): Parameters {
  const pairs = [...new URLSearchParams(form)]
  if (pairs.length > PARAMETERS_MAX) throw new Refused(400, 'parameter_invalid_empty', 'too many')
  const tree: Tree = Object.create(null)
  for (const [name, value] of pairs) plant(tree, name, value)
  return read(contract, schema, tree, '') as Parameters // what a call declares are fields
}

function plant(tree: Tree, name: string, value: string): void {
  const steps = name.split(/\[|\]\[|\]/).filter((step, n) => n === 0 || step !== '')
  if (name.length > NAME_LENGTH_MAX) throw unknown(name)
  let here = tree
  for (const step of steps.slice(0, -1)) {
    const next = here[step] ?? Object.create(null)
    if (typeof next === 'string') throw unknown(name)
    here[step] = next
    here = next
  }
  here[steps.at(-1) ?? ''] = value
}

function read(contract: Contract, schema: Schema, value: string | Tree, at: string): unknown {
  if (typeof schema === 'string') return readKind(schema, value, at)
  if ('one' in schema) return readOne(schema, value, at)
  if ('any' in schema) {
    for (const one of schema.any) {
      const found = attempt(() => read(contract, one, value, at))
      if (found !== null) return found.value
    }
    throw invalid(at)
  }
  if (typeof value === 'string') throw invalid(at)
  if ('list' in schema) {
    return Object.values(value).map((one, n) => read(contract, schema.list, one, `${at}[${n}]`))
  }
  if ('object' in schema) throw invalid(at)
  const entries = Object.entries(value).map(([name, one]) => {
    const path = at === '' ? name : `${at}[${name}]`
    const declared = 'every' in schema ? schema.every : fieldOf(schema.fields, name)
    if (declared === undefined) throw unknown(path)
    return [name, read(contract, declared, one, path)]
  })
  if ('fields' in schema) {
    for (const name of Object.keys(schema.fields)) {
      if (!name.endsWith('?') && !(name in value)) {
        throw new Refused(400, 'parameter_missing', `${at} lacks ${name}`)
      }
    }
  }
  return Object.fromEntries(entries)
}

function fieldOf(fields: Readonly<Record<string, Schema>>, name: string): Schema | undefined {
  // Own names alone: `__proto__` is declared nowhere.
  const declared = [name, `${name}?`].find((one) => Object.hasOwn(fields, one))
  return declared === undefined ? undefined : fields[declared]
}

function readKind(kind: Extract<Schema, string>, value: string | Tree, at: string): unknown {
  if (typeof value !== 'string') throw invalid(at)
  switch (kind) {
    case 'string':
      return value
    case 'number':
      if (!/^-?\d{1,15}$/.test(value)) throw new Refused(400, 'parameter_invalid_integer', at)
      return Number(value)
    case 'boolean':
      if (value !== 'true' && value !== 'false') throw invalid(at)
      return value === 'true'
    case 'null':
      if (value !== '') throw invalid(at)
      return null
    case 'object':
      throw invalid(at)
  }
}

function readOne(
  { one, isOpen }: Extract<Schema, { one: unknown }>,
  value: string | Tree,
  at: string,
): unknown {
  // An enumeration that may grow is refused here all the same: nobody sends what is not declared yet.
  const found = one.find((each) => String(each) === value)
  if (found === undefined) throw invalid(isOpen === true ? `${at} (not declared)` : at)
  return found
}

function attempt(work: () => unknown): { readonly value: unknown } | null {
  try {
    return { value: work() }
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

function unknown(name: string): Refused {
  return new Refused(400, 'parameter_unknown', `Received unknown parameter: ${name}`)
}

function invalid(name: string): Refused {
  return new Refused(400, 'parameter_invalid_string_empty', `Invalid value: ${name}`)
}
