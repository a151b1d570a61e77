import { CancellationError, type Command, commands, l10n, type LogOutputChannel } from 'vscode';
import { showErrorMessage, showInformationMessage } from './messages';

/**
 * An error with a message for the user, which says what happened, where, and what to do. It is shown without a stack
 * trace.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * Says what a command needs first. It is no failure, so it is shown as information, with a button if a command provides
 * what is missing.
 */
export class Advice extends Error {
  override readonly name = 'Advice';
  readonly offer: Command | undefined;

  constructor(message: string, offer?: Command) {
    super(message);
    this.offer = offer;
  }
}

/**
 * Whether an error is a `UserError`. The name is checked, because the entry and the lazy bundle each have their own
 * class.
 */
function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}

/** Whether an error is an `Advice`, by its name for the same reason. */
function isAdvice(error: unknown): error is Advice {
  return error instanceof Error && error.name === 'Advice';
}

const SHOW_LOG = l10n.t('Show Log');

/**
 * Runs `work` and returns its result, or `undefined` if it failed or was cancelled. A `UserError` or an `Advice` is shown
 * to the user; any other error is a bug, whose details are logged.
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
    if (isAdvice(error)) {
      void giveAdvice(error);
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

async function giveAdvice({ message, offer }: Advice): Promise<void> {
  const chosen = await showInformationMessage(message, ...(offer ? [offer.title] : []));
  if (offer && chosen === offer.title) {
    const values: readonly unknown[] = offer.arguments ?? [];
    await commands.executeCommand(offer.command, ...values);
  }
}

async function offerLog(log: LogOutputChannel): Promise<void> {
  const message = l10n.t('Something went wrong in One on One. See the log for details.');
  if ((await showErrorMessage(message, SHOW_LOG)) === SHOW_LOG) {
    log.show();
  }
}
