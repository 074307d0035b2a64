import type { Rule } from './rule.ts';

/** Tokens that are known by how they begin: what the issuer documents or what public scanners agree on. */
interface PrefixedToken {
  readonly kind: string;
  /** Regular-expression sources; plain text apart from escaped dots. */
  readonly starts: readonly string[];
  readonly body: string;
}

const prefixed: readonly PrefixedToken[] = [
  { kind: 'github-token', starts: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], body: '[A-Za-z0-9_]{36,}' },
  { kind: 'github-token', starts: ['github_pat_'], body: '[A-Za-z0-9_]{40,}' },
  {
    kind: 'gitlab-token',
    starts: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glcbt-',
      'glptt-',
      'glft-',
      'glimt-',
      'glagent-',
      'gloas-',
      'glsoat-',
      'GR1348941',
    ],
    body: '[\\w.-]{20,}',
  },
  { kind: 'npm-token', starts: ['npm_'], body: '[A-Za-z0-9]{36,}' },
  { kind: 'pypi-token', starts: ['pypi-'], body: '[\\w-]{50,}' },
  { kind: 'rubygems-token', starts: ['rubygems_'], body: '[a-f0-9]{48}' },
  { kind: 'nuget-key', starts: ['oy2'], body: '[a-z0-9]{43}(?![A-Za-z0-9])' },
  { kind: 'crates-token', starts: ['cio'], body: '[A-Za-z0-9]{32}(?![A-Za-z0-9])' },
  { kind: 'clojars-token', starts: ['CLOJARS_'], body: '[a-z0-9]{60}' },
  { kind: 'docker-token', starts: ['dckr_pat_', 'dckr_oat_'], body: '[\\w-]{20,}' },
  { kind: 'slack-token', starts: ['xox[abeoprs]-', 'xoxe\\.xox[bp]-', 'xapp-', 'xwfp-'], body: '[\\w.-]{10,}' },
  {
    kind: 'stripe-key',
    starts: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'],
    body: '[A-Za-z0-9+/=]{10,}',
  },
  { kind: 'aws-key-id', starts: ['AKIA', 'ASIA', 'ABIA', 'ACCA'], body: '[A-Z0-9]{16}(?![A-Za-z0-9])' },
  { kind: 'google-key', starts: ['AIza'], body: '[\\w-]{35}' },
  { kind: 'google-token', starts: ['ya29\\.', 'GOCSPX-', '1//0'], body: '[\\w-]{20,}' },
  { kind: 'sendgrid-key', starts: ['SG\\.'], body: '[\\w-]{16,}\\.[\\w-]{16,}' },
  { kind: 'mailgun-key', starts: ['key-'], body: '[0-9a-f]{32}(?![0-9A-Za-z])' },
  { kind: 'brevo-key', starts: ['xkeysib-', 'xsmtpsib-'], body: '[a-f0-9]{64}-[A-Za-z0-9]{16}' },
  { kind: 'twilio-key', starts: ['SK'], body: '[0-9a-f]{32}(?![0-9A-Za-z])' },
  { kind: 'heroku-key', starts: ['HRKU-'], body: '[\\w-]{30,}' },
  { kind: 'digitalocean-token', starts: ['dop_v1_', 'doo_v1_', 'dor_v1_'], body: '[a-f0-9]{64}' },
  { kind: 'huggingface-token', starts: ['hf_', 'api_org_'], body: '[A-Za-z0-9]{30,}' },
  { kind: 'anthropic-key', starts: ['sk-ant-'], body: '[\\w-]{20,}' },
  { kind: 'openai-key', starts: ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'sk-or-v1-'], body: '[\\w-]{20,}' },
  { kind: 'openai-key', starts: ['sk-'], body: '[A-Za-z0-9]{32,}' },
  { kind: 'ai-key', starts: ['gsk_', 'pplx-', 'xai-', 'r8_'], body: '[A-Za-z0-9]{36,}' },
  { kind: 'databricks-token', starts: ['dapi'], body: '[a-f0-9]{32}(?:-\\d)?' },
  { kind: 'shopify-token', starts: ['shpat_', 'shpca_', 'shppa_', 'shpss_'], body: '[a-fA-F0-9]{32}' },
  { kind: 'square-token', starts: ['sq0[a-z]{3}-'], body: '[\\w-]{22,}' },
  { kind: 'square-token', starts: ['EAAA'], body: '[\\w-]{56,}' },
  { kind: 'facebook-token', starts: ['EAA'], body: '[A-Za-z0-9]{80,}' },
  { kind: 'cloudflare-key', starts: ['v1\\.0-'], body: '[a-f0-9]{24}-[a-f0-9]{100,}' },
  { kind: 'vault-token', starts: ['hvs\\.', 'hvb\\.', 'hvr\\.'], body: '[\\w-]{24,}' },
  { kind: 'sentry-token', starts: ['sntrys_', 'sntryu_'], body: '[\\w+/=-]{40,}' },
  { kind: 'newrelic-key', starts: ['NRAK-', 'NRII-', 'NRRA-', 'NRSP-'], body: '[A-Za-z0-9_-]{20,}' },
  { kind: 'linear-key', starts: ['lin_api_', 'lin_oauth_'], body: '[A-Za-z0-9]{32,}' },
  { kind: 'notion-token', starts: ['secret_'], body: '[A-Za-z0-9]{43}(?![A-Za-z0-9])' },
  { kind: 'notion-token', starts: ['ntn_'], body: '[A-Za-z0-9]{40,}' },
  { kind: 'figma-token', starts: ['figd_', 'figo_', 'figu_', 'figur_'], body: '[\\w-]{30,}' },
  { kind: 'atlassian-token', starts: ['ATATT3', 'ATCTT3'], body: '[\\w=-]{50,}' },
  { kind: 'atlassian-token', starts: ['ATBB'], body: '[A-Za-z0-9]{32}' },
  { kind: 'airtable-token', starts: ['pat'], body: '[A-Za-z0-9]{14}\\.[a-f0-9]{64}' },
  { kind: 'postman-key', starts: ['PMAK-'], body: '[a-f0-9]{24}-[a-f0-9]{34}' },
  { kind: 'grafana-token', starts: ['glsa_', 'glc_'], body: '[\\w+/=]{32,}' },
  { kind: 'doppler-token', starts: ['dp\\.(?:pt|st|ct|sa|scim|audit)\\.'], body: '[\\w.-]{40,}' },
  { kind: 'pulumi-token', starts: ['pul-'], body: '[a-f0-9]{40}' },
  { kind: 'planetscale-token', starts: ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], body: '[\\w.=-]{32,}' },
  { kind: 'supabase-token', starts: ['sbp_', 'sb_secret_'], body: '[\\w-]{20,}' },
  { kind: 'deploy-token', starts: ['nfp_', 'vcp_', 'rnd_', 'fo1_', 'fm2_'], body: '[\\w+/=-]{28,}' },
  { kind: 'ci-token', starts: ['CCIPAT_', 'CCIPRJ_', 'bkua_', 'sqp_', 'squ_', 'sqa_'], body: '[\\w-]{32,}' },
  { kind: 'artifactory-key', starts: ['AKCp', 'cmVmdGtu'], body: '[A-Za-z0-9]{48,}' },
  { kind: 'age-key', starts: ['AGE-SECRET-KEY-1'], body: '[A-Z0-9]{50,}' },
  { kind: 'alibaba-key-id', starts: ['LTAI'], body: '[A-Za-z0-9]{12,26}(?![A-Za-z0-9])' },
  { kind: 'onepassword-token', starts: ['ops_eyJ'], body: '[\\w-]{60,}' },
  { kind: 'contentful-token', starts: ['CFPAT-'], body: '[\\w-]{40,}' },
  { kind: 'dropbox-token', starts: ['sl\\.'], body: '[\\w-]{120,}' },
  { kind: 'dynatrace-token', starts: ['dt0[a-z]\\d\\d\\.'], body: '[A-Z0-9]{24}\\.[A-Z0-9]{64}' },
  { kind: 'mapbox-token', starts: ['sk\\.eyJ'], body: '[\\w-]{20,}\\.[\\w-]{20,}' },
  { kind: 'plaid-token', starts: ['access-(?:sandbox|development|production)-'], body: '[0-9a-f-]{36}' },
];

