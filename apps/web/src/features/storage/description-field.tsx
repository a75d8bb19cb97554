import { Notice, TextArea } from '@kettle/ui'
import { type ComponentProps, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { WrittenText } from '../../lib/written-text.tsx'
import { PictureRefused, pictureRefusal, sendPicture } from './send-picture.ts'

type DescriptionFieldProps = ComponentProps<typeof TextArea> & {
  text: string
  /** Absent for a game that is not there yet, which takes no pictures. */
  gameId: string | undefined
}

/** A description in Markdown, with a look at it. Pictures that are pasted or dropped become screenshots of the game. */
export function DescriptionField({ text, gameId, ...area }: DescriptionFieldProps) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const utils = trpc.useUtils()
  const [refused, setRefused] = useState<ReturnType<typeof pictureRefusal>>()
  const addScreenshots = async (files: File[]) => {
    if (!gameId) return
    setRefused(undefined)
    try {
      for (const file of files) await sendPicture(gameId, 'screenshot', file)
      say('good', t('form.pastedPicture', { count: files.length }))
    } catch (error) {
      setRefused(pictureRefusal(error instanceof PictureRefused ? error.message : 'OFFLINE'))
    }
    await Promise.all([utils.storage.game.invalidate({ gameId }), utils.search.game.invalidate()])
  }
  const take = (event: { preventDefault: () => void }, data: DataTransfer) => {
    const pictures = [...data.files].filter(({ type }) => type.startsWith('image/'))
    if (!gameId || pictures.length === 0) return
    event.preventDefault()
    void addScreenshots(pictures)
  }
  return (
    <div className="grid gap-2">
      <TextArea
        {...area}
        onPaste={(event) => take(event, event.clipboardData)}
        onDrop={(event) => take(event, event.dataTransfer)}
      />
      {refused && <Notice tone="bad">{t(`pictures.refused.${refused}`)}</Notice>}
      {text.trim() !== '' && (
        <details className="rounded-lg border border-line px-4 py-2">
          <summary className="cursor-pointer py-1 font-semibold">{t('form.preview')}</summary>
          <div lang={area.lang} className="py-3">
            <WrittenText text={text} />
          </div>
        </details>
      )}
    </div>
  )
}
