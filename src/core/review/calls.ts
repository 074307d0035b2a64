import type { SignalCode } from './signals/signal.ts';

/** The lists that every review begins with; of the two, the one of the role is taken. */
export const coreLists = { author: 'review-author', reviewer: 'review-reviewer' } as const;

/**
 * Which items of the built-in lists a signal calls for, as `checklist/item`. A `!` calls the item even if its section is for another
 * kind of change. A test holds every entry against the lists. A team's list of the same id keeps the calls of the items that it has.
 */
const calls: Readonly<Partial<Record<SignalCode, string>>> = {
  secret:
    'review-security/keep-secrets-out-of-code-logs-and-reports review-author/clear-out-debug-leftovers-secrets-above-all',
  'logged-secret': 'review-security/keep-secrets-out-of-code-logs-and-reports',
  'sql-text': 'review-security/bind-values-into-queries-and-commands',
  'command-text': 'review-security/bind-values-into-queries-and-commands',
  'html-text':
    'review-security/encode-at-the-moment-of-output review-language/keep-foreign-text-out-of-html-and-object-keys',
  'request-path': 'review-security/confine-file-paths-and-outgoing-addresses',
  'unsafe-parser': 'review-security/parse-foreign-data-with-a-safe-parser',
  endpoint:
    'review-security/authorise-the-object-not-only-the-route review-contract/write-down-each-error-a-caller-can-get review-contract/limit-what-one-call-can-ask-for review-security/limit-rate-and-size-of-what-comes-in review-reviewer/check-that-it-can-be-observed-in-production',
  'write-endpoint': 'review-contract/send-the-same-write-twice',
  input: 'review-security/trace-each-input-to-where-it-is-used review-security/accept-known-values-on-the-server',
  access:
    'review-security/authorise-the-object-not-only-the-route review-security/deny-when-no-rule-matches review-security/log-who-did-what-to-which-object review-security/turn-your-best-attack-into-a-test',
  session: 'review-security/end-sessions-and-tokens-for-good review-security/give-strangers-errors-that-reveal-nothing',
  cryptography: 'review-security/use-vetted-cryptography-and-randomness',
  upload:
    'review-security/limit-rate-and-size-of-what-comes-in review-security/confine-file-paths-and-outgoing-addresses',

  'schema-alter':
    'review-contract/add-first-switch-over-remove-last review-contract/time-the-change-on-a-copy-of-real-size review-contract/rehearse-the-way-back-with-new-data-in-it review-author/know-the-rollback',
  'schema-drop':
    'review-contract/rehearse-the-way-back-with-new-data-in-it review-contract/add-first-switch-over-remove-last !review-change/keep-or-erase-its-data-on-purpose review-author/know-the-rollback',
  'new-table': 'review-contract/say-what-a-missing-value-means review-author/know-the-rollback',
  'new-index': 'review-contract/time-the-change-on-a-copy-of-real-size',
  'new-column': 'review-contract/say-what-a-missing-value-means',
  'migration-code': 'review-contract/read-the-sql-that-the-tool-writes',
  'data-move':
    'review-contract/move-old-rows-in-small-batches review-contract/count-both-sides-of-the-move !review-language/see-the-row-count-before-you-commit-a-write review-language/put-writes-that-belong-together-in-one-transaction review-author/know-the-rollback',
  'new-query':
    'review-contract/name-the-index-behind-each-new-query review-language/read-the-plan-with-the-worst-parameter',
  'null-condition': 'review-language/ask-what-null-does-in-each-condition',
  'row-lock': '!review-language/lock-few-rows-briefly-in-one-order',
  'personal-data':
    'review-contract/mark-personal-data-and-its-last-day review-contract/decide-who-may-see-each-new-field',
  'contract-changed':
    'review-contract/run-an-old-client-against-the-new-service review-contract/write-down-each-error-a-caller-can-get',
  'contract-removed':
    'review-contract/run-an-old-client-against-the-new-service review-contract/give-each-consumer-a-date',
  'export-removed': 'review-change/prove-that-nobody-uses-it review-change/compare-the-public-names',
  'export-changed': 'review-change/compare-the-public-names',

  concurrency:
    '!review-change/list-what-two-threads-can-touch-at-once review-reviewer/look-for-two-actors-on-one-state',
  lock: '!review-change/state-the-order-in-which-locks-are-taken',
  'outside-call': '!review-change/give-each-wait-an-end',
  queue: '!review-change/bound-each-queue',
  cache: '!review-change/measure-the-memory-at-full-size',

  'test-deleted':
    'review-reviewer/check-that-the-tests-fail-when-the-code-is-wrong review-author/state-how-you-verified-it',
  'test-off':
    'review-reviewer/check-that-the-tests-fail-when-the-code-is-wrong review-author/state-how-you-verified-it',
  'tests-changed':
    'review-reviewer/check-that-the-tests-fail-when-the-code-is-wrong review-author/see-the-new-tests-fail-without-the-change',
  'no-test': 'review-reviewer/try-the-input-nobody-wrote-a-test-for review-author/state-how-you-verified-it',

  'new-dependency':
    'review-delivery/say-what-the-package-saves-us review-delivery/look-up-licence-owner-and-last-release review-delivery/see-what-else-came-along',
  'dependency-update':
    'review-delivery/read-what-changed-between-the-versions review-delivery/see-what-else-came-along',
  'lockfile-alone': 'review-delivery/see-what-else-came-along review-delivery/build-from-the-lockfile-alone',
  'manifest-alone': 'review-delivery/build-from-the-lockfile-alone',
  'install-script': 'review-delivery/read-every-install-script-that-is-new',
  pipeline: 'review-delivery/prove-that-each-check-can-go-red',
  'unpinned-step': 'review-delivery/pin-actions-and-images-to-a-fixed-hash',
  'job-rights': 'review-delivery/cut-the-jobs-rights-to-what-it-uses',
  'soft-check': 'review-delivery/prove-that-each-check-can-go-red',
  'job-cache': 'review-delivery/put-all-that-matters-into-the-cache-key',
  'job-secret': 'review-delivery/hide-secrets-from-forks-and-job-output',
  infrastructure:
    'review-delivery/read-what-the-plan-destroys review-delivery/write-the-rollback-as-a-command review-delivery/send-it-to-a-few-before-all review-delivery/ship-the-alert-with-the-change review-author/know-the-rollback',
  'resource-removed': 'review-delivery/read-what-the-plan-destroys',
  capacity: 'review-delivery/estimate-the-cost-at-full-use',
  'new-setting': 'review-delivery/start-it-once-with-the-new-setting-missing',
  'settings-file':
    'review-delivery/start-it-once-with-the-new-setting-missing review-delivery/send-it-to-a-few-before-all review-delivery/write-the-rollback-as-a-command',
  container: 'review-language/run-the-container-as-an-ordinary-user',
  'image-secret': 'review-language/look-for-secrets-in-the-image-layers',
  probe: 'review-language/make-the-limit-and-the-probe-fail-once',
  'yaml-trap': 'review-language/quote-yaml-values-that-only-look-like-text',
  'state-file': 'review-language/protect-the-state-file-with-a-lock',

  substance:
    'review-reviewer/raise-a-design-doubt-at-once review-reviewer/say-which-parts-you-did-not-read review-author/keep-one-self-contained-change review-author/name-the-risk-you-worry-about',
  code: 'review-reviewer/try-the-input-nobody-wrote-a-test-for review-reviewer/look-for-two-actors-on-one-state review-author/see-the-new-tests-fail-without-the-change',
  large: 'review-author/split-it-when-it-goes-far-beyond-100-lines review-reviewer/say-which-parts-you-did-not-read',
  wide: 'review-reviewer/find-the-file-that-carries-the-idea review-author/point-to-the-place-to-start-reading',
  formatting:
    'review-author/keep-formatting-apart-from-logic !review-change/leave-features-and-fixes-for-another-change',
  'generated-unmarked': 'review-author/mark-generated-code',
  'debug-output': 'review-author/clear-out-debug-leftovers-secrets-above-all',
  'error-path': 'review-author/exercise-the-error-paths-by-hand',
  undocumented: 'review-author/update-what-the-change-makes-untrue',
  flag: 'review-change/book-the-removal-of-the-flag',

  promise: 'review-language/check-that-a-floating-promise-fails-the-build',
  cast: 'review-language/parse-outside-data-instead-of-casting-it',
  falsy: 'review-language/try-zero-empty-text-and-false-in-each-condition',
  listener: 'review-language/take-away-each-listener-and-timer-you-add',
  'python-trap': 'review-language/check-that-the-rules-for-silent-traps-are-on',
  'naive-time': 'review-language/store-each-time-with-its-zone',
  'blocking-async':
    'review-language/keep-blocking-calls-out-of-async-code review-language/move-blocking-work-off-the-async-threads',
  unclosed:
    'review-language/close-each-file-socket-and-session-with-with review-language/close-what-you-open-on-each-path',
  null: 'review-language/say-at-the-edge-which-values-may-be-null',
  equality: 'review-language/put-two-equal-objects-into-a-hashset',
  interrupt: 'review-language/hand-the-interrupt-on',
  'shared-static': 'review-language/find-the-statics-that-two-requests-share',
  'lazy-relation': 'review-language/count-the-queries-of-one-request review-language/load-associations-before-the-loop',
  'async-block': 'review-language/await-all-the-way-up',
  undisposed: 'review-language/dispose-what-this-method-creates',
  cancellation: 'review-language/pass-the-cancellation-token-to-the-last-call',
  enumeration: 'review-language/enumerate-each-query-once',
  'wide-catch':
    'review-language/catch-only-what-you-can-put-right review-language/rescue-the-narrowest-error-you-can-name',
  'ignored-error': 'review-language/check-that-ignored-errors-fail-the-build',
  goroutine: 'review-language/name-what-ends-each-goroutine',
  'fresh-context': 'review-language/hand-the-callers-context-down',
  'nil-map': 'review-language/expect-nil-in-maps-and-interfaces',
  'deferred-in-block': 'review-language/release-inside-the-loop-not-at-the-end',
  unwrap: 'review-language/return-an-error-where-input-can-be-wrong',
  unsafe: 'review-language/justify-each-unsafe-block-in-a-comment',
  'guard-across-await': 'review-language/drop-the-guard-before-you-await',
  'number-cast': 'review-language/choose-what-happens-on-overflow',
  ownership: 'review-language/say-who-frees-each-pointer',
  'raw-memory': 'review-language/run-the-changed-code-under-the-sanitizers',
  'size-arithmetic': 'review-language/check-sizes-before-you-add-or-multiply-them',
  'container-change': 'review-language/reread-each-loop-that-changes-its-container',
  'special-member': 'review-language/write-all-five-special-members-or-none',
  'nil-chain': 'review-language/decide-what-nil-means-before-you-chain-on',
  'mass-assignment': 'review-language/permit-each-attribute-by-name',
  'loose-equality': 'review-language/compare-with-three-equals-signs',
  'raw-echo': 'review-language/escape-each-value-where-the-template-prints-it',
  'column-from-value': 'review-language/choose-sort-columns-and-includes-from-a-list',
  'fetch-all': 'review-language/stream-large-results-row-by-row',
  unquoted: 'review-language/check-that-shellcheck-guards-the-quotes',
  'new-script': 'review-language/stop-at-the-first-command-that-fails',
  'recursive-delete': 'review-language/guard-each-delete-against-an-empty-variable',
  'temporary-file': 'review-language/clean-up-on-each-way-out',
  'evaluated-text': 'review-language/treat-names-and-arguments-as-data',
};

export interface Call {
  readonly signal: SignalCode;
  readonly isForAnyKind: boolean;
}

/** The signals that call for an item, by `checklist/item`. */
export const callsByItem: ReadonlyMap<string, readonly Call[]> = invert();

function invert(): Map<string, Call[]> {
  const byItem = new Map<string, Call[]>();
  for (const [signal, items] of Object.entries(calls)) {
    for (const item of items.split(' ')) {
      const key = item.replace(/^!/, '');
      byItem.set(key, [
        ...(byItem.get(key) ?? []),
        { signal: signal as SignalCode, isForAnyKind: item.startsWith('!') },
      ]);
    }
  }
  return byItem;
}
