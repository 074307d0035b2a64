/**
 * Calls `look` until it returns something truthy and returns that. Throws with `what` and the last value or error after `milliseconds`.
 * For what VS Code does in its own time: a document that is saved, a view that is refreshed.
 */
export async function eventually<T>(what: string, look: () => T | PromiseLike<T>, milliseconds = 5000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    let last: unknown;
    try {
      const value = await look();
      if (value) {
        return value;
      }
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`Not reached within ${milliseconds} ms: ${what} (last: ${String(last)})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
