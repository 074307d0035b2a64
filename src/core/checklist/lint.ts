import { isAllowedCommand } from './allowedCommands.ts';
import { contentWords, likenessOf } from './likeness.ts';
import { isWebAddress, linksIn } from './links.ts';
import { itemsOf, type Checklist, type Item, type Section } from './model.ts';
import { isKnownOnlyFor } from './onlyFor.ts';
import { readingSecondsOf, withoutFences } from './readingTime.ts';
import { titleVerbs } from './titleVerbs.ts';

/** Where a checklist breaks a rule of good checklists. The file can be read all the same; the rule says what to mend. */
export type LintFinding = LintRule & {
  /** The id of the checklist. */
  readonly checklist: string;
  /** Titles; absent when the rule is about the whole file, or the whole section. */
  readonly section?: string;
  readonly item?: string;
  /** 0-based; 0 when the rule is about the whole file. */
  readonly line: number;
};

/** The id of the rule, with what a sentence about it needs. */
export type LintRule =
  | { readonly rule: 'too-many-sections'; readonly count: number }
  | { readonly rule: 'section-size'; readonly count: number }
  | { readonly rule: 'section-too-long'; readonly seconds: number }
  | { readonly rule: 'too-many-musts'; readonly count: number }
  | { readonly rule: 'no-must' }
  | { readonly rule: 'title-too-long'; readonly length: number }
  | { readonly rule: 'title-verb-first'; readonly word: string }
  | { readonly rule: 'title-ends-in-stop' }
  | { readonly rule: 'title-two-thoughts'; readonly words: string }
  | { readonly rule: 'missing-entry'; readonly entry: 'why' | 'how' | 'ask' }
  | { readonly rule: 'ask-one-question' }
  | { readonly rule: 'ask-open-word'; readonly word: string }
  | { readonly rule: 'unknown-only-for'; readonly value: string }
  | { readonly rule: 'malformed-link'; readonly text: string }
  | { readonly rule: 'command-not-allowed'; readonly command: string }
  | { readonly rule: 'missing-sources' }
  | { readonly rule: 'source-not-https'; readonly source: string }
  | { readonly rule: 'repeated-checklist-id' }
  | { readonly rule: 'repeated-title'; readonly other: OtherItem }
  | { readonly rule: 'similar-item'; readonly other: OtherItem; readonly likeness: number };

interface OtherItem {
  readonly checklist: string;
  readonly item: string;
}

interface LintOptions {
  /** Verbs of a team's own, in lower case, besides the ones this extension knows. */
  readonly verbs?: ReadonlySet<string>;
}

/** Pause points of 5-9 items at most, readable in 60-90 s: Boorman's rules as told in Gawande, "The Checklist Manifesto". */
const SECTION_SECONDS = 90;
const SECTION_ITEMS = { min: 3, max: 9 };
const SECTIONS = 5;
const MUSTS = 3;
const TITLE_LENGTH = 70;

/** Nouns that are in the list of verbs too, so that no two actions are joined here. */
const NOUN_PAIRS = ['place and time', 'rate and size', 'size and load'];

const OPEN_WORD = /^(?:(?:at|by|for|from|in|on|to|under|with) )?(?:what|how|which|who|whom|whose|where|when)\b/i;

/** The rules that one file can break alone, in the order of its lines. An empty array means that there is nothing to mend. */
export function lintChecklist(checklist: Checklist, options: LintOptions = {}): LintFinding[] {
  const { sections } = checklist;
  const file = rulesOfFile(checklist).map((rule) => ({ ...rule, checklist: checklist.id, line: 0 }));
  const rest = sections.flatMap((section) => {
    const at = { checklist: checklist.id, section: section.title };
    return [
      ...rulesOfSection(section).map((rule) => ({ ...rule, ...at, line: section.line })),
      ...section.items.flatMap((item) =>
        rulesOfItem(item, options.verbs).map((rule) => ({ ...rule, ...at, item: item.title, line: item.line })),
      ),
    ];
  });
  return [...file, ...rest];
}

function rulesOfFile({ sections, sources }: Checklist): LintRule[] {
  const rules: LintRule[] = [];
  // A list that is laid over another one shows only the sections that fit, so it may have more of them.
  const isOverlay = sections.every((section) => section.onlyFor.length > 0);
  if (sections.length > SECTIONS && !isOverlay) rules.push({ rule: 'too-many-sections', count: sections.length });
  if (!sections.some((section) => section.items.some((item) => item.isMust))) rules.push({ rule: 'no-must' });
  if (sources.length === 0) rules.push({ rule: 'missing-sources' });
  for (const source of sources) if (!isWebAddress(source)) rules.push({ rule: 'source-not-https', source });
  return rules;
}

function rulesOfSection(section: Section): LintRule[] {
  const rules: LintRule[] = [];
  const count = section.items.length;
  const musts = section.items.filter((item) => item.isMust).length;
  const seconds = readingSecondsOf(section);
  if (count < SECTION_ITEMS.min || count > SECTION_ITEMS.max) rules.push({ rule: 'section-size', count });
  if (seconds > SECTION_SECONDS) rules.push({ rule: 'section-too-long', seconds: Math.ceil(seconds) });
  if (musts > MUSTS) rules.push({ rule: 'too-many-musts', count: musts });
  return [...rules, ...unknownOnlyFor(section.onlyFor)];
}

