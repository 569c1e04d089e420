/**
 * Makes the contract out of the SDK's own declarations: what is sent, what is answered, what is announced, as far as `operations.ts` says that
 * it is used. `npm run contract` writes it; a test makes it again and holds it against what is written.
 */
import type { Contract, Schema } from '../../sync-server/billing/emulator/contract.ts'
import { events, operations, type Used, used } from './operations.ts'
import type { ObjectNode, TypeNode } from './read-declarations.ts'
import { type Place, SdkFiles } from './sdk-files.ts'

const EVENTS: Place = { file: 'resources/Events', scope: '' }

export function makeContract(sdk: string): Contract {
  return new Maker(sdk).make()
}

class Maker {
  private readonly objects = new Map<string, Schema>()
  private readonly files: SdkFiles

  constructor(sdk: string) {
    this.files = new SdkFiles(sdk)
  }

  make(): Contract {
    const made = operations.map((one) => this.operation(one))
    const version = /'(\d{4}-[^']+)'/.exec(this.files.text('esm/apiVersion.js'))?.[1]
    if (version === undefined) throw new Error('the SDK names no version of the API')
    const { version: sdk }: { version: string } = JSON.parse(this.files.text('package.json'))
    this.checkEvents()
    this.schema({ kind: 'name', name: 'EventBase', args: [] }, EVENTS, '', [])
    return {
      ...{ sdk, apiVersion: version, operations: made },
      objects: Object.fromEntries([...this.objects].sort(([a], [b]) => (a < b ? -1 : 1))),
      events,
    }
  }

  private operation({ file, method, parameters }: Used): Contract['operations'][number] {
    const path = `resources/${file}`
    const methods = [...this.files.file(path).classes.values()].flat()
    const declared = methods.find(({ name }) => name === method)
    if (declared === undefined) throw new Error(`${file} has no ${method}`)
    const place = { file: path, scope: '' }
    const sent = declared.parameters.find(({ name }) => name === 'params')
    return {
      id: `${file.replace('/', '.')}.${method}`,
      ...this.addressOf(file, method),
      parameters:
        sent === undefined || parameters.length === 0
          ? { fields: {} }
          : this.picked(sent.type, place, parameters),
      answer: this.answer(declared.answer, place),
    }
  }

  /** Declarations do not say where a call goes; the code beside them does. */
  private addressOf(file: string, method: string) {
    const code = this.files.text(`esm/resources/${file}.js`)
    const call = new RegExp(
      `\\n    ${method}\\([^)]*\\) \\{[\\s\\S]*?_makeRequest\\('(\\w+)', (['\`])(.+?)\\2`,
    )
    const [, verb = '', , template = ''] = call.exec(code) ?? []
    if (verb === '') throw new Error(`${file}.${method} goes nowhere`)
    return { method: verb, path: template.replace(/\$\{encodeURIComponent\(\w+\)\}/g, ':id') }
  }

  /** The parameters that are used, each of which must be there. */
  private picked(type: TypeNode, place: Place, paths: readonly string[]): Schema {
    const found = this.files.resolve(type, place)
    if (found.type.kind === 'union') {
      const parts = found.type.types.filter((part) => !this.isEmpty(part))
      const object = parts.find(
        (part) => this.files.resolve(part, found.place).type.kind === 'object',
      )
      if (object !== undefined) return this.picked(object, found.place, paths)
    }
    if (found.type.kind === 'name' && found.type.name === 'Array') {
      return { list: this.picked(must(found.type.args[0]), found.place, paths) }
    }
    if (found.type.kind !== 'object')
      throw new Error(`${paths.join(', ')}: nothing is nested there`)
    const fields: Record<string, Schema> = {}
    const all = this.files.fieldsOf(found.type, found.place)
    for (const name of new Set(paths.map((path) => path.split('.')[0] ?? ''))) {
      const field = all.find((one) => one.name === name)
      if (field === undefined) throw new Error(`there is no parameter ${name}`)
      const rest = paths
        .filter((path) => path.startsWith(`${name}.`))
        .map((path) => path.slice(name.length + 1))
      fields[field.isOptional ? `${name}?` : name] =
        rest.length > 0
          ? this.picked(field.type, field.place, rest)
          : this.sent(field.type, field.place)
    }
    for (const { name, isOptional } of all) {
      if (!isOptional && !(name in fields)) throw new Error(`${name} must be sent`)
    }
    return { fields }
  }

  private isEmpty(type: TypeNode): boolean {
    return (
      (type.kind === 'literal' && type.value === '') ||
      (type.kind === 'name' && type.name === 'null')
    )
  }

  private sent(type: TypeNode, place: Place): Schema {
    return this.schema(type, place, null, [])
  }

  private answer(type: TypeNode, place: Place): Schema {
    if (type.kind !== 'name') return this.schema(type, place, '', [])
    if (['Promise', 'Response'].includes(type.name)) return this.answer(must(type.args[0]), place)
    if (type.name === 'ApiListPromise') {
      const data = { list: this.schema(must(type.args[0]), place, '', []) }
      return { fields: { object: { one: ['list'] }, data, has_more: 'boolean', url: 'string' } }
    }
    return this.schema(type, place, '', [])
  }

  /** `keeps` are the used parts below an object of the API; `owner` is null in what is sent. */
  private schema(
    type: TypeNode,
    place: Place,
    owner: string | null,
    keeps: readonly string[],
  ): Schema {
    const found = this.files.resolve(type, place)
    switch (found.type.kind) {
      case 'literal':
        return { one: [found.type.value] }
      case 'union':
        return this.union(found.type.types, found.place, owner, keeps)
      case 'both':
        return 'string'
      case 'object':
        return this.object(found.type, found.place, owner, keeps, found.name)
      case 'name':
        return this.named(found.type, found.place, owner, keeps)
    }
  }

  private named(
    { name, args }: Extract<TypeNode, { kind: 'name' }>,
    place: Place,
    owner: string | null,
    keeps: readonly string[],
  ): Schema {
    switch (name) {
      case 'string':
      case 'number':
      case 'boolean':
      case 'null':
        return name
      case 'Decimal':
        return 'string'
      case 'Array':
        return { list: this.schema(must(args[0]), place, owner, keeps) }
      case 'Emptyable':
        return this.union([must(args[0]), { kind: 'literal', value: '' }], place, owner, keeps)
      default:
        return 'object'
    }
  }

  private union(
    types: readonly TypeNode[],
    place: Place,
    owner: string | null,
    keeps: readonly string[],
  ): Schema {
    const isOpen = types.some(isOtherString)
    const named = types.filter((type) => !isOtherString(type))
    const schemas = named.map((type) => this.schemaUnlessExpanded(type, types, place, owner, keeps))
    const values = schemas.flatMap((one) =>
      typeof one === 'object' && one !== null && 'one' in one ? one.one : [],
    )
    const others = schemas.filter(
      (one) => one !== null && !(typeof one === 'object' && 'one' in one),
    ) as readonly Schema[] // the filter leaves no null
    const any: Schema[] = [
      ...(values.length > 0 ? [{ one: values, ...(isOpen ? { isOpen } : {}) } as Schema] : []), // by its two fields
      ...others,
    ]
    const unique = [...new Map(any.map((one) => [JSON.stringify(one), one])).values()]
    return unique.length === 1 ? must(unique[0]) : { any: unique }
  }

  /** An id that could be asked for as the whole object never is; an object that may be null is looked into only where it is used. */
  private schemaUnlessExpanded(
    type: TypeNode,
    beside: readonly TypeNode[],
    place: Place,
    owner: string | null,
    keeps: readonly string[],
  ): Schema | null {
    const found = this.files.resolve(type, place)
    const isObject = found.type.kind === 'object'
    const has = (name: string) => beside.some((one) => one.kind === 'name' && one.name === name)
    if (owner !== null && (isObject || found.type.kind === 'union') && has('string')) return null
    if (owner !== null && isObject && has('null') && keeps.length === 0) return 'object'
    return this.schema(type, place, owner, keeps)
  }

  private object(
    type: ObjectNode,
    place: Place,
    owner: string | null,
    keeps: readonly string[],
    name: string,
  ): Schema {
    if (type.others !== null) return { every: this.schema(type.others, place, owner, keeps) }
    const all = this.files.fieldsOf(type, place)
    const isResource = all.some((one) => one.name === 'object' && one.type.kind === 'literal')
    if (owner === null) {
      const sent = all.map((one) => [
        one.isOptional ? `${one.name}?` : one.name,
        this.sent(one.type, one.place),
      ])
      return { fields: Object.fromEntries(sent) }
    }
    if (isResource && owner !== name) return this.reference(name, type, place)
    const kept = all.filter((one) => !one.isOptional || isKept(keeps, one.name))
    const fields = kept.map((one) => [
      one.isOptional ? `${one.name}?` : one.name,
      this.schema(one.type, one.place, owner, below(keeps, one.name)),
    ])
    return { fields: Object.fromEntries(fields) }
  }

  private reference(name: string, type: ObjectNode, place: Place): Schema {
    const keeps = used[name]
    if (keeps === undefined) return 'object'
    if (!this.objects.has(name)) {
      this.objects.set(name, 'object')
      this.objects.set(name, this.object(type, place, name, keeps, name))
    }
    return { object: name }
  }

  /** Every message that is listened to is declared, about the kind of object that is said here. */
  private checkEvents(): void {
    const declared = this.files.file(EVENTS.file).types
    const about = new Map<string, string>()
    for (const [name, type] of declared) {
      if (type.kind !== 'object' || !/^\w+Event$/.test(name)) continue
      const kind = type.fields.find((field) => field.name === 'type')?.type
      const data = declared.get(`${name}.Data`)
      const object =
        data?.kind === 'object' ? data.fields.find((field) => field.name === 'object') : undefined
      if (kind?.kind !== 'literal' || object === undefined) continue
      const found = this.files.resolve(object.type, { ...EVENTS, scope: `${name}.Data.` })
      // Kinds that lie in a folder are imported with it, and named by it.
      const whole = object.type.kind === 'name' ? object.type.name : ''
      about.set(String(kind.value), found.name || whole)
    }
    for (const [kind, object] of Object.entries(events)) {
      if (about.get(kind) !== object)
        throw new Error(`${kind} is about ${about.get(kind)}, not ${object}`)
    }
  }
}

/** What an enumeration names beside its values, to say that there may be more. */
function isOtherString(type: TypeNode): boolean {
  return type.kind === 'name' && type.name === 'OtherString'
}

function isKept(keeps: readonly string[], name: string): boolean {
  return keeps.some((keep) => keep === name || keep.startsWith(`${name}.`))
}

function below(keeps: readonly string[], name: string): readonly string[] {
  return keeps.filter((keep) => isKept([keep], name)).map((keep) => keep.slice(name.length + 1))
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('it has an argument')
  return value
}
