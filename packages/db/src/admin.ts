import postgres from 'postgres'

/** The URL of another database on the same server. */
export function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

/** One connection that may do what the pool of `createDb` may not: make and drop databases. */
export async function withAdmin<T>(adminUrl: string, work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  try {
    return await work(admin)
  } finally {
    await admin.end({ timeout: 1 })
  }
}

/** Makes a database unless it is there, and gives its URL. `name` is ours, never input. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  await withAdmin(adminUrl, async (admin) => {
    const [found] = await admin`select 1 from pg_database where datname = ${name}`
    if (!found) await admin.unsafe(`create database "${name}"`)
  })
  return databaseUrl(adminUrl, name)
}
