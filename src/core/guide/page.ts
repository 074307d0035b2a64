import { markup } from './markup.ts';

export interface PageOptions {
  readonly language: string;
  readonly title: string;
  /** Unguessable, new for each page: only our own script has it. */
  readonly nonce: string;
  /** The origin that the host serves the extension's files from. */
  readonly cspSource: string;
  readonly style: string;
  readonly script: string;
}

/** The page around the Guide: nothing but its own style sheet and script may load, and no address can be reached. */
export function guidePage({ language, title, nonce, cspSource, style, script }: PageOptions): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return markup`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="${style}" />
      </head>
      <body>
        <main id="guide"></main>
        <div id="announcement" role="status" aria-live="polite"></div>
        <script nonce="${nonce}" src="${script}"></script>
      </body>
    </html>`.text;
}
