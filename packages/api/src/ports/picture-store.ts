/** What a picture is of, which fixes its shape: a cover 3:4, a header 12:5, a screenshot 16:9. */
export type PictureKind = 'cover' | 'header' | 'screenshot'

/** Keeps the pictures of games, each in the sizes that screens ask for. */
export interface PictureStore {
  /**
   * Keeps a picture and gives the name that the game remembers it by. Twice is as once.
   * Rejects with DomainError INVALID_PICTURE for what is no JPEG, PNG, WebP or AVIF, is too small, or too large to open safely.
   */
  save(bytes: Buffer, kind: PictureKind): Promise<string>
  /** The names of pictures that were last saved before this moment, some hundreds at a time. */
  list(savedBefore: Date): AsyncIterable<readonly string[]>
  /** Forgets a picture. Repeating it changes nothing. */
  remove(name: string): Promise<void>
}
