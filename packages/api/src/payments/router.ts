import { open, router, signedIn } from '../trpc.ts'
import { buy } from './buy.ts'
import { findOrder } from './find-order.ts'
import { history } from './history.ts'
import { readWallet } from './ledger.ts'
import { refund, refundTerms } from './refund.ts'
import { rules } from './rules.ts'
import { buyInput, historyInput, orderInput, ownedGameInput, refundInput, topUpInput } from './schema.ts'
import { topUp } from './top-up.ts'
import { cancelOrder, waitingOrders } from './waiting-orders.ts'

export const paymentsRouter = router({
  rules: open.query(({ ctx }) => rules(ctx.deps)),
  buy: signedIn.input(buyInput).mutation(({ ctx, input }) => buy(ctx.deps, ctx.user.id, input, ctx.locale)),
  order: signedIn.input(orderInput).query(({ ctx, input }) => findOrder(ctx, ctx.user.id, input.id)),
  refundTerms: signedIn
    .input(ownedGameInput)
    .query(({ ctx, input }) => refundTerms(ctx.deps, ctx.user.id, input.gameId)),
  refund: signedIn.input(refundInput).mutation(({ ctx, input }) => refund(ctx.deps, ctx.user.id, input)),
  history: signedIn.input(historyInput).query(({ ctx, input }) => history(ctx, ctx.user.id, input)),
  waiting: signedIn.query(({ ctx }) => waitingOrders(ctx, ctx.user.id)),
  cancel: signedIn.input(orderInput).mutation(({ ctx, input }) => cancelOrder(ctx.deps, ctx.user.id, input.id)),
  wallet: signedIn.query(async ({ ctx }) => {
    const { currency } = ctx.deps.settings
    const { balance, debt } = await readWallet(ctx.deps.db, ctx.user.id, currency)
    return {
      balance: { amount: balance, currency },
      /** What must be paid in before anything can be bought from it. */
      debt: debt > 0 ? { amount: debt, currency } : null,
    }
  }),
  topUp: signedIn.input(topUpInput).mutation(({ ctx, input }) => topUp(ctx.deps, ctx.user.id, input, ctx.locale)),
})
