export { amountsOf, type Currency, currencies, isCurrency, minorDigits, type TopUpAmounts } from './currencies.ts'
export { formatMoney, type Money } from './format-money.ts'
export { readAmount, writeAmount } from './read-amount.ts'
