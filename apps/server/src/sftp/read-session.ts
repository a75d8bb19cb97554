import type { Socket } from 'node:net'
import { posix } from 'node:path'
import { MAX_PATH_BYTES } from '@kettle/depot'
import type { Attributes, SFTPWrapper } from 'ssh2'
import { longName, virtualAttributes } from './attributes.ts'
import { type HandleTable, handleTable } from './handles.ts'
import { MAX_READ_BYTES } from './limits.ts'
import type { Content, OpenContent } from './read-content.ts'
import type { NamedPatch, ReadTree, TreeNode } from './read-tree.ts'
import { type RequestHandlers, SftpFailure } from './requests.ts'
import { DATA_HEADER_BYTES, sendData } from './send-data.ts'

const NAMES_AT_ONCE = 200
const OPEN_READ = 1

type ReadHandle =
  | { kind: 'file'; content: OpenContent; attributes: Attributes }
  | { kind: 'dir'; node: TreeNode & { kind: 'dir' }; at: number }

/** The requests of a session that may read one build, and nothing else. */
export function readSession({
  sftp,
  socket,
  content,
  manifestSha256,
  patches,
  handles: most,
}: {
  sftp: SFTPWrapper
  socket: Socket
  content: Content
  manifestSha256: string
  patches?: readonly NamedPatch[]
  handles: number
}): {
  handlers: RequestHandlers
  close: () => Promise<void>
} {
  const tree = content.tree(manifestSha256, patches)
  tree.catch(() => {})
  const handles: HandleTable<ReadHandle> = handleTable(most)
  const spare: Buffer[] = []
  let closed = false

  const nodeAt = async (path: string, follow: boolean): Promise<{ tree: ReadTree; node: TreeNode }> => {
    const known = await tree
    const node = known.lookup(normal(path), follow)
    if (!node) throw new SftpFailure('NO_SUCH_FILE', `There is no ${path}`)
    return { tree: known, node }
  }
  const stat = (follow: boolean) => async (id: number, path: string) =>
    sftp.attrs(id, attributesOf((await nodeAt(path, follow)).node))
  const fileOf = (handle: Buffer): ReadHandle & { kind: 'file' } => {
    const open = handles.get(handle)
    if (open.kind !== 'file') throw new SftpFailure('FAILURE', 'That is a folder')
    return open
  }

  const handlers: RequestHandlers = {
    REALPATH: async (id, path) => {
      const filename = normal(path)
      sftp.name(id, [{ filename, longname: filename, attrs: virtualAttributes('dir', 0, 0o555) }])
    },
    STAT: stat(true),
    LSTAT: stat(false),
    READLINK: async (id, path) => {
      const { node } = await nodeAt(path, false)
      if (node.kind !== 'link') throw new SftpFailure('FAILURE', `${path} is no link`)
      sftp.name(id, [{ filename: node.target, longname: node.target, attrs: attributesOf(node) }])
    },
    OPEN: async (id, path, flags) => {
      if (flags !== OPEN_READ) throw new SftpFailure('PERMISSION_DENIED', 'A build can only be read')
      const { tree, node } = await nodeAt(path, true)
      const handle = handles.reserve()
      try {
        const opened = await openNode(content, manifestSha256, tree, node, path)
        // Who asked has gone meanwhile.
        if (closed) return opened.close()
        handles.set(handle, { kind: 'file', content: opened, attributes: attributesOf(node) })
      } catch (error) {
        handles.delete(handle)
        throw error
      }
      sftp.handle(id, handle)
    },
    FSTAT: async (id, handle) => {
      const open = handles.get(handle)
      sftp.attrs(id, open.kind === 'file' ? open.attributes : attributesOf(open.node))
    },
    READ: async (id, handle, offset, length) => {
      const { content: opened } = fileOf(handle)
      if (!Number.isSafeInteger(offset) || offset >= opened.size) throw new SftpFailure('EOF', 'End of file')
      const readable = opened.readable?.(offset) ?? opened.size - offset
      if (readable <= 0) throw new SftpFailure('PERMISSION_DENIED', 'These bytes belong to no file of this build')
      const wanted = Math.min(length, MAX_READ_BYTES, readable, opened.size - offset)
      if (wanted <= 0) throw new SftpFailure('EOF', 'End of file')
      const buffer = spare.pop() ?? Buffer.allocUnsafeSlow(DATA_HEADER_BYTES + MAX_READ_BYTES)
      try {
        const got = await opened.read(buffer.subarray(DATA_HEADER_BYTES, DATA_HEADER_BYTES + wanted), offset)
        if (got === 0) throw new SftpFailure('EOF', 'End of file')
        // The bytes are copied into packets before this returns, so the buffer is free again.
        sendData(sftp, socket, id, buffer, got)
      } finally {
        spare.push(buffer)
      }
    },
    OPENDIR: async (id, path) => {
      const { node } = await nodeAt(path, true)
      if (node.kind !== 'dir') throw new SftpFailure('FAILURE', `${path} is no folder`)
      const handle = handles.reserve()
      handles.set(handle, { kind: 'dir', node, at: 0 })
      sftp.handle(id, handle)
    },
    READDIR: async (id, handle) => {
      const open = handles.get(handle)
      if (open.kind !== 'dir') throw new SftpFailure('FAILURE', 'That is a file')
      const names = open.node.names.slice(open.at, open.at + NAMES_AT_ONCE)
      if (names.length === 0) throw new SftpFailure('EOF', 'No more names')
      open.at += names.length
      sftp.name(
        id,
        names.map((filename) => {
          const node = open.node.children.get(filename)
          const attrs = node ? attributesOf(node) : virtualAttributes('file', 0, 0)
          return { filename, longname: longName(filename, attrs), attrs }
        }),
      )
    },
    CLOSE: async (id, handle) => {
      const open = handles.get(handle)
      handles.delete(handle)
      if (open.kind === 'file') await open.content.close()
      sftp.status(id, 0)
    },
  }
  const close = async (): Promise<void> => {
    closed = true
    for (const open of handles.all()) if (open.kind === 'file') await open.content.close().catch(() => {})
    handles.clear()
  }
  return { handlers, close }
}

function openNode(
  content: Content,
  manifestSha256: string,
  tree: ReadTree,
  node: TreeNode,
  path: string,
): Promise<OpenContent> {
  if (node.kind === 'manifest') return content.openManifest(manifestSha256)
  if (node.kind === 'pack') return content.openPack(node.sha256, node.ranges())
  if (node.kind === 'patch') return content.openPatch(node.sha256)
  if (node.kind === 'file') return content.openFile(tree, node.file)
  throw new SftpFailure('FAILURE', `${path} is a folder`)
}

function attributesOf(node: TreeNode): Attributes {
  if (node.kind === 'dir') return virtualAttributes('dir', 0, 0o555)
  if (node.kind === 'link') return virtualAttributes('link', Buffer.byteLength(node.target), 0o777)
  return virtualAttributes('file', node.size, node.kind === 'file' ? node.mode : 0o444)
}

/** Any path a client may name, absolute and without dots: "../.." of the root is the root. */
function normal(path: string): string {
  if (path.length > 4 * MAX_PATH_BYTES) throw new SftpFailure('FAILURE', 'This path is too long')
  const joined = posix.resolve('/', path)
  return joined === '' ? '/' : joined
}
