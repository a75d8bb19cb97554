import { IconButton, Menu, MenuAction, MenuLink, MoreIcon } from '@kettle/ui'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

type MoreAboutPersonProps = {
  person: { name: string }
  areFriends: boolean
  /** The app's own link to their page; none on that page. */
  profile: ReactElement | null
  /** Ends the friendship, or blocks; resolves to what went wrong, as a sentence, or to null. */
  onAgree: (what: 'remove' | 'block') => Promise<string | null>
  /** The app's own dialog to report them. */
  report: (close: () => void) => ReactNode
}

/** What is done seldom about somebody: their page, an end to the friendship, a block, a report. All but the first ask first. */
export function MoreAboutPerson({ person, areFriends, profile, onAgree, report }: MoreAboutPersonProps) {
  const { t } = useTranslation(['people', 'reviews'])
  const { nameOf } = usePersonWords()
  const [asking, setAsking] = useState<'remove' | 'block' | 'report'>()
  const close = () => setAsking(undefined)
  const name = nameOf(person)
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('friends.more', { name })}>
            <MoreIcon />
          </IconButton>
        }
      >
        {profile && <MenuLink>{profile}</MenuLink>}
        {areFriends && <MenuAction onSelect={() => setAsking('remove')}>{t('remove.open')}</MenuAction>}
        <MenuAction onSelect={() => setAsking('block')}>{t('block.open')}</MenuAction>
        <MenuAction onSelect={() => setAsking('report')}>{t('reviews:report.open')}</MenuAction>
      </Menu>
      {asking === 'report' && report(close)}
      {asking && asking !== 'report' && (
        <ConfirmDialog
          title={t(`${asking}.title`, { name })}
          lead={t(`${asking}.lead`, { name })}
          submit={t(`${asking}.submit`)}
          onConfirm={() => onAgree(asking)}
          onClose={close}
        />
      )}
    </>
  )
}
