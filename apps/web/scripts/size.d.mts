/** Bytes after gzip of what the store page's first visit loads. */
export function firstLoad(): { total: number; files: { file: string; gzip: number }[] }
