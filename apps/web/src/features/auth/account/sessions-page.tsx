import {
  Button,
  classNames,
  formatDate,
  formatRelative,
  KettleMark,
  LaptopIcon,
  Notice,
  PhoneIcon,
  Section,
  Skeleton,
  Tag,
  TerminalIcon,
} from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { Failed } from '../../../lib/failed.tsx'
import { setSession } from '../../../lib/session.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { type Answers, trpc } from '../../../lib/trpc.ts'
import { AccountPage } from './account-layout.tsx'
import { readDevice } from './device.ts'
import { useDescribeDevice } from './use-describe-device.ts'

type SessionView = Answers['auth']['sessions'][number]

const pictures = { computer: LaptopIcon, phone: PhoneIcon, program: TerminalIcon, unknown: KettleMark }

/** Where the account is logged in, and how to end that. */
export function SessionsPage() {
  const { t } = useTranslation('account')
  const sessions = trpc.auth.sessions.useQuery(undefined, { staleTime: 0 })
  return (
    <AccountPage title={t('sessions.title')} lead={t('sessions.lead')}>
      {sessions.data ? (
        <Sessions sessions={sessions.data} />
      ) : sessions.error ? (
        <Failed title={t('sessions.failed')} error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : (
        <Skeleton className="h-72 rounded-2xl" />
      )}
    </AccountPage>
  )
}

function Sessions({ sessions }: { sessions: SessionView[] }) {
  const { t } = useTranslation('account')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const list = useRef<HTMLUListElement>(null)
  const others = sessions.filter((session) => !session.current).length
  const revokeOthers = trpc.auth.revokeOtherSessions.useMutation({
    onSuccess: async ({ revoked }) => {
      await utils.auth.sessions.invalidate()
      list.current?.focus()
      say('good', t('sessions.othersEnded', { count: revoked }))
    },
    onError: (error) => say('bad', explain(error)),
  })
  return (
    <Section title={t('sessions.where', { count: sessions.length })}>
      <ul ref={list} tabIndex={-1} className="grid divide-y divide-line border-y border-line outline-none">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnded={() => list.current?.focus()} />
        ))}
      </ul>
      {others > 0 && (
        <Button
          look="danger"
          className="justify-self-start"
          busy={revokeOthers.isPending}
          onClick={() => revokeOthers.mutate()}
        >
          {t('sessions.endOthers')}
        </Button>
      )}
      <Notice>{t('sessions.strange')}</Notice>
    </Section>
  )
}

function SessionRow({ session, onEnded }: { session: SessionView; onEnded: () => void }) {
  const { t, i18n } = useTranslation('account')
  const say = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const name = useDescribeDevice()(session.device)
  const Picture = pictures[readDevice(session.device).kind]
  const revoke = trpc.auth.revokeSession.useMutation({
    onSuccess: async () => {
      if (session.current) {
        await navigate({ to: '/' })
        return setSession(null)
      }
      await utils.auth.sessions.invalidate()
      onEnded()
      say('good', t('sessions.ended', { name }))
    },
    onError: (error) => {
      void utils.auth.sessions.invalidate()
      say('bad', explain(error))
    },
  })
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 py-3.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Picture className={classNames('size-7 shrink-0', session.current ? 'text-copper' : 'text-ink-soft')} />
      <div>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold" title={session.device ?? undefined}>
          {name}
          {session.current && <Tag>{t('sessions.this')}</Tag>}
        </p>
        <p className="text-sm text-ink-soft">
          {session.current
            ? t('sessions.active')
            : t('sessions.seen', { when: formatRelative(session.lastSeenAt, i18n.language) })}
          {' · '}
          {t('sessions.since', { date: formatDate(session.createdAt, i18n.language) })}
          {session.ip && (
            <>
              {' · '}
              <span className="inline-block break-all">{session.ip}</span>
            </>
          )}
        </p>
      </div>
      <Button
        look="secondary"
        size="small"
        className="col-start-2 justify-self-start sm:col-start-3"
        aria-label={session.current ? undefined : t('sessions.endOne', { name })}
        busy={revoke.isPending}
        onClick={() => revoke.mutate({ id: session.id })}
      >
        {session.current ? t('sessions.logout') : t('sessions.end')}
      </Button>
    </li>
  )
}
