import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/bridge.ts'
import { channels } from '../shared/channels.ts'

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  on(name, listener) {
    const hear = (_event: unknown, told: string, value: Parameters<typeof listener>[0]): void => {
      if (told === name) listener(value)
    }
    ipcRenderer.on(channels.event, hear)
    return () => void ipcRenderer.off(channels.event, hear)
  },
}

contextBridge.exposeInMainWorld('kettle', bridge)
