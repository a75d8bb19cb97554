import { gameLinksIn, type MessageActions } from '@kettle/socials'
import type { Outbox } from '@kettle/socials/live'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { LinkedGame } from './linked-game.tsx'

/** What a page of the store does with messages. */
export function useMessageActions(outbox: Outbox, onReport: (seq: number) => void): MessageActions {
  const { t, i18n } = useTranslation(['messages', 'errors'])
  const explain = useExplain()
  return {
    onRetry: outbox.retry,
    onDiscard: outbox.discard,
    onReport,
    // A kept reason as a sentence: the error itself may be of another visit.
    explain: (failure) =>
      failure && i18n.exists(`errors:${failure}`) ? t(`errors:${failure as 'NOT_FRIENDS'}`) : explain(undefined),
    cards: (text) => gameLinksIn(text, location.origin).map((slug) => <LinkedGame key={slug} slug={slug} />),
  }
}
