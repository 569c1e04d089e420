/** The SDK's files as declarations, and what a name in one of them stands for: there, in the namespaces around it, or where it is imported from. */
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import {
  type Declarations,
  type Field,
  type ObjectNode,
  readDeclarations,
  type TypeNode,
} from './read-declarations.ts'

export interface Place {
  readonly file: string
  /** The namespaces around, with a dot behind. */
  readonly scope: string
}

export interface Found {
  readonly type: TypeNode
  readonly place: Place
  /** As the API calls it: with its folder, `Checkout.Session`. Empty for what has no name. */
  readonly name: string
}

export class SdkFiles {
  private readonly files = new Map<string, Declarations>()
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  text(path: string): string {
    return readFileSync(`${this.folder}/${path}`, 'utf8')
  }

  file(path: string): Declarations {
    const found = this.files.get(path) ?? readDeclarations(this.text(`esm/${path}.d.ts`))
    this.files.set(path, found)
    return found
  }

  /** Its own and those of what it extends, each with the place that its type is read in. */
  fieldsOf(type: ObjectNode, place: Place): readonly (Field & { readonly place: Place })[] {
    const own = type.fields.map((field) => ({ ...field, place }))
    const inherited = type.bases.flatMap((base) => {
      const found = this.resolve(base, place)
      return found.type.kind === 'object' ? this.fieldsOf(found.type, found.place) : []
    })
    return [...inherited.filter(({ name }) => !own.some((one) => one.name === name)), ...own]
  }

  /** Follows names to what they stand for, as far as they stand for anything but a built-in. */
  resolve(type: TypeNode, place: Place): Found {
    let [here, there, name] = [type, place, '']
    while (here.kind === 'name') {
      const found = this.lookUp(here.name, there)
      if (found === null) break
      ;[here, there, name] = [found.type, found.place, found.name]
    }
    return { type: here, place: there, name }
  }

  private lookUp(name: string, { file, scope }: Place): Found | null {
    const declarations = this.file(file)
    for (let around = scope; ; around = outer(around)) {
      const type = declarations.types.get(around + name)
      if (type !== undefined) {
        return {
          type,
          place: { file, scope: `${around}${name}.` },
          name: resourceName(file, around + name),
        }
      }
      if (around === '') break
    }
    const [first = '', ...rest] = name.split('.')
    const imported = declarations.imports.get(first)
    if (imported === undefined || !/^\.\.?\//.test(imported.from)) return null
    if (['Emptyable', 'OtherString', 'Decimal'].includes(imported.name)) return null
    if (/(lib|StripeResource|index)\.js$/.test(imported.from)) return null
    const from = posix.join(posix.dirname(file), imported.from.replace(/\.js$/, ''))
    return this.lookUp([imported.name, ...rest].join('.'), { file: from, scope: '' })
  }
}

function outer(scope: string): string {
  return scope.replace(/\w+\.$/, '')
}

/** Names of folders belong to what lies in them: `Checkout.Session`. */
function resourceName(file: string, name: string): string {
  const folder = /^resources\/(.+)\//.exec(file)?.[1]
  return folder === undefined ? name : `${folder.replace('/', '.')}.${name}`
}
