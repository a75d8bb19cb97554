import { OwnReview, type ReviewDraft } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { BridgeError } from '../../../shared/bridge.ts'
import type { StoreAnswer } from '../../../shared/store-requests.ts'
import { ask } from '../../lib/launcher.ts'
import { ownReviewChanged } from '../../lib/review-changes.ts'
import { useReviewDraft } from '../../lib/review-drafts.ts'
import { say } from '../../lib/say.ts'
import { askStore, storeClient } from '../../lib/store.ts'
import { ReviewCard } from './review-card.tsx'
import { useReviewFailure } from './use-review-failure.ts'

type OwnReviewBoxProps = {
  /** Who writes. */
  account: string
  gameId: string
  own: StoreAnswer<'socials.review'>
  developer: string | null
}

/** What the player has said of the game, or the way to say it. Who answers for a game doesn't review it. */
export function OwnReviewBox({ account, gameId, own, developer }: OwnReviewBoxProps) {
  const { t } = useTranslation('reviews')
  const explain = useReviewFailure()
  const [draft, setDraft] = useReviewDraft(account, gameId)
  if (own.mayReply) return null
  const change = (value: ReviewDraft | null): void => {
    // It may have been changed in another window since it was asked for.
    if (value && !draft) void storeClient.invalidateQueries({ queryKey: ['socials.review', { gameId }] })
    setDraft(value)
  }
  /** A game that was given back meanwhile is still on the list here. */
  const lookAgain = (error: unknown): void => {
    if (!(error instanceof BridgeError) || error.failure.reason !== 'NOT_OWNED') return
    void storeClient.invalidateQueries({ queryKey: ['socials.review', { gameId }] })
    void ask('refreshLibrary', undefined)
  }
  return (
    <OwnReview
      review={own.review}
      mayWrite={own.mayWrite}
      draft={draft}
      onDraft={change}
      onSave={async (words) => {
        try {
          ownReviewChanged(gameId, await askStore('socials.writeReview', { gameId, ...words }))
        } catch (error) {
          lookAgain(error)
          throw error
        }
        say('good', t('own.saved'))
      }}
      onRemove={async () => {
        await askStore('socials.removeReview', { gameId })
        ownReviewChanged(gameId, null)
        say('good', t('own.removed'))
      }}
      explain={explain}
    >
      {(review, actions) => <ReviewCard review={review} developer={developer} mayReply={false} actions={actions} />}
    </OwnReview>
  )
}