function rulesOfItem(item: Item, ownVerbs: ReadonlySet<string> = new Set()): LintRule[] {
  const isVerb = (word: string): boolean => titleVerbs.has(word) || ownVerbs.has(word);
  return [
    ...rulesOfTitle(item.title, isVerb),
    ...missingEntries(item),
    ...(item.ask === undefined ? [] : rulesOfAsk(item.ask)),
    ...unknownOnlyFor(item.onlyFor),
    ...[item.titleMarkdown, item.why ?? '', ...item.how, item.ask ?? '', item.evidence ?? ''].flatMap(rulesOfLinks),
  ];
}

function rulesOfTitle(title: string, isVerb: (word: string) => boolean): LintRule[] {
  const rules: LintRule[] = [];
  const word = /^[\p{L}\p{N}'-]*/u.exec(title)![0];
  const joined = twoThoughtsIn(title, isVerb);
  if (title.length > TITLE_LENGTH) rules.push({ rule: 'title-too-long', length: title.length });
  if (!isVerb(word.toLowerCase())) rules.push({ rule: 'title-verb-first', word });
  if (/[.!]$/.test(title)) rules.push({ rule: 'title-ends-in-stop' });
  if (joined !== undefined) rules.push({ rule: 'title-two-thoughts', words: joined });
  return rules;
}

/** The joint of two thoughts: "and", "then" or ";" before a second verb, or a clause after ", and" that is no list. */
function twoThoughtsIn(title: string, isVerb: (word: string) => boolean): string | undefined {
  const text = NOUN_PAIRS.reduce((rest, pair) => rest.replace(pair, pair.replace(' and ', ', ')), title.toLowerCase());
  for (const [joint, word] of text.matchAll(/(?:\b(?:and|then|and then)|[;&]) ([\p{L}'-]+)/gu)) {
    if (isVerb(word!)) return joint;
  }
  return /^[^,]*(, and \S+)/.exec(text)?.[1];
}

function missingEntries(item: Item): LintRule[] {
  const missing: ('why' | 'how' | 'ask')[] = [];
  if (item.why === undefined) missing.push('why');
  if (item.how.length === 0) missing.push('how');
  if (item.ask === undefined) missing.push('ask');
  return missing.map((entry) => ({ rule: 'missing-entry', entry }));
}

function rulesOfAsk(ask: string): LintRule[] {
  const words = ask.replace(/`[^`]*`/g, 'code').trim();
  if (words.indexOf('?') !== words.length - 1) return [{ rule: 'ask-one-question' }];
  return OPEN_WORD.test(words) ? [] : [{ rule: 'ask-open-word', word: words.split(' ', 1)[0]! }];
}

function unknownOnlyFor(values: readonly string[]): LintRule[] {
  return values.filter((value) => !isKnownOnlyFor(value)).map((value) => ({ rule: 'unknown-only-for', value }));
}

function rulesOfLinks(markdown: string): LintRule[] {
  return linksIn(markdown).flatMap((link): LintRule[] => {
    if (link.kind === 'malformed') return [{ rule: 'malformed-link', text: link.text }];
    if (link.kind === 'web' || isAllowedCommand(link.command)) return [];
    return [{ rule: 'command-not-allowed', command: link.command }];
  });
}

/**
 * From here on two items count as one thought. Both numbers come from reading the closest pairs of the first catalogue of
 * 22 checklists. Titles: of seven pairs at 0.5 or more, five said the same; of the eleven at 0.4, four. Whole items without
 * code, in two different checklists: all three pairs at 0.3 or more said the same; of those below, the closest two shared
 * only the words of their steps. Within one checklist, items share their subject, so only their titles are compared.
 */
const SAME_TITLE = 0.5;
const SAME_ITEM = 0.3;

/** The rules that need the other files: an id used twice, and items that say what another one says. */
export function lintCatalogue(checklists: readonly Checklist[]): LintFinding[] {
  const findings: LintFinding[] = [];
  const ids = new Set<string>();
  for (const { id } of checklists) {
    if (ids.has(id)) findings.push({ rule: 'repeated-checklist-id', checklist: id, line: 0 });
    ids.add(id);
  }
  const entries = checklists.flatMap((checklist) => itemsOf(checklist).map((item) => entryOf(checklist, item)));
  for (const [index, entry] of entries.entries()) {
    for (const earlier of entries.slice(0, index)) {
      const rule = ruleOfPair(entry, earlier);
      if (rule)
        findings.push({ ...rule, checklist: entry.checklist.id, item: entry.item.title, line: entry.item.line });
    }
  }
  return findings;
}

interface Entry {
  readonly checklist: Checklist;
  readonly item: Item;
  readonly plainTitle: string;
  readonly titleWords: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

function entryOf(checklist: Checklist, item: Item): Entry {
  const prose = [item.title, item.why ?? '', ...item.how, item.ask ?? ''].map(withoutFences).join('\n');
  const plainTitle = (item.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  return { checklist, item, plainTitle, titleWords: contentWords(item.title), words: contentWords(prose) };
}

function ruleOfPair(one: Entry, earlier: Entry): LintRule | undefined {
  const other = { checklist: earlier.checklist.id, item: earlier.item.title };
  if (one.plainTitle === earlier.plainTitle) return { rule: 'repeated-title', other };
  const ofTitles = likenessOf(one.titleWords, earlier.titleWords);
  if (ofTitles >= SAME_TITLE) return { rule: 'similar-item', other, likeness: ofTitles };
  if (one.checklist === earlier.checklist) return undefined;
  const ofItems = likenessOf(one.words, earlier.words);
  return ofItems >= SAME_ITEM ? { rule: 'similar-item', other, likeness: ofItems } : undefined;
}
