import { Button, Dialog, DownloadIcon, formatBytes, Notice, PlayIcon } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure, InstallView, LibraryGame } from '../../shared/views.ts'
import { useFailureText } from '../lib/failure.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { ask } from '../lib/launcher.ts'
import { FailureDetail } from './failure-detail.tsx'
import { InstallProgress } from './install-progress.tsx'

type Word = { tone: 'good' | 'bad'; text: string }

/** Install, stop, play, check, remove: what makes sense now, the likeliest first. */
export function GameActions({ game, install, playing }: { game: LibraryGame; install: InstallView; playing: boolean }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [word, setWord] = useState<Word | null>(null)
  const [removing, setRemoving] = useState(false)
  const { status } = install
  const gameId = game.id

  /** Does it, and says so when it fails. */
  const attempt = async (doing: Promise<{ ok: true } | { ok: false; failure: Failure }>): Promise<void> => {
    setWord(null)
    const answer = await doing
    if (!answer.ok) setWord({ tone: 'bad', text: failureText(answer.failure.reason) })
  }
  const verify = async (): Promise<void> => {
    setWord(null)
    const answer = await ask('verify', { gameId })
    if (!answer.ok) setWord({ tone: 'bad', text: failureText(answer.failure.reason) })
    else if (answer.value.whole) setWord({ tone: 'good', text: t('game.whole') })
  }
  const start = (): void => void attempt(ask('install', { gameId }))
  const play = (): void => void attempt(ask('play', { gameId, language: currentLanguage() }))
  const working = ['queued', 'downloading', 'verifying', 'removing'].includes(status)
  const outdated = status === 'ready' && game.build !== null && game.build.version !== install.version

  return (
    <section className="grid gap-4">
      {working && <InstallProgress install={install} onStop={() => void attempt(ask('cancelInstall', { gameId }))} />}
      {playing && (
        <Button
          look="secondary"
          size="large"
          className="w-fit"
          onClick={() => void attempt(ask('stopPlaying', undefined))}
        >
          {t('game.stop')}
        </Button>
      )}
      {!working && !playing && (
        <div className="flex flex-wrap items-center gap-3">
          {status === 'ready' && (
            <Button size="large" onClick={play}>
              <PlayIcon />
              {t('game.play')}
            </Button>
          )}
          {status === 'absent' && game.build && (
            <Button size="large" onClick={start}>
              <DownloadIcon />
              {t('game.installSize', { size: formatBytes(game.build.installBytes, currentLanguage()) })}
            </Button>
          )}
          {status === 'stopped' && (
            <Button size="large" onClick={start}>
              <DownloadIcon />
              {t('game.resume')}
            </Button>
          )}
          {status === 'broken' && (
            <Button size="large" onClick={start}>
              {t('game.repair')}
            </Button>
          )}
          {outdated && (
            <Button look="secondary" size="large" onClick={start}>
              {t('game.update', { version: game.build?.version ?? '' })}
            </Button>
          )}
          {(status === 'ready' || status === 'broken') && (
            <Button look="secondary" onClick={() => void verify()}>
              {t('game.verify')}
            </Button>
          )}
          {status !== 'absent' && (
            <Button look="quiet" onClick={() => setRemoving(true)}>
              {t('game.uninstall')}
            </Button>
          )}
        </div>
      )}
      {status === 'absent' && !game.build && <Notice>{t('game.noBuild')}</Notice>}
      {word && <Notice tone={word.tone}>{word.text}</Notice>}
      {!word && status === 'broken' && <Notice tone="bad">{t('game.damaged')}</Notice>}
      {!word && status === 'stopped' && !install.failure && <Notice>{t('game.stopped')}</Notice>}
      {!word && status !== 'broken' && install.failure && (
        <Notice tone="bad">
          {failureText(install.failure)}
          {install.detail && <FailureDetail detail={install.detail} />}
        </Notice>
      )}
      {removing && (
        <Dialog
          title={t('game.uninstallTitle', { title: game.title })}
          description={t('game.uninstallText')}
          onClose={() => setRemoving(false)}
        >
          <div className="flex flex-wrap justify-end gap-3">
            <Button look="secondary" onClick={() => setRemoving(false)}>
              {t('game.no')}
            </Button>
            <Button
              look="danger"
              onClick={() => {
                setRemoving(false)
                void attempt(ask('uninstall', { gameId }))
              }}
            >
              {t('game.uninstallYes')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  )
}
