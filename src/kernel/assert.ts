/** The program is wrong: throws, becomes a 500 with a log id. Never for what a person or a file may contain. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}
