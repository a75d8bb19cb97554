// Lines of SECURITY.md about accounts, each with a fault that it excludes. docs/security-tests.md says what they are.
/** @type {import('../main.mjs').Mutation[]} */
export default [
  {
    id: 'token-stored-plain',
    file: 'packages/api/src/auth/sessions.ts',
    find: "createHash('sha256').update(token).digest('base64url')",
    replace: 'token',
    test: 'packages/api/src/auth/login.test.ts',
  },
  {
    id: 'session-outlives-password',
    file: 'packages/api/src/auth/change-password.ts',
    find: '    await endOtherSessions(tx, session)\n',
    replace: '    void endOtherSessions\n',
    test: 'packages/api/src/auth/login.test.ts',
  },
  {
    id: 'code-never-burns',
    file: 'packages/api/src/testing/memory-codes.ts',
    find: 'if (entry.tries < CODE_TRIES)',
    replace: 'if (entry.tries < CODE_TRIES * 2)',
    test: 'packages/api/src/auth/register.test.ts',
  },
  {
    id: 'totp-step-reusable',
    file: 'packages/api/src/auth/second-factor.ts',
    find: ', lt(totps.lastStep, proof.step)',
    replace: '',
    test: 'packages/api/src/auth/second-factor.test.ts',
  },
  {
    id: 'recovery-code-reusable',
    file: 'packages/api/src/auth/second-factor.ts',
    find: '          .delete(recoveryCodes)\n',
    replace: '          .update(recoveryCodes).set({ userId })\n',
    test: 'packages/api/src/auth/second-factor.test.ts',
  },
  {
    id: 'name-turns-text-round',
    file: 'packages/api/src/auth/schema.ts',
    find: '\\p{Cc}\\p{Cf}',
    replace: '\\p{Cc}',
    test: 'packages/api/src/auth/register.test.ts',
  },
  {
    id: 'stranger-owns-account',
    file: 'packages/api/src/auth/confirm-email.ts',
    find: '(id === null && !found.contested)',
    replace: '!found.contested || id === null',
    test: 'packages/api/src/auth/register.test.ts',
  },
  {
    id: 'outlasting-stranger-owns-account',
    file: 'packages/api/src/testing/memory-registrations.ts',
    find: 'attempt.contested === true || others.length > 0',
    replace: 'attempt.contested === true',
    test: 'packages/api/src/auth/register.test.ts',
  },
  {
    id: 'resend-waits-for-mail',
    file: 'packages/api/src/auth/resend-code.ts',
    find: 'if (waiting) ctx.afterAnswer(() => send(',
    replace: 'if (waiting) await Promise.resolve(send(',
    test: 'packages/api/src/auth/register.test.ts',
  },
]
