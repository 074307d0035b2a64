/** An error whose message may be shown as it is: it says what happened and what to do, in the user's language. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
