export function beginTestRun(root: string): {
  env: { TMPDIR: string; KETTLE_TEST_RUN: string; KETTLE_TEST_RESULTS: string }
  report(name: string): string
  results: string
  end(): void
}
export function sweepDeadRuns(parent: string): void
