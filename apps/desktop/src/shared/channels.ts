/** Names of Electron's IPC channels. Only main/ipc.ts and the preload use them. */
export const channels = { request: 'kettle:request', event: 'kettle:event' } as const
