/** A text in both languages of the demo store. */
export interface Bilingual {
  en: string
  ru: string
}

/** What a machine should have, in words that need no translation. */
export interface Machine {
  system?: string
  processor?: string
  memory?: string
  graphics?: string
  storage?: string
}

/** A sale that comes back, so that the store is alive long after its seed. */
export interface Sale {
  percent: number
  /** How long it lasts each time. */
  days: number
  /** How long it is away between two times. */
  pauseDays: number
  /** Days from the seed to its first beginning; 0 or less is at once. */
  firstInDays: number
}

/** One invented game of the demo store: its texts, its facts, its drawings and, for some, a real build. */
export interface DemoGame {
  slug: string
  title: Bilingual
  shortDescription: Bilingual
  description: Bilingual
  developer: string
  publisher: string
  /** Counted back from the seed, so that what is new is new whenever the store is filled. */
  releasedDaysAgo: number
  /** Keys of tag-names.ts in the api, e.g. `open-world`. */
  tags: string[]
  genres: string[]
  /** USD minor units; 0 is free. */
  price: number
  sale?: Sale
  /** How many demo people bought it. */
  buyers: number
  /** Within how many days before the seed they did; fewer make it more popular now. */
  soldWithinDays: number
  platforms: ('any' | 'windows' | 'linux' | 'macos')[]
  languages: { interface: string[]; audio: string[]; subtitles: string[] }
  ageMark: 0 | 6 | 12 | 16 | 18
  requirements: { minimum: Machine; recommended?: Machine }
  /** SVG text, 600x800, self-contained. */
  cover: () => string
  /** SVG text, 1200x500, self-contained. */
  header: () => string
  /** SVG texts, 1280x720, self-contained. */
  screenshots: readonly (() => string)[]
  /** A game that can really be played. Folders are absolute and lie one over the other. */
  build?: {
    folders: string[]
    version: string
    /** What is new in it, for all who play it. */
    notes: Bilingual
  }
}
