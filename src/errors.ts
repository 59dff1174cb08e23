import { visible } from "./words/visible.ts";

/** A message for a person: bad usage, unreadable input, refused output. Ends in exit code 2, never in a stack trace. */
export class UserError extends Error {
  override name = "UserError";
  /** What to do about it, when there is something to say. */
  readonly advice: string | undefined;

  /** A sentence, or several lines; what a value or a file's name brings of its own stays on its line. */
  constructor(message: string | readonly string[], advice?: string) {
    super((typeof message === "string" ? [message] : message).map(visible).join("\n"));
    this.advice = advice;
  }
}
