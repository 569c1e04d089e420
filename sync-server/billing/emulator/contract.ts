/**
 * What the SDK's own declarations say of each call, as far as the portal uses it (`npm run contract`). The emulator holds every request
 * against it before it acts, and every answer and message before it leaves: what is not in there is refused, never passed over.
 */
import { readFileSync } from 'node:fs'

/** A name is a kind of value; 'object' is one that nobody looks into. A field whose name ends in ? may be absent. */
export type Schema =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'object'
  | { readonly one: readonly (string | number | boolean)[]; readonly isOpen?: true }
  | { readonly any: readonly Schema[] }
  | { readonly list: Schema }
  | { readonly every: Schema }
  | { readonly fields: Readonly<Record<string, Schema>> }
  | { readonly object: string }

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: Schema
  readonly answer: Schema
}

export interface Contract {
  readonly sdk: string
  readonly apiVersion: string
  readonly operations: readonly Operation[]
  readonly objects: Readonly<Record<string, Schema>>
  readonly events: Readonly<Record<string, string>>
}

export function readContract(): Contract {
  const file = new URL('./contract.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Contract // written by the maker of contracts alone
}

export function operationOf(
  { operations }: Contract,
  method: string,
  path: string,
): { readonly operation: Operation; readonly id: string } | null {
  for (const operation of operations) {
    const pattern = new RegExp(`^${operation.path.replace(':id', '([\\w.-]+)')}$`)
    const found = operation.method === method ? pattern.exec(path) : null
    if (found !== null) return { operation, id: found[1] ?? '' }
  }
  return null
}

/** What is wrong with a value, as sentences that begin with where; none when it is as declared. */
export function violations(
  contract: Contract,
  schema: Schema,
  value: unknown,
  at = '',
): readonly string[] {
  if (typeof schema === 'string') return isKind(schema, value) ? [] : [`${at} is no ${schema}`]
  if ('one' in schema) {
    const isKnown = schema.one.some((one) => one === value)
    const mayBeNew = schema.isOpen === true && typeof value === 'string'
    return isKnown || mayBeNew ? [] : [`${at} is none of its values`]
  }
  if ('any' in schema) {
    const found = schema.any.map((one) => violations(contract, one, value, at))
    return found.some((one) => one.length === 0) ? [] : (found[0] ?? [])
  }
  if ('object' in schema) {
    const declared = contract.objects[schema.object]
    if (declared === undefined) return [`${at} is of an unknown kind, ${schema.object}`]
    return violations(contract, declared, value, at)
  }
  if ('list' in schema) {
    if (!Array.isArray(value)) return [`${at} is no list`]
    return value.flatMap((one, n) => violations(contract, schema.list, one, `${at}[${n}]`))
  }
  if (!isRecord(value)) return [`${at} is no object`]
  if ('every' in schema) {
    return Object.entries(value).flatMap(([name, one]) =>
      violations(contract, schema.every, one, `${at}.${name}`),
    )
  }
  return fieldViolations(contract, schema.fields, value, at)
}

function fieldViolations(
  contract: Contract,
  fields: Readonly<Record<string, Schema>>,
  value: Readonly<Record<string, unknown>>,
  at: string,
): readonly string[] {
  const known = new Map(Object.entries(fields).map(([name, one]) => [name.replace('?', ''), one]))
  const unknown = Object.keys(value).filter((name) => !known.has(name))
  const missing = Object.keys(fields).filter((name) => !name.endsWith('?') && !(name in value))
  return [
    ...unknown.map((name) => `${at}.${name} is not declared`),
    ...missing.map((name) => `${at}.${name} is missing`),
    ...[...known].flatMap(([name, one]) =>
      value[name] === undefined ? [] : violations(contract, one, value[name], `${at}.${name}`),
    ),
  ]
}

function isKind(kind: Extract<Schema, string>, value: unknown): boolean {
  if (kind === 'null') return value === null
  if (kind === 'object') return isRecord(value)
  return typeof value === kind
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
