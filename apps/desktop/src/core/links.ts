import type { LinkView } from '../shared/views.ts'
import type { DeepLink } from './deep-link.ts'
import type { Library } from './library.ts'
import type { Session } from './session.ts'

/** The link from outside that waits for the player: one at a time, the newest. */
export interface Links {
  view(): LinkView | null
  open(link: DeepLink): Promise<void>
  /** Looks again, as after a log-in. */
  look(): Promise<void>
  /** The player has seen to it. */
  dismiss(): void
}

/** A game that was bought a moment ago is not in the list that is kept here: the store is asked before anything is said. */
export function createLinks(deps: {
  session: Session
  library: Pick<Library, 'game' | 'view' | 'refresh'>
  changed: () => void
}): Links {
  const { session, library, changed } = deps
  let waiting: DeepLink | null = null
  let state: LinkView['state'] = 'looking'

  const say = (now: LinkView['state']): void => {
    state = now
    changed()
  }
  const look = async (): Promise<void> => {
    const link = waiting
    if (!link) return
    if (!session.account()) return say('signedOut')
    if (!library.game(link.gameId)) {
      say('looking')
      await library.refresh()
      if (link !== waiting) return
    }
    if (!session.account()) return say('signedOut')
    if (library.game(link.gameId)) say('owned')
    else say(library.view().failure ? 'unknown' : 'notOwned')
  }
  return {
    view: () => waiting && { ...waiting, state },
    open(link) {
      waiting = link
      return look()
    },
    look,
    dismiss() {
      waiting = null
      changed()
    },
  }
}
