/** A text in both languages of the demo store. */
export interface Bilingual {
  en: string
  ru: string
}

/** One invented game of the demo store: its texts, its price, its drawings and, for some, a real build. */
export interface DemoGame {
  slug: string
  title: Bilingual
  shortDescription: Bilingual
  description: Bilingual
  developer: string
  publisher: string
  /** YYYY-MM-DD */
  releaseDate: string
  /** English keys, e.g. `puzzle`. */
  tags: string[]
  /** USD minor units; 0 is free. */
  price: number
  discountPercent?: number
  /** How many days from the seed on the discount lasts. */
  discountDays?: number
  /** How many demo buyers the game has, 0 to 40. */
  popularity: number
  platforms: ('any' | 'windows' | 'linux' | 'macos')[]
  /** SVG text, 600x800, self-contained. */
  cover: () => string
  /** SVG text, 1200x500, self-contained. */
  header: () => string
  /** `dir` is absolute. */
  build?: { dir: string; version: string }
}
