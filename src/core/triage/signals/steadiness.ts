import type { Signal } from '../kinds.ts';

/** Same input, same outcome: what speaks against a glitch. Family I9 of the triage design. */
export const steadinessSignals: readonly Signal[] = [
  {
    id: 'always',
    kind: 'glitch',
    weight: -4,
    meaning: 'it happens every time',
    where: 'prose',
    patterns: [
      'every|each single time|run|attempt|try|click|launch',
      'each and every',
      'always fail*|crash*|happen*|error*|return*|get*|show*|give*|wrong|reproduc*|the-same|throws|occurs|broken|ends|empty',
      'fails|fail|crashes|happens|occurs|reproducible|crash|errors|same|reproduces always|consistently|constantly|everytime|100%|every-time',
      'consistently fail*|crash*|reproduc*|happen*|return*|wrong|error*|get*|broken|slow*|occur*|give*',
      '100% reproducible|repro|reproduction|of',
      'reproducible 100%|always|every',
      'reproducibility|reproducible|frequency always|100%|every|yes',
      'never builds|works|worked|work|succeeds|finishes|completes|compiles|starts|loads|passes',
      'deterministically|reproducibly|invariably|permanently',
      'all the time',
      'no matter what|how|which|where|if',
      'immediately|instantly crash*|fail*|exit*|close*|after|on|upon|when',
      'identical each|every|outcome|result|error',
    ],
  },
  {
    id: 'every-time',
    kind: 'glitch',
    weight: -1.5,
    meaning: 'it happens each time something is done',
    where: 'prose',
    patterns: [
      'every|each time|attempt|try|click|launch|start|startup|restart|reload|boot|request|call|build',
      'everytime',
      'whenever',
      'always',
    ],
  },
];
