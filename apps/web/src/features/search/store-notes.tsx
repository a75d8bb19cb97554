import type { PersonName } from '@kettle/api/client'
import { buttonClass, Skeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../lib/session.ts'

/** In the place of recommendations: a guest is invited, and who owns nothing yet hears how they come about. */
export function Invitation() {
  const { t } = useTranslation(['search', 'common'])
  const { user, known } = useSession()
  if (!known) return <Skeleton className="h-44 rounded-2xl" />
  if (user) return <Note title={t('store.recommended')}>{t('store.noGamesYet')}</Note>
  return (
    <Note
      title={t('store.recommended')}
      action={
        <>
          <Link to="/register" className={buttonClass()}>
            {t('common:nav.register')}
          </Link>
          <Link to="/login" search={{ from: '/' }} className={buttonClass({ look: 'quiet' })}>
            {t('common:nav.login')}
          </Link>
        </>
      }
    >
      {t('store.invitation')}
    </Note>
  )
}

/** In the place of what friends bought. */
export function NoFriendsYet() {
  const { t } = useTranslation('search')
  const { user } = useSession()
  const toFriends = user && (
    <Link to="/friends" search={{ section: 'find' }} className={buttonClass({ look: 'secondary' })}>
      {t('store.toFriends')}
    </Link>
  )
  return (
    <Note title={t('store.friendsRecent')} action={toFriends}>
      {t('store.noFriendsYet')}
    </Note>
  )
}

/** Who of one's friends bought a game: their pictures, the latest by name. */
export function Buyers({ friends }: { friends: PersonName[] }) {
  const { t } = useTranslation('search')
  const [latest, ...others] = friends
  if (!latest) return null
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden="true" className="flex shrink-0 -space-x-1.5">
        {friends.map(({ id, avatar }) => (
          <img key={id} src={avatar} alt="" width="20" height="20" loading="lazy" className="size-5 rounded-full" />
        ))}
      </span>
      <bdi className="line-clamp-2">
        {others.length > 0 ? t('store.friendsMore', { name: latest.name, count: others.length }) : latest.name}
      </bdi>
    </span>
  )
}

function Note({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid content-center justify-items-start gap-4 rounded-2xl border border-dashed border-edge px-5 py-7 sm:px-8"
    >
      <div className="grid gap-1.5">
        <h2 id={id} className="text-2xl font-bold">
          {title}
        </h2>
        <p className="max-w-2xl text-ink-soft">{children}</p>
      </div>
      {action && <div className="flex flex-wrap gap-3">{action}</div>}
    </section>
  )
}
