import auth from './en/auth.json'
import common from './en/common.json'
import library from './en/library.json'
import payments from './en/payments.json'
import search from './en/search.json'

export const en = { common, auth, library, payments, search }
