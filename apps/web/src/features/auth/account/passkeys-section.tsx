import { Button, formatDate, formatRelative, KeyIcon, Notice, Section } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../../lib/lazy-part.tsx'
import { passkeysPossible } from '../passkeys.ts'

const AddPasskeyDialog = lazyDialog(() => import('./add-passkey-dialog.tsx'))
const RemovePasskeyDialog = lazyDialog(() => import('./remove-passkey-dialog.tsx'))

export type Passkey = { id: string; name: string; createdAt: string; lastUsedAt: string | null }

/** The devices that log in by themselves. */
export function PasskeysSection({ passkeys }: { passkeys: Passkey[] }) {
  const { t, i18n } = useTranslation('account')
  const [open, setOpen] = useState<'add' | Passkey>()
  const close = () => setOpen(undefined)
  return (
    <Section title={t('passkeys.title')} lead={t('passkeys.lead')}>
      {passkeys.length > 0 && (
        <ul className="grid divide-y divide-line border-y border-line">
          {passkeys.map((passkey) => (
            <li
              key={passkey.id}
              className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 py-3.5 sm:grid-cols-[auto_minmax(0,1fr)_auto]"
            >
              <KeyIcon className="size-6 shrink-0 text-copper" />
              <div>
                <p className="font-semibold break-words">{passkey.name}</p>
                <p className="text-sm text-ink-soft">
                  {t('passkeys.added', { date: formatDate(passkey.createdAt, i18n.language) })}
                  {' · '}
                  {passkey.lastUsedAt
                    ? t('passkeys.used', { when: formatRelative(passkey.lastUsedAt, i18n.language) })
                    : t('passkeys.neverUsed')}
                </p>
              </div>
              <Button
                look="secondary"
                size="small"
                className="col-start-2 justify-self-start sm:col-start-3"
                aria-label={t('passkeys.removeOne', { name: passkey.name })}
                onClick={() => setOpen(passkey)}
              >
                {t('passkeys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {passkeysPossible() ? (
        <Button
          look={passkeys.length > 0 ? 'secondary' : 'primary'}
          className="justify-self-start"
          onClick={() => setOpen('add')}
        >
          {t('passkeys.add')}
        </Button>
      ) : (
        <Notice>{t('passkeys.notHere')}</Notice>
      )}
      {open === 'add' && <AddPasskeyDialog onClose={close} />}
      {open && open !== 'add' && <RemovePasskeyDialog passkey={open} onClose={close} />}
    </Section>
  )
}
