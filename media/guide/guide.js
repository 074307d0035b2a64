// @ts-check
/// <reference lib="dom" />
(() => {
  // @ts-expect-error -- VS Code puts it there
  const host = acquireVsCodeApi();
  const guide = /** @type {HTMLElement} */ (document.getElementById('guide'));
  const announcement = /** @type {HTMLElement} */ (document.getElementById('announcement'));
  let place = '';

  document.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('[data-action]') : null;
    if (!(pressed instanceof HTMLElement)) return;
    event.preventDefault();
    event.stopPropagation(); // VS Code would open a link a second time
    if (pressed.getAttribute('aria-disabled') === 'true') return;
    tell({ action: pressed.dataset['action'], key: pressed.dataset['key'] });
  });

  window.addEventListener('message', ({ data }) => {
    if (typeof data.html === 'string') show(data);
    if (data.announcement) announce(data.announcement);
  });

  tell({ isReady: true });

  /** @param {object} message */
  function tell(message) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window: the host is VS Code
    host.postMessage(message);
  }

  /** @param {{ html: string, place: string }} update */
  function show(update) {
    const isSamePlace = update.place === place;
    const focused = nameOf(document.activeElement);
    const open = new Set(isSamePlace ? Array.from(guide.querySelectorAll('details[open]'), ({ id }) => id) : []);
    const top = window.scrollY;
    place = update.place;
    guide.innerHTML = update.html;
    for (const one of guide.querySelectorAll('details')) one.open = open.has(one.id);
    if (focused !== undefined) focus(focused);
    if (isSamePlace) window.scrollTo(0, top);
    else window.scrollTo(0, 0);
    if (!isSamePlace) guide.querySelector('[aria-current="true"] summary')?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Element | null} element */
  function nameOf(element) {
    if (!(element instanceof HTMLElement) || !guide.contains(element)) return undefined;
    if (element.tagName === 'SUMMARY') return { row: element.parentElement?.id };
    return { action: element.dataset['action'], key: element.dataset['key'] };
  }

  /**
   * Gives the focus back to what has replaced the focused element; else to the next best, so that the keyboard never
   * falls out of the view.
   * @param {{ row?: string | undefined, action?: string | undefined, key?: string | undefined }} name
   */
  function focus({ row, action, key }) {
    const same = [...guide.querySelectorAll(row === undefined ? '[data-action]' : 'summary')].filter((one) =>
      row === undefined
        ? one instanceof HTMLElement && one.dataset['action'] === action
        : one.parentElement?.id === row,
    );
    const exact = same.find((one) => one instanceof HTMLElement && one.dataset['key'] === key);
    const next = exact ?? same[0] ?? guide.querySelector('button.primary, [data-action]');
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }

  /**
   * The same words twice are said twice only when the text was gone in between.
   * @param {string} words
   */
  function announce(words) {
    announcement.textContent = '';
    requestAnimationFrame(() => (announcement.textContent = words));
  }
})();
