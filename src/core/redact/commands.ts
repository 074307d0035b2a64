import type { Candidate } from './rule.ts';
import { ScannedText } from './scannedText.ts';
import { isPlaceholder, isSecretValue } from './secretValue.ts';

/** A command-line program and how it takes a password; groups as in {@link Rule}. */
interface CommandRule {
  readonly programs: readonly string[];
  readonly option: RegExp;
}

const quoted = `["']?(?<it>[^\\s"']{3,256})`;

/** `-u name -p password`, as many programs take them. */
const userThenPassword =
  /(?<=\s)(?:-u|-U|--user(?:name)?|\/u:)[ =]{0,2}["']?[\w.\\@+-]{1,64}["']?\s{1,3}(?:-p|-P|-pw|\/p:)[ =]{0,2}(?:"(?<double>[^"\n]{6,128})"|'(?<single>[^'\n]{6,128})'|(?<bare>[^\s"'\\]{6,128})(?=\s|$))/dg;

const commandRules: readonly CommandRule[] = [
  {
    programs: ['curl', 'wget', 'http', 'https'],
    option:
      /(?<=\s)(?:-u|--user|--proxy-user|-U|-a|--auth)(?:=|\s{1,4})?["']?(?<user>[\w.@+-]{1,64}):(?<it>[^\s"']{1,256})/dg,
  },
  // -p directly followed by the password is how these clients take it; for mysql a space means "ask".
  {
    programs: ['mysql', 'mysqldump', 'mysqladmin', 'mariadb', 'mariadb-dump'],
    option: new RegExp(`(?<=\\s)-p${quoted}`, 'dg'),
  },
  {
    programs: ['mongo', 'mongosh', 'mongodump', 'mongorestore', 'sshpass'],
    option: new RegExp(`(?<=\\s)-p\\s{0,2}${quoted}`, 'dg'),
  },
  {
    programs: ['docker login', 'podman login', 'helm registry login', 'oc login', 'az login', 'az acr login'],
    option: new RegExp(`(?<=\\s)-p[ =]{0,2}${quoted}`, 'dg'),
  },
  {
    // Credentials of a package source: the user, then the password.
    programs: ['poetry config', 'composer config', 'bundle config'],
    option: /(?<=\s)http-basic\.\S{1,100}\s{1,3}(?<user>[\w.@+-]{1,64})\s{1,3}["']?(?<it>[^\s"']{3,256})/dg,
  },
  { programs: ['7z', '7za', 'zip', 'unzip', 'unrar'], option: new RegExp(`(?<=\\s)-[pP]\\s{0,2}${quoted}`, 'dg') },
  { programs: ['redis-cli'], option: new RegExp(`(?<=\\s)-a\\s{1,2}${quoted}`, 'dg') },
  {
    programs: ['ldapsearch', 'ldapmodify', 'ldapadd', 'ldapwhoami'],
    option: new RegExp(`(?<=\\s)-w\\s{1,2}${quoted}`, 'dg'),
  },
  { programs: ['sqlcmd', 'bcp'], option: new RegExp(`(?<=\\s)-P\\s{0,2}${quoted}`, 'dg') },
  {
    programs: ['smbclient', 'rpcclient'],
    option: /(?<=\s)-U\s{0,2}["']?(?<user>[\w.\\@-]{1,64})%(?<it>[^\s"']{1,128})/dg,
  },
  {
    programs: ['sqlplus', 'impdp', 'expdp', 'CONNECT'],
    option: /(?<=\s)["']?(?<user>[\w$#]{1,64})\/(?<it>[^\s"'@/]{1,128})(?=@)/dg,
  },
  {
    programs: ['net use', 'net user'],
    option:
      /(?<=\s)(?:\/user:)?(?<user>[\w.\\@-]{2,64})\s{1,2}(?<it>[^\s"'\\/:*]{4,128})(?=\s{0,2}(?:\/(?:add|ADD|persistent)|$))/dg,
  },
  { programs: ['gh secret set'], option: new RegExp(`(?<=\\s)(?:--body|-b)[ =]{1,2}${quoted}`, 'dg') },
  { programs: ['mosquitto_pub', 'mosquitto_sub'], option: new RegExp(`(?<=\\s)(?:-P|--pw)\\s{1,2}${quoted}`, 'dg') },
  { programs: ['openssl', 'keytool'], option: /-?pass(?:in|out)?\s{1,3}["']?pass:(?<it>[^\s"']{1,256})/dg },
  {
    programs: ['echo', 'printf'],
    option:
      /(?<=\s)["']?(?<it>[^\s"'|-][^\s"'|]{2,128})["']?\s{0,3}\|\s{0,3}(?:sudo\s{1,3}-S|passwd|docker login|gh auth)/dg,
  },
  {
    programs: ['htpasswd'],
    option:
      /-\w{0,6}b\w{0,6}\s{1,3}(?:-\w{1,6}\s{1,3}){0,3}(?:[^\s-]\S{0,199}\s{1,3})?(?<user>\w[\w.@-]{0,63})\s{1,3}(?<it>[^\s"'-][^\s"']{2,128})(?=\s|$)/dg,
  },
];

/** A longer line is read as far as this; a command line is not longer. */
const LINE_LIMIT = 2000;
/** Commands of one line that are looked at, so that a line of nothing but program names stays linear. */
const COMMANDS_PER_LINE = 8;

const programs = commandRules.flatMap((rule) => rule.programs);
const programPattern = new RegExp(
  `(?<![\\w.-])(?:${programs.join('|')})(?:\\.exe)?(?=\\s)[^\\n]{0,${String(LINE_LIMIT)}}`,
  'g',
);
const ruleOf = new Map(commandRules.flatMap((rule) => rule.programs.map((program) => [program, rule] as const)));
const startsWithProgram = new RegExp(
  `(?<![\\w.-])(?:${programs.toSorted((a, b) => b.length - a.length).join('|')})(?=(?:\\.exe)?\\s)`,
  'g',
);

/** Passwords in command lines, by the way each program takes them. */
export function* commandSecretsIn(text: string): Generator<Candidate> {
  yield* userThenPasswordIn(text);
  if (!programs.some((program) => text.includes(program))) return;
  for (const { 0: line, index } of text.matchAll(programPattern)) {
    let commands = 0;
    for (const { 0: program, index: at } of line.matchAll(startsWithProgram)) {
      if (++commands > COMMANDS_PER_LINE) break;
      const rule = ruleOf.get(program);
      if (!rule) continue;
      for (const match of line.slice(at).matchAll(rule.option)) {
        const secret = match.groups?.['it'] ?? '';
        if (
          secret.includes(ScannedText.mark) ||
          isPlaceholder(secret) ||
          /^(?:\d{1,5}(?::\d+)?|\/.*|-.*)$/.test(secret)
        )
          continue;
        for (const [group, range] of Object.entries(match.indices?.groups ?? {})) {
          if (range)
            yield {
              kind: group === 'it' ? 'password' : group,
              start: index + at + range[0],
              end: index + at + range[1],
            };
        }
      }
    }
  }
}

function* userThenPasswordIn(text: string): Generator<Candidate> {
  for (const { indices } of text.matchAll(userThenPassword)) {
    for (const range of Object.values(indices?.groups ?? {})) {
      if (!range || !isSecretValue(text.slice(...range), 'mixed')) continue;
      yield { kind: 'password', start: range[0], end: range[1] };
    }
  }
}
