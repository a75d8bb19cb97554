import { PasswordField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../lib/session.ts'
import { SecondFactorField } from '../second-factor-field.tsx'

type Field = { name: string; error: string | undefined }

type ProofFieldsProps<Name> = {
  form: {
    field: (name: Name) => Field
    passwordField: Name
    codeField: Name
    wantsCode: boolean
    emptyCode: () => void
  }
  autoFocus?: boolean
}

/** The password of now, and the second step where there is one: the fields of useProofForm. */
export function ProofFields<Name>({ form, autoFocus }: ProofFieldsProps<Name>) {
  const { t } = useTranslation('account')
  const { user } = useSession()
  return (
    <>
      {/* Tells password managers whose password it is. */}
      <input type="email" autoComplete="username" value={user?.email ?? ''} readOnly hidden />
      <PasswordField
        label={t('currentPassword')}
        autoComplete="current-password"
        autoFocus={autoFocus}
        {...form.field(form.passwordField)}
      />
      {form.wantsCode && <SecondFactorField onSwitch={form.emptyCode} {...form.field(form.codeField)} />}
    </>
  )
}
