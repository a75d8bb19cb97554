import { open, router, signedIn } from '../trpc.ts'
import { buy } from './buy.ts'
import { findOrder } from './find-order.ts'
import { history } from './history.ts'
import { walletBalance } from './ledger.ts'
import { refund, refundTerms } from './refund.ts'
import { rules } from './rules.ts'
import { buyInput, historyInput, orderInput, refundInput, topUpInput } from './schema.ts'
import { topUp } from './top-up.ts'

export const paymentsRouter = router({
  rules: open.query(({ ctx }) => rules(ctx.deps)),
  buy: signedIn.input(buyInput).mutation(({ ctx, input }) => buy(ctx.deps, ctx.user.id, input, ctx.locale)),
  order: signedIn.input(orderInput).query(({ ctx, input }) => findOrder(ctx, ctx.user.id, input.id)),
  refundTerms: signedIn.input(refundInput).query(({ ctx, input }) => refundTerms(ctx.deps, ctx.user.id, input.gameId)),
  refund: signedIn.input(refundInput).mutation(({ ctx, input }) => refund(ctx.deps, ctx.user.id, input.gameId)),
  history: signedIn.input(historyInput).query(({ ctx, input }) => history(ctx, ctx.user.id, input)),
  wallet: signedIn.query(async ({ ctx }) => {
    const { currency } = ctx.deps.settings
    return { balance: { amount: await walletBalance(ctx.deps.db, ctx.user.id, currency), currency } }
  }),
  topUp: signedIn.input(topUpInput).mutation(({ ctx, input }) => topUp(ctx.deps, ctx.user.id, input, ctx.locale)),
})
