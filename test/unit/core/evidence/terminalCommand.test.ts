import assert from 'node:assert/strict';
import { plainOutput } from '../../../../src/core/evidence/plainOutput.ts';
import {
  commandText,
  hasLostOutput,
  isThrownAway,
  readLastCommand,
  readTerminalSelection,
} from '../../../../src/core/evidence/terminalCommand.ts';

const opening = 'The following is the last command run in the terminal:';

describe('the last command as VS Code tells it', () => {
  it('is read with folder, exit code and output', () => {
    const answer = `${opening}\nnpm test\nIt was run in the directory:\n/home/ana/shop\nIt exited with code: 42\nIt has the following output:\n\n1 failing\n  at x\n\n`;
    assert.deepEqual(readLastCommand(answer), {
      command: 'npm test',
      cwd: '/home/ana/shop',
      exitCode: 42,
      isRunning: false,
      output: '1 failing\n  at x',
    });
  });

  it('may have several lines, no exit code and no output', () => {
    assert.deepEqual(readLastCommand(`${opening}\nfor i in 1 2\ndo echo $i; done`), {
      command: 'for i in 1 2\ndo echo $i; done',
      isRunning: false,
      output: '',
    });
  });

  it('may still run', () => {
    const answer =
      'The following command is currently executing in the terminal:\nnpm start\nIt is running in the directory:\n/shop';
    assert.deepEqual(readLastCommand(answer), { command: 'npm start', cwd: '/shop', isRunning: true, output: '' });
  });

  it('keeps words that it does not know as output', () => {
    assert.deepEqual(readLastCommand('Something new'), { isRunning: false, output: 'Something new' });
  });

  it('is nothing when there is no terminal or no command', () => {
    for (const answer of [
      '',
      'No active terminal instance found.',
      'No command has been run in the active terminal.',
      'No command detection capability available in the active terminal.',
    ])
      assert.equal(readLastCommand(answer), undefined);
  });
});

describe('a command in a terminal', () => {
  const ended = { isRunning: false, output: '' };

  it('is written with what it printed, and nothing of ours between', () => {
    assert.equal(commandText('./parse foo', 'Segmentation fault\r\n'), '$ ./parse foo\nSegmentation fault');
    assert.equal(commandText('true', ''), '$ true');
  });

  it('was thrown away when it was empty, or given up before it ran', () => {
    assert.ok(isThrownAway(ended));
    assert.ok(isThrownAway({ ...ended, command: ' ' }));
    assert.ok(isThrownAway({ ...ended, command: 'npm run export^C', output: '\u001b]633;D\u0007' }));
  });

  it('counts when it ran, whatever it looks like', () => {
    assert.ok(!isThrownAway({ ...ended, command: 'true' }));
    assert.ok(!isThrownAway({ ...ended, command: 'grep ^C', exitCode: 1 }));
    assert.ok(!isThrownAway({ ...ended, isRunning: true }));
    assert.ok(!isThrownAway({ ...ended, output: 'words without a command' }));
  });

  it('has lost its output when it failed and VS Code knows none', () => {
    assert.ok(hasLostOutput({ ...ended, command: 'node export.js', exitCode: 1 }));
    assert.ok(!hasLostOutput({ ...ended, command: 'true', exitCode: 0 }));
    assert.ok(!hasLostOutput({ isRunning: false, command: 'node export.js', exitCode: 1, output: 'Error: x' }));
  });
});

describe('the selection in a terminal as VS Code tells it', () => {
  it('comes without the blank lines and the padding of the screen', () => {
    assert.equal(
      readTerminalSelection("The active terminal's selection:\n\nsome words   \r\n  more\n\n\n"),
      'some words\n  more',
    );
  });

  it('is nothing when nothing is selected', () => {
    for (const answer of [
      'No text is currently selected in the active terminal.',
      'No active terminal instance found.',
      "The active terminal's selection:\n \n",
    ])
      assert.equal(readTerminalSelection(answer), undefined);
  });
});

describe('the output of a program', () => {
  it('loses colours and the marks of shell integration', () => {
    assert.equal(plainOutput('\u001b]633;C\u0007\u001b[31mred\u001b[0m text\r\n'), 'red text');
  });

  it('loses a spinner, erased or written over', () => {
    assert.equal(plainOutput('\u001b[1G\u001b[0K⠙\u001b[1G\u001b[0K\r\n> shop@1.4.0 test\n'), '\n> shop@1.4.0 test');
    assert.equal(plainOutput('⠙\u001b[1G⠹\u001b[1Gdone'), 'done');
  });

  it('shows a progress line as it ended', () => {
    assert.equal(plainOutput('10 %\r50 %\r100 %\ndone'), '100 %\ndone');
  });
});
