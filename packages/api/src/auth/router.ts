import type { Context, SignedInUser } from '../context.ts'
import { open, router, signedIn } from '../trpc.ts'
import { confirmEmail } from './confirm-email.ts'
import { login } from './login.ts'
import { changePassword, logout, updateProfile } from './profile.ts'
import { register } from './register.ts'
import { resendCode } from './resend-code.ts'
import { confirmReset, resetPassword } from './reset-password.ts'
import {
  changePasswordInput,
  confirmResetInput,
  emailConfirmationInput,
  loginInput,
  registerInput,
  resendCodeInput,
  resetPasswordInput,
  updateProfileInput,
} from './schema.ts'

export const authRouter = router({
  register: open.input(registerInput).mutation(({ ctx, input }) => register(ctx, input)),
  emailConfirmation: open
    .input(emailConfirmationInput)
    .mutation(async ({ ctx, input }) => granted(ctx, await confirmEmail(ctx, input))),
  resendCode: open.input(resendCodeInput).mutation(({ ctx, input }) => resendCode(ctx, input)),
  login: open.input(loginInput).mutation(async ({ ctx, input }) => granted(ctx, await login(ctx, input))),
  resetPassword: open.input(resetPasswordInput).mutation(({ ctx, input }) => resetPassword(ctx, input)),
  confirmReset: open
    .input(confirmResetInput)
    .mutation(async ({ ctx, input }) => granted(ctx, await confirmReset(ctx, input))),
  me: signedIn.query(({ ctx }) => shown(ctx.user)),
  updateProfile: signedIn
    .input(updateProfileInput)
    .mutation(async ({ ctx, input }) => shown(await updateProfile(ctx.deps, ctx.user, input))),
  changePassword: signedIn
    .input(changePasswordInput)
    .mutation(async ({ ctx, input }) => void (await changePassword(ctx.deps, ctx.session, input))),
  logout: signedIn.mutation(async ({ ctx }) => {
    await logout(ctx.deps, ctx.session)
    ctx.dropToken()
  }),
})

/** A log-in as the caller gets it: with the token in the body, or in a cookie and not in the body. */
function granted(ctx: Context, login: { token: string; user: SignedInUser }) {
  return { token: ctx.grantToken(login.token), user: shown(login.user) }
}

function shown({ registerDate, ...user }: SignedInUser) {
  return { ...user, registerDate: registerDate.toISOString() }
}
