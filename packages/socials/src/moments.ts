import { formatDate, formatDay } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { dayOf } from './live/day-of.ts'

/** Moments as messengers write them. */
export function useMoments(): {
  time: (iso: string) => string
  day: (iso: string) => string
  short: (iso: string) => string
} {
  const { t, i18n } = useTranslation('messages')
  const { language } = i18n
  const time = (iso: string): string =>
    new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
  const ago = (days: number): string => {
    const date = new Date()
    date.setDate(date.getDate() - days)
    return dayOf(date.toISOString())
  }
  return {
    time,
    day(iso) {
      if (dayOf(iso) === ago(0)) return t('today')
      if (dayOf(iso) === ago(1)) return t('yesterday')
      const thisYear = new Date(iso).getFullYear() === new Date().getFullYear()
      return (thisYear ? formatDay : formatDate)(iso, language)
    },
    short: (iso) =>
      dayOf(iso) === ago(0)
        ? time(iso)
        : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' }).format(new Date(iso)),
  }
}
