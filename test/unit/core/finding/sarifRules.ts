/**
 * The rules of the SARIF 2.1.0 schema for the parts that we write, and what the specification adds in words. Written from the
 * specification, not from the code: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
type Json = Record<string, unknown>;

const keys: Readonly<Record<string, readonly string[]>> = {
  log: ['$schema', 'version', 'runs'],
  run: ['tool', 'originalUriBaseIds', 'columnKind', 'properties', 'results'],
  driver: ['name', 'informationUri', 'rules'],
  rule: ['id', 'shortDescription', 'helpUri'],
  result: [
    'ruleId',
    'ruleIndex',
    'kind',
    'level',
    'message',
    'locations',
    'partialFingerprints',
    'suppressions',
    'properties',
  ],
};

/** Each fault as `where what`; empty for a log that keeps the rules. */
export function sarifFaults(log: Json): string[] {
  const faults: string[] = [];
  const check = (isRight: boolean, where: string, what: string): void => {
    if (!isRight) faults.push(`${where} ${what}`);
  };
  const onlyKeys = (value: Json, kind: keyof typeof keys, where: string): void =>
    check(
      Object.keys(value).every((key) => keys[kind]!.includes(key)),
      where,
      'has a key that the schema lacks',
    );
  onlyKeys(log, 'log', 'log');
  check(log['version'] === '2.1.0' && isUrl(log['$schema']), 'log', 'is not 2.1.0');
  for (const run of list(log['runs'])) {
    onlyKeys(run, 'run', 'run');
    check(
      ['utf16CodeUnits', 'unicodeCodePoints'].includes(String(run['columnKind'])),
      'run',
      'counts columns in its own way',
    );
    const driver = object(object(run['tool'])['driver']);
    onlyKeys(driver, 'driver', 'driver');
    check(isText(driver['name']) && isUrl(driver['informationUri']), 'driver', 'has no name');
    const rules = list(driver['rules']);
    check(new Set(rules.map(({ id }) => id)).size === rules.length, 'rules', 'are not unique');
    for (const rule of rules) {
      onlyKeys(rule, 'rule', 'rule');
      check(
        isText(rule['id']) && isText(object(rule['shortDescription'])['text']) && isUrl(rule['helpUri']),
        'rule',
        'says nothing',
      );
    }
    const bases = Object.keys(object(run['originalUriBaseIds']));
    list(run['results']).forEach((result, index) => {
      for (const what of resultFaults(result, rules, bases)) faults.push(`results[${index}] ${what}`);
      onlyKeys(result, 'result', `results[${index}]`);
    });
  }
  return faults;
}

function* resultFaults(result: Json, rules: readonly Json[], bases: readonly string[]): Iterable<string> {
  const { ruleId, ruleIndex, kind = 'fail', level } = result;
  if (rules[Number(ruleIndex)]?.['id'] !== ruleId) yield 'names another rule than its index';
  if (!['none', 'note', 'warning', 'error'].includes(String(level))) yield `has the level ${String(level)}`;
  if (!['fail', 'pass', 'open', 'review', 'informational', 'notApplicable'].includes(String(kind)))
    yield `is of kind ${String(kind)}`;
  if (kind !== 'fail' && level !== 'none') yield 'has a level though it is no failure';
  if (!isText(object(result['message'])['text'])) yield 'has no message';
  for (const location of list(result['locations'])) {
    const { artifactLocation, region } = object(location['physicalLocation']);
    const { uri, uriBaseId } = object(artifactLocation);
    if (!isText(uri) || /^\/|^[a-z]+:|\s|\\/i.test(String(uri))) yield `is at ${String(uri)}, which is no relative URI`;
    if (!bases.includes(String(uriBaseId))) yield 'is relative to nothing';
    if (region !== undefined && !isCount(object(region)['startLine'])) yield 'is on a line before 1';
  }
  const prints = Object.entries(object(result['partialFingerprints'] ?? {}));
  if (!prints.every(([name, value]) => /\/v\d+$/.test(name) && isText(value)))
    yield 'has a fingerprint without version or value';
  for (const one of list(result['suppressions'])) {
    if (!['inSource', 'external'].includes(String(one['kind']))) yield 'is suppressed nowhere';
    if (!['accepted', 'underReview', 'rejected'].includes(String(one['status']))) yield 'is suppressed by nobody';
  }
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isUrl = (value: unknown): boolean => isText(value) && URL.canParse(String(value));
const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1;
