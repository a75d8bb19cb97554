import {
  Button,
  buttonClass,
  ChevronLeftIcon,
  ChevronRightIcon,
  CoverImage,
  classNames,
  IconButton,
  Notice,
  Section,
} from '@kettle/ui'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type OwnGame, titleOf } from './own-game.tsx'
import { type PictureKind, PictureRefused, pictureRefusal, sendPicture } from './send-picture.ts'
import { useScreenshotOrder } from './use-screenshot-order.ts'

const MAX_SCREENSHOTS = 12

/** A game's cover, header and screenshots; a new one is sent as soon as it is chosen. */
export function PicturesPanel({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="grid items-start gap-6 md:grid-cols-[18rem_minmax(0,1fr)]">
        <Section title={t('pictures.cover')} lead={t('pictures.coverLead')}>
          <div className="overflow-hidden rounded-xl">
            <CoverImage src={game.cover} title={titleOf(game)} />
          </div>
          <Choose game={game} kind="cover" />
        </Section>
        <Section title={t('pictures.header')} lead={t('pictures.headerLead')}>
          <div className="overflow-hidden rounded-xl">
            <CoverImage src={game.header} title={titleOf(game)} shape="wide" />
          </div>
          <Choose game={game} kind="header" />
        </Section>
      </div>
      <Section title={t('pictures.screenshots')} lead={t('pictures.screenshotsLead', { count: MAX_SCREENSHOTS })}>
        {game.screenshots.length > 0 && <Screenshots game={game} />}
        {game.screenshots.length < MAX_SCREENSHOTS ? (
          <Choose game={game} kind="screenshot" />
        ) : (
          <Notice>{t('pictures.full')}</Notice>
        )}
      </Section>
    </div>
  )
}

/** The screenshots in their order, to be dragged or moved by buttons into another one. */
function Screenshots({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  const { move, moved } = useScreenshotOrder(game.id)
  const [dragged, setDragged] = useState<string | null>(null)
  return (
    <>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {game.screenshots.map((path, place) => (
          <li
            key={path}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              setDragged(path)
            }}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged) event.preventDefault()
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged && dragged !== path) move(dragged, place)
            }}
            className={classNames('grid cursor-grab content-start gap-2', dragged === path && 'opacity-50')}
          >
            <Screenshot gameId={game.id} path={path} place={place} count={game.screenshots.length} onMove={move} />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {moved !== null && t('pictures.moved', { number: moved + 1 })}
      </p>
    </>
  )
}

type ScreenshotProps = {
  gameId: string
  path: string
  place: number
  count: number
  onMove: (path: string, to: number) => void
}

function Screenshot({ gameId, path, place, count, onMove }: ScreenshotProps) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const remove = trpc.storage.removeScreenshot.useMutation({
    onSuccess: () => Promise.all([utils.storage.game.invalidate(), utils.search.game.invalidate()]),
    onError: (error) => say('bad', explain(error)),
  })
  const name = t('pictures.screenshot', { number: place + 1 })
  const moveButton = (step: -1 | 1) => {
    const to = place + step
    const isEnd = to < 0 || to >= count
    return (
      <IconButton
        label={`${t(step < 0 ? 'pictures.earlier' : 'pictures.later')}: ${name}`}
        // Not `disabled`: a picture that has come to the end keeps the focus.
        aria-disabled={isEnd}
        className="aria-disabled:opacity-40"
        onClick={(event) => {
          if (isEnd) return
          const button = event.currentTarget
          onMove(path, to)
          // The browser takes the focus from what is moved within the list.
          requestAnimationFrame(() => button.focus())
        }}
      >
        {step < 0 ? <ChevronLeftIcon /> : <ChevronRightIcon />}
      </IconButton>
    )
  }
  return (
    <>
      <img
        src={path}
        alt={name}
        width={960}
        height={540}
        loading="lazy"
        draggable={false}
        className="rounded-xl bg-sunk"
      />
      <div className="flex items-center justify-between gap-2">
        <Button
          look="quiet"
          size="small"
          busy={remove.isPending}
          aria-label={`${t('pictures.remove')}: ${name}`}
          onClick={() => remove.mutate({ gameId, path })}
        >
          {t('pictures.remove')}
        </Button>
        {count > 1 && (
          <div className="flex">
            {moveButton(-1)}
            {moveButton(1)}
          </div>
        )}
      </div>
    </>
  )
}

/** A button that is a file field: what is chosen is sent, and what is refused says why. */
function Choose({ game, kind }: { game: OwnGame; kind: PictureKind }): ReactNode {
  const { t } = useTranslation('publish')
  const id = useId()
  const utils = trpc.useUtils()
  const [state, setState] = useState<'idle' | 'sending' | { refused: string }>('idle')
  const send = async (files: File[]) => {
    setState('sending')
    try {
      for (const file of files) await sendPicture(game.id, kind, file)
      setState('idle')
    } catch (error) {
      setState({ refused: error instanceof PictureRefused ? error.message : 'OFFLINE' })
    }
    await Promise.all([utils.storage.game.invalidate(), utils.search.game.invalidate()])
  }
  return (
    <div className="grid gap-3">
      {typeof state === 'object' && (
        <Notice tone="bad">{t(`pictures.refused.${pictureRefusal(state.refused)}`)}</Notice>
      )}
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        multiple={kind === 'screenshot'}
        disabled={state === 'sending'}
        className="peer sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) void send(files)
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass({ look: 'secondary' })} cursor-pointer justify-self-start peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-copper-fill peer-disabled:opacity-60`}
      >
        {state === 'sending' ? t('pictures.sending') : t(kind === 'screenshot' ? 'pictures.add' : 'pictures.choose')}
      </label>
    </div>
  )
}
