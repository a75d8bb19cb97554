import { useTranslation } from 'react-i18next'
import { readDevice } from './device.ts'

/** Says a device in plain words: "Chrome on Windows". */
export function useDescribeDevice(): (userAgent: string | null) => string {
  const { t } = useTranslation('account')
  return (userAgent) => {
    const { kind, browser, system } = readDevice(userAgent)
    if (kind === 'program') return t('device.program')
    if (browser && system) return t('device.on', { browser, system })
    return browser ?? system ?? t('device.unknown')
  }
}
