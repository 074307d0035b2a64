/** Something that the caller can put right; its message says how. The program ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
