/** The largest of numbers, however many, and no less than one of them: spread in a call, a hundred thousand overflow the stack. */
export function largest(numbers: Iterable<number>, least = 0): number {
  let found = least;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
