import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import type { FunctionConfig } from '../bundle'

export type Trigger = NonNullable<FunctionConfig['triggers']>[number]

/** A function as it is to be: what its folder says, and what it is told. */
export interface DeclaredFunction {
  name: string
  timeout: number
  memorySize: number
  triggers: Trigger[]
  /** What it is told; the hash of its code among it, by which the next deployment knows what is there. */
  variables: Record<string, string>
}

export interface Declared {
  collections: Record<string, Collection>
  functions: DeclaredFunction[]
}

export type FoundIndex = { name: string; keys: Record<string, number | string>; unique: boolean }

/** What a cloud environment has. */
export interface Found {
  collections: Record<string, { permission: string | undefined; indexes: FoundIndex[] }>
  functions: Record<
    string,
    { runtime: string; timeout: number; memorySize: number; triggers: Trigger[]; variables: Record<string, string> }
  >
}

export const nothing: Found = { collections: {}, functions: {} }

/** Only functions read and write: nobody's telephone asks the database itself. */
export const permission = 'ADMINONLY'
export const runtime = 'Nodejs20.19'
export const codeVariable = 'LINLI_CODE'

export type Step =
  | { do: 'create collection'; collection: string }
  | { do: 'permit'; collection: string }
  | { do: 'create index'; collection: string; index: Index; replaces: boolean }
  | { do: 'create function'; function: DeclaredFunction }
  | { do: 'upload'; function: DeclaredFunction }
  | { do: 'configure'; function: DeclaredFunction; changes: string[] }
  | { do: 'create trigger'; function: string; trigger: Trigger; replaces: boolean }
  | { do: 'remove trigger'; function: string; trigger: string }

/** What is left alone, and should be known. */
export type Note = string

/**
 * What has to be done so that an environment is as declared; nothing where it is. What is there and not declared is
 * left alone and named, but for triggers of our own functions: a forgotten one would go on calling.
 */
export function planFor(declared: Declared, found: Found): { steps: Step[]; notes: Note[] } {
  const notes: Note[] = []
  const collections = Object.entries(declared.collections)
  const steps: Step[] = [
    ...collections.flatMap(([name, { indexes }]) => collectionSteps(name, indexes, found.collections[name], notes)),
    ...declared.functions.flatMap((each) => functionSteps(each, found.functions[each.name], notes)),
  ]
  for (const name of Object.keys(found.collections))
    if (!Object.hasOwn(declared.collections, name)) notes.push(`collection ${name} is there and not declared`)
  for (const name of Object.keys(found.functions))
    if (!declared.functions.some((each) => each.name === name)) notes.push(`function ${name} is there and not declared`)
  return { steps, notes }
}

function collectionSteps(
  collection: string,
  indexes: readonly Index[],
  found: Found['collections'][string] | undefined,
  notes: Note[],
): Step[] {
  const steps: Step[] = found ? [] : [{ do: 'create collection', collection }]
  if (found?.permission !== permission) steps.push({ do: 'permit', collection })
  for (const index of indexes) {
    const known = found?.indexes.find(({ name }) => name === index.name)
    if (!known || !isSame(index, known))
      steps.push({ do: 'create index', collection, index, replaces: known !== undefined })
  }
  for (const { name } of found?.indexes ?? [])
    if (name !== '_id_' && !indexes.some((index) => index.name === name))
      notes.push(`index ${collection}.${name} is there and not declared`)
  return steps
}

/** Fields and their order count, and which way each goes. */
const isSame = (index: Index, { keys, unique }: FoundIndex): boolean =>
  JSON.stringify(Object.entries(index.keys)) === JSON.stringify(Object.entries(keys)) &&
  unique === (index.unique === true)

function functionSteps(wanted: DeclaredFunction, found: Found['functions'][string] | undefined, notes: Note[]): Step[] {
  if (!found)
    return [
      { do: 'create function', function: wanted },
      ...wanted.triggers.map(
        (trigger): Step => ({
          do: 'create trigger',
          function: wanted.name,
          trigger,
          replaces: false,
        }),
      ),
    ]
  if (found.runtime !== runtime)
    notes.push(
      `function ${wanted.name} runs on ${found.runtime}, which is fixed when it is made; remove it to change it`,
    )
  const steps: Step[] = []
  if (found.variables[codeVariable] !== wanted.variables[codeVariable]) steps.push({ do: 'upload', function: wanted })
  const changes = changesOf(wanted, found)
  if (changes.length > 0) steps.push({ do: 'configure', function: merged(wanted, found), changes })
  for (const trigger of wanted.triggers) {
    const known = found.triggers.find(({ name }) => name === trigger.name)
    if (known?.config !== trigger.config)
      steps.push({ do: 'create trigger', function: wanted.name, trigger, replaces: known !== undefined })
  }
  for (const { name } of found.triggers)
    if (!wanted.triggers.some((trigger) => trigger.name === name))
      steps.push({ do: 'remove trigger', function: wanted.name, trigger: name })
  return steps
}

function changesOf(wanted: DeclaredFunction, found: Found['functions'][string]): string[] {
  const changes: string[] = []
  if (wanted.timeout !== found.timeout) changes.push(`timeout ${found.timeout} → ${wanted.timeout} s`)
  if (wanted.memorySize !== found.memorySize) changes.push(`memory ${found.memorySize} → ${wanted.memorySize} MB`)
  for (const [name, value] of Object.entries(wanted.variables)) if (found.variables[name] !== value) changes.push(name)
  return changes
}

/** Variables that someone else gave it stay. */
const merged = (wanted: DeclaredFunction, found: Found['functions'][string]): DeclaredFunction => ({
  ...wanted,
  variables: { ...found.variables, ...wanted.variables },
})

/** A step in one line. Values of variables are never shown. */
export function wordsOf(step: Step): string {
  switch (step.do) {
    case 'create collection':
      return `create collection ${step.collection}`
    case 'permit':
      return `permit     ${step.collection}: ${permission}, functions alone read and write`
    case 'create index': {
      const { name, keys, unique } = step.index
      const fields = Object.entries(keys).map(
        ([field, way]) => `${field} ${way === '2dsphere' ? 'on the map' : way === 1 ? '↑' : '↓'}`,
      )
      const kind = unique ? 'unique index' : 'index'
      return `${step.replaces ? 'replace' : 'create'} ${kind} ${step.collection}.${name} (${fields.join(', ')})`
    }
    case 'create function': {
      const { name, timeout, memorySize, variables } = step.function
      return `create function ${name} (${runtime}, ${timeout} s, ${memorySize} MB; ${Object.keys(variables).join(', ')})`
    }
    case 'upload':
      return `upload function ${step.function.name}: its code is another`
    case 'configure':
      return `configure function ${step.function.name}: ${step.changes.join(', ')}`
    case 'create trigger':
      return `${step.replaces ? 'replace' : 'create'} trigger ${step.function}.${step.trigger.name} (${step.trigger.config})`
    case 'remove trigger':
      return `remove trigger ${step.function}.${step.trigger}`
  }
}
