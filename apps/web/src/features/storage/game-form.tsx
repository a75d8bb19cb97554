import { Button, CheckField, Notice, Section, SelectField, TextArea, TextField } from '@kettle/ui'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useExplain } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { useSession } from '../../lib/session.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { DescriptionField } from './description-field.tsx'
import {
  ageMarks,
  changeOf,
  creationOf,
  faultsOf,
  fieldsOf,
  type GameChange,
  type GameFields,
  languageUses,
  machineParts,
  machines,
  platforms,
} from './game-fields.ts'
import type { OwnGame } from './own-game.tsx'
import { useSaveGame } from './use-save-game.ts'

/** Checks what the form would send, so that what nobody touched is no fault. */
const schemaOf = (before: GameFields | null) =>
  z.custom<GameFields>().superRefine((fields, context) => {
    for (const { path, code } of faultsOf(fields, before, currentLanguage()))
      context.addIssue({ code: 'custom', path, message: code })
  })

/** The form of a game that nobody has seen yet. */
export function NewGameForm({ onSaved }: { onSaved: (saved: { id: string }) => void }) {
  const { user } = useSession()
  const utils = trpc.useUtils()
  const save = trpc.storage.saveGame.useMutation()
  const form = useSchemaForm<GameFields>({
    schema: schemaOf(null),
    defaultValues: fieldsOf(undefined, user?.name ?? ''),
    blame: { SLUG_TAKEN: ['slug', 'SLUG_TAKEN'] },
    onSubmit: async (fields) => {
      const saved = await save.mutateAsync(creationOf(fields))
      await Promise.all([utils.storage.invalidate(), utils.search.invalidate()])
      onSaved(saved)
    },
  })
  const { t } = useTranslation('publish')
  return (
    <form noValidate onSubmit={form.submit} className="grid max-w-3xl gap-6">
      <GameFieldsets form={form} />
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" size="large" className="justify-self-start" busy={form.busy}>
        {t('form.create')}
      </Button>
    </form>
  )
}

/** The page of a game that is there. It saves what was changed, and shows both versions where somebody else changed the same. */
export function GameForm({ game, onSaved }: { game: OwnGame; onSaved: () => void }) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const saving = useSaveGame(game)
  const [deciding, setDeciding] = useState(false)
  const before = fieldsOf(saving.base, '')
  const form = useSchemaForm<GameFields>({
    schema: schemaOf(before),
    defaultValues: before,
    blame: { SLUG_TAKEN: ['slug', 'SLUG_TAKEN'] },
    onSubmit: async (fields) => {
      const change = changeOf(fields, before)
      settle(Object.keys(change).length === 0 ? saving.base : await saving.save(change))
    },
  })
  const settle = (saved: OwnGame | null) => {
    if (!saved) return
    form.reset(fieldsOf(saved, ''))
    onSaved()
  }
  const keepMine = async () => {
    setDeciding(true)
    await saving
      .keepMine()
      .then(settle, (error: unknown) => say('bad', explain(error)))
      .finally(() => setDeciding(false))
  }
  const takeTheirs = () => {
    if (!saving.conflict) return
    const { latest, fields } = saving.conflict
    const theirs = fieldsOf(latest, '')
    // What only the person changed stays in the form.
    const mine = changeOf(form.getValues(), before)
    const kept = Object.keys(mine).filter((name) => !fields.includes(name as keyof GameChange))
    const values = form.getValues()
    form.reset(theirs)
    for (const name of kept as (keyof GameFields)[]) form.setValue(name, values[name], { shouldDirty: true })
    saving.takeTheirs()
  }
  return (
    <form noValidate onSubmit={form.submit} className="grid max-w-3xl gap-6">
      <GameFieldsets form={form} gameId={game.id} />
      {saving.conflict && (
        <ConflictNotice
          rows={conflictRows(form.getValues(), fieldsOf(saving.conflict.latest, ''), saving.conflict.fields, t)}
          busy={deciding}
          onMine={() => void keepMine()}
          onTheirs={takeTheirs}
        />
      )}
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" size="large" className="justify-self-start" busy={form.busy}>
        {t('form.save')}
      </Button>
    </form>
  )
}

type Translate = ReturnType<typeof useTranslation<'publish'>>['t']

