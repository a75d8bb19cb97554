import type { ReportedThing } from '@kettle/api/client'
import { ReportedItem, ReportedList, useVerdictWords } from '@kettle/socials'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../../layout/page.tsx'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'

/** Where moderators judge what players report. */
export function ModerationPage() {
  const { t } = useTranslation('reviews')
  return (
    <Page narrow title={t('moderation.title')} lead={t('moderation.lead')}>
      <Reports />
    </Page>
  )
}

function Reports() {
  const { t } = useTranslation('reviews')
  const reports = trpc.socials.reports.useInfiniteQuery(
    { limit: 10 },
    { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
  )
  if (reports.error && !reports.data)
    return <Failed title={t('moderation.failed')} error={reports.error} onRetry={() => void reports.refetch()} />
  const more = { busy: reports.isFetchingNextPage, onMore: () => void reports.fetchNextPage() }
  return (
    <ReportedList pages={reports.data?.pages} more={reports.hasNextPage ? more : undefined}>
      {(thing) => <Reported thing={thing} />}
    </ReportedList>
  )
}

function Reported({ thing }: { thing: ReportedThing }) {
  const say = useToast()
  const explain = useExplain()
  const wordsOf = useVerdictWords()
  const utils = trpc.useUtils()
  const { kind, targetId } = thing
  const judge = trpc.socials.judgeReport.useMutation({
    onSuccess: (_nothing, { verdict }) => say('good', wordsOf(kind, verdict)),
    onError: (error) => say('bad', explain(error)),
    // Also after a failure: another moderator may have been faster.
    onSettled: () => utils.socials.reports.invalidate(),
  })
  return (
    <ReportedItem
      thing={thing}
      link={({ slug }, words) => (
        <Link to="/game/$slug" params={{ slug }} hash="reviews" className="text-copper underline underline-offset-4">
          {words}
        </Link>
      )}
      judging={judge.isPending ? judge.variables.verdict : null}
      onJudge={(verdict) => judge.mutate({ kind, targetId, verdict })}
    />
  )
}