const boundary = '(?<![A-Za-z0-9_])';

const byPrefix = prefixed.map(({ kind, starts, body }) => ({
  start: new RegExp(`^(?:${starts.join('|')})$`),
  rule: { kind, pattern: new RegExp(`${boundary}(?:${starts.join('|')})${body}`, 'dg') } satisfies Rule,
}));

/** One look for every start at once, since most texts hold none of them. */
const anyStart = new RegExp(`${boundary}(?:${prefixed.flatMap(({ starts }) => starts).join('|')})`, 'g');

const hasDigitAndUpper = (value: string): boolean => /\d/.test(value) && /[A-Z]/.test(value);

/** Tokens that need more than a prefix. */
const byShape: readonly Rule[] = [
  {
    // Header, claims and signature of RFC 7519; `eyJ` is the base64 of `{"`. A cut-off token has no signature yet.
    kind: 'jwt',
    hints: ['eyJ'],
    pattern: /(?<![\w-])eyJ[\w-]{8,}(?:\.[\w-]{2,}){1,4}\.?/dg,
  },
  { kind: 'vault-token', hints: ['s.'], pattern: /(?<![\w.-])s\.[A-Za-z0-9]{24}(?![\w.])/dg, accept: hasDigitAndUpper },
  { kind: 'terraform-token', hints: ['.atlasv1.'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{50,}/dg },
  { kind: 'newrelic-key', hints: ['NRAL'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{36}NRAL(?![A-Za-z0-9])/dg },
  { kind: 'azure-secret', hints: ['Q~'], pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/dg },
  { kind: 'azure-devops-token', hints: ['AZDO'], pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}/dg },
  { kind: 'discord-token', pattern: /(?<![\w.-])[MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,}/dg, accept: hasDigitAndUpper },
  { kind: 'telegram-token', hints: [':AA'], pattern: /(?<!\d)\d{7,11}:AA[\w-]{32,35}/dg },
  { kind: 'mailchimp-key', hints: ['-us'], pattern: /(?<![0-9a-zA-Z])[0-9a-f]{32}-us\d{1,2}(?!\d)/dg },
  {
    kind: 'webhook',
    hints: ['hooks.slack.com', 'webhook', 'hooks.zapier.com'],
    pattern:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks|hooks\.zapier\.com\/hooks\/catch|[\w-]{1,63}\.webhook\.office\.com\/webhookb2)\/(?<it>[\w/@+-]{16,})/dg,
  },
  {
    // bcrypt, crypt(3) SHA-256/512, MD5-crypt, apr1, argon2, PBKDF2: a password hash can be attacked offline.
    kind: 'password-hash',
    hints: ['$'],
    pattern:
      /(?<![\w$])\$(?:2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}|(?:[156y]|apr1|7)\$[^\s"'<>:,;]{20,200}|argon2(?:id|i|d)\$[\w$=,+/.]{40,300})/dg,
  },
  {
    kind: 'password-hash',
    hints: ['{SSHA', '{SHA', '{CRYPT}'],
    pattern: /\{S?(?:SHA|CRYPT)\d{0,3}\}(?<it>[A-Za-z0-9+/=$.]{20,})/dg,
  },
  // An AWS secret has no prefix; beside its id it is unmistakable (CSV export, `aws configure` transcript).
  {
    kind: 'aws-secret',
    hints: ['AKIA', 'ASIA'],
    pattern: /(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}["']?[\s,;:|/]{1,4}["']?(?<it>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/])/dg,
  },
];

/** The rules of known token formats that can find something in the text. */
export function tokenRulesFor(text: string): Rule[] {
  const starts = new Set(Array.from(text.matchAll(anyStart), ([start]) => start));
  const rules = byPrefix.filter(({ start }) => [...starts].some((found) => start.test(found))).map(({ rule }) => rule);
  return [...rules, ...byShape];
}
