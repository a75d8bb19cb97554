import { Button, KettleMark } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../shared/bridge.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { ask } from './lib/launcher.ts'
import { libraryPath } from './lib/route.ts'

export function TopBar({ session }: { session: Extract<SessionView, { status: 'signedIn' }> }) {
  const { t } = useTranslation()
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2.5 sm:px-8">
        <a href={libraryPath} className="flex items-center gap-2 font-display text-xl font-bold">
          <KettleMark className="size-8" />
          Kettle
        </a>
        <span className="flex-1" />
        <span className="max-w-48 truncate text-ink-soft" title={`${session.user.email} · ${session.server}`}>
          {session.user.name}
        </span>
        <LanguageSwitch />
        <Button look="quiet" size="small" onClick={() => void ask('logout', undefined)}>
          {t('logout')}
        </Button>
      </div>
      {!session.kept && <p className="bg-copper-wash px-5 py-1.5 text-center text-sm">{t('session.notKept')}</p>}
    </header>
  )
}
