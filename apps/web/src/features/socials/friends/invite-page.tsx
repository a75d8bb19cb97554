import { usePersonWords } from '@kettle/socials'
import { Avatar, buttonClass, EmptyState, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../lib/failed.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useSession } from '../../../lib/session.ts'
import { trpc } from '../../../lib/trpc.ts'
import { isMissing } from '../is-missing.ts'
import { RelationButtons } from './relation-buttons.tsx'

/** Where a friend link leads: who it belongs to, and the way to become friends. A guest logs in first and comes back. */
export function InvitePage({ code }: { code: string }) {
  const { t } = useTranslation(['people', 'common'])
  const { user, known } = useSession()
  usePageTitle(t('invite.guest'))
  if (!known) return <Waiting />
  if (user) return <Invitation code={code} />
  const from = `/friend/${encodeURIComponent(code)}`
  return (
    <EmptyState
      title={t('invite.guest')}
      headingLevel={1}
      action={
        <>
          <Link to="/login" search={{ from }} className={buttonClass()}>
            {t('common:nav.login')}
          </Link>
          <Link to="/register" search={{ from }} className={buttonClass({ look: 'secondary' })}>
            {t('common:nav.register')}
          </Link>
        </>
      }
    >
      {t('invite.guestText')}
    </EmptyState>
  )
}

function Invitation({ code }: { code: string }) {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const owner = trpc.socials.personByCode.useQuery({ code })
  const toFriends = (look: 'primary' | 'secondary') => (
    <Link to="/friends" className={buttonClass({ look })}>
      {t('invite.toFriends')}
    </Link>
  )
  if (owner.error && (!owner.data || isMissing(owner.error))) {
    if (isMissing(owner.error))
      return (
        <EmptyState title={t('invite.gone')} headingLevel={1} action={toFriends('primary')}>
          {t('invite.goneText')}
        </EmptyState>
      )
    return (
      <Failed title={t('invite.failed')} headingLevel={1} error={owner.error} onRetry={() => void owner.refetch()} />
    )
  }
  if (!owner.data) return <Waiting />
  const { user, relation, friendsInCommon } = owner.data
  const self = relation === 'self'
  return (
    <Card avatar={<Avatar src={user.avatar} size="huge" />}>
      <h1 className="text-3xl font-bold wrap-anywhere">
        {self ? t('invite.self') : t('invite.title', { name: nameOf(user) })}
      </h1>
      {friendsInCommon > 0 && <p className="font-semibold">{t('person.common', { count: friendsInCommon })}</p>}
      <p className="max-w-md text-ink-soft">{self ? t('invite.selfText') : t('invite.lead')}</p>
      <div className="flex flex-wrap justify-center gap-3">
        {!self && <RelationButtons person={user} relation={relation} />}
        {toFriends('secondary')}
      </div>
    </Card>
  )
}

function Card({ avatar, children }: { avatar: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-xl grid-cols-1 justify-items-center gap-4 px-4 pt-14 text-center">
      {avatar}
      {children}
    </div>
  )
}

function Waiting() {
  return (
    <div aria-busy="true">
      <Card avatar={<Skeleton className="size-24 rounded-full!" />}>
        <Skeleton className="h-9 w-72 max-w-full" />
        <Skeleton className="h-12 w-96 max-w-full" />
        <Skeleton className="h-11 w-48" />
      </Card>
    </div>
  )
}
