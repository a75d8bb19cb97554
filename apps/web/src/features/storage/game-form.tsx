import { saveGameInput } from '@kettle/api/client'
import { Button, CheckField, Notice, Section, TextArea, TextField } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useSchemaForm } from '../../lib/form.ts'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import type { OwnGame } from './own-game.tsx'

const platforms = ['any', 'windows', 'linux', 'macos'] as const

const { slug, title, shortDescription, description, developer, publisher, releaseDate } = saveGameInput.shape
/** The form's own shape: lists are one line of text, platforms are boxes. */
const schema = z.object({
  ...{ slug, title, shortDescription, description, developer, publisher, releaseDate },
  tags: z.string().max(500),
  platforms: z.array(z.enum(platforms)).min(1, 'PLATFORM_REQUIRED'),
  published: z.boolean(),
})

type GameFormProps = {
  /** Absent for a new game. */
  game?: OwnGame
  onSaved: (saved: { id: string }) => void
}

/** The texts of a game's page in both languages, and whether it is on sale. */
export function GameForm({ game, onSaved }: GameFormProps) {
  const { t } = useTranslation('publish')
  const { user } = useSession()
  const utils = trpc.useUtils()
  const save = trpc.storage.saveGame.useMutation()
  const empty = { en: '', ru: '' }
  const form = useSchemaForm<z.input<typeof schema>>({
    schema,
    defaultValues: {
      ...{ slug: game?.slug ?? '', title: game?.title ?? empty, shortDescription: game?.shortDescription ?? empty },
      description: game?.description ?? empty,
      developer: game?.developer ?? user?.name ?? '',
      publisher: game?.publisher ?? user?.name ?? '',
      releaseDate: game?.releaseDate ?? new Date().toISOString().slice(0, 10),
      tags: game?.tags.join(', ') ?? '',
      platforms: (game?.platforms ?? ['any']) as (typeof platforms)[number][],
      published: game?.published ?? false,
    },
    blame: { SLUG_TAKEN: ['slug', 'SLUG_TAKEN'] },
    onSubmit: async ({ tags, ...values }) => {
      const list = tags.split(',').flatMap((tag) => tag.trim().toLowerCase() || [])
      const saved = await save.mutateAsync({ ...values, id: game?.id, basePrice: game?.basePrice ?? 0, tags: list })
      await Promise.all([utils.storage.invalidate(), utils.search.invalidate()])
      onSaved(saved)
    },
  })
  return (
    <form noValidate onSubmit={form.submit} className="grid max-w-3xl gap-6">
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
          <TextArea
            lang={language}
            label={t('form.description')}
            hint={t('form.descriptionHint')}
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
        </div>
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
        <CheckField
          label={
            <>
              <span className="font-semibold">{t('form.published')}</span>{' '}
              <span className="text-ink-soft">{t('form.publishedHint')}</span>
            </>
          }
          {...form.register('published')}
        />
      </Section>
      {form.failure && <Notice tone="bad">{form.failure}</Notice>}
      <Button type="submit" size="large" className="justify-self-start" busy={form.busy}>
        {t(game ? 'form.save' : 'form.create')}
      </Button>
    </form>
  )
}
