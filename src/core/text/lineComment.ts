import type { Frame } from '../block/frame.ts';

/**
 * How a line becomes a comment, by VS Code language id. VS Code does not tell extensions what its language
 * configurations say, so this is the list of those that it ships and the common ones beyond.
 */
const languages: readonly (readonly [before: string, after: string, ids: string])[] = [
  [
    '// ',
    '',
    'c cpp csharp cuda-cpp dart fsharp go groovy java javascript javascriptreact jsonc kotlin objective-c objective-cpp php rust scala scss less shaderlab swift typescript typescriptreact zig proto3 proto bicep',
  ],
  [
    '# ',
    '',
    'coffeescript dockerfile elixir julia makefile perl perl6 powershell python r ruby shellscript yaml toml terraform graphql nix dotenv properties ignore cmake gdscript tcl',
  ],
  ['-- ', '', 'sql lua haskell ada elm vhdl'],
  ['% ', '', 'latex tex erlang matlab prolog'],
  [';; ', '', 'clojure lisp scheme'],
  ['; ', '', 'ini asm-intel-x86-generic'],
  ["' ", '', 'vb'],
  ['REM ', '', 'bat'],
  ['/* ', ' */', 'css'],
  ['<!-- ', ' -->', 'html xml xsl vue svelte handlebars'],
];

const byLanguage = new Map(
  languages.flatMap(([before, after, ids]) => ids.split(' ').map((id): [string, Frame] => [id, { before, after }])),
);

/** `undefined` for languages without comments, JSON among them. */
export function lineCommentOf(languageId: string): Frame | undefined {
  return byLanguage.get(languageId);
}
