import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './until.ts';

/** The shared records of a workspace folder, as files on disk. */
export class RecordFiles {
  readonly folder: string;

  constructor(workspaceFolder: string) {
    this.folder = path.join(workspaceFolder, '.tpm', 'records');
  }

  /** File names, sorted; empty when there is no folder. */
  names(): string[] {
    return existsSync(this.folder) ? readdirSync(this.folder).toSorted() : [];
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Writes as another program does, behind VS Code's back. */
  write(name: string, text: string): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.path(name), text);
  }

  removeOthers(name: string): void {
    for (const other of this.names().filter((one) => one !== name)) {
      rmSync(this.path(other));
    }
  }

  /** Waits for a file whose name matches and returns its name. */
  async waitForName(wanted: RegExp): Promise<string> {
    return until(`a record ${wanted}`, () => this.names().find((name) => wanted.test(name))).then(String);
  }

  /** Waits until the file has exactly this text. */
  async waitForText(name: string, text: string): Promise<void> {
    await until(
      `the expected text of ${name}`,
      () => {
        const now = this.read(name);
        if (now !== text) {
          throw new Error(`it reads\n${now}`);
        }
        return true;
      },
      15_000,
    );
  }
}
