import { Button } from '@kettle/ui'
import { useTranslation } from 'react-i18next'

/** Fetches the next page of a list; nothing where there is none. */
export function MoreButton({
  pages: { hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const { t } = useTranslation()
  if (!hasNextPage) return null
  return (
    <Button look="quiet" className="justify-self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('more')}
    </Button>
  )
}
