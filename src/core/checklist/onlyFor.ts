/** The kinds of change that an `Only for:` may name. */
export const changeKinds = ['bug-fix', 'feature', 'refactor', 'performance', 'removal', 'ui'] as const;

const methodologies = ['agile', 'waterfall'];

/**
 * Language ids as VS Code lists them (https://code.visualstudio.com/docs/languages/identifiers), and those of widely
 * used extensions. Any other id is reported, because a typing mistake would hide the item from everybody.
 */
const languageIds = new Set(
  `
  abap bat bibtex c clojure coffeescript cpp csharp css cuda-cpp d dart diff dockercompose dockerfile elixir elm erlang
  fsharp git-commit git-rebase go graphql groovy haml handlebars haskell html ini jade java javascript javascriptreact json
  jsonc julia kotlin latex less lua makefile markdown nix objective-c objective-cpp ocaml pascal perl perl6 php plaintext
  powershell prisma proto proto3 pug python r razor ruby rust sass scala scss shaderlab shellscript slim solidity sql stylus
  svelte swift terraform tex toml typescript typescriptreact vb vue vue-html xml xsl yaml zig
  `
    .trim()
    .split(/\s+/),
);

/** Whether a value of `Only for:` means something: a kind of change, a way of working, a language id, or a glob. */
export function isKnownOnlyFor(value: string): boolean {
  if (/[*?{[/]/.test(value)) return true;
  return (changeKinds as readonly string[]).includes(value) || methodologies.includes(value) || languageIds.has(value);
}
