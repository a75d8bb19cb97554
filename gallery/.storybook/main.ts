import type { StorybookConfig } from '@storybook/react-vite'

export default {
  framework: { name: '@storybook/react-vite', options: { builder: { viteConfigPath: 'vite.config.ts' } } },
  stories: ['../src/**/*.stories.tsx'],
  staticDirs: ['../pictures'],
  typescript: { reactDocgen: false },
  // What the gallery needs and no more: the others write styles into the page, which our policy refuses.
  features: { actions: false, backgrounds: false, controls: false, highlight: false, measure: false, outline: false },
  // Nothing calls home.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
} satisfies StorybookConfig
