/** The log-ins that the demo store comes with. */
export const demoPassword = 'kettle-on-the-stove'
export const demoPeople = {
  player: { name: 'Masha', email: 'player@kettle.test', role: 'player' },
  publisher: { name: 'Copper Lid Games', email: 'publisher@kettle.test', role: 'publisher' },
  moderator: { name: 'Kettle Keeper', email: 'moderator@kettle.test', role: 'admin' },
} as const
