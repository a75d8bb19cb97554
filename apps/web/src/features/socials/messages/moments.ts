import { formatDate, formatDay } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { dayOf } from './log-rows.ts'

/** Moments as messengers write them. */
export function useMoments(): {
  time: (iso: string) => string
  day: (iso: string) => string
  short: (iso: string) => string
} {
  const { t, i18n } = useTranslation('messages')
  const time = (iso: string) =>
    new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
  const ago = (days: number) => dayOf(new Date(Date.now() - days * 86_400_000).toISOString())
  const day = (iso: string) => {
    if (dayOf(iso) === ago(0)) return t('today')
    if (dayOf(iso) === ago(1)) return t('yesterday')
    const thisYear = new Date(iso).getFullYear() === new Date().getFullYear()
    return (thisYear ? formatDay : formatDate)(iso, i18n.language)
  }
  const short = (iso: string) => {
    if (dayOf(iso) === ago(0)) return time(iso)
    return new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short' }).format(new Date(iso))
  }
  return { time, day, short }
}
