/**
 * Prints the output that `.vscode/tasks.json` expects: the start and end of each build, and each problem as
 * `file:line:column`.
 * @type {import('esbuild').Plugin}
 */
export const problemMatcherPlugin = {
  name: 'problem-matcher',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors, warnings }) => {
      for (const [severity, messages] of /** @type {const} */ ([
        ['error', errors],
        ['warning', warnings],
      ])) {
        for (const { text, location } of messages) {
          const place = location ? `${location.file}:${location.line}:${location.column + 1}` : 'esbuild:1:1';
          console.log(`${place}: ${severity}: ${text}`);
        }
      }
      console.log('[watch] build finished');
    });
  },
};
