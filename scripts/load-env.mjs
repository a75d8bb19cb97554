import { loadEnvironment } from './env.mjs'
import { giveUp, note } from './say.mjs'

/** Adds the settings of `.env` to this process's environment, says which lines are left out, and ends when it can't be read. */
export function loadEnv() {
  try {
    for (const problem of loadEnvironment()) note(problem)
  } catch (error) {
    giveUp(error.message)
  }
}
