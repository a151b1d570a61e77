import Mocha from 'mocha';

/** Marks our lines in a console that VS Code and other extensions write to as well; see `scripts/hosts/launcher.mjs`. */
const MARK = '│ ';

/** Prints `text` where a person sees it who runs the tests from a terminal. */
export function say(text: string): void {
  for (const line of text.split('\n')) {
    console.log(MARK + line);
  }
}

/** Reports through the console, the only thing that every kind of extension host lets through. */
export class HostReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let depth = 0;
    const indented = (text: string) => say('  '.repeat(depth) + text);
    const failures: string[] = [];

    runner.on('suite', ({ title, root }) => {
      if (!root) {
        indented(title);
        depth++;
      }
    });
    runner.on('suite end', ({ root }) => {
      if (!root) {
        depth--;
      }
    });
    runner.on('pass', ({ title, duration = 0 }) => indented(`✔ ${title} (${duration} ms)`));
    runner.on('pending', ({ title }) => indented(`- ${title}`));
    runner.on('fail', (test, error: Error) => {
      failures.push(`${failures.length + 1}) ${test.fullTitle()}\n${error.stack ?? error.message}`);
      indented(`${failures.length}) ${test.title}`);
    });
    runner.on('end', () => {
      if (failures.length > 0) {
        say(`\n${failures.length} failing`);
      }
      failures.forEach((failure) => say(`\n${failure}`));
    });
  }
}
