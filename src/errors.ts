/** A message for a person: bad usage, unreadable input, refused output. Ends in exit code 2, never in a stack trace. */
export class UserError extends Error {
  override name = "UserError";
  /** What to do about it, when there is something to say. */
  readonly advice: string | undefined;

  constructor(message: string, advice?: string) {
    super(message);
    this.advice = advice;
  }
}
