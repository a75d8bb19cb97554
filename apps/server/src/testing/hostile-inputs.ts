import type { z } from 'zod'

/** Stands in every hostile text, so that a log can be searched for what it must not hold. */
export const MARK = 'k3ttl3mark'

const texts: unknown[] = [
  `${MARK}\0`,
  `\0${MARK}`,
  `${MARK}\ud800`,
  `\udfff${MARK}`,
  `${MARK}\u202e${MARK}`,
  '\u200b\u200b\u200b',
  '\u202e\u202e\u202e',
  ' ',
  '',
  MARK.repeat(5_000),
  `${MARK}%_\\'";--`,
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59.999999999Z',
  '0b1',
  '1e-400',
  '-1e400',
  'NaN',
  '999999999999999',
  '9'.repeat(40),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '../../etc/passwd',
  '__proto__',
]
const numbers: unknown[] = [
  ...[0, -0, -1, 1, 0.1, 1e-320, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, 1e300, -1e300, 1e9, 100],
  '1',
]
const wrongTypes: unknown[] = [null, true, 7, MARK, [], {}, [[MARK]], { [MARK]: MARK }]

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const [someId, otherId] = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b']

/** What may be handed in as the cursor of any list: other lists' own shapes, and keys that only look like numbers. */
export function hostileCursors(now: number): unknown[] {
  const keys = [
    '',
    ' ',
    '0b1',
    '0x1f',
    '1e-400',
    '1e400',
    'Infinity',
    '-',
    '1_0',
    '1e308',
    '-2147483648',
    '2147483647',
    '0',
  ]
  const moments = [
    '0000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '2026-02-30T00:00:00Z',
  ]
  const lists = ['games', 'reviews', 'threads', 'activity']
  return [
    ...keys.flatMap((key) => [encoded([key, someId, now]), encoded(['games', key, someId, now])]),
    ...moments.flatMap((at) => [
      `${at} ${someId}`,
      encoded(['threads', at, someId]),
      encoded(['activity', at, `bought${someId}${otherId}`]),
    ]),
    ...lists.flatMap((list) => [encoded([list]), encoded([list, 1, someId]), encoded([list, '1', someId, now])]),
    encoded(['reviews', 2 ** 31 - 1, someId]),
    encoded(['reviews', -(2 ** 31), someId]),
    encoded(['games', '1', someId, 8.64e15]),
    encoded({ length: 3 }),
    encoded(null),
    someId,
    `${someId}=`,
    '999999999999999',
  ]
}

/** What stands in an input by the name of its field; the rest is made from the schema. Undefined leaves the field out. */
export type Known = Record<string, unknown>

/** What patterns and limits want that the schema's shape doesn't tell. */
export function knownFields(path: string): Known {
  const mailed = path === 'auth.emailConfirmation' || path === 'auth.confirmReset'
  return {
    email: 'somebody@kettle.test',
    code: path === 'socials.requestFriend' ? undefined : mailed ? '12345678' : '123456',
    secondFactorCode: '123456',
    oldCode: '12345678',
    newCode: '12345678',
    amount: 500,
    targetId: someId,
    cursor: undefined,
    lastEventId: '1',
    interface: ['en'],
    audio: ['en'],
    subtitles: ['en'],
    language: 'en',
    endsAt: '2199-01-01T00:00:00Z',
    ...(path === 'storage.saveGame' ? { id: undefined } : {}),
  }
}

type Schema = z.core.$ZodType
/** Zod 4 keeps what a schema is made of in `_zod.def`; only what is read here is named. */
interface Definition {
  type: string
  innerType?: Schema
  in?: Schema
  element?: Schema
  options?: Schema[]
  items?: Schema[]
  shape?: Record<string, Schema>
  entries?: Record<string, unknown>
  values?: unknown[]
  valueType?: Schema
  format?: string
}
const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition

/** An input that the schema would take, as far as its shape tells. */
export function plausible(schema: Schema, known: Known, key = ''): unknown {
  if (key in known) return known[key]
  const definition = definitionOf(schema)
  const inner = definition.innerType ?? definition.in
  if (inner) return plausible(inner, known, key)
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape ?? {}).map(([name, part]) => [name, plausible(part, known, name)]),
      )
    case 'string':
      if (definition.format === 'uuid' || definition.format === 'guid') return someId
      if (definition.format === 'date') return '2026-01-15'
      if (definition.format === 'datetime') return '2026-01-15T00:00:00Z'
      return 'something'
    case 'number':
      return 1
    case 'boolean':
      return true
    case 'enum':
      return Object.values(definition.entries ?? {})[0]
    case 'literal':
      return definition.values?.[0]
    case 'array':
      return definition.element ? [plausible(definition.element, known)] : []
    case 'tuple':
      return (definition.items ?? []).map((item) => plausible(item, known))
    case 'union':
      return definition.options?.[0] ? plausible(definition.options[0], known, key) : null
    default:
      return {}
  }
}

/** Every input that differs from a plausible one by one hostile value at one place, and some that are of another shape altogether. */
export function* hostileInputs(schema: Schema, known: Known, now: number): Generator<unknown> {
  const base = plausible(schema, known)
  yield* wrongTypes
  for (const { path, type } of placesIn(schema, [])) {
    const values = type === 'number' ? numbers : type === 'string' ? texts : []
    const own = path.at(-1) === 'cursor' ? hostileCursors(now) : []
    for (const value of [...values, ...own, ...wrongTypes]) yield replaced(base, path, value)
  }
}

function* placesIn(schema: Schema, path: (string | number)[]): Generator<{ path: (string | number)[]; type: string }> {
  const definition = definitionOf(schema)
  const inner = definition.innerType ?? definition.in
  if (inner) yield* placesIn(inner, path)
  else if (definition.shape)
    for (const [name, part] of Object.entries(definition.shape)) yield* placesIn(part, [...path, name])
  else if (definition.element) {
    yield { path, type: 'array' }
    yield* placesIn(definition.element, [...path, 0])
  } else if (definition.options?.[0] && definition.type === 'union') yield* placesIn(definition.options[0], path)
  else yield { path, type: definition.type }
}

function replaced(base: unknown, [first, ...rest]: (string | number)[], value: unknown): unknown {
  if (first === undefined) return value
  const inside = typeof base === 'object' && base !== null ? base : {}
  const next = replaced((inside as Record<string | number, unknown>)[first], rest, value)
  if (!Array.isArray(inside)) return { ...inside, [first]: next }
  return inside.length > 0 ? inside.map((item, index) => (index === first ? next : item)) : [next]
}
