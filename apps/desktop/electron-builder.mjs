/**
 * How the launcher becomes a program to install. Read by electron-builder: `pnpm --filter @kettle/desktop package`.
 * KETTLE_UPDATE_URL: the folder on the web that new versions are put into; without it a launcher never updates itself.
 */
const updates = updateAddress(process.env.KETTLE_UPDATE_URL)

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.kettle.launcher',
  productName: 'Kettle',
  copyright: 'MIT licence',
  directories: { output: 'release', buildResources: 'build' },
  // Everything but what must stay as it is was bundled into out/ by electron-vite.
  files: ['out/**', 'assets/**', 'package.json', '!**/*.map'],
  asar: true,
  // The only native code: ssh2's binding, which must be built for Electron's Node and can't be loaded from an archive.
  asarUnpack: ['**/*.node'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
  artifactName: 'kettle-launcher-${version}-${os}-${arch}.${ext}',
  protocols: [{ name: 'Kettle', schemes: ['kettle'], role: 'Viewer' }],
  publish: updates && { provider: 'generic', url: updates },
  // https://www.electronjs.org/docs/latest/tutorial/fuses
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Game',
    executableName: 'kettle-launcher',
    maintainer: 'Kettle',
    synopsis: 'Launcher of Kettle game stores',
    description: 'Downloads, updates and starts games of Kettle stores.',
  },
  win: { target: ['nsis'] },
  nsis: {
    // For one user and without an administrator, so that updates need none either.
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    // Games are in folders of their own; removing the launcher must not remove saves.
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.games',
    hardenedRuntime: true,
  },
}

/** Updates are programs: they come over https, or not at all. */
function updateAddress(text) {
  if (!text) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'https:') throw new Error(`KETTLE_UPDATE_URL must be an https address, not "${text}"`)
  return url.href
}
