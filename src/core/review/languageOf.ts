/** VS Code language ids (https://code.visualstudio.com/docs/languages/identifiers) by the end of the file name, lower case. */
const byExtension: ReadonlyMap<string, string> = new Map(
  `
  astro astro|bat bat cmd|bicep bicep|c c|clojure clj cljs cljc edn|coffeescript coffee|cpp cc cpp cxx c++ h hh hpp hxx h++ ino ipp tpp
  csharp cs csx cake|css css|cuda-cpp cu cuh|dart dart|diff diff patch|dockerfile dockerfile containerfile|elixir ex exs|elm elm
  erlang erl hrl|fsharp fs fsi fsx|go go|graphql graphql graphqls gql|groovy groovy gradle gvy jenkinsfile|haml haml|handlebars hbs handlebars
  haskell hs|html html htm xhtml shtml|ini ini cfg conf|jade pug jade|java java jav|javascript js mjs cjs es6|javascriptreact jsx
  json json webmanifest geojson har avsc|jsonc jsonc code-workspace code-snippets|julia jl|kotlin kt kts|latex tex ltx|less less|lua lua
  makefile mk mak|markdown md markdown mdown mkd|nix nix|objective-c m|objective-cpp mm|ocaml ml mli|perl pl pm t|php php phtml php5
  plaintext txt|powershell ps1 psm1 psd1|prisma prisma|properties properties env|proto3 proto|python py pyi pyw|r r|razor cshtml razor|restructuredtext rst
  ruby rb rake gemspec ru erb|rust rs|sass sass|scala scala sc sbt|scss scss|shellscript sh bash zsh ksh|solidity sol|sql sql ddl dml pgsql
  svelte svelte|swift swift|terraform tf tfvars hcl|thrift thrift|toml toml|typescript ts mts cts|typescriptreact tsx|vb vb bas|vue vue
  xml xml xsd wsdl xaml csproj fsproj vbproj props targets plist storyboard xib resx svg|xsl xsl xslt|yaml yml yaml|zig zig
  `
    .split(/[|\n]/)
    .map((row) => row.trim().split(' '))
    .flatMap(([language, ...extensions]) => extensions.map((extension): [string, string] => [extension, language!])),
);

const byName: readonly (readonly [RegExp, string])[] = [
  [/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/, 'dockercompose'],
  [/^(?:dockerfile|containerfile)(?:[.-].*)?$/, 'dockerfile'],
  [/^(?:gnu)?makefile$/, 'makefile'],
  [/^cmakelists\.txt$/, 'cmake'],
  [/^jenkinsfile/, 'groovy'],
  [/^(?:gemfile|rakefile|vagrantfile|podfile|fastfile|brewfile|guardfile)$/, 'ruby'],
  [/^(?:\.bashrc|\.bash_profile|\.profile|\.zshrc|\.envrc|pkgbuild)$/, 'shellscript'],
  [/^\.env(?:\..*)?$/, 'properties'],
  [/^(?:tsconfig|jsconfig)(?:\..*)?\.json$|^\.(?:babelrc|eslintrc(?:\.json)?|swcrc)$/, 'jsonc'],
  [/^(?:go\.mod)$/, 'go.mod'],
  [/^(?:go\.sum)$/, 'go.sum'],
  [/^(?:cargo|poetry|uv)\.lock$|^pipfile$/, 'toml'],
  [/^(?:pipfile\.lock|composer\.lock|\.prettierrc|\.stylelintrc)$/, 'json'],
  [/^(?:\.gitignore|\.dockerignore|\.npmignore|\.vscodeignore)$/, 'ignore'],
  [/^(?:\.gitconfig|\.gitmodules|\.editorconfig|\.npmrc)$/, 'ini'],
  [/^requirements.*\.txt$/, 'pip-requirements'],
];

const byInterpreter: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ba|z|k|da)?sh$/, 'shellscript'],
  [/\bpython[\d.]*$/, 'python'],
  [/\b(?:node|bun|deno)$/, 'javascript'],
  [/\bruby$/, 'ruby'],
  [/\bperl$/, 'perl'],
  [/\bphp$/, 'php'],
];

/**
 * The VS Code language id that a path means by its name; for a file without an extension, by its `#!` line when that is given.
 * `undefined` when neither tells. A header file counts as C++, as in VS Code.
 */
export function languageOf(path: string, firstLine = ''): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const named = byName.find(([pattern]) => pattern.test(name));
  if (named) return named[1];
  const dot = name.lastIndexOf('.');
  if (dot >= 0) return byExtension.get(name.slice(dot + 1));
  if (!firstLine.startsWith('#!')) return undefined;
  const program =
    firstLine
      .slice(2)
      .trim()
      .replace(/^\S*\/env\s+(?:-S\s+)?/, '')
      .split(/\s/)[0] ?? '';
  return byInterpreter.find(([pattern]) => pattern.test(program))?.[1];
}
