/**
 * Reads as much of TypeScript's declarations as the payment processor's SDK uses: interfaces, namespaces, unions, generics, classes with
 * methods. The compiler offers no interface to its parser, and those files are made by a machine, always in the same few shapes; whatever
 * else turns up is refused.
 */
export type TypeNode =
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly TypeNode[] }
  | { readonly kind: 'union' | 'both'; readonly types: readonly TypeNode[] }
  | ObjectNode

export interface ObjectNode {
  readonly kind: 'object'
  readonly bases: readonly TypeNode[]
  readonly fields: readonly Field[]
  /** What every other key holds. */
  readonly others: TypeNode | null
}

export interface Field {
  readonly name: string
  readonly isOptional: boolean
  readonly type: TypeNode
}

export interface Method {
  readonly name: string
  readonly parameters: readonly Field[]
  readonly answer: TypeNode
}

export interface Declarations {
  /** By their names with those of the namespaces they lie in. */
  readonly types: ReadonlyMap<string, TypeNode>
  readonly classes: ReadonlyMap<string, readonly Method[]>
  /** What a name comes from: the file, and its name there. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly name: string }>
}

const tokens = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\]|\\.)*'|[\w$]+|=>|\.\.\.|[^\s\w]/g

export function readDeclarations(text: string): Declarations {
  const found = (text.match(tokens) ?? []).filter((one) => !/^\/[*/]/.test(one))
  return new Reader(found).read()
}

class Reader {
  private at = 0
  private readonly tokens: readonly string[]
  private readonly types = new Map<string, TypeNode>()
  private readonly classes = new Map<string, readonly Method[]>()
  private readonly imports = new Map<string, { from: string; name: string }>()

  constructor(found: readonly string[]) {
    this.tokens = found
  }

  read(): Declarations {
    while (this.at < this.tokens.length) this.declaration('')
    return { types: this.types, classes: this.classes, imports: this.imports }
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? ''
  }

  private next(): string {
    const token = this.peek()
    this.at += 1
    return token
  }

  private take(token: string): boolean {
    if (this.peek() !== token) return false
    this.at += 1
    return true
  }

  private want(token: string): void {
    if (this.take(token)) return
    const around = this.tokens.slice(this.at - 6, this.at + 6).join(' ')
    throw new Error(`expected ${token}, where it says: ${around}`)
  }

  private declaration(scope: string): void {
    if (this.take('export') && (this.peek() === '{' || this.peek() === '*')) return this.skipLine()
    this.take('declare')
    const keyword = this.next()
    switch (keyword) {
      case 'import':
        return this.importing()
      case 'interface':
        return this.interfaceOf(scope)
      case 'type':
        return this.alias(scope)
      case 'namespace':
        return this.namespace(scope)
      case 'class':
        return this.classOf()
      case ';':
        return
      default:
        return this.skipLine()
    }
  }

  private skipLine(): void {
    for (let depth = 0; this.at < this.tokens.length; ) {
      const token = this.next()
      if (token === '{') depth += 1
      if (token === '}') depth -= 1
      if (depth === 0 && (token === ';' || token === '}')) {
        if (token === '}' && this.peek() === 'from') continue
        return
      }
    }
  }

  private importing(): void {
    const names: [string, string][] = []
    this.take('type')
    if (!this.take('{')) return this.skipLine()
    while (!this.take('}')) {
      const name = this.next()
      names.push([this.take('as') ? this.next() : name, name])
      this.take(',')
    }
    this.want('from')
    const from = this.next().slice(1, -1)
    this.take(';')
    for (const [own, name] of names) this.imports.set(own, { from, name })
  }

  private interfaceOf(scope: string): void {
    const name = scope + this.next()
    this.generics()
    const bases: TypeNode[] = []
    if (this.take('extends'))
      do bases.push(this.single())
      while (this.take(','))
    this.types.set(name, this.object(bases))
  }

  /** Only the SDK's own helpers have parameters, and those are known by name. */
  private generics(): void {
    if (!this.take('<')) return
    while (!this.take('>')) this.next()
  }

  private alias(scope: string): void {
    const name = scope + this.next()
    this.generics()
    this.want('=')
    this.types.set(name, this.type())
    this.take(';')
  }

  private namespace(scope: string): void {
    const name = `${scope}${this.next()}.`
    this.want('{')
    while (!this.take('}')) this.declaration(name)
  }

  private classOf(): void {
    const name = this.next()
    if (this.take('extends')) this.single()
    this.want('{')
    const methods: Method[] = []
    while (!this.take('}')) {
      if (this.peek(1) === '(') methods.push(this.method())
      else this.skipLine()
    }
    this.classes.set(name, methods)
  }

  private method(): Method {
    const name = this.next()
    this.want('(')
    const parameters: Field[] = []
    while (!this.take(')')) {
      parameters.push(this.field())
      this.take(',')
    }
    this.want(':')
    const answer = this.type()
    this.take(';')
    return { name, parameters, answer }
  }

  private field(): Field {
    const name = this.next().replace(/^'|'$/g, '')
    const isOptional = this.take('?')
    this.want(':')
    return { name, isOptional, type: this.type() }
  }

  private object(bases: readonly TypeNode[]): ObjectNode {
    this.want('{')
    const fields: Field[] = []
    let others: TypeNode | null = null
    while (!this.take('}')) {
      if (this.take('[')) {
        while (!this.take(']')) this.next()
        this.want(':')
        others = this.type()
      } else if (this.peek(1) === '(' || this.peek(1) === '<') {
        this.skipLine()
        continue
      } else fields.push(this.field())
      if (!this.take(';')) this.take(',')
    }
    return { kind: 'object', bases, fields, others }
  }

  private type(): TypeNode {
    this.take('|')
    const types = [this.intersection()]
    while (this.take('|')) types.push(this.intersection())
    const [first] = types
    return types.length === 1 && first !== undefined ? first : { kind: 'union', types }
  }

  private intersection(): TypeNode {
    const types = [this.single()]
    while (this.take('&')) types.push(this.single())
    const [first] = types
    return types.length === 1 && first !== undefined ? first : { kind: 'both', types }
  }

  private single(): TypeNode {
    if (this.peek() === '{') return this.object([])
    const token = this.next()
    if (token === '(') {
      const inner = this.type()
      this.want(')')
      return inner
    }
    if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1) }
    if (/^\d/.test(token)) return { kind: 'literal', value: Number(token) }
    if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' }
    if (!/^[\w$]/.test(token)) throw new Error(`no type begins with ${token}`)
    let name = token
    while (this.take('.')) name += `.${this.next()}`
    return { kind: 'name', name, args: this.args() }
  }

  private args(): readonly TypeNode[] {
    const args: TypeNode[] = []
    if (!this.take('<')) return args
    while (!this.take('>')) {
      args.push(this.type())
      this.take(',')
    }
    return args
  }
}