/** Both versions of each field that two people changed, as one reads them. */
function conflictRows(mine: GameFields, theirs: GameFields, fields: string[], t: Translate) {
  const shown = (value: GameFields[keyof GameFields]): string => {
    if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no')
    if (typeof value === 'string') return value
    const parts: unknown[] = Array.isArray(value) ? value : Object.values(value)
    return parts
      .flatMap((part) => (typeof part === 'object' && part ? Object.values(part) : [part]))
      .filter(Boolean)
      .join('\n')
  }
  return (fields as (keyof GameFields)[]).map((name) => ({
    label: t(`fieldName.${name}`),
    mine: shown(mine[name]),
    theirs: shown(theirs[name]),
  }))
}

type Form = ReturnType<typeof useSchemaForm<GameFields>>

/** The names of languages in a line of tags, for who wrote them to see that they are understood. */
function languageNames(line: string, locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return line
    .split(',')
    .flatMap((tag) => {
      try {
        return names.of(tag.trim()) ?? []
      } catch {
        return []
      }
    })
    .join(', ')
}

function GameFieldsets({ form, gameId }: { form: Form; gameId?: string }) {
  const { t, i18n } = useTranslation('publish')
  return (
    <>
      <p className="text-ink-soft">{t('form.oneLanguage')}</p>
      {(['ru', 'en'] as const).map((language) => (
        <Section key={language} title={t(`form.in.${language}`)}>
          <TextField lang={language} label={t('form.title')} {...form.field(`title.${language}`)} />
          <TextArea
            lang={language}
            label={t('form.short')}
            hint={t('form.shortHint')}
            rows={2}
            {...form.field(`shortDescription.${language}`)}
          />
          <DescriptionField
            text={form.watch(`description.${language}`)}
            gameId={gameId}
            lang={language}
            label={t('form.description')}
            hint={gameId ? `${t('form.descriptionHint')} ${t('form.pasteHint')}` : t('form.descriptionHint')}
            rows={6}
            {...form.field(`description.${language}`)}
          />
        </Section>
      ))}
      <Section title={t('form.facts')}>
        <TextField label={t('form.slug')} hint={t('form.slugHint')} {...form.field('slug')} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField label={t('form.developer')} {...form.field('developer')} />
          <TextField label={t('form.publisher')} {...form.field('publisher')} />
          <TextField type="date" label={t('form.releaseDate')} {...form.field('releaseDate')} />
          <SelectField
            label={t('form.ageMark')}
            options={ageMarks.map((mark) => ({ value: mark, label: mark === '' ? t('form.noAgeMark') : `${mark}+` }))}
            {...form.field('ageMark')}
            value={form.watch('ageMark')}
            onChange={(mark) => form.setValue('ageMark', mark, { shouldDirty: true })}
          />
        </div>
        <TextField label={t('form.genres')} hint={t('form.genresHint')} {...form.field('genres')} />
        <TextField label={t('form.tags')} hint={t('form.tagsHint')} {...form.field('tags')} />
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-semibold">{t('form.platforms')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {platforms.map((platform) => (
              <label key={platform} className="flex min-h-11 items-center gap-2.5">
                <input
                  type="checkbox"
                  value={platform}
                  {...form.register('platforms')}
                  className="size-5 accent-copper-fill"
                />
                {t(`platform.${platform}`)}
              </label>
            ))}
          </div>
          {form.errorOf('platforms') && <Notice tone="bad">{t('form.platformRequired')}</Notice>}
        </fieldset>
      </Section>
      <Section title={t('form.languages')} lead={t('form.languagesLead')}>
        {languageUses.map((use) => (
          <TextField
            key={use}
            label={t(`form.language.${use}`)}
            hint={languageNames(form.watch(`languages.${use}`), i18n.language)}
            {...form.field(`languages.${use}`)}
          />
        ))}
      </Section>
      <Section title={t('form.requirements')} lead={t('form.requirementsLead')}>
        <div className="grid gap-6 sm:grid-cols-2">
          {machines.map((machine) => (
            <fieldset key={machine} className="grid content-start gap-4">
              <legend className="mb-3 text-lg font-bold">{t(`form.machine.${machine}`)}</legend>
              {machineParts.map((part) => (
                <TextField
                  key={part}
                  label={t(`form.part.${part}`)}
                  {...form.field(`requirements.${machine}.${part}`)}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </Section>
      <CheckField
        label={
          <>
            <span className="font-semibold">{t('form.published')}</span>{' '}
            <span className="text-ink-soft">{t('form.publishedHint')}</span>
          </>
        }
        {...form.register('published')}
      />
    </>
  )
}
