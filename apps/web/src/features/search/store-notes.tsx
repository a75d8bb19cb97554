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
  return <Note title={t('store.friendsRecent')}>{t('store.noFriendsYet')}</Note>
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
