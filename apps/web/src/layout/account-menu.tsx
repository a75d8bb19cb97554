import { formatMoney, IconButton, Menu, MenuAction, MenuLink, UserIcon } from '@kettle/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../lib/errors.ts'
import { setSession, type User } from '../lib/session.ts'
import { useToast } from '../lib/toasts.tsx'
import { trpc } from '../lib/trpc.ts'

/** Where a user goes from anywhere: library, wallet, history, account, out. */
export default function AccountMenu({ user }: { user: User }) {
  const { t, i18n } = useTranslation()
  const navigate = useNavigate()
  const say = useToast()
  const explain = useExplain()
  const wallet = trpc.payments.wallet.useQuery()
  const logout = trpc.auth.logout.useMutation({
    onSuccess: async () => {
      await navigate({ to: '/' })
      await setSession(null)
    },
    onError: (error) => say('bad', explain(error)),
  })
  return (
    <Menu
      defaultOpen
      trigger={
        <IconButton label={`${t('nav.account')}: ${user.name}`}>
          <UserIcon />
        </IconButton>
      }
      heading={
        <>
          <span className="block max-w-60 truncate font-semibold">{user.name}</span>
          <span className="block max-w-60 truncate text-sm text-ink-soft">{user.email}</span>
        </>
      }
    >
      <MenuLink>
        <Link to="/library">{t('nav.library')}</Link>
      </MenuLink>
      <MenuLink>
        <Link to="/friends">{t('nav.friends')}</Link>
      </MenuLink>
      <MenuLink>
        <Link to="/messages/{-$userId}" params={{ userId: undefined }}>
          {t('nav.messages')}
        </Link>
      </MenuLink>
      <MenuLink>
        <Link to="/wallet">
          <span>{t('nav.wallet')}</span>
          {wallet.data && (
            <span className="ml-auto font-semibold tabular-nums text-copper">
              {formatMoney(wallet.data.balance, i18n.language)}
            </span>
          )}
        </Link>
      </MenuLink>
      <MenuLink>
        <Link to="/history">{t('nav.history')}</Link>
      </MenuLink>
      {user.role !== 'player' && (
        <MenuLink>
          <Link to="/publish">{t('nav.publish')}</Link>
        </MenuLink>
      )}
      {user.role === 'admin' && (
        <MenuLink>
          <Link to="/moderation">{t('nav.moderation')}</Link>
        </MenuLink>
      )}
      <MenuLink>
        <Link to="/account">{t('nav.account')}</Link>
      </MenuLink>
      <MenuAction onSelect={() => logout.mutate()}>{t('nav.logout')}</MenuAction>
    </Menu>
  )
}
