/** Calls `action` once things have been quiet for so many milliseconds. */
export function debounce(action: () => void, milliseconds: number): { (): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  const call = (): void => {
    cancel();
    timer = setTimeout(action, milliseconds);
  };
  return Object.assign(call, { cancel });
}
