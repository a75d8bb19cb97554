import auth from './ru/auth.json'
import common from './ru/common.json'
import library from './ru/library.json'
import payments from './ru/payments.json'
import search from './ru/search.json'

export const ru = { common, auth, library, payments, search }
