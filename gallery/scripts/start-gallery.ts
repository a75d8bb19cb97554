// `npm run gallery`: Storybook with hot reload, until it is ended.
import { storybook } from './build-gallery.ts'

await storybook(['dev', '--port', '6006', '--host', '127.0.0.1', '--no-open', ...process.argv.slice(2)], 'inherit')
