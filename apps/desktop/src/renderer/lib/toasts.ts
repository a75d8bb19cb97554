import type { Toast } from '@kettle/ui'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noticePlace } from '../../shared/notice-place.ts'
import type { NoticeView } from '../../shared/views.ts'
import { useFailureText } from './failure.ts'
import { hear, useLauncher } from './launcher.ts'
import { onSaid } from './say.ts'

const SECONDS = 8
const MOST = 4

type Shown = { id: string } & ({ notice: NoticeView } | { said: Pick<Toast, 'tone' | 'text'> })

/** What was just done here, and what happens while somebody looks at this window; else the system says that, where there is one around us. */
export function useNoticeToasts(): { toasts: Toast[]; dismiss: (id: string) => void } {
  const { t } = useTranslation(['translation', 'people'])
  const { snapshot } = useLauncher()
  const failureText = useFailureText()
  const [shown, setShown] = useState<Shown[]>([])
  const dismiss = (id: string): void => setShown((all) => all.filter((one) => one.id !== id))
  useEffect(() => {
    const show = (what: { notice: NoticeView } | { said: Pick<Toast, 'tone' | 'text'> }): void => {
      const id = crypto.randomUUID()
      setShown((all) => [...all, { id, ...what }].slice(-MOST))
      setTimeout(() => setShown((all) => all.filter((one) => one.id !== id)), SECONDS * 1000)
    }
    const stops = [
      hear('notice', (notice) => {
        if (!window.kettle || document.hasFocus()) show({ notice })
      }),
      onSaid((said) => show({ said })),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  const text = (notice: NoticeView): string => {
    if (notice.kind === 'reviewReply') return t('people:notices.reviewReply')
    if (notice.kind === 'reviewJudged') return t(`people:notices.${notice.verdict}`)
    const { title } = notice
    if (notice.kind === 'message') return `${title}: ${notice.text}`
    // After a name the sentence goes on.
    if (notice.kind === 'friendPlaying') return `${title} ${t('notices.friendPlaying', { game: notice.game })}`
    if ('userId' in notice) return `${title} ${t(`notices.${notice.kind}`)}`
    const said =
      notice.kind === 'failed'
        ? t('notices.failed', { why: failureText(notice.failure) })
        : t(`notices.${notice.kind}`, { version: notice.version })
    return `${title}: ${said}`
  }
  return {
    toasts: shown.map((one) => {
      if ('said' in one) return { id: one.id, ...one.said }
      const { id, notice } = one
      const href = snapshot ? noticePlace(notice, snapshot) : undefined
      return { id, tone: badNews(notice) ? 'bad' : 'good', text: text(notice), href }
    }),
    dismiss,
  }
}

function badNews(notice: NoticeView): boolean {
  return notice.kind === 'failed' || (notice.kind === 'reviewJudged' && notice.verdict === 'removed')
}
