/** A line of progress for the person at the terminal. */
export const say = (line: string) => console.log(`  ${line}`)

/** Ends a script with a sentence instead of a stack, where the sentence says what to do. */
export function fail(message: string): never {
  console.error(`\n${message}\n`)
  process.exit(1)
}

/** Runs a script's work; an error ends it with its message and a non-zero status, and always ends it. */
export async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    process.exit(process.exitCode ?? 0)
  } catch (error) {
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    fail(error instanceof Error ? error.message : String(error))
  }
}
