import { Button, classNames, EmptyState, formatBytes, formatDateTime, Skeleton, Tag } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { Failed } from '../../lib/failed.tsx'
import { useToast } from '../../lib/toasts.tsx'
import { type Answers, trpc } from '../../lib/trpc.ts'
import { NotesDialog } from './notes-dialog.tsx'
import type { OwnGame } from './own-game.tsx'

type Build = Answers['storage']['builds'][number]
const channels = ['stable', 'beta'] as const

/** Every build that was pushed, and which of them players get on which channel. An older one again is a roll-back. */
export function BuildsPanel({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  const builds = trpc.storage.builds.useQuery({ gameId: game.id })
  if (builds.error && !builds.data)
    return <Failed title={t('builds.failed')} error={builds.error} onRetry={() => void builds.refetch()} />
  if (!builds.data) return <Skeleton className="h-64 rounded-2xl" />
  const command = `kettle push ./game --game ${game.slug} --platform ${game.platforms[0] ?? 'any'} --version 1.0.0`
  return (
    <div className="grid gap-6">
      {builds.data.length === 0 ? (
        <EmptyState title={t('builds.empty')}>{t('builds.emptyText')}</EmptyState>
      ) : (
        <ul className="overflow-hidden rounded-2xl border border-line bg-surface shadow-card">
          {builds.data.map((build) => (
            <BuildRow key={build.id} gameId={game.id} build={build} />
          ))}
        </ul>
      )}
      <div className="grid gap-2">
        <p className="text-ink-soft">{t('builds.push')}</p>
        <pre className="rounded-xl bg-night px-4 py-3 text-sm whitespace-pre-wrap wrap-anywhere text-steam">
          <code>{command}</code>
        </pre>
      </div>
    </div>
  )
}

function BuildRow({ gameId, build }: { gameId: string; build: Build }) {
  const { t, i18n } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const promote = trpc.storage.promote.useMutation({
    onSuccess: (_answer, { channel }) => {
      say('good', t('builds.promoted', { version: build.version, channel: t(`channel.${channel ?? 'stable'}`) }))
      return Promise.all([
        utils.storage.builds.invalidate({ gameId }),
        utils.storage.game.invalidate({ gameId }),
        utils.search.game.invalidate(),
      ])
    },
    onError: (error) => say('bad', explain(error)),
  })
  const [writing, setWriting] = useState(false)
  const bytes = (size: number) => formatBytes(size, i18n.language)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-0">
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {build.version}
          <span className="font-normal text-ink-soft">{t(`platform.${build.platform as 'any'}`)}</span>
          {build.channels.map((channel) => (
            <Tag key={channel}>{t(`channel.${channel as 'stable'}`)}</Tag>
          ))}
        </p>
        <p className="text-sm text-ink-soft">
          {formatDateTime(build.createdAt, i18n.language)} ·{' '}
          {t('builds.size', { install: bytes(build.installBytes), download: bytes(build.downloadBytes) })}
        </p>
      </div>
      <div className={classNames('flex flex-wrap gap-2', promote.isPending && 'opacity-60')}>
        <Button look="quiet" size="small" onClick={() => setWriting(true)}>
          {t(build.notes ? 'builds.editNotes' : 'builds.addNotes')}
        </Button>
        {channels
          .filter((channel) => !build.channels.includes(channel))
          .map((channel) => (
            <Button
              key={channel}
              look="secondary"
              size="small"
              disabled={promote.isPending}
              onClick={() => promote.mutate({ buildId: build.id, channel })}
            >
              {t(`builds.to.${channel}`)}
            </Button>
          ))}
      </div>
      {build.notes && (
        <details className="w-full">
          <summary className="w-fit rounded-md text-sm font-semibold text-ink-soft hover:text-copper">
            {t('builds.notes')}
          </summary>
          <p className="max-w-prose pt-2 wrap-break-word whitespace-pre-line">{build.notes}</p>
        </details>
      )}
      {writing && <NotesDialog gameId={gameId} build={build} onClose={() => setWriting(false)} />}
    </li>
  )
}
