import assert from 'node:assert/strict';
import { sourceFiles } from './sources.ts';

/** The text of a call to `l10n.t` and how many values are given with it. */
interface Call {
  readonly place: string;
  readonly argument: string;
}

const files = sourceFiles().filter(({ path }) => !path.startsWith('src/core/'));

describe('texts for people', () => {
  it('are given to l10n.t as literals, which translators can be given', () => {
    const calls = files.flatMap(({ path, text }) => callsIn(path, text));
    assert.ok(calls.length > 50, `${calls.length} calls were found`);
    assert.deepEqual(
      calls.filter(({ argument }) => !isLiteral(argument)),
      [],
    );
  });

  it('go through l10n.t where they are shown', () => {
    const shown =
      /\bshow(?:Error|Warning|Information)Message\(\s*['"`]|\bnew (?:UserError|vscode\.TreeItem)\(\s*['"`]|\b(?:placeHolder|prompt|tooltip|detail):\s*['"`][A-Za-z]/g;
    const bare = files.flatMap(({ path, text }) => Array.from(text.matchAll(shown), ([found]) => `${path}: ${found}`));
    assert.deepEqual(bare, []);
  });

  it('are found in every way of writing the call', () => {
    const text =
      "l10n.t('one'); vscode.l10n.t(\n  `two`, 3); l10n.t(name); l10n.t(`a ${b}`); l10n.t('a' + b); l10n.t({ message })";
    assert.deepEqual(
      callsIn('', text).map(({ argument }) => isLiteral(argument)),
      [true, true, false, false, false, false],
    );
  });
});

/** The first argument of each call, as it is written. */
function callsIn(path: string, text: string): Call[] {
  return Array.from(text.matchAll(/\bl10n\.t\(/g), (match) => {
    const start = match.index + match[0].length;
    const line = text.slice(0, match.index).split('\n').length;
    return { place: `${path}:${line}`, argument: firstArgument(text.slice(start)) };
  });
}

function firstArgument(rest: string): string {
  const literal = /^\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)\s*(?=[,)])/.exec(rest);
  return (literal?.[0] ?? /^[^,)]*/.exec(rest)?.[0] ?? '').trim();
}

function isLiteral(argument: string): boolean {
  return (
    /^(['"`]).*\1$/s.test(argument) &&
    !(argument.startsWith('`') && argument.includes('${')) &&
    !/['"`]\s*\+/.test(argument)
  );
}
