import type { Pattern, ScoredKind } from '../kinds.ts';

/** Words that take the meaning from other words which they contain or touch. */
export interface Context {
  /** Signals of these kinds do not count where they overlap it; with `against`, those that speak against the kind. */
  readonly hides: readonly ScoredKind[];
  readonly against?: boolean;
  readonly patterns: readonly Pattern[];
}

const faults = ['broken', 'glitch', 'bottleneck'] as const;

export const contexts: readonly Context[] = [
  {
    // Thanks and praise are no wishes.
    hides: ['not-a-problem'],
    patterns: [
      'thank|thanks|thankyou|thx|kudos you? for? ~7',
      "i'd|i|we'd|we would? like|want to? ~3 thank ~7",
      'really|truly|very|so|much|highly|super|greatly? appreciate|appreciated|love|loving|enjoy|enjoying the|this|your|all|that|it|using ~5',
      'i|we love|like|enjoy|adore this|the|your|it|using ~4',
      'great|nice|awesome|excellent|amazing|good|cool|fantastic|wonderful|lovely|superb|incredible|useful|best ~1 job|work|app|tool|project|library|plugin|program|extension|package|software|addon|add-on|product|integration|component|choice|feature|features',
      'any help|advice|suggestion|suggestions|ideas|idea|feedback|hint|hints|pointers ~4 appreciated|welcome|great|helpful|nice',
      'keep up the? ~2 work',
      'help|info|information|details|logs ~4 would|will be appreciated|great|helpful|useful|nice',
      'let me know if i|we|you ~4',
    ],
  },
  {
    // The questions of a form and the steps of a recipe ask for nothing.
    hides: ['not-a-problem'],
    patterns: [
      [
        /^\W{0,3}(?:#|\*\*|__)\W{0,4}(?:what|how|where|which|when|who|why|is|are|do|does|did|can|have|any)\b(?!.{0,80}(?:feature|request|proposal|solution|improvement|like to see|would you))[^?]{0,100}\?\W*$/,
        ...'what how where which when who why is are do does did can have any'.split(' '),
      ],
      [
        /^\s*(?:\d{1,2}[.)-]|step \d{1,2}) ?(?:go|goto|open|click|create|run|set|add|press|type|select|log|login|start|launch|enter|install|use|load|close|change|execute|visit|navigate|scroll|try|send|choose|import|build|make|save|upload|download|deploy|configure|enable|disable|call|write|wait|move|edit|copy)\b.{0,200}$/,
        ...'go goto open click create run set add press type select log login start launch enter install use load close change execute visit navigate scroll try send choose import build make save upload download deploy configure enable disable call write wait move edit copy'.split(
          ' ',
        ),
      ],
    ],
  },
  {
    // What is made against a fault is not the fault.
    hides: faults,
    patterns: [
      'error|errors|exception|exceptions|failure|failures|crash|crashes|bug|bugs|fault|timeout handling|handler|handlers|documentation|docs|docstring|docstrings|reporting|reporter|tracker|tracking|resistance|resilience|recovery|tolerance|boundary|boundaries|budget|reports',
      'memory|cpu|performance|ram|heap|leak|latency|speed ~1 profiling|profiler|profile|profiles|analysis|tuning|metrics|metric|monitoring|monitor|dashboard|benchmarking|guide|docs|documentation|graph|chart|statistics|indicator|warning|warnings|snapshot|snapshots|optimization|optimizations|optimisation|improvement|improvements|tips|tracker|tracking|meter|calculator',
      'flaky|flake|flakiness|failed|failing|intermittent ~1 test|tests|job|jobs? ~1 detector|detection|dashboard|quarantine|plugin|support|policy|mechanism|management|tracker|retry|retries|reruns|rerun|handling',
      'circuit breaking|breaker|breakers',
      'performance|speed|latency|load|stress|regression ~1 benchmark|benchmarks|matrix|matrices|numbers|page|section|claim|suite|comparison|testing|tests|guard|guarded|budget|budgets|goals|requirements|criteria|dashboard|percentiles|metrics',
      'slow-down|slowdown|slow|failed|long-running ~1 details|logging|log|logger|threshold|alert|alerts|notification|notifications|report|reports',
      'log|logging|logs|report|reporting|record|alert|notify|warn|show|display|print|track ~4 slow|slowdown|slow-down|failed|failing|flaky|timed-out|crashed ~2',
      'retry|retries|retrying|rerun|reruns|re-run|re-running ~2 failed|failing|flaky|intermittent ~2',
      'known-to-be|known flaky|failing|broken|hanging ~1',
      'graceful|gracefully ~4',
      'handle|handles|handling|catch|catching ~3 error|errors|exception|exceptions|crash|crashes|crashing|failure|failures|timeouts|timeout|oom gracefully|properly|better|nicely|cleanly?',
    ],
  },
  {
    // What might happen has not happened.
    hides: faults,
    patterns: [
      'if|when|whenever|once|should|where|unless something|anything|things|one|any|an|some ~3 wrong|fail|fails|failed|failing|error|errors|crash|crashes|happens|happen|breaks|down|slow|slower|unavailable|timeout|unreachable|flaky',
      'when if ~6',
      'in|in-the-? case|event|presence|face of ~4 error|errors|failure|failures|timeout|timeouts|crash|crashes|problem|problems|failing|outage|exception|exceptions|memory',
      'to|can|could|will|would|help|helps|should|must|that|by|for|of prevent|preventing|avoid|avoiding|handle|handling|detect|detecting|identify|identifying|address|addressing|survive|mitigate|mitigating|tolerate|quarantine|track|minimize|minimise|combat|monitor|diagnose|troubleshoot ~3 slow|slowness|slowdown|slowdowns|flaky|flakiness|flakes|intermittent|transient|spurious|failure|failures|error|errors|crash|crashes|crashing|failing|race|races|timeout|timeouts|leak|leaks|overload|lag|bottleneck|bottlenecks|disconnects|problems|issues|regressions|regression ~1',
      'instead of ~1 crashing|failing|hanging|freezing|breaking|dying|blocking|exiting|silently ~2',
      'rather than ~1 crashing|failing|hanging|freezing|breaking|dying|crash|fail ~2',
      'as to why ~8',
      'uninformed|informed ~8',
      'search|on|in|at|via|asked ~2 stack overflow|exchange',
      'stackoverflow.com|stackoverflow question|questions|answer|post|thread',
      'various|common|typical|possible|potential ~2 error|errors|exception|exceptions|crash|crashes|failure|failures|problems|issues ~1',
    ],
  },
  {
    // "Not sure if it happens every time" is not "every time".
    hides: ['glitch'],
    against: true,
    patterns: [
      "not|don't|isn't|can't ~1 sure|certain|clear|know|tell|say if|whether|that ~8",
      'unsure|unclear|uncertain|no-idea if|whether|that ~8',
      "doesn't|don't|didn't|does-not|do-not|isn't|not ~3 every|each time|run|attempt|try",
    ],
  },
];
