import type { KeyboardEvent } from 'react'

/**
 * If a key belongs to an input method that composes a word. Safari ends the composition before it tells of the Enter that ended it,
 * and marks that one by the key code 229 alone (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export const isComposing = ({ nativeEvent }: Pick<KeyboardEvent, 'nativeEvent'>): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229
