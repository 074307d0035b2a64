/** What a change of a file other than code can break. */
export type SurroundingKind = 'dependencies' | 'configuration';

/** Files that say which versions run: lockfiles, manifests of package managers that have none, version files. */
const DEPENDENCIES =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|cargo\.lock|go\.(?:mod|sum|work)|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|requirements[\w.-]*\.txt|constraints\.txt|gemfile\.lock|composer\.lock|packages\.lock\.json|directory\.packages\.props|gradle\.lockfile|libs\.versions\.toml|pom\.xml|build\.gradle(?:\.kts)?|podfile\.lock|package\.resolved|pubspec\.lock|mix\.lock|flake\.lock|conan\.lock|conanfile\.(?:txt|py)|vcpkg\.json|\.terraform\.lock\.hcl|\.nvmrc|\.node-version|\.python-version|\.ruby-version|\.java-version|\.tool-versions|mise\.toml|rust-toolchain(?:\.toml)?|global\.json)$/i;

const CONFIGURATION =
  /^(?:package\.json|(?:ts|js)config[\w.-]*\.json|[\w.-]+\.config\.[cm]?[jt]s|\.env(?:\.[\w.-]+)?|(?:[\w.-]+\.)?dockerfile(?:\.[\w.-]+)?|(?:docker-)?compose[\w.-]*\.ya?ml|\.gitlab-ci\.yml|jenkinsfile|azure-pipelines[\w.-]*\.ya?ml|makefile|cmakelists\.txt|pyproject\.toml|setup\.(?:cfg|py)|tox\.ini|cargo\.toml|gemfile|composer\.json|gradle\.properties|settings\.gradle(?:\.kts)?|(?:application|bootstrap)[\w-]*\.(?:ya?ml|properties)|appsettings[\w.-]*\.json|web\.config|app\.config|\.babelrc|nginx\.conf|procfile|values[\w.-]*\.ya?ml|schema\.(?:prisma|rb|sql))$/i;

const PIPELINE = /(?:^|\/)\.(?:github\/workflows|circleci|buildkite)\/[^/]+\.ya?ml$/i;
const MIGRATION =
  /(?:^|\/)(?:migrations?|migrate)\/(?:[^/]+\/){0,2}[^/]+\.(?:sql|py|rb|[cm]?[jt]s|cs|java|go|php|exs)$/i;
const INSTALLED = /(?:^|\/)(?:node_modules|vendor|third_party|site-packages|testdata|fixtures)\//i;

/** `undefined` for a file that is neither; also for those of installed packages and test data. */
export function surroundingKindOf(path: string): SurroundingKind | undefined {
  if (INSTALLED.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (DEPENDENCIES.test(name)) return 'dependencies';
  return CONFIGURATION.test(name) || PIPELINE.test(path) || MIGRATION.test(path) ? 'configuration' : undefined;
}

/**
 * Whether it has a say in one of the files: it lies in a folder above it. What belongs to the whole repository (pipelines, and
 * migrations, which lie beside the code) always has. So has everything when there are no files.
 */
export function concerns(path: string, files: readonly string[]): boolean {
  if (!files.length || PIPELINE.test(path) || MIGRATION.test(path)) return true;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return files.some((file) => file.startsWith(folder));
}
