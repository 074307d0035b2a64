import { isContainer, isInfrastructure, isPipeline, isSettings } from '../fileKind.ts';
import { languages, type LineRule } from './lineRule.ts';

const written = languages(
  'yaml json jsonc groovy dockercompose dockerfile terraform properties toml ini shellscript bicep',
);
const isImage = (path: string): boolean => isContainer(path) || isPipeline(path) || isInfrastructure(path);

/** Lines of pipelines, infrastructure and settings. */
export const deliveryRules: readonly LineRule[] = [
  {
    signal: 'unpinned-step',
    phrase: (match) => `uses \`${match[1]}\`, which can be moved to other code`,
    pattern: /^[ \t]*(?:-\s*)?uses:\s*["']?((?!\.\/|docker:)[\w./-]+@(?![\da-f]{40})[\w./-]+)/gm,
    languages: written,
    files: isPipeline,
  },
  {
    signal: 'unpinned-step',
    phrase: (match) => `takes the image \`${match[1]}\` without its hash`,
    pattern:
      /^[ \t]*(?:-\s*)?(?:FROM|image:)\s+["']?(?:--platform=\S+\s+)?((?!scratch\b|\$|\{)[\w./:-]+)(?![\w./:-]*@sha256)/gm,
    languages: written,
    files: isImage,
  },
  {
    signal: 'job-rights',
    phrase: 'sets what a job may do',
    pattern:
      /^[ \t]*permissions:|\bwrite-all\b|^[ \t]*(?:contents|packages|id-token|pull-requests|actions|deployments|checks):\s*write\b|\bGITHUB_TOKEN\b|\bpull_request_target\b/gm,
    languages: written,
    files: isPipeline,
  },
  {
    signal: 'soft-check',
    phrase: 'lets a step fail in silence',
    pattern:
      /\bcontinue-on-error:\s*true|\ballow_failure:\s*true|\|\|\s*true\b|\bset \+e\b|--passWithNoTests|\bcatchError\b/gm,
    languages: written,
    files: isPipeline,
  },
  {
    signal: 'job-cache',
    phrase: 'keeps a cache between builds',
    pattern: /\bactions\/cache@|^[ \t]*cache:|\brestore-keys:|--mount=type=cache/gm,
    languages: written,
    files: isImage,
  },
  {
    signal: 'job-secret',
    phrase: 'hands a secret to a job',
    pattern: /\$\{\{\s*secrets\.|\bwithCredentials\b|\bpull_request_target\b|\bcredentials\(/gm,
    languages: written,
    files: isPipeline,
  },
  {
    signal: 'capacity',
    phrase: 'sets how much is rented',
    pattern:
      /\b(?:instance_(?:type|class|count)|desired_(?:capacity|count)|max_(?:size|capacity)|min_size|replicas|node_count|machine_type|allocated_storage|storage_gb|sku(?:_name)?)\b\s*[:=]/gm,
    languages: written,
    files: isInfrastructure,
  },
  {
    signal: 'probe',
    phrase: 'sets a limit or a probe',
    pattern:
      /\b(?:livenessProbe|readinessProbe|startupProbe|HEALTHCHECK|healthcheck|mem_limit)\b|^[ \t]*(?:limits|resources):\s*$|^[ \t]*(?:memory|cpu):\s*["']?\d/gm,
    languages: written,
    files: (path) => isContainer(path) || isInfrastructure(path),
  },
  {
    signal: 'yaml-trap',
    phrase: (match) => `has the value \`${match[1]}\`, which YAML may not take for text`,
    pattern: /^[ \t]*(?:-\s+)?[\w.-]+:\s+(no|yes|on|off|0\d+|\d+\.\d*0)\s*$/gim,
    languages: languages('yaml dockercompose'),
  },
  {
    signal: 'image-secret',
    phrase: 'may leave a secret in an image layer',
    pattern:
      /^[ \t]*(?:ARG|ENV)\s+\w*(?:TOKEN|SECRET|PASSWORD|PASSWD|API_?KEY|CREDENTIAL)\w*|^[ \t]*(?:COPY|ADD)\s+[^\n]*(?:\.env\b|\.npmrc|id_rsa|credentials|\.pem\b)|^[ \t]*COPY\s+\.\s+\.?/gim,
    languages: languages('dockerfile'),
  },
  {
    signal: 'state-file',
    phrase: 'says where the state is kept',
    pattern: /^[ \t]*backend\s+"\w+"|\btfstate\b|\bdynamodb_table\b/gm,
    languages: languages('terraform'),
  },
  {
    signal: 'new-setting',
    phrase: (match) => `reads the setting \`${match.slice(1).find(Boolean) ?? ''}\``,
    pattern:
      /\bprocess\.env\.(\w+)|\bprocess\.env\[["'](\w+)["']\]|\bos\.(?:getenv|environ\.get)\(["'](\w+)["']|\bos\.environ\[["'](\w+)["']\]|\bSystem\.getenv\("(\w+)"|\bos\.(?:Getenv|LookupEnv)\("(\w+)"|\bENV(?:\.fetch\(|\[)["'](\w+)["']|\bgetenv\(["'](\w+)["']|\benv::var\("(\w+)"|\bEnvironment\.GetEnvironmentVariable\("(\w+)"/gm,
  },
  {
    signal: 'new-setting',
    phrase: (match) => `sets \`${match[1]}\``,
    pattern: /^(?:export\s+)?([A-Z][A-Z0-9_]{2,})=/gm,
    languages: languages('properties'),
    files: isSettings,
  },
  {
    signal: 'flag',
    phrase: 'asks a feature flag',
    pattern:
      /\b(?:isFeatureEnabled|featureFlags?|feature_flags?|isEnabled\(["']|Flipper\.enabled|variation\(["']|useFlag\w*|LaunchDarkly|unleash)\b/gm,
  },
];

/** Lines of tests, and leftovers in code. */
export const testRules: readonly LineRule[] = [
  {
    signal: 'test-off',
    phrase: 'switches a test off',
    pattern:
      /\b(?:it|test|describe|context)\.(?:skip|only|todo)\b|\b[xf](?:it|describe|test)\(|@(?:Ignore|Disabled)\b|@?pytest\.mark\.(?:skip\w*|xfail)|@unittest\.skip|\bt\.Skip(?:Now|f)?\(|#\[ignore|\bmarkTestSkipped\b|\[Ignore\b|Skip\s*=\s*"/gm,
    isInTests: true,
    files: (path) => /test|spec|__tests__|\.rs$/i.test(path),
  },
  {
    signal: 'debug-output',
    phrase: 'leaves debug output behind',
    pattern:
      /\bconsole\.(?:log|debug|dir|trace)\(|^[ \t]*debugger\b|\bbreakpoint\(\)|\bpdb\.set_trace\(|\bbinding\.pry\b|\bbyebug\b|\bvar_dump\(|\bdd\(|\bdbg!\(|\bSystem\.out\.print|\bprintStackTrace\(\)|\bspew\.Dump\(/gm,
    files: (path) => !/(?:^|\/)(?:scripts?|bin|cli|tools?|examples?)\//.test(path),
  },
  {
    signal: 'error-path',
    phrase: 'handles an error',
    pattern: /\bcatch\s*[({]|^[ \t]*except\b|^[ \t]*rescue\b|\bif err != nil\b|\.catch\(|\bErr\(/gm,
  },
];
