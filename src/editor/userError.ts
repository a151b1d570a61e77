/** Something that went wrong for a person to read: what, where, and what to do. Shown as it is, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
