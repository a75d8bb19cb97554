import { Button, buttonClass, Dialog, formatBytes, Spinner } from '@kettle/ui'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '../../shared/bridge.ts'
import type { LinkView } from '../../shared/views.ts'
import { useFailureText } from '../lib/failure.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { ask, installOf } from '../lib/launcher.ts'
import { gamePath } from '../lib/route.ts'

/** What a link from outside wants. It can only ask: whatever it leads to is begun by a click here. */
export function LinkDialog({ link, snapshot }: { link: LinkView; snapshot: Snapshot }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const { session, settings, library } = snapshot
  const { gameId, state, verb } = link
  const game = library.games.find(({ id }) => id === gameId)
  const { status } = installOf(snapshot, gameId)
  const offersInstall = verb !== 'game' && status === 'absent' && game?.build
  const offersPlay = verb === 'play' && status === 'ready'
  const found = state === 'owned' ? game : undefined
  const foundId = found?.id
  const settled = found && !offersInstall && !offersPlay

  useEffect(() => {
    if (foundId) location.hash = gamePath(foundId)
  }, [foundId])
  useEffect(() => {
    // The game's page says it all.
    if (settled) close()
  }, [settled])

  if (settled || state === 'signedOut') return null
  if (state === 'looking')
    return (
      <Dialog title={t('link.looking')} onClose={close}>
        <div className="grid justify-items-center py-4">
          <Spinner className="size-8" />
        </div>
      </Dialog>
    )
  if (found) {
    const agree = (): void => {
      close()
      if (offersPlay) void ask('play', { gameId, language: currentLanguage() })
      else void ask('install', { gameId })
    }
    return (
      <Dialog
        title={t(offersPlay ? 'link.play' : 'link.install', { title: found.title })}
        description={
          offersInstall &&
          t('link.installText', {
            size: formatBytes(offersInstall.installBytes, currentLanguage()),
            folder: settings.gamesFolder,
          })
        }
        onClose={close}
      >
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={close}>
            {t('link.no')}
          </Button>
          <Button onClick={agree}>{t(offersPlay ? 'game.play' : 'game.install')}</Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t(state === 'unknown' ? 'link.unknown' : 'link.notOwned')}
      description={state === 'unknown' ? failureText(library.failure ?? 'OFFLINE') : t('link.notOwnedText')}
      onClose={close}
    >
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={close}>
          {t('link.close')}
        </Button>
        {session.status === 'signedIn' && state !== 'unknown' && (
          <a href={session.server} target="_blank" rel="noreferrer" onClick={close} className={buttonClass({})}>
            {t('link.toStore')}
          </a>
        )}
      </div>
    </Dialog>
  )
}

function close(): void {
  void ask('dismissLink', undefined)
}
