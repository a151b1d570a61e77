/**
 * An error with a message for the user, which says what happened, where, and what to do. It is shown without a stack
 * trace.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/**
 * Whether an error is a `UserError`. The name is checked, because the entry and the lazy bundle each have their own
 * class.
 */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError';
}
