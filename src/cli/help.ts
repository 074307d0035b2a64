const overview = `tpm-mentor: checklists in Markdown, for a terminal and for CI

  tpm-mentor check FILE...        says what is open, has no reason, or cannot be read
  tpm-mentor select --base REF    prints the checklist items that fit a diff, as Markdown

  tpm-mentor check --help, tpm-mentor select --help, tpm-mentor --version
`;

const check = `tpm-mentor check FILE...

Reads pull request texts, review records, checklists and commit messages; - is standard input. In code files it reads the blocks in
the comments. Each fault is printed as file:line:column: sentence (code).

An error: a must that is open, has a problem or has to be checked again, an item that is "n/a" without a reason, a block without an end, a record or a
checklist that cannot be read as it was meant. A warning: a problem or a re-check on any other item, and what --lint finds.

  --needs-block             a text without a checklist is an error
  --lint                    hold checklists to the rules of good ones, too
  --strict                  warnings count as errors
  --format text|json|github text, JSON, or annotations of a GitHub workflow
  --json                    the same as --format json

Exit codes: 0 fine, 1 an error was found, 2 wrong usage or a file that cannot be read.
`;

const select = `tpm-mentor select --base REF

Compares a commit with what it has in common with another one, and prints the few items of the review checklists that this change
needs, each with its reason, ready for a pull request. When nothing fits, it prints nothing, says why on standard error, and ends
with 0.

  --base REF               what the change is going into: origin/main
  --head REF               the change; HEAD unless you say otherwise
  --branch NAME            the branch's name, where CI has checked out a commit
  --role author|reviewer   whose list; from the commits and who you are unless you say otherwise
  --checklists FOLDER      team checklists; .tpm/checklists of the repository unless you say otherwise; may be repeated
  --update FILE            refresh a text that has the blocks already, and print it: marks and notes stay, what nobody touched and
                           no longer fits goes; - is standard input
  --json                   what was chosen and why, as JSON

Exit codes: 0 fine, 2 wrong usage, or git cannot answer.
`;

export function helpOf(command: 'check' | 'select' | undefined): string {
  return command === 'check' ? check : command === 'select' ? select : overview;
}
