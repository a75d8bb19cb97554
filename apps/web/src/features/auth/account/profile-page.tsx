import { updateProfileInput } from '@kettle/api/client'
import { Button, formatDate, Notice, Section, SelectField, TextField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useSchemaForm } from '../../../lib/form.ts'
import { currentLanguage, type Language } from '../../../lib/i18n.ts'
import { setSession, type User, useLanguageChoice, useSession } from '../../../lib/session.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'
import { AccountPage } from './account-layout.tsx'
import { EmailSection } from './email-section.tsx'

const languages: { value: Language; label: string }[] = [
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
]

/** Who one is here: name, language, address. */
export function ProfilePage() {
  const { t, i18n } = useTranslation('account')
  const { user } = useSession()
  if (!user) return null
  return (
    <AccountPage
      title={t('profile.title')}
      lead={t('profile.since', { date: formatDate(user.registerDate, i18n.language) })}
    >
      <AboutSection user={user} />
      <EmailSection user={user} />
    </AccountPage>
  )
}

function AboutSection({ user }: { user: User }) {
  const { t } = useTranslation(['account', 'auth'])
  const say = useToast()
  const chooseLanguage = useLanguageChoice()
  const update = trpc.auth.updateProfile.useMutation()
  const form = useSchemaForm({
    schema: updateProfileInput.pick({ name: true }),
    defaultValues: { name: user.name },
    onSubmit: async (values) => {
      const changed = await update.mutateAsync(values)
      await setSession(changed)
      form.reset({ name: changed.name })
      say('good', t('profile.saved'))
    },
  })
  return (
    <Section title={t('profile.about')}>
      <form noValidate onSubmit={form.submit} className="grid gap-4">
        <TextField
          label={t('auth:name')}
          hint={t('auth:register.nameHint')}
          autoComplete="name"
          {...form.field('name')}
        />
        {form.failure && <Notice tone="bad">{form.failure}</Notice>}
        <Button type="submit" className="justify-self-start" busy={form.busy}>
          {t('profile.saveName')}
        </Button>
      </form>
      <SelectField
        label={t('profile.language')}
        hint={t('profile.languageHint')}
        value={currentLanguage()}
        options={languages}
        onChange={(language) => void chooseLanguage(language as Language)}
      />
    </Section>
  )
}
