/** Something that went wrong for a person to read: what, where, and what to do. Shown as it is, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Whether somebody caught a `UserError`. Told by its name: the entry and what it loads later hold a class each. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
