import type { ReportedThing } from '@kettle/api/client'
import { ReportedItem, ReportedList, useVerdictWords, type Verdict } from '@kettle/socials'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { GameLink } from '../../game-link.tsx'
import { say } from '../../lib/say.ts'
import { askStore, storeClient, useStorePages } from '../../lib/store.ts'
import { StoreTrouble } from '../../store-trouble.tsx'
import { useReviewFailure } from './use-review-failure.ts'

/** Where moderators judge what players report. */
export function ModerationScreen() {
  const { t } = useTranslation('reviews')
  const reports = useStorePages('socials.reports', { limit: 10 })
  const more = { busy: reports.isFetchingNextPage, onMore: () => void reports.fetchNextPage() }
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-6">
      <header className="grid gap-1.5">
        <h1 className="text-3xl font-bold">{t('moderation.title')}</h1>
        <p className="text-ink-soft">{t('moderation.lead')}</p>
      </header>
      <StoreTrouble title={t('moderation.failed')} asked={reports} />
      {(!reports.error || reports.data) && (
        <ReportedList pages={reports.data?.pages} more={reports.hasNextPage ? more : undefined}>
          {(thing) => <Reported thing={thing} />}
        </ReportedList>
      )}
    </div>
  )
}

function Reported({ thing }: { thing: ReportedThing }) {
  const explain = useReviewFailure()
  const wordsOf = useVerdictWords()
  const [judging, setJudging] = useState<Verdict | null>(null)
  const { kind, targetId } = thing
  const judge = async (verdict: Verdict): Promise<void> => {
    setJudging(verdict)
    try {
      await askStore('socials.judgeReport', { kind, targetId, verdict })
      say('good', wordsOf(kind, verdict))
    } catch (error) {
      say('bad', explain(error))
    }
    // Also after a failure: another moderator may have been faster.
    await storeClient.invalidateQueries({ queryKey: ['socials.reports'] })
    setJudging(null)
  }
  return (
    <ReportedItem
      thing={thing}
      link={(game, words) => (
        <GameLink game={game} part="reviews" className="text-copper underline underline-offset-4">
          {words}
        </GameLink>
      )}
      judging={judging}
      onJudge={(verdict) => void judge(verdict)}
    />
  )
}
