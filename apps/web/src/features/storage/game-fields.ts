import { changeGameInput, createGameInput } from '@kettle/api/client'
import type { z } from 'zod'
import type { OwnGame } from './own-game.tsx'

export const platforms = ['any', 'windows', 'linux', 'macos'] as const
export const ageMarks = ['', '0', '6', '12', '16', '18'] as const
export const languageUses = ['interface', 'audio', 'subtitles'] as const
export const machines = ['minimum', 'recommended'] as const
export const machineParts = ['system', 'processor', 'memory', 'graphics', 'storage'] as const

type LocalText = { en: string; ru: string }
type MachineText = Record<(typeof machineParts)[number], string>

/** A game's page as its form holds it: lists are one line of text, what nobody said is empty. */
export type GameFields = {
  slug: string
  title: LocalText
  shortDescription: LocalText
  description: LocalText
  developer: string
  publisher: string
  releaseDate: string
  tags: string
  genres: string
  platforms: string[]
  ageMark: string
  languages: Record<(typeof languageUses)[number], string>
  requirements: Record<(typeof machines)[number], MachineText>
  published: boolean
}

const emptyText = { en: '', ru: '' }
const emptyMachine: MachineText = { system: '', processor: '', memory: '', graphics: '', storage: '' }

/** The fields of a game, or those of a new one by `maker`. */
export function fieldsOf(game: OwnGame | undefined, maker: string): GameFields {
  return {
    slug: game?.slug ?? '',
    title: game?.title ?? emptyText,
    shortDescription: game?.shortDescription ?? emptyText,
    description: game?.description ?? emptyText,
    developer: game?.developer ?? maker,
    publisher: game?.publisher ?? maker,
    releaseDate: game ? (game.releaseDate ?? '') : new Date().toISOString().slice(0, 10),
    tags: game?.tags.join(', ') ?? '',
    genres: game?.genres.join(', ') ?? '',
    platforms: game?.platforms ?? ['any'],
    ageMark: game?.ageMark?.toString() ?? '',
    languages: {
      interface: game?.languages.interface.join(', ') ?? '',
      audio: game?.languages.audio.join(', ') ?? '',
      subtitles: game?.languages.subtitles.join(', ') ?? '',
    },
    requirements: {
      minimum: { ...emptyMachine, ...game?.requirements?.minimum },
      recommended: { ...emptyMachine, ...game?.requirements?.recommended },
    },
    published: game?.published ?? false,
  }
}

const listed = (line: string) => line.split(',').flatMap((word) => word.trim() || [])

function machineOf(text: MachineText): Partial<MachineText> {
  return Object.fromEntries(
    Object.entries(text).flatMap(([part, words]) => (words.trim() ? [[part, words.trim()]] : [])),
  )
}

function requirementsOf({ minimum, recommended }: GameFields['requirements']) {
  const [least, best] = [machineOf(minimum), machineOf(recommended)]
  const isEmpty = (machine: object) => Object.keys(machine).length === 0
  if (isEmpty(least) && isEmpty(best)) return null
  return { minimum: least, ...(!isEmpty(best) && { recommended: best }) }
}

/** What the API is told of a form. */
function inputOf(fields: GameFields) {
  const { tags, genres, ageMark, languages, requirements, ...rest } = fields
  return {
    ...rest,
    tags: listed(tags.toLowerCase()),
    genres: listed(genres.toLowerCase()),
    ageMark: ageMark === '' ? null : Number(ageMark),
    languages: {
      interface: listed(languages.interface),
      audio: listed(languages.audio),
      subtitles: listed(languages.subtitles),
    },
    requirements: requirementsOf(requirements),
  }
}

export type GameChange = Omit<z.input<typeof changeGameInput>, 'id' | 'revision'>

/** What of a form is another than it was. */
export function changeOf(fields: GameFields, before: GameFields): GameChange {
  const known = new Map(Object.entries(inputOf(before)).map(([name, value]) => [name, JSON.stringify(value)]))
  return Object.fromEntries(
    Object.entries(inputOf(fields)).filter(([name, value]) => known.get(name) !== JSON.stringify(value)),
  )
}

/** A new game's whole input; its price is set later. */
export const creationOf = (fields: GameFields) =>
  ({ ...inputOf(fields), basePrice: 0 }) as z.input<typeof createGameInput>

export interface FieldFault {
  path: string[]
  code: string
}

const someGame = { id: '00000000-0000-7000-8000-000000000000', revision: 0 }
const localTexts = ['title', 'shortDescription', 'description']

/** The first fault of each field of a form, of what it would send; a text that is missing in both languages is missed in `language`. */
export function faultsOf(fields: GameFields, before: GameFields | null, language: 'en' | 'ru'): FieldFault[] {
  const checked = before
    ? changeGameInput.safeParse({ ...changeOf(fields, before), ...someGame })
    : createGameInput.safeParse(creationOf(fields))
  const faults = new Map<string, FieldFault>()
  for (const { path, message } of checked.error?.issues ?? []) {
    // A fault of one word of a list is said of the line that holds the list.
    const names = path.map(String).filter((name) => !/^\d+$/u.test(name))
    const isWhole = names.length === 1 && localTexts.includes(names[0] ?? '')
    const field = isWhole ? [...names, language] : names
    if (!faults.has(field.join('.'))) faults.set(field.join('.'), { path: field, code: message })
  }
  return [...faults.values()]
}
