/** What a path says about the part that its file plays. One file may be several of these. */

const LOCKFILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|pdm\.lock|uv\.lock|Pipfile\.lock|Cargo\.lock|go\.sum|Gopkg\.lock|glide\.lock|composer\.lock|Gemfile\.lock|Podfile\.lock|Package\.resolved|packages\.lock\.json|project\.assets\.json|gradle\.lockfile|mix\.lock|pubspec\.lock|flake\.lock|\.terraform\.lock\.hcl|(?:\w+\.)?esy\.lock)$/;

export function isLockfile(path: string): boolean {
  return LOCKFILES.test(path);
}

/** A file in which a person writes what the program depends on. */
export function isManifest(path: string): boolean {
  return /(?:^|\/)(?:package\.json|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|requirements[^/]*\.txt|go\.mod|Cargo\.toml|pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml|Gemfile|[^/]+\.gemspec|composer\.json|[^/]+\.(?:cs|fs|vb)proj|Directory\.Packages\.props|pubspec\.yaml|mix\.exs|Package\.swift)$/.test(
    path,
  );
}

export function isTest(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|e2e|testdata|fixtures)\//i.test(path) ||
    /(?:^|\/)(?:test_[^/]+|[^/]+_test|[^/]+[._-](?:test|spec|e2e))\.[^/.]+$/.test(path) ||
    /(?:^|\/)(?:conftest\.py|[^/]+(?:Test|Tests|IT|Spec)\.(?:java|kt|cs|scala|groovy|swift|php))$/.test(path)
  );
}

export function isDocumentation(path: string): boolean {
  return (
    (/\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$/i.test(path) && !isManifest(path)) ||
    /(?:^|\/)(?:LICENSE|NOTICE|AUTHORS|CODEOWNERS|CHANGELOG)(?:\.[^/]*)?$/i.test(path)
  );
}

/** A pipeline that builds, tests or delivers. */
export function isPipeline(path: string): boolean {
  return (
    /(?:^|\/)\.github\/(?:workflows|actions)\//.test(path) ||
    /(?:^|\/)(?:\.gitlab-ci[^/]*\.ya?ml|Jenkinsfile[^/]*|azure-pipelines[^/]*\.ya?ml|bitbucket-pipelines\.yml|\.travis\.yml|\.drone\.yml|cloudbuild\.ya?ml|appveyor\.yml)$/.test(
      path,
    ) ||
    /(?:^|\/)\.(?:circleci|buildkite|woodpecker)\//.test(path)
  );
}

/** What the program runs on. */
export function isInfrastructure(path: string): boolean {
  return (
    /\.(?:tf|tfvars|bicep|hcl)$/.test(path) ||
    /(?:^|\/)(?:k8s|kubernetes|helm|charts|deploy|terraform|infra)\/.*\.(?:ya?ml|json|tpl)$/.test(path)
  );
}

export function isContainer(path: string): boolean {
  return /(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|\.dockerfile$|(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/.test(path);
}

/** Settings that a program is started with. */
export function isSettings(path: string): boolean {
  return /(?:^|\/)(?:\.env[^/]*|appsettings[^/]*\.json|application[^/]*\.(?:ya?ml|properties)|config\/[^/]+\.(?:ya?ml|json|toml|ini))$/.test(
    path,
  );
}

/** One step of a schema's history. */
export function isMigration(path: string): boolean {
  return /(?:^|\/)(?:migrations?|migrate|db\/versions|alembic\/versions|flyway|liquibase|changelogs?)\/.*\.(?:sql|py|rb|[cm]?[jt]s|php|java|kt|cs|go|ex|exs|xml|ya?ml)$|(?:^|\/)V\d+__[^/]+\.sql$|(?:^|\/)db\/\d+[^/]*\.sql$/.test(
    path,
  );
}

/** A contract that other programs read. */
export function isContract(path: string): boolean {
  return /\.(?:proto|graphqls?|avsc|thrift|xsd|wsdl)$|(?:openapi|swagger|asyncapi)[^/]*\.(?:json|ya?ml)$|\.schema\.json$/i.test(
    path,
  );
}

/** Something that is seen: styles, templates, components. */
export function isUserInterface(path: string): boolean {
  if (isTest(path)) return false;
  return /\.(?:css|scss|sass|less|styl|html?|vue|svelte|astro|tsx|jsx|hbs|handlebars|ejs|pug|haml|erb|cshtml|razor|xaml|storyboard|xib|qml)$|\/res\/(?:layout|drawable|values)[^/]*\//i.test(
    path,
  );
}

const PROGRAMMING = new Set(
  'astro bat c clojure coffeescript cpp csharp cuda-cpp dart elixir elm erlang fsharp go groovy haskell java javascript javascriptreact julia kotlin lua objective-c objective-cpp ocaml perl php powershell python r razor ruby rust scala shellscript solidity svelte swift typescript typescriptreact vb vue zig'.split(
    ' ',
  ),
);

/** Code that runs, tests left out. */
export function isProgram({ path, language }: { readonly path: string; readonly language?: string }): boolean {
  return language !== undefined && PROGRAMMING.has(language) && !isTest(path);
}
