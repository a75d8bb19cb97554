import { classNames, KettleMark, Notice, ToastList, UiProvider } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { GameFrame } from './game-frame.tsx'
import { currentLanguage } from './lib/i18n.ts'
import { useLauncher } from './lib/launcher.ts'
import { useLookAt } from './lib/look-at.ts'
import { libraryRoute, useRoute } from './lib/route.ts'
import { useNoticeToasts } from './lib/toasts.ts'
import { DownloadsScreen } from './screens/downloads-screen.tsx'
import { GameScreen } from './screens/game-screen.tsx'
import { LibraryScreen } from './screens/library-screen.tsx'
import { LinkDialog } from './screens/link-dialog.tsx'
import { LoginScreen } from './screens/login-screen.tsx'
import { FriendsScreen } from './screens/people/friends-screen.tsx'
import { PersonScreen } from './screens/people/person-screen.tsx'
import { ModerationScreen } from './screens/reviews/moderation-screen.tsx'
import { SettingsScreen } from './screens/settings-screen.tsx'
import { WelcomeScreen } from './screens/welcome-screen.tsx'
import { TopBar } from './top-bar.tsx'

/** The whole screen: what the launcher is at decides between waiting, log-in, library, game and play. */
export function App() {
  const { t } = useTranslation()
  const { snapshot, connected } = useLauncher()
  return (
    <UiProvider locale={currentLanguage()} words={t('ui', { returnObjects: true })}>
      {!connected && (
        <div className="sticky top-0 z-50 p-2">
          <Notice tone="bad">{t('launcherAway')}</Notice>
        </div>
      )}
      {snapshot ? <Screens snapshot={snapshot} /> : <Waking />}
      <Notices />
    </UiProvider>
  )
}

function Notices() {
  const { toasts, dismiss } = useNoticeToasts()
  return <ToastList toasts={toasts} onDismiss={dismiss} />
}

function Screens({ snapshot }: { snapshot: NonNullable<ReturnType<typeof useLauncher>['snapshot']> }) {
  const asked = useRoute()
  const { session, playing, link, settings } = snapshot
  const moderates = session.status === 'signedIn' && session.user.role === 'admin'
  // For all but moderators there is no such screen.
  const route = asked.screen === 'moderation' && !moderates ? libraryRoute : asked
  const talking = route.screen === 'friends'
  useLookAt(talking ? route.userId : null)
  if (session.status === 'signedOut' && !settings.welcomed)
    return <WelcomeScreen server={session.server} settings={settings} />
  if (session.status === 'signedOut') return <LoginScreen server={session.server} link={link} />
  if (playing?.page) return <GameFrame title={playing.title} page={playing.page} />
  return (
    <div
      className={classNames(
        'grid',
        // What is written scrolls by itself, above the line to write in.
        talking ? 'h-dvh grid-rows-[auto_minmax(0,1fr)]' : 'min-h-dvh grid-rows-[auto_1fr]',
      )}
    >
      <TopBar snapshot={snapshot} route={route} />
      <main
        className={classNames('mx-auto w-full max-w-7xl', talking ? 'min-h-0 md:px-8 md:py-5' : 'px-5 py-6 sm:px-8')}
      >
        {route.screen === 'game' ? (
          <GameScreen key={route.gameId} route={route} snapshot={snapshot} />
        ) : route.screen === 'downloads' ? (
          <DownloadsScreen snapshot={snapshot} />
        ) : route.screen === 'friends' ? (
          <FriendsScreen show={route.show} userId={route.userId} snapshot={snapshot} />
        ) : route.screen === 'person' ? (
          <PersonScreen key={route.userId} userId={route.userId} snapshot={snapshot} />
        ) : route.screen === 'moderation' ? (
          <ModerationScreen />
        ) : route.screen === 'settings' ? (
          <SettingsScreen snapshot={snapshot} />
        ) : (
          <LibraryScreen snapshot={snapshot} query={route.query} show={route.show} />
        )}
      </main>
      {link && <LinkDialog link={link} snapshot={snapshot} />}
    </div>
  )
}

function Waking() {
  const { t } = useTranslation()
  return (
    <div role="status" className="grid min-h-dvh place-content-center justify-items-center gap-4 text-ink-soft">
      <KettleMark steaming className="size-24" />
      {t('waiting')}
    </div>
  )
}
