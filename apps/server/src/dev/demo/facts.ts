import type { DemoGame, Machine } from './demo-game.ts'

/** Languages as tags with spaces between: `speaks('en ru de', 'en')` has texts in three and voices in one. */
export function speaks(texts: string, voices = ''): DemoGame['languages'] {
  const list = (tags: string): string[] => tags.split(' ').filter((tag) => tag !== '')
  return { interface: list(texts), audio: list(voices), subtitles: voices ? list(texts) : [] }
}

const systems = {
  any: 'Windows 10, Linux, macOS 12',
  windows: 'Windows 10',
  linux: 'Linux (glibc 2.31)',
  macos: 'macOS 12',
}

const machines = {
  /** Runs in anything that shows web pages. */
  page: { minimum: { memory: '1 GB' } },
  light: {
    minimum: { processor: '2 × 1.8 GHz', memory: '4 GB', graphics: 'OpenGL 3.3' },
    recommended: { processor: '2 × 2.6 GHz', memory: '8 GB', graphics: 'OpenGL 4.1, 1 GB' },
  },
  middling: {
    minimum: { processor: '4 × 2.4 GHz', memory: '8 GB', graphics: 'Vulkan 1.1, 2 GB' },
    recommended: { processor: '4 × 3.2 GHz', memory: '16 GB', graphics: 'Vulkan 1.2, 4 GB' },
  },
  heavy: {
    minimum: { processor: '6 × 3.0 GHz', memory: '16 GB', graphics: 'Vulkan 1.2, 6 GB' },
    recommended: { processor: '8 × 3.6 GHz', memory: '32 GB', graphics: 'Vulkan 1.3, 8 GB' },
  },
} satisfies Record<string, { minimum: Machine; recommended?: Machine }>

/** What a game of some weight needs on its platforms; `storage` is its own. */
export function needs(
  weight: keyof typeof machines,
  platforms: readonly (keyof typeof systems)[],
  storage: string,
): DemoGame['requirements'] {
  const system = platforms.map((platform) => systems[platform]).join(', ')
  const { minimum, recommended }: DemoGame['requirements'] = machines[weight]
  return {
    minimum: { system, ...minimum, storage },
    ...(recommended && { recommended: { system, ...recommended, storage } }),
  }
}
