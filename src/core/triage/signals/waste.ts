import { growthIn } from '../growth.ts';
import type { Signal } from '../kinds.ts';

/** Right answer, wrong cost: more work or room than the task needs. Families P3 and P4 of the triage design. */
export const wasteSignals: readonly Signal[] = [
  {
    id: 'grows-faster',
    kind: 'bottleneck',
    weight: 5,
    max: 40,
    hard: true,
    meaning: 'time grows faster than the amount of data',
    together: growthIn,
    patterns: [
      [/(?:^|\s)\d[\d.,]{0,12} [a-z]{1,24} in \d[\d.,]{0,12} ?(?:[nuµm]s|s|secs?|seconds?)\b/, 'in'],
      [/\bn ?= ?\d[\d.,]{0,12}\b.{0,20}?\s\d[\d.,]{0,12} ?(?:[nuµm]s|s|secs?|seconds?)\b/, 'n'],
    ],
  },
  {
    id: 'waste',
    kind: 'bottleneck',
    weight: 3,
    max: 2,
    meaning: 'the same work is done more often, or takes more room, than needed',
    where: 'prose',
    patterns: [
      'unnecessary|unnecessarily|unneeded|redundant|redundantly|excessive|excessively|needless|needlessly|superfluous|duplicate|extra|too-many|repeated|wasteful|many ~2 re-render*|rerender*|render|renders|rendering|request|requests|call|calls|query|queries|work|computation|computations|recomputation|allocation|allocations|copy|copies|copying|roundtrip|roundtrips|traffic|fetch|fetches|io|i/o|polling|reads|writes|reload|reloads',
      'causes|cause|causing|triggers|trigger|triggering|forces|leads-to ~4 re-render|re-renders|re-rendering|rerender|rerenders|rerendering|reflow|reflows|repaint|repaints|recompute|recomputes',
      'every|each|per keystroke|key-stroke|keypress|frame|tick|render|mouse-move|mousemove|character ~8 request|requests|re-render*|rerender*|render|renders|query|queries|fetch|recomputed|called|calls|sent',
      'request|requests|re-render*|rerender*|renders|query|queries|fetch|fetches|recomput*|called ~8 every|each|per keystroke|keypress|frame|tick|render|character',
      'image|bundle|binary|artifact|artifacts|package|installer|executable|download|container|log|apk|jar|wheel|build ~2 size|sizes ~5 large|larger|huge|big|bigger|over|gb|mb|increase*|increased|doubled|grew|grown|bloat*|reduc*|optimi*',
      'image|images|bundle|binary|artifact|artifacts|package|installer|executable|container|containers|apk|jar ~3 too|very|so|is|are|quite|extremely|significantly|as? large|larger|huge|big|bigger|bloated|heavy',
      'significantly|much|considerably|way|far|times|significantly larger|bigger|heavier|fatter than',
      [
        /\b\d[\d.,]* ?(?:gb|gib|mb|mib) (?:image|bundle|binary|artifact|package|container|download|installer|executable)/,
        ...'image bundle binary artifact package container download installer executable'.split(' '),
      ],
      'disk|storage|volume saturates|saturated|fills|filled|full',
      'way too|to much|many ~2 memory|time|cpu|requests|calls|queries|re-render*|rerender*|work|traffic|space|data|bandwidth',
    ],
  },
];
