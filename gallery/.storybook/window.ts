/** What the tests and the preview tell each other. */
declare global {
  interface Window {
    /** Language and theme that a test asks for; they go before those of the toolbar. */
    kettleLook?: { locale: 'en' | 'ru'; theme: 'light' | 'dark' }
    /** What the story on screen says of itself: see `screenStory`. */
    kettleStory?: { busy: boolean; logs: boolean }
    /** Whether no question of a screen waits for its answer. */
    kettleIsQuiet(): boolean
  }
}

export {}
