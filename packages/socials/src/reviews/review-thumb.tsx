import { classNames, ThumbDownIcon, ThumbUpIcon } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** Up or down, in colour and in words. */
export function ReviewThumb({ recommended }: { recommended: boolean }) {
  const { t } = useTranslation('reviews')
  const Icon = recommended ? ThumbUpIcon : ThumbDownIcon
  return (
    <p
      className={classNames(
        'inline-flex items-center gap-2 justify-self-start rounded-full px-3 py-1.5 text-sm font-semibold',
        recommended ? 'bg-patina-wash text-patina' : 'bg-danger-wash text-danger',
      )}
    >
      <Icon className="size-4.5" />
      {recommended ? t('recommends') : t('advisesAgainst')}
    </p>
  )
}
