import { inlineCode } from '../markdown/write.ts';
import { isTest } from '../review/fileKind.ts';
import type { Suspects } from '../suspects/findSuspects.ts';
import type { Change } from '../suspects/rank.ts';
import type { Assertion } from './assertion.ts';
import type { Kind } from './kinds.ts';
import { placeName, type CodePlace } from './places.ts';
import { prompt } from './prompt.ts';
import type { WastefulScan } from './queryPlan.ts';

/** What is known when the record is written. All texts may stand in Markdown only as `inlineCode`. */
export interface KnownFault {
  readonly kind: Kind;
  readonly places: readonly CodePlace[];
  readonly suspects?: Suspects;
  /** The command that shows the fault. */
  readonly command: string | undefined;
  readonly assertion?: Assertion;
  readonly scan?: WastefulScan;
  /** Names the error: `type: message @ places`. */
  readonly signature?: string;
}

/** The cells of a row, in Markdown. An empty one waits for somebody who knows. */
export interface FirstHypothesis {
  readonly cause: string;
  readonly prediction: string;
  readonly experiment: string;
}

const NOTHING: FirstHypothesis = { cause: prompt('what could cause it'), prediction: '', experiment: '' };

/**
 * A hypothesis that can be tested as it stands: the likeliest change, if the command is known to try it without; else the
 * place where it shows; for a bottleneck what a query plan says. Of other kinds the evidence says too little for a test.
 */
export function firstHypothesis(fault: KnownFault): FirstHypothesis {
  const {
    kind,
    places: [place],
    command,
    assertion,
    scan,
  } = fault;
  if (kind === 'bottleneck' && scan) return ofScan(scan);
  if (kind !== 'broken') return NOTHING;
  const change = command?.includes('\n') === false ? likeliestChange(fault.suspects) : undefined;
  if (change && command) return ofChange(change, command);
  if (place?.line === undefined) return NOTHING;
  if (assertion && isTest(place.file)) return ofTest(place, assertion);
  return VALUE_ERROR.test(fault.signature?.split(' @ ')[0] ?? '') ? ofPlace(place) : NOTHING;
}

/** Errors of a run that a wrong or absent value brings about. What a compiler rejects, or a network refuses, has no values to print. */
const VALUE_ERROR =
  /\b(?:(?:Type|Key|Attribute|Index|Value|Range|ZeroDivision|Arithmetic|NoMethod|Argument|JSONDecode|UnicodeDecode)Error|(?:NullPointer|NullReference|NumberFormat|Arithmetic|ClassCast|IllegalArgument|InvalidCast|Format|\w*OutOfBounds|ArgumentOutOfRange|ArgumentNull|KeyNotFound|NoSuchElement)Exception)\b|\bunwrap\b|nil pointer|index out of (?:range|bounds)|divi(?:de|sion) by zero|an? <text> value/;

/**
 * A change of the code itself: a test that came with the fault says nothing about where the fault came from. A file that git does not
 * know yet has no lines that changed, and `git stash` would leave it there.
 */
function likeliestChange(suspects: Suspects | undefined): Change | undefined {
  return suspects?.suspects.find(({ isRecent, change, reasons: [reason] }) => {
    const kinds = change.kind === 'commit' ? ['line', 'near', 'file'] : ['line', 'near'];
    return isRecent && reason !== undefined && kinds.includes(reason.kind) && !isTest(reason.file);
  })?.change;
}

function ofChange(change: Change, command: string): FirstHypothesis {
  const run = inlineCode(command);
  if (change.kind === 'uncommitted')
    return {
      cause: 'The change that is not committed',
      prediction: 'Without it there is no error',
      experiment: `${inlineCode('git stash')}, then ${run}, then ${inlineCode('git stash pop')}`,
    };
  const { hash, subject } = change.commit;
  return {
    cause: `${inlineCode(hash.slice(0, 8))} ${inlineCode(subject)}`,
    prediction: 'On the commit before it there is no error',
    experiment: `${run} on ${inlineCode(`${hash.slice(0, 8)}^`)}`,
  };
}

function ofTest(place: CodePlace, { actual }: Assertion): FirstHypothesis {
  return {
    cause: `The code that ${inlineCode(placeName(place))} checks, not the test`,
    prediction: `Outside the test it gives ${inlineCode(actual)} too`,
    experiment: 'Call it with the input of the test',
  };
}

function ofScan({ table, column, removed }: WastefulScan): FirstHypothesis {
  const [where, by] = [inlineCode(table), inlineCode(column)];
  return {
    cause: `No index of ${where} serves the filter on ${by}: ${removed.toLocaleString('en-US')} rows are read and thrown away`,
    prediction: 'With the index the plan has no Seq Scan there',
    experiment: `Create it on a copy, then ${inlineCode('EXPLAIN (ANALYZE, BUFFERS)')} again`,
  };
}

function ofPlace(place: CodePlace): FirstHypothesis {
  const where = inlineCode(placeName(place));
  return {
    cause: `A value that ${where} does not expect`,
    prediction: 'The value is wrong before that line runs',
    experiment: `Print the values that ${where} uses, just before it`,
  };
}
