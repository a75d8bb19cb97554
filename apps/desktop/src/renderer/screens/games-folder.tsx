import { Button, TextField } from '@kettle/ui'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../lib/launcher.ts'

/** Where new games go: picked in the system's window where there is one, typed elsewhere. */
export function GamesFolder({
  folder,
  canChoose,
  onChange,
}: {
  folder: string
  canChoose: boolean
  onChange: (folder: string) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(folder)
  const [busy, setBusy] = useState(false)

  const save = async (wanted: string): Promise<void> => {
    if (busy || wanted === folder || wanted === '') return
    setBusy(true)
    await onChange(wanted)
    setBusy(false)
  }
  const choose = async (): Promise<void> => {
    const answer = await ask('chooseFolder', undefined)
    if (answer.ok && answer.value.folder) await save(answer.value.folder)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void save(typed.trim())
  }
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label={t('settings.folder')}
        hint={t('settings.folderHint')}
        value={typed}
        readOnly={canChoose}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
      {canChoose ? (
        <Button look="secondary" className="w-fit" busy={busy} onClick={() => void choose()}>
          {t('settings.choose')}
        </Button>
      ) : (
        <Button type="submit" look="secondary" className="w-fit" busy={busy} disabled={typed.trim() === folder}>
          {t('settings.useFolder')}
        </Button>
      )}
    </form>
  )
}
