/**
 * What a signal says, and how much it weighs when items compete for a place in sight. *(choice)* 5-6: what hurts most when it is
 * missed; 3-4: worth a look; below 2: not enough to bring an item that is no must into sight.
 */
export const signalWeights = {
  // A person's secret, or a way in.
  secret: 6,
  'sql-text': 5,
  'command-text': 4,
  'html-text': 4,
  'request-path': 5,
  'unsafe-parser': 5,
  endpoint: 4,
  'write-endpoint': 4,
  input: 4,
  access: 5,
  session: 4,
  cryptography: 4,
  'logged-secret': 5,
  upload: 4,
  // What is stored, and what others read.
  'schema-alter': 5,
  'schema-drop': 6,
  'new-table': 3,
  'new-index': 4,
  'new-column': 4,
  'migration-code': 3,
  'data-move': 5,
  'new-query': 3,
  'null-condition': 3,
  'row-lock': 3,
  'personal-data': 5,
  'contract-changed': 4,
  'contract-removed': 6,
  'export-removed': 4,
  'export-changed': 3,
  // What runs at the same time.
  concurrency: 4,
  lock: 4,
  'outside-call': 3,
  queue: 3,
  cache: 3,
  // Tests.
  'test-deleted': 6,
  'test-off': 5,
  'tests-changed': 2.5,
  'no-test': 3,
  // What it is built from and runs on.
  'new-dependency': 4,
  'dependency-update': 4,
  'lockfile-alone': 3,
  'manifest-alone': 4,
  'install-script': 6,
  pipeline: 3,
  'unpinned-step': 5,
  'job-rights': 5,
  'soft-check': 4,
  'job-cache': 3,
  'job-secret': 4,
  infrastructure: 4,
  'resource-removed': 6,
  capacity: 3,
  'new-setting': 3,
  'settings-file': 3,
  container: 3,
  'image-secret': 5,
  probe: 3,
  'yaml-trap': 3,
  'state-file': 4,
  // The shape of the change.
  substance: 1.5,
  code: 1.5,
  large: 4,
  wide: 3,
  formatting: 4,
  'generated-unmarked': 3,
  'debug-output': 4,
  'error-path': 2.5,
  undocumented: 3,
  flag: 3,
  // Traps of a language.
  promise: 1.9,
  cast: 3,
  falsy: 3,
  listener: 3,
  'python-trap': 4,
  'naive-time': 4,
  'blocking-async': 4,
  unclosed: 3,
  null: 2.5,
  equality: 4,
  interrupt: 4,
  'shared-static': 3,
  'lazy-relation': 3,
  'async-block': 4,
  undisposed: 3,
  cancellation: 2.5,
  enumeration: 2.5,
  'wide-catch': 4,
  'ignored-error': 3,
  goroutine: 5,
  'fresh-context': 4,
  'nil-map': 3,
  'deferred-in-block': 3,
  unwrap: 4,
  unsafe: 5,
  'guard-across-await': 3,
  'number-cast': 3,
  ownership: 4,
  'raw-memory': 4,
  'size-arithmetic': 3,
  'container-change': 3,
  'special-member': 3,
  'nil-chain': 3,
  'mass-assignment': 4,
  'loose-equality': 4,
  'raw-echo': 4,
  'column-from-value': 4,
  'fetch-all': 3,
  unquoted: 2.5,
  'new-script': 3,
  'recursive-delete': 5,
  'temporary-file': 3,
  'evaluated-text': 4,
} as const;

export type SignalCode = keyof typeof signalWeights;

/** A line of the new file (of the old one for what was removed), or a whole file. */
export interface Place {
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
}

/** Something in the change that calls for items. */
export interface Signal {
  readonly code: SignalCode;
  /** What the place does, as the end of a sentence that begins with it: "alters a table". Without a place, a sentence part of its own: "no test changed". */
  readonly phrase: string;
  /** In the order of the diff, at most `MAX_PLACES`; empty for what is said of the whole change. */
  readonly places: readonly Place[];
  /** The files of all places, of those beyond `MAX_PLACES` too; empty for what is said of the whole change. */
  readonly paths: readonly string[];
  /** How many there are in all. */
  readonly count: number;
}

const MAX_PLACES = 20;

/** Collects what the detectors find, one signal for each code; the first place gives the phrase. */
export class Signals {
  readonly #found = new Map<SignalCode, { phrase: string; places: Place[]; paths: Set<string>; count: number }>();

  add(code: SignalCode, phrase: string, place?: Place): void {
    const known = this.#found.get(code);
    if (!known)
      this.#found.set(code, {
        phrase,
        places: place ? [place] : [],
        paths: new Set(place ? [place.path] : []),
        count: 1,
      });
    else {
      known.count++;
      if (place) known.paths.add(place.path);
      if (place && known.places.length < MAX_PLACES) known.places.push(place);
    }
  }

  has(code: SignalCode): boolean {
    return this.#found.has(code);
  }

  /** Heaviest first; of the same weight, in the order of the table above. */
  all(): Signal[] {
    const order = Object.keys(signalWeights);
    return [...this.#found]
      .map(([code, found]) => ({ code, ...found, paths: [...found.paths] }))
      .toSorted(
        (a, b) => signalWeights[b.code] - signalWeights[a.code] || order.indexOf(a.code) - order.indexOf(b.code),
      );
  }
}
