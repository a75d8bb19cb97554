import type { Context, SignedInUser } from '../context.ts'
import { tellSessionsEnded } from '../ports/event-bus.ts'
import { open, router, signedIn } from '../trpc.ts'
import { changeEmail, confirmEmailChange } from './change-email.ts'
import { changePassword } from './change-password.ts'
import { confirmEmail } from './confirm-email.ts'
import { confirmReset } from './confirm-reset.ts'
import { deleteAccount } from './delete-account.ts'
import { deviceTokenWith } from './device-token.ts'
import { disableTotp, renewRecoveryCodes } from './disable-totp.ts'
import { exportData } from './export-data.ts'
import { listSessions } from './list-sessions.ts'
import { login } from './login.ts'
import { addPasskey, loginWithPasskey, passkeyLoginOptions, passkeyOptions, removePasskey } from './passkeys.ts'
import { register } from './register.ts'
import { resendCode } from './resend-code.ts'
import { resetPassword } from './reset-password.ts'
import { logout, revokeOtherSessions, revokeSession } from './revoke-sessions.ts'
import {
  addPasskeyInput,
  changeEmailInput,
  changePasswordInput,
  confirmEmailChangeInput,
  confirmResetInput,
  confirmTotpInput,
  deleteAccountInput,
  disableTotpInput,
  emailConfirmationInput,
  loginInput,
  loginWithPasskeyInput,
  passkeyOptionsInput,
  registerInput,
  removePasskeyInput,
  renewRecoveryCodesInput,
  resendCodeInput,
  resetPasswordInput,
  revokeSessionInput,
  setUpTotpInput,
  updateProfileInput,
} from './schema.ts'
import { security } from './security.ts'
import { confirmTotp, setUpTotp } from './set-up-totp.ts'
import { updateProfile } from './update-profile.ts'

export const authRouter = router({
  register: open.input(registerInput).mutation(({ ctx, input }) => register(ctx, input)),
  emailConfirmation: open
    .input(emailConfirmationInput)
    .mutation(async ({ ctx, input }) => granted(ctx, await confirmEmail(ctx, input))),
  resendCode: open.input(resendCodeInput).mutation(({ ctx, input }) => resendCode(ctx, input)),
  login: open.input(loginInput).mutation(async ({ ctx, input }) => granted(ctx, await login(ctx, input))),
  passkeyLoginOptions: open.mutation(({ ctx }) => passkeyLoginOptions(ctx)),
  loginWithPasskey: open
    .input(loginWithPasskeyInput)
    .mutation(async ({ ctx, input }) => granted(ctx, await loginWithPasskey(ctx, input))),
  resetPassword: open.input(resetPasswordInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  confirmReset: open
    .input(confirmResetInput)
    .mutation(async ({ ctx, input }) => granted(ctx, await confirmReset(ctx, input))),

  /** Null for a guest: who is there is a question, and no refusal. */
  me: open.query(({ ctx }) => ctx.session && shown(ctx.session.user)),
  updateProfile: signedIn
    .input(updateProfileInput)
    .mutation(async ({ ctx, input }) => shown(await updateProfile(ctx.deps, ctx.user, input))),
  changePassword: signedIn
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }) => void (await changePassword(ctx, ctx.session, input))),
  changeEmail: signedIn.input(changeEmailInput).mutation(({ ctx, input }) => changeEmail(ctx, ctx.user, input)),
  confirmEmailChange: signedIn
    .input(confirmEmailChangeInput)
    .mutation(async ({ ctx, input }) => shown(await confirmEmailChange(ctx, ctx.session, input))),

  sessions: signedIn.query(({ ctx }) => listSessions(ctx.deps, ctx.session)),
  revokeSession: signedIn.input(revokeSessionInput).mutation(async ({ ctx, input }): Promise<undefined> => {
    const { current } = await revokeSession(ctx.deps, ctx.session, input.id)
    if (current) ctx.dropToken()
  }),
  revokeOtherSessions: signedIn.mutation(({ ctx }) => revokeOtherSessions(ctx.deps, ctx.session)),
  logout: signedIn.mutation(async ({ ctx }): Promise<undefined> => {
    await logout(ctx.deps, ctx.session)
    ctx.dropToken()
  }),

  security: signedIn.query(({ ctx }) => security(ctx.deps, ctx.user.id)),
  setUpTotp: signedIn.input(setUpTotpInput).mutation(({ ctx, input }) => setUpTotp(ctx.deps, ctx.user, input)),
  confirmTotp: signedIn.input(confirmTotpInput).mutation(({ ctx, input }) => confirmTotp(ctx, ctx.user, input)),
  disableTotp: signedIn
    .input(disableTotpInput)
    .mutation(async ({ ctx, input }) => void (await disableTotp(ctx, ctx.user.id, input))),
  renewRecoveryCodes: signedIn
    .input(renewRecoveryCodesInput)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx, ctx.user.id, input)),
  passkeyOptions: signedIn
    .input(passkeyOptionsInput)
    .mutation(({ ctx, input }) => passkeyOptions(ctx.deps, ctx.user, input)),
  addPasskey: signedIn.input(addPasskeyInput).mutation(({ ctx, input }) => addPasskey(ctx, ctx.user, input)),
  removePasskey: signedIn
    .input(removePasskeyInput)
    .mutation(async ({ ctx, input }) => void (await removePasskey(ctx, ctx.user.id, input))),

  exportData: signedIn.mutation(({ ctx }) => exportData(ctx.deps, ctx.user)),
  deleteAccount: signedIn.input(deleteAccountInput).mutation(async ({ ctx, input }): Promise<undefined> => {
    await deleteAccount(ctx, ctx.user.id, input)
    ctx.dropToken()
  }),
})

/** A log-in as the caller gets it: with its tokens in the body, or in cookies and not in the body. */
function granted(ctx: Context, login: { token: string; user: SignedInUser }) {
  // It took the place of the one that the caller came with, and perhaps of the oldest.
  tellSessionsEnded(ctx.deps, login.user.id)
  const token = ctx.grantToken(login.token)
  const deviceToken = ctx.keepDeviceToken(deviceTokenWith(ctx.deps, login.user.id, ctx.deviceToken))
  return { token, deviceToken, user: shown(login.user) }
}

function shown({ id, name, email, locale, role, registerDate }: SignedInUser) {
  return { id, name, email, locale, role, registerDate: registerDate.toISOString() }
}
