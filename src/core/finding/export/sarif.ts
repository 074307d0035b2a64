import { plainText } from '../../markdown/plainText.ts';
import { commentText, labelText } from '../comment.ts';
import { isBlocking, type Finding } from '../model.ts';
import type { PlacedFinding } from '../placed.ts';
import type { ReviewFacts } from './json.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** For comments without a label. */
const UNLABELLED = 'comment';

type Level = 'error' | 'warning' | 'note' | 'none';

/**
 * All findings as a SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html): a rule for each label, paths
 * relative to `SRCROOT`, won't fix as an accepted suppression, resolved as `pass`. A lost line is left out, never guessed.
 */
export function findingsAsSarif(review: ReviewFacts, placed: readonly PlacedFinding[]): string {
  const rules = [...new Set(placed.map(({ finding }) => ruleId(finding)))];
  const run = {
    tool: {
      driver: {
        name: 'TPM Mentor',
        informationUri: 'https://github.com/tpm-mentor/tpm-mentor',
        rules: rules.map((id) => ({
          id,
          shortDescription: { text: `Review comment: ${id}` },
          helpUri: 'https://conventionalcomments.org',
        })),
      },
    },
    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the workspace.' } } },
    columnKind: 'utf16CodeUnits',
    properties: { ...review },
    results: placed.map((one) => resultOf(one, rules)),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function resultOf({ finding, placement }: PlacedFinding, rules: readonly string[]): object {
  const { state, place, decorations, id, replies } = finding;
  const isResolved = state.kind === 'resolved';
  const level = levelOf(finding);
  const text = plainText(finding.subject) || finding.subject || labelText(finding) || UNLABELLED;
  return {
    ruleId: ruleId(finding),
    ruleIndex: rules.indexOf(ruleId(finding)),
    // Any kind but `fail` has the level `none` (3.27.9, 3.27.10).
    ...(isResolved ? { kind: 'pass', level: 'none' } : level === 'none' ? { kind: 'informational', level } : { level }),
    message: { text, markdown: commentText(finding) },
    ...(place ? { locations: [{ physicalLocation: locationOf(place.path, placement) }] } : {}),
    ...(place?.anchor ? { partialFingerprints: { 'tpmFindingLine/v1': place.anchor.hash } } : {}),
    ...(state.kind === 'wont-fix'
      ? { suppressions: [{ kind: 'external', status: 'accepted', justification: state.reason }] }
      : {}),
    properties: {
      id,
      state: state.kind,
      decorations,
      replies,
      ...(placement ? { placement: placement.kind } : {}),
    },
  };
}

function ruleId({ label }: Finding): string {
  return label === '' ? UNLABELLED : label.replace(/\s+/g, '-');
}

/** What blocks is an error, what is wrong or has to be done a warning, praise nothing, all else a note. */
function levelOf(finding: Finding): Level {
  if (isBlocking(finding)) return 'error';
  if (finding.label === 'praise') return 'none';
  return ['issue', 'todo', 'chore'].includes(finding.label) ? 'warning' : 'note';
}

function locationOf(path: string, placement: PlacedFinding['placement']): object {
  const uri = encodeURI(path.replace(/\\/g, '/').toWellFormed()).replace(/[?#]/g, encodeURIComponent);
  return {
    // A first segment with a colon would read as a scheme.
    artifactLocation: { uri: /^[^/]*:/.test(uri) ? `./${uri}` : uri, uriBaseId: 'SRCROOT' },
    ...(placement && placement.kind !== 'lost' ? { region: { startLine: placement.line + 1 } } : {}),
  };
}
