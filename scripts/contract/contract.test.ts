import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeContract } from './make-contract.ts'
import { readDeclarations } from './read-declarations.ts'
import { CONTRACT_FILE, SDK_FOLDER } from './write-contract.ts'

test('[PAYMENTS-10] the contract is what the SDK declares today', () => {
  const written: unknown = JSON.parse(readFileSync(CONTRACT_FILE, 'utf8'))
  // Where this fails the SDK has changed: `npm run contract`, and read what is different before you commit it.
  expect(makeContract(SDK_FOLDER)).toEqual(written)
})

test('declarations are read with their namespaces, unions, generics and methods', () => {
  const { types, classes, imports } = readDeclarations(`
    import { Money, Old as Older } from './money.js';
    export declare class Shop extends Base {
      /** Sells; or not. */
      sell(id: string, params?: Shop.Params): Promise<Response<Sold | Kept>>;
    }
    export interface Sold extends Base { object: 'sold'; at?: number | null; more: { [name: string]: string } }
    export declare namespace Shop { interface Params { kinds?: Array<'a' | 'b'>; } type Kind = 'x' | OtherString; }
  `)
  expect([...types.keys()]).toEqual(['Sold', 'Shop.Params', 'Shop.Kind'])
  expect(imports.get('Older')).toEqual({ from: './money.js', name: 'Old' })
  expect(classes.get('Shop')).toMatchObject([
    { name: 'sell', parameters: [{ name: 'id' }, { name: 'params', isOptional: true }] },
  ])
  expect(types.get('Sold')).toMatchObject({
    bases: [{ name: 'Base' }],
    fields: [
      { name: 'object', type: { kind: 'literal', value: 'sold' } },
      { name: 'at', isOptional: true, type: { kind: 'union' } },
      { name: 'more', type: { others: { name: 'string' } } },
    ],
  })
})

test('what is none of the known shapes is refused, not guessed', () => {
  expect(() => readDeclarations('export interface A { b: ?; }')).toThrow('no type begins with')
})
