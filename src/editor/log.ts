import { CancellationError, type LogOutputChannel } from 'vscode';
import { showErrorMessage } from './messages';
import { isUserError } from './userError';

const SHOW_LOG = 'Show Log';

/**
 * Runs `work` and returns its result, or `undefined` if it failed or was cancelled. A `UserError` is shown to the user;
 * any other error is a bug, whose details are logged.
 */
export async function withErrorReporting<Result>(
  log: LogOutputChannel,
  work: () => Result | Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CancellationError) {
      return undefined;
    }
    if (isUserError(error)) {
      void showErrorMessage(error.message);
      return undefined;
    }
    log.error(error instanceof Error ? error : String(error));
    void offerLog(log);
    return undefined;
  }
}

async function offerLog(log: LogOutputChannel): Promise<void> {
  const message = 'One on One could not do that because of a mistake of its own. The log says more.';
  if ((await showErrorMessage(message, SHOW_LOG)) === SHOW_LOG) {
    log.show();
  }
}
