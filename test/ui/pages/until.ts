/**
 * Calls `look` until it returns something truthy, and returns that. Throws after `milliseconds` with `what` and the last value or
 * error.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  milliseconds = 15_000,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    let last: unknown;
    try {
      const value = await look();
      if (value) {
        return value as NonNullable<Exclude<T, false>>;
      }
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`Not reached within ${milliseconds} ms: ${what} (last: ${String(last)})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A pattern for text that starts with `text`, for labels to which VS Code appends more ("Checklists Section"). */
export function startsWith(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
